import { expect, vi } from 'vitest';
import type { BulkReceipt, MergeReport, StoreDump } from '../../../lib/store/port';
import type { TaskRecord } from '../../../lib/store/types';
import { seen, task } from '../../unit/store/samples';
import { listed, makeOld, makeOlder, whole } from './inside';
import { ask, call, type Victim } from './victims';

/** How often to kill, and how many records the work is about. */
export interface Scale {
  readonly times: number;
  readonly records: number;
}

const PART = 200;
const instant = '2026-03-05T08:00:00.000Z';

const tasksOf = (round: number | string, count: number): TaskRecord[] =>
  Array.from({ length: count }, (_, index) => ({
    ...task,
    id: `round-${round}-${index}`,
    documentId: seen.id,
    measureId: `一›${round}-${index}`,
    created: instant,
    updated: instant,
  }));

const all = (victim: Victim) => call<TaskRecord[]>(victim, 'tasks', seen.id);

async function putAside(victim: Victim, key: string, tasks: readonly TaskRecord[]): Promise<void> {
  for (let from = 0; from < tasks.length; from += PART) {
    const part: StoreDump = { documents: [], tasks: tasks.slice(from, from + PART), annotations: [] };
    await call(victim, 'putAside', key, from / PART, part);
  }
}

/** Nothing but so many tasks is kept. */
async function fill(victim: Victim, name: string, count: number): Promise<TaskRecord[]> {
  const tasks = tasksOf(name, count);
  await call(victim, 'clear');
  await putAside(victim, `for-${name}-here`, tasks);
  await call(victim, 'mergeAside', `for-${name}-here`);
  return tasks;
}

