import '../../older';
import { FormatError } from '../../formats/types';
import { compareGrids } from './back/compare';
import { openTables } from './back/open';
import type { Answer, Order } from './thread';
import type { LedgerRow } from './types';
import { writeLedger } from './write';

/** The thread a ledger is written in, or read back: one ledger a thread. Stopping it is the caller's to do, by ending the thread. */
const scope = globalThis as unknown as {
  postMessage(answer: Answer): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Order>) => void): void;
};

const rows: LedgerRow[] = [];

scope.addEventListener('message', async ({ data }) => {
  // Libraries that run here have messages of their own, which are none of ours.
  if (data.kind === 'rows') rows.push(...data.rows);
  else if (data.kind === 'write' || data.kind === 'compare') scope.postMessage(await carriedOut(data));
});

async function carriedOut(order: Exclude<Order, { kind: 'rows' }>): Promise<Answer> {
  try {
    if (order.kind === 'write') return { kind: 'written', blob: await writeLedger(order.format, rows, order.options) };
    const bytes = new Uint8Array(await order.file.arrayBuffer());
    const comparison = compareGrids(await openTables(bytes), rows, order.reader);
    return { kind: 'compared', comparison };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'failed', message, ...(error instanceof FormatError && { code: error.code }) };
  }
}
