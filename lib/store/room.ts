/** How much room the browser gives our storage, in bytes. */
export interface Room {
  readonly used: number;
  readonly of: number;
}

/** Below so much room, or such a share of it, the reader is told: time to make some before a note is refused. */
const LEAST = 50_000_000;
const SHARE = 0.1;

/** null where the browser does not say. */
export async function readRoom(): Promise<Room | null> {
  const { usage, quota } = await navigator.storage.estimate();
  return usage === undefined || quota === undefined ? null : { used: usage, of: quota };
}

/** Whether it will soon be full. */
export const isTight = ({ used, of }: Room): boolean => of - used < LEAST || of - used < of * SHARE;