/** Milliseconds of a work that nobody cuts off: the kills are spread over as long, whatever the machine. */
async function lengthOf(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

const moment = (length: number, round: number, times: number): number => (length * (round + 0.5)) / times;

/** Of what a single write was told of, all is there. */
export async function singleWrites(victim: Victim, { times }: Scale): Promise<void> {
  const told = new Map<string, string>();
  for (let round = 0; round < times; round++) {
    let isBegun = (): void => undefined;
    const begun = new Promise<void>((resolve) => {
      isBegun = resolve;
    });
    const write = async (cut: AbortSignal) => {
      for (let number = 0; !cut.aborted; number++) {
        const measureId = `${round}›${number}`;
        const [added] = await ask<TaskRecord[]>(victim, 'addTasks', seen, [{ ...task, measureId }]);
        told.set(added!.id, '');
        isBegun();
        const note = `第${round}轮第${number}条`;
        await ask(victim, 'updateTasks', [added!.id], { note });
        told.set(added!.id, note);
      }
      return null;
    };
    await victim.cutOff(write, moment(400, round, times), begun);
    const kept = new Map((await all(victim)).map(({ id, note }) => [id, note]));
    // A note that was on its way may be there; one that was told of must be.
    for (const [id, note] of told) expect(kept.get(id) ?? 'lost', `round ${round}`).toContain(note);
  }
  expect(told.size).toBeGreaterThan(0);
}

/** An edit of many changes all of them or none; asked for again it is done once; its undo is whole. */
export async function bulkEdits(victim: Victim, { times, records }: Scale): Promise<void> {
  const ids = (await fill(victim, 'edits', records)).map(({ id }) => id);
  const withTag = async (tag: string) => (await all(victim)).filter(({ tags }) => tags.includes(tag)).length;
  const editOf = (round: number) => [
    ids,
    { addTags: [`督办${round}`], set: { status: round % 2 ? 'open' : 'doing' } },
    `edit-of-round-${round}`,
  ];
  const length = await lengthOf(() => call(victim, 'editTasks', ...editOf(times)));
  for (let round = 0; round < times; round++) {
    const edit = editOf(round);
    const told = await victim.cutOff(
      () => ask<BulkReceipt>(victim, 'editTasks', ...edit),
      moment(length, round, times),
    );
    const tagged = await withTag(`督办${round}`);
    expect([0, records], `edit of round ${round}`).toContain(tagged);
    if (told) expect(tagged, `edit of round ${round} was told of`).toBe(records);
    const receipt = await call<BulkReceipt>(victim, 'editTasks', ...edit);
    expect(receipt.changed).toBe(records);
    expect(await withTag(`督办${round}`)).toBe(records);
    if (round === times - 1) {
      await call(victim, 'undoTasks', receipt);
      expect(await withTag(`督办${round}`)).toBe(0);
    }
  }
}

/** A restore takes over all or nothing, and a second call ends it. */
export async function restores(victim: Victim, { times, records }: Scale): Promise<void> {
  const merge = (key: string) => ask<MergeReport>(victim, 'mergeAside', key);
  await call(victim, 'clear');
  await putAside(victim, 'restore-that-is-timed', tasksOf('timed', records));
  const length = await lengthOf(() => merge('restore-that-is-timed'));
  for (let round = 0; round < times; round++) {
    await call(victim, 'clear');
    const key = `restore-of-round-${round}`;
    await putAside(victim, key, tasksOf(round, records));
    const told = await victim.cutOff(() => merge(key), moment(length, round, times));
    const there = (await all(victim)).length;
    expect([0, records], `restore of round ${round}`).toContain(there);
    if (told) expect(there, `restore of round ${round} was told of`).toBe(records);
    const report = await call<MergeReport>(victim, 'mergeAside', key);
    expect(report).toEqual({ added: records, updated: 0, kept: 0 });
    expect((await all(victim)).length).toBe(records);
  }
}

// (`expect.poll` refuses to wait where tests run beside each other.)
const until = (holds: () => Promise<void>) => vi.waitFor(holds, { timeout: 60_000, interval: 10 });

/** A backup that is cut off leaves what is kept, and the backups before it, whole; the next one is made. */
export async function backups(victim: Victim, { times, records }: Scale): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  const ofToday = async () =>
    (await whole(victim.page())).filter(({ name }) => name >= today).map(({ tasks }) => tasks);
  const isOfToday = ({ name, size }: { name: string; size: number }) =>
    size > 0 && name >= today && name.endsWith('.json.gz');
  // Looked for in the list of files: to unpack them all a hundred times a second would keep the browser from its work.
  const made = async () => {
    await until(async () => expect((await listed(victim.page())).filter(isOfToday)).toHaveLength(1));
    await until(async () => expect(await ofToday()).toEqual([records]));
  };
  // It is begun some seconds after the last write; a short one may be over before it is seen.
  const begun = (file: { name: string; size: number }) => file.size === 0 || isOfToday(file);
  const begins = () => until(async () => expect((await listed(victim.page())).some(begun)).toBe(true));
  const note = (round: number) => call(victim, 'updateTasks', ['round-backups-0'], { note: `第${round}轮` });

  await fill(victim, 'backups', records);
  await begins();
  const length = await lengthOf(made);
  for (let round = 1; round <= times; round++) {
    await makeOlder(victim.page(), round);
    const before = await whole(victim.page());
    await note(round);
    await begins();
    await victim.cutOff(async () => true, moment(length, round - 1, times));
    const after = await whole(victim.page());
    if (!after.some(({ name }) => name >= today)) victim.kills.amid++;
    expect(after.length, `backup of round ${round}`).toBeGreaterThanOrEqual(Math.min(3, before.length));
    expect(new Set(after.map(({ tasks }) => tasks))).toEqual(new Set([records]));
    expect((await all(victim)).length).toBe(records);
  }
  await makeOlder(victim.page(), times + 1);
  await note(times + 1);
  await made();
  expect((await listed(victim.page())).map(({ size }) => size)).not.toContain(0);
  const [last] = await call<TaskRecord[]>(victim, 'tasks', null, ['round-backups-0']);
  expect(last!.note).toBe(`第${times + 1}轮`);
}

/** A migration that is cut off has lost nothing, and is ended at the next start. */
export async function migrations(victim: Victim, { times, records }: Scale): Promise<void> {
  await makeOld(victim.page(), tasksOf('timed', records));
  const length = await lengthOf(() => call(victim, 'counts'));
  for (let round = 0; round < times; round++) {
    const tasks = tasksOf(round, records);
    await makeOld(victim.page(), tasks);
    await victim.cutOff(() => ask(victim, 'counts'), moment(length, round, times));
    expect(await call(victim, 'counts')).toMatchObject({ tasks: records });
    // What only the new version can do.
    expect(await call(victim, 'trashed')).toMatchObject({ count: 0 });
    const ids = (await all(victim)).map(({ id }) => id).sort();
    expect(ids).toEqual(tasks.map(({ id }) => id).sort());
  }
}
