let last: Promise<unknown> = Promise.resolve();

/** Does some work when all that was asked for before is done with, well or not. */
export function alone<Value>(work: () => Promise<Value>): Promise<Value> {
  const done = last.then(work);
  last = done.catch(() => undefined);
  return done;
}
