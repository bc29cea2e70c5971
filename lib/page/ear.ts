/** Records of one batch, and batches, records and milliseconds of our own hearing in one second, from which on a page floods. */
const MANY_AT_ONCE = 500;
const MANY_BATCHES = 200;
const MANY_RECORDS = 4000;
const MUCH_WORK = 50;
const SECOND = 1000;
/** For so long nothing more is heard of a page that floods, in milliseconds: twice as long each time it still does. */
const DEAF = 250;
const DEAFEST = 8000;
/** What hearing took is followed by so many times as much rest. */
const REST = 9;

export interface Ear {
  /** What changed and was not told of yet. */
  takeRecords(): MutationRecord[];
  stop(): void;
}

export interface EarOptions {
  readonly Observer: typeof MutationObserver;
  readonly target: Node;
  readonly of: MutationObserverInit;
  /** @returns what they count as beyond their number: content that is set anew weighs more than a clock. */
  readonly take: (records: readonly MutationRecord[]) => number;
  /** The page floods: what it changes for a while is not told. */
  readonly onFlood: () => void;
  /** The page flooded again as soon as it was heard again: it never comes to rest. False: it has, for a second. */
  readonly onRestless?: (restless: boolean) => void;
  /** Milliseconds; what hearing costs is measured by it. */
  readonly now?: () => number;
}

/**
 * Hears of what changes in a page, and stops its ears when a page changes more than is worth hearing of: each record
 * costs the page something, also where nobody looks at it. The longer the flood goes on, the more rarely it is listened
 * to. What is changed meanwhile is in the next reading.
 */
export function listen(options: EarOptions): Ear {
  const { Observer, target, of, take, onFlood, onRestless, now = () => performance.now() } = options;
  let heard = { since: now(), batches: 0, records: 0, spent: 0 };
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Floods since the page was last calm for a second. */
  let floods = 0;

  const floodsNow = (count: number): boolean => {
    if (now() - heard.since >= SECOND) heard = { since: now(), batches: 0, records: 0, spent: 0 };
    heard.batches += 1;
    heard.records += count;
    return count > MANY_AT_ONCE || heard.batches > MANY_BATCHES || heard.records > MANY_RECORDS;
  };

  const calm = (): void => {
    if (floods > 1) onRestless?.(false);
    floods = 0;
  };

  const open = (): void => {
    heard = { since: now(), batches: 0, records: 0, spent: 0 };
    observer.observe(target, of);
    timer = setTimeout(calm, SECOND);
    onFlood();
  };

  const shut = (): void => {
    observer.disconnect();
    clearTimeout(timer);
    const rest = Math.min(DEAFEST, DEAF * 2 ** floods);
    floods += 1;
    timer = setTimeout(open, Math.max(rest, REST * heard.spent));
    if (floods === 2) onRestless?.(true);
    onFlood();
  };

  const observer = new Observer((records) => {
    if (floodsNow(records.length)) {
      shut();
      return;
    }
    const from = now();
    heard.records += take(records);
    heard.spent += now() - from;
    if (heard.spent > MUCH_WORK || heard.records > MANY_RECORDS) shut();
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
