/** Well under the 50 ms after which a page feels stuck. */
const longest = 12;

/**
 * A pause to be awaited often: gives the thread a turn when the last one is some milliseconds ago, and stops when the
 * signal says so. Costs next to nothing otherwise.
 */
export function slicer(signal?: AbortSignal): () => Promise<void> | undefined {
  let last = performance.now();
  return () => {
    signal?.throwIfAborted();
    if (performance.now() - last < longest) return undefined;
    return turn().then(() => {
      last = performance.now();
      signal?.throwIfAborted();
    });
  };
}

/** The next turn of the event loop; timers in a row would wait 4 ms each. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
