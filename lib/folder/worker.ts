import '../older';
import { FormatError } from '../formats/types';
import { openUnseen } from '../formats/unseen';
import { briefOf, draftsFor, type ParseHtml, study } from './study';
import type { Answer, Order, Studied } from './types';

/** The thread a folder's files are read in: one order at a time. Stopping it is the caller's to do, by ending the thread. */
const scope = globalThis as unknown as {
  postMessage(answer: Answer): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Order>) => void): void;
};

scope.addEventListener('message', async ({ data }) => {
  // The PDF reader works in this thread, too, and has messages of its own.
  if (data.kind === 'study' || data.kind === 'match' || data.kind === 'draft') scope.postMessage(await carryOut(data));
});

async function carryOut(order: Order): Promise<Answer> {
  try {
    if (order.kind === 'study') {
      const onProgress = (fraction: number) => scope.postMessage({ kind: 'progress', fraction });
      const document = await openUnseen(order.file, { onProgress, recognised: order.recognised });
      const { parseHTML } = await import('linkedom/worker');
      const studied = study(document, parseHTML as unknown as ParseHtml);
      const blob = new Blob([JSON.stringify(studied)], { type: 'application/json' });
      return { kind: 'studied', brief: briefOf(studied, order.mine, order.today), studied: blob };
    }
    const studied = JSON.parse(await order.studied.text()) as Studied;
    if (order.kind === 'match') return { kind: 'matched', brief: briefOf(studied, order.mine, order.today) };
    return { kind: 'drafted', seen: studied.seen, drafts: draftsFor(studied, order.mine) };
  } catch (error) {
    const code = error instanceof FormatError ? error.code : 'damaged';
    return { kind: 'failed', code, message: error instanceof Error ? error.message : String(error) };
  }
}
