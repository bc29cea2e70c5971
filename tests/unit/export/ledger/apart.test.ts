import { describe, expect, it } from 'vitest';
import { compareLedgerApart, type Thread, writeLedgerApart } from '../../../../lib/export/ledger/apart';
import type { Answer, Order } from '../../../../lib/export/ledger/thread';
import { duties } from './rows';

/** A thread that notes what it is told and answers as told. */
function fake(answer: (order: Order) => Answer | null) {
  const orders: Order[] = [];
  let ended = false;
  const thread: Thread = {
    onmessage: null,
    onerror: null,
    postMessage(order) {
      orders.push(order);
      const said = answer(order);
      if (said) queueMicrotask(() => thread.onmessage?.({ data: said } as MessageEvent<Answer>));
    },
    terminate() {
      ended = true;
    },
  };
  return { thread, orders, ended: () => ended };
}

const blob = new Blob(['x']);

describe('a ledger written in a thread', () => {
  it('is handed its rows some at a time, says how far it is, and ends its thread', async () => {
    const { thread, orders, ended } = fake(({ kind }) => (kind === 'write' ? { kind: 'written', blob } : null));
    const said: (number | null)[] = [];
    const rows = duties(120);
    const made = await writeLedgerApart(
      'csv',
      rows,
      { paper: 'A3' },
      { onProgress: (n) => said.push(n) },
      () => thread,
    );
    expect(made).toBe(blob);
    expect(orders.flatMap((order) => (order.kind === 'rows' ? order.rows : []))).toEqual(rows);
    expect(
      orders.map((order) => (order.kind === 'rows' ? order.rows.length : order.kind === 'write' && order.options)),
    ).toEqual([50, 50, 20, { paper: 'A3' }]);
    expect(said).toEqual([50 / 120, 100 / 120, 1, null]);
    expect(ended()).toBe(true);
  });

  it('stops at once when it is told to', async () => {
    const stop = new AbortController();
    const { thread, ended } = fake(({ kind }) => {
      if (kind === 'write') stop.abort(new Error('stopped'));
      return null;
    });
    await expect(writeLedgerApart('csv', duties(3), {}, { signal: stop.signal }, () => thread)).rejects.toThrow(
      'stopped',
    );
    expect(ended()).toBe(true);
    await expect(writeLedgerApart('csv', [], {}, { signal: stop.signal }, () => thread)).rejects.toThrow('stopped');
  });

  it('tells what the writer met with', async () => {
    const { thread, ended } = fake(({ kind }) => (kind === 'write' ? { kind: 'failed', message: 'no memory' } : null));
    await expect(writeLedgerApart('csv', [], {}, {}, () => thread)).rejects.toThrow('no memory');
    expect(ended()).toBe(true);
    const broken = fake(() => null);
    const waiting = writeLedgerApart('csv', duties(1), {}, {}, () => broken.thread);
    broken.thread.onerror?.({ message: 'broken' } as ErrorEvent);
    await expect(waiting).rejects.toThrow('broken');
    expect(broken.ended()).toBe(true);
  });

  it('is read back in one, and what is wrong with a file keeps its code', async () => {
    const comparison = { diff: null, ours: true, foreign: [] } as never;
    const { thread, orders, ended } = fake(({ kind }) =>
      kind === 'compare' ? { kind: 'compared', comparison } : null,
    );
    const ours = { headings: { 工作任务: 'title' }, own: [{ word: '滞后', status: 'doing' as const }] };
    expect(await compareLedgerApart(blob, duties(2), ours, {}, () => thread)).toBe(comparison);
    expect(orders.at(-1)).toEqual({ kind: 'compare', file: blob, reader: ours });
    expect(ended()).toBe(true);
    const refused = fake(({ kind }) =>
      kind === 'compare' ? { kind: 'failed', message: 'xls', code: 'old-excel' } : null,
    );
    await expect(compareLedgerApart(blob, [], { headings: {} }, {}, () => refused.thread)).rejects.toMatchObject({
      code: 'old-excel',
    });
  });
});
