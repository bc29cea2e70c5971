import { pause } from '../text/pause';

/** Milliseconds of painting before the page gets its turn. */
const BUDGET = 8;

/** Work that a painter puts off: done in order, a few milliseconds at a time; a new batch replaces what is left. */
export interface PaintQueue {
  /** Does what fits into the first slice at once, the rest later. */
  run(jobs: readonly (() => void)[]): void;
  settled(): Promise<void>;
  stop(): void;
}

export function paintQueue(now: () => number = () => performance.now()): PaintQueue {
  let batch = 0;
  let done: Promise<void> = Promise.resolve();

  const slice = (jobs: readonly (() => void)[], from: number): number => {
    const until = now() + BUDGET;
    let at = from;
    while (at < jobs.length && (at === from || now() < until)) jobs[at++]!();
    return at;
  };

  return {
    run(jobs) {
      const mine = ++batch;
      let at = slice(jobs, 0);
      if (at >= jobs.length) {
        done = Promise.resolve();
        return;
      }
      done = (async () => {
        while (at < jobs.length) {
          await pause();
          if (mine !== batch) return;
          at = slice(jobs, at);
        }
      })();
    },
    async settled() {
      for (let waited: Promise<void> | null = null; waited !== done; ) {
        waited = done;
        await waited;
      }
    },
    stop() {
      batch++;
      done = Promise.resolve();
    },
  };
}
