/** What came back from a thread, as its caller takes it: each settles the exchange once. */
export interface Settling<Result> {
  readonly done: (result: Result) => void;
  readonly fail: (reason: unknown) => void;
}

/**
 * Gives a thread one order and waits for what it answers. One order at a time: the thread's listeners are this exchange's until it is settled.
 *
 * @param post Sends the order.
 * @param take Called with each message; those that are none of the caller's it passes over.
 * @param signal An abort fails the exchange at once with its reason; the thread goes on, and is the caller's to end.
 * @throws what `take` fails it with; Error where the thread cannot start; the reason of an abort.
 */
export function answerOf<Message, Result>(
  worker: Worker,
  signal: AbortSignal,
  post: () => void,
  take: (message: Message, settling: Settling<Result>) => void,
): Promise<Result> {
  return new Promise<Result>((resolve, reject) => {
    const end = () => {
      signal.removeEventListener('abort', stop);
      worker.onmessage = null;
      worker.onerror = null;
    };
    const done = (result: Result) => {
      end();
      resolve(result);
    };
    const fail = (reason: unknown) => {
      end();
      reject(reason);
    };
    const stop = () => fail(signal.reason);
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop);
    worker.onmessage = ({ data }: MessageEvent<Message>) => take(data, { done, fail });
    worker.onerror = (event) => fail(new Error(event.message || 'the thread could not start'));
    post();
  });
}
