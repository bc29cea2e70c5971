/** Records of one batch, and batches of one second, from which on a page floods. */
const MANY_RECORDS = 500;
const MANY_BATCHES = 200;
const SECOND = 1000;
/** For so long nothing more is heard of a page that floods, in milliseconds. */
const DEAF = 1000;

export interface Ear {
  /** What changed and was not told of yet. */
  takeRecords(): MutationRecord[];
  stop(): void;
}

export interface EarOptions {
  readonly Observer: typeof MutationObserver;
  readonly target: Node;
  readonly of: MutationObserverInit;
  readonly take: (records: readonly MutationRecord[]) => void;
  /** The page floods: what it changes for a while is not told. */
  readonly onFlood: () => void;
}

/**
 * Hears of what changes in a page, and stops its ears for a second when a page changes more than is worth hearing of: each
 * record costs the page something, also where nobody looks at it. What is changed meanwhile is in the next reading.
 */
export function listen({ Observer, target, of, take, onFlood }: EarOptions): Ear {
  let [batches, second] = [0, 0];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const floods = (count: number): boolean => {
    const now = Date.now();
    if (now - second >= SECOND) [batches, second] = [0, now];
    batches += 1;
    return count > MANY_RECORDS || batches > MANY_BATCHES;
  };
  const observer = new Observer((records) => {
    if (!floods(records.length)) {
      take(records);
      return;
    }
    observer.disconnect();
    timer = setTimeout(() => {
      observer.observe(target, of);
      onFlood();
    }, DEAF);
    onFlood();
  });
  observer.observe(target, of);
  return {
    takeRecords: () => observer.takeRecords(),
    stop() {
      clearTimeout(timer);
      observer.disconnect();
    },
  };
}
