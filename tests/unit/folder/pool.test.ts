import { describe, expect, it, vi } from 'vitest';
import { createPool, type Thread } from '../../../lib/folder/pool';
import type { Answer, Order } from '../../../lib/folder/types';
import { nobody } from '../../../lib/page/engine';
import { brief, found } from './fakes';

const order = { kind: 'study', file: found('a.txt').file, mine: nobody, today: '2026-03-05' } as const;
const studied: Answer = { kind: 'studied', brief: brief(), studied: new Blob() };

/** Threads that answer what the test has them say. */
function threads(answer: (order: Order, say: (data: unknown) => void, thread: Thread) => void) {
  const all: (Thread & { ended: boolean })[] = [];
  const start = () => {
    const thread: Thread & { ended: boolean } = {
      ended: false,
      onmessage: null,
      onerror: null,
      postMessage: (given) => answer(given, (data) => thread.onmessage?.({ data } as MessageEvent<Answer>), thread),
      terminate: () => {
        thread.ended = true;
      },
    };
    all.push(thread);
    return thread;
  };
  return { all, start };
}

describe('the threads of a folder', () => {
  it('serve one order after another, and tell how far they are', async () => {
    const { all, start } = threads((_, say) => {
      // What a reader in the thread says to itself is none of ours.
      say({ sourceName: 'worker', action: 'ready' });
      say({ kind: 'progress', fraction: 0.5 });
      say(studied);
    });
    const pool = createPool(1, start);
    const onProgress = vi.fn();
    expect(await pool.run(order, { onProgress })).toBe(studied);
    await pool.run(order);
    expect(onProgress.mock.calls).toEqual([[0.5]]);
    expect(all).toHaveLength(1);
    pool.end();
    expect(all[0]?.ended).toBe(true);
  });

  it('survive a file that cannot be read, not one that breaks them', async () => {
    const answers: ((say: (data: unknown) => void, thread: Thread) => void)[] = [
      (say) => say({ kind: 'failed', code: 'no-text', message: '' }),
      (_, thread) => thread.onerror?.({ message: 'out of memory' } as ErrorEvent),
      (say) => say(studied),
    ];
    const { all, start } = threads((_, say, thread) => answers.shift()?.(say, thread));
    const pool = createPool(1, start);
    await expect(pool.run(order)).rejects.toMatchObject({ code: 'no-text' });
    await expect(pool.run(order)).rejects.toMatchObject({ code: 'damaged', message: 'out of memory' });
    await pool.run(order);
    expect(all.map(({ ended }) => ended)).toEqual([true, false]);
  });

  it('are ended in the middle of a file at once, and when they hang', async () => {
    const { all, start } = threads(() => {});
    const pool = createPool(1, start, 20);
    const stop = new AbortController();
    const running = pool.run(order, { signal: stop.signal });
    stop.abort();
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    await expect(pool.run(order)).rejects.toMatchObject({ code: 'damaged', message: 'the reader hangs' });
    await expect(pool.run(order, { signal: stop.signal })).rejects.toMatchObject({ name: 'AbortError' });
    expect(all.map(({ ended }) => ended)).toEqual([true, true]);
  });
});
