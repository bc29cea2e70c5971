/** Long work in short steps, so that a page stays responsive. */

export interface Pacing {
  /** Milliseconds of work before the page gets its turn. */
  readonly budget?: number;
  readonly signal?: AbortSignal;
  readonly now?: () => number;
  /** Lets others have their turn; by default the page. */
  readonly rest?: () => Promise<void>;
}

interface Scheduler {
  yield?(): Promise<void>;
}

/** Lets the page handle what waits; resolves in a task of its own. */
export function pause(): Promise<void> {
  const scheduler = (globalThis as { scheduler?: Scheduler }).scheduler;
  if (typeof scheduler?.yield === 'function') return scheduler.yield();
  return new Promise((resolve) => setTimeout(resolve));
}

/**
 * Runs a generator to its end, pausing whenever the budget is spent. Rejects with the signal's reason as soon as it is
 * aborted; whatever the generator throws comes through.
 */
export async function drain<T, R>(
  steps: Generator<T, R>,
  { budget = 8, signal, now = () => performance.now(), rest = pause }: Pacing = {},
  onStep?: (step: T) => void,
): Promise<R> {
  let until = now() + budget;
  for (;;) {
    signal?.throwIfAborted();
    const step = steps.next();
    if (step.done) return step.value;
    onStep?.(step.value);
    if (now() < until) continue;
    await rest();
    until = now() + budget;
  }
}
