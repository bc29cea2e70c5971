/** How work that pauses for the page held the main thread, in milliseconds. */
export interface Held {
  /** The longest stretch of our own work between two pauses. */
  readonly longestSlice: number;
  readonly slices: number;
  /** The longest task the browser itself reports (over 50 ms, drawing included); 0 where it reports none. */
  readonly longestTask: number;
}

interface Scheduler {
  yield(): Promise<void>;
}

/**
 * Measures each slice of `work`, which pauses by `scheduler.yield` as the product does, from the end of one pause to
 * the beginning of the next; and what the browser reports as long tasks meanwhile. (A clock of messages of our own would
 * tell nothing: what yields goes on before any message is handled.)
 */
export async function held(work: () => Promise<unknown>): Promise<Held> {
  const { scheduler } = globalThis as unknown as { scheduler: Scheduler };
  const pause = scheduler.yield.bind(scheduler);
  const slices: number[] = [];
  let from = 0;
  const stop = (): void => {
    slices.push(performance.now() - from);
  };
  scheduler.yield = async () => {
    stop();
    await pause();
    from = performance.now();
  };
  let longestTask = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration);
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  observer.observe({ type: 'longtask' });
  try {
    from = performance.now();
    await work();
    stop();
    // Entries are told in a task of their own.
    await new Promise((resolve) => setTimeout(resolve, 100));
  } finally {
    observer.disconnect();
    Reflect.deleteProperty(scheduler, 'yield');
  }
  return { longestSlice: Math.max(...slices), slices: slices.length, longestTask };
}
