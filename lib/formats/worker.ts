import '../older';
import { maxBytes } from './names';
import { formatFor, openWith } from './open';
import type { Answer, Order } from './thread';
import { threaded } from './threaded';
import { type Format, FormatError } from './types';

/** The thread files are read in: one order at a time. Stopping it is the caller's to do, by ending the thread. */
const scope = globalThis as unknown as {
  postMessage(answer: Answer): void;
  onmessage: ((event: MessageEvent<Order>) => void) | null;
};

scope.onmessage = async ({ data }) => scope.postMessage(await carryOut(data));

/** Kinds that are read elsewhere, so that what a file turns out to be is told as it is anywhere. */
const others = ['html', 'pdf', 'mhtml'].map(
  (name): Format => ({ name, extensions: [], types: [], open: () => Promise.reject(new FormatError('unsupported')) }),
);

async function carryOut({ file, password, pages, recognised }: Order): Promise<Answer> {
  try {
    if (file.size === 0) throw new FormatError('empty');
    if (file.size > maxBytes) throw new FormatError('too-large', String(file.size));
    const format = formatFor([...threaded, ...others], new Uint8Array(await file.arrayBuffer()), file.name);
    if (others.includes(format)) return { kind: 'elsewhere' };
    const onProgress = (fraction: number) => scope.postMessage({ kind: 'progress', fraction });
    return { kind: 'done', document: await openWith(threaded, file, { password, pages, recognised, onProgress }) };
  } catch (error) {
    const code = error instanceof FormatError ? error.code : 'damaged';
    return { kind: 'failed', code, message: error instanceof Error ? error.message : String(error) };
  }
}
