import type { Answer, Order } from './thread';
import type { LedgerRow } from './types';
import { writeLedger } from './write';

/** The thread a ledger is written in: one ledger a thread. Stopping it is the caller's to do, by ending the thread. */
const scope = globalThis as unknown as {
  postMessage(answer: Answer): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Order>) => void): void;
};

const rows: LedgerRow[] = [];

scope.addEventListener('message', async ({ data }) => {
  // Libraries that run here have messages of their own, which are none of ours.
  if (data.kind === 'rows') rows.push(...data.rows);
  else if (data.kind === 'write') scope.postMessage(await written(data));
});

async function written({ format, options }: Extract<Order, { kind: 'write' }>): Promise<Answer> {
  try {
    return { kind: 'written', blob: await writeLedger(format, rows, options) };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}
