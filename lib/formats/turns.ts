interface Job {
  readonly work: () => Promise<void>;
  readonly idle: boolean;
  readonly done: () => void;
  readonly fail: (reason: unknown) => void;
  readonly signal: AbortSignal;
}

/** Lets `most` pieces of work run at a time, idle ones only when no other waits; aborted ones are not begun. */
export function turns(most: number): (work: () => Promise<void>, signal: AbortSignal, idle: boolean) => Promise<void> {
  const waiting: Job[] = [];
  let running = 0;
  const next = (): void => {
    while (running < most) {
      const urgent = waiting.findIndex((job) => !job.idle);
      const [job] = waiting.splice(Math.max(0, urgent), 1);
      if (!job) return;
      if (job.signal.aborted) {
        job.done();
        continue;
      }
      running++;
      job
        .work()
        .then(job.done, job.fail)
        .finally(() => {
          running--;
          next();
        });
    }
  };
  return (work, signal, idle) =>
    new Promise((done, fail) => {
      waiting.push({ work, idle, done, fail, signal });
      next();
    });
}
