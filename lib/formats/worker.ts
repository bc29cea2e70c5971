import '../older';
import { openWith } from './open';
import { sniff } from './sniff';
import type { Answer, Order } from './thread';
import { threaded } from './threaded';
import { FormatError } from './types';

/** The thread files are read in: one order at a time. Stopping it is the caller's to do, by ending the thread. */
const scope = globalThis as unknown as {
  postMessage(answer: Answer): void;
  onmessage: ((event: MessageEvent<Order>) => void) | null;
};

scope.onmessage = async ({ data }) => scope.postMessage(await carryOut(data));

async function carryOut({ file, password, pages, recognised }: Order): Promise<Answer> {
  try {
    const kind = sniff(new Uint8Array(await file.arrayBuffer()));
    if (kind !== null && !threaded.some(({ name }) => name === kind)) return { kind: 'elsewhere' };
    const onProgress = (fraction: number) => scope.postMessage({ kind: 'progress', fraction });
    return { kind: 'done', document: await openWith(threaded, file, { password, pages, recognised, onProgress }) };
  } catch (error) {
    const code = error instanceof FormatError ? error.code : 'damaged';
    return { kind: 'failed', code, message: error instanceof Error ? error.message : String(error) };
  }
}
