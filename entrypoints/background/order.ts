const last = new Map<string, Promise<unknown>>();

/**
 * Runs what concerns one thing one after the other, in the order it came: each waits for the browser's storage in its
 * middle, and what overtook there would leave every panel with what was true before.
 */
export function inOrder<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
  const run = (last.get(key) ?? Promise.resolve()).then(work, work);
  const end = run
    .catch(() => undefined)
    .then(() => {
      if (last.get(key) === end) last.delete(key);
    });
  last.set(key, end);
  return run;
}
