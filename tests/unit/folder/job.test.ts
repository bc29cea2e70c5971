import { describe, expect, it, vi } from 'vitest';
import { createJob, type FolderJob, type JobOptions, mostFiles } from '../../../lib/folder/job';
import { wantedOf } from '../../../lib/folder/table';
import { nobody } from '../../../lib/page/engine';
import type { Profile } from '../../../lib/units/types';
import { freshStore } from '../store/setup';
import { fakePool, some } from './fakes';

const unit: Profile = {
  id: 'u',
  name: '县水利局',
  region: '清河市临澜县',
  kind: 'government-department',
  aliases: [],
  colour: null,
};
const ours = { profiles: [unit], decisions: [] };

function begin(options: Partial<JobOptions> = {}) {
  const { pool, read, log } = fakePool();
  const { store } = freshStore();
  const onTaken = vi.fn();
  const job = createJob({ pool, mine: ours, today: '2026-03-05', store, onChange: () => {}, onTaken, ...options });
  return { job, read, log, store, onTaken };
}

/** All that names us, nothing having been taken on. */
const wanted = (job: FolderJob) => wantedOf(job.state().rows, new Map());

describe('a folder', () => {
  it('is read file by file, as many at once as there are threads, with true counts', async () => {
    const { job, read, log } = begin();
    const done = job.start(() => some('a.txt', '坏.docx', 'b.pdf', '图.png', '~$a.docx', '.DS_Store', '旧.xls'));
    await read();
    expect(job.state()).toMatchObject({ phase: 'reading', finished: 1, failed: 0, passedOver: 3 });
    expect(job.state().present).toHaveLength(2);
    for (let rest = 3; rest > 0; rest -= 1) await read();
    await done;
    const { rows, ...state } = job.state();
    expect(state).toEqual({
      phase: 'done',
      passedOver: 3,
      tooMany: false,
      missed: 0,
      finished: 4,
      failed: 1,
      present: [],
    });
    expect(rows.map(({ path, state: of, error }) => [path, of, error?.code])).toEqual([
      ['a.txt', 'done', undefined],
      ['坏.docx', 'failed', 'damaged'],
      ['b.pdf', 'done', undefined],
      ['旧.xls', 'done', undefined],
    ]);
    expect(log.most).toBe(2);
    expect(log.ended).toBeGreaterThan(0);
  });

  it('stops at once: what was read stays, what was not says so, threads are ended', async () => {
    const { job, read, log } = begin();
    const done = job.start(() => some('a.txt', 'b.txt', 'c.txt', 'd.txt'));
    await read();
    job.stop();
    await done;
    expect(job.state()).toMatchObject({ phase: 'stopped', finished: 1, present: [] });
    expect(job.state().rows.map(({ state }) => state)).toEqual(['done', 'stopped', 'stopped', 'stopped']);
    expect(log.ended).toBeGreaterThan(0);
    expect(log.atOnce).toBe(0);
  });

  it('lists no more files than a page can bear, and says so', async () => {
    const { job } = begin();
    const done = job.start(() => some(...Array.from({ length: mostFiles + 2 }, (_, at) => `${at}.txt`)));
    await vi.waitFor(() => expect(job.state().phase).toBe('reading'));
    expect(job.state()).toMatchObject({ tooMany: true });
    expect(job.state().rows).toHaveLength(mostFiles);
    job.stop();
    await done;
  });

  it('is read as far as it was listed when it is taken away in between', async () => {
    const { job, read } = begin();
    async function* breaking() {
      yield* some('a.txt');
      throw new DOMException('gone', 'NotFoundError');
    }
    const done = job.start(breaking);
    await read();
    await done;
    expect(job.state()).toMatchObject({ phase: 'done', finished: 1, missed: 1 });
  });

  it('counts what is there and cannot be had', async () => {
    const { job, read } = begin();
    async function* partly() {
      yield* some('a.txt');
      yield { file: null, path: 'b.txt' };
    }
    const done = job.start(partly);
    await read();
    await done;
    expect(job.state()).toMatchObject({ phase: 'done', finished: 1, missed: 1 });
  });

  it('is matched anew when other units are ours', async () => {
    const { job, read } = begin({ mine: nobody });
    const done = job.start(() => some('a.txt'));
    await read();
    await done;
    expect(job.state().rows[0]?.brief?.named).toBe(0);
    await job.setMine(ours);
    expect(job.state().rows[0]?.brief?.named).toBe(1);
  });

  it('is taken on once, however often it is asked, and says what was', async () => {
    const { job, read, store, onTaken } = begin();
    const done = job.start(() => some('a.txt', 'b.txt'));
    await read();
    await read();
    await done;
    const progress: number[] = [];
    const first = await job.takeOn(wanted(job), (fraction) => progress.push(fraction));
    expect(first).toMatchObject({ documents: 2, error: null });
    expect(first.ids).toHaveLength(2);
    expect(progress).toEqual([0.5, 1]);
    expect((await store.tasks()).map(({ documentId }) => documentId).sort()).toEqual(['doc-a.txt', 'doc-b.txt']);
    expect(onTaken).toHaveBeenCalledTimes(2);
    expect(await job.takeOn(wanted(job))).toMatchObject({ ids: [], documents: 0 });
    await store.removeTasks(first.ids);
    expect(await store.tasks()).toEqual([]);
  });

  it('keeps what was taken on when the store fails in between, and says why it broke off', async () => {
    const { store } = freshStore();
    let calls = 0;
    const failing = {
      ...store,
      addTasks: (...args: Parameters<typeof store.addTasks>) => {
        calls += 1;
        return calls > 1 ? Promise.reject(Object.assign(new Error(), { code: 'quota' })) : store.addTasks(...args);
      },
    };
    const { job, read } = begin({ store: failing });
    const done = job.start(() => some('a.txt', 'b.txt'));
    await read();
    await read();
    await done;
    const taken = await job.takeOn(wanted(job));
    expect(taken).toMatchObject({ documents: 1, error: { code: 'quota' } });
    expect(await store.tasks()).toHaveLength(1);
  });

  it('lets go of everything when it is closed', async () => {
    const { job, read, log } = begin();
    const done = job.start(() => some('a.txt', 'b.txt', 'c.txt'));
    await read();
    job.close();
    await done;
    expect(job.state().rows).toEqual([]);
    expect(log.ended).toBeGreaterThan(0);
  });
});
