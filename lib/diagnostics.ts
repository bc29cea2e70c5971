import { storage } from '@wxt-dev/storage';

/** One thing that went wrong. Holds no text of a page, a file or a record: see `bare`. */
export interface Fault {
  /** ISO 8601. */
  readonly at: string;
  /** Where: `tasks`, `reader`, `background`… */
  readonly surface: string;
  /** Class of the error, and its code where it has one: `TypeError`, `StoreError quota`. */
  readonly name: string;
  /** What it says, without what was quoted, addresses, and anything but plain Latin letters and signs. */
  readonly message: string;
  /** Where in our own code: file and line, nearest first. */
  readonly where: readonly string[];
}

/** As many are kept; older ones go. */
const MOST = 200;

const kept = storage.defineItem<readonly Fault[]>('local:faults', { fallback: [] });

/** All that is kept, oldest first. */
export const faults = (): Promise<readonly Fault[]> => kept.getValue();

export const forgetFaults = (): Promise<void> => kept.removeValue();

/** Quoted words may come from a page, and so may any that are not plain Latin: neither is kept. */
export function bare(message: string): string {
  return message
    .replace(/\b[a-z][\w+.-]*:\/\/\S+/gi, '…')
    .replace(/(["'`“‘「])[^"'`”’」]{0,2000}["'`”’」]/g, '…')
    .replace(/[^\x20-\x7e…]+/g, '…')
    .slice(0, 200);
}

/** @param error Whatever was thrown. */
export function faultOf(surface: string, error: unknown, at = new Date()): Fault {
  const { name, message, code, stack } = (typeof error === 'object' && error !== null ? error : {}) as Record<
    string,
    unknown
  >;
  const lines = typeof stack === 'string' ? [...stack.matchAll(/([\w.-]+\.(?:m?js|html):\d+:\d+)/g)] : [];
  return {
    at: at.toISOString(),
    surface,
    name: bare([name, code].filter((each) => typeof each === 'string').join(' ') || typeof error),
    message: bare(typeof message === 'string' ? message : ''),
    where: lines.slice(0, 8).map(([, line]) => line as string),
  };
}

/** Keeps a fault; never rejects: what notes faults must make none. For our own pages and the background only. */
export async function note(surface: string, error: unknown): Promise<void> {
  try {
    const fault = faultOf(surface, error);
    await navigator.locks.request('dutymark-faults', async () => {
      await kept.setValue([...(await kept.getValue()), fault].slice(-MOST));
    });
  } catch {
    // The storage is full or gone: the console has the error in any case.
  }
}

/** Notes what nobody caught on this surface. */
export function noteUncaught(surface: string): void {
  // Without an error it is a notice of the browser's (a layout that took two turns), not a fault.
  addEventListener('error', ({ error }) => {
    if (error) void note(surface, error);
  });
  addEventListener('unhandledrejection', (event) => void note(surface, event.reason));
}
