import { describe, expect, it } from 'vitest';
import { type BackupAnswer, type BackupOrder, backupApart } from '../../../lib/export/backup-apart';

const order: Pick<BackupOrder, 'settings' | 'name'> = { settings: { theme: 'dark' }, name: 'backup.json' };

/** Threads that answer an order each, one answer after the other, or break. */
function threadThat(...answers: readonly (BackupAnswer | 'breaks')[]) {
  const told = { orders: [] as unknown[], ended: 0 };
  const listeners = new Map<string, (event: never) => void>();
  const thread = {
    addEventListener: (type: string, listener: (event: never) => void) => void listeners.set(type, listener),
    postMessage(asked: unknown) {
      told.orders.push(asked);
      const answer = answers[told.orders.length - 1]!;
      const [type, event] = answer === 'breaks' ? ['error', {}] : ['message', { data: answer }];
      queueMicrotask(() => listeners.get(type as string)?.(event as never));
    },
    terminate: () => void told.ended++,
  };
  return { told, start: () => thread as never };
}

describe('a backup made in a thread of its own', () => {
  it('is the file that the thread has made, and ends the thread', async () => {
    const file = new Blob(['{}']);
    const { told, start } = threadThat({ file });
    expect(await backupApart(order, start)).toBe(file);
    expect(told).toEqual({ orders: [{ ...order, created: expect.any(Date) }], ended: 1 });
  });

  it('is written on by another thread where one has written enough, of the same day', async () => {
    const file = new Blob(['{}']);
    const next = { table: 'documents', after: 'doc-7', some: true, changed: ['doc-3'], size: 8_000_123 } as const;
    const { told, start } = threadThat({ next }, { file });
    expect(await backupApart(order, start)).toBe(file);
    const { created } = told.orders[0] as BackupOrder;
    expect(told).toEqual({
      orders: [
        { ...order, created },
        { ...order, created, from: next },
      ],
      ended: 2,
    });
  });

  it('fails as the thread has failed', async () => {
    const { told, start } = threadThat({ failed: { code: 'newer-version', message: 'newer', detail: null } });
    await expect(backupApart(order, start)).rejects.toMatchObject({ name: 'StoreError', code: 'newer-version' });
    expect(told.ended).toBe(1);
  });

  it.each([
    ['breaks', threadThat('breaks').start],
    [
      'cannot be had',
      () => {
        throw new Error('no threads');
      },
    ],
  ])('is made here where the thread %s', async (_, start) => {
    // There is no database here: that it was asked for shows that the backup was begun.
    const here = backupApart(order, start);
    await expect(here).rejects.toMatchObject({ name: 'StoreError' });
  });
});
