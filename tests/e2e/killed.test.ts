import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BulkReceipt, MergeReport, StoreDump } from '../../lib/store/port';
import type { TaskRecord } from '../../lib/store/types';
import { annotation, seen, task } from '../unit/store/samples';
import { killWorker, type Stage, stage } from './fixture';
import { send } from './hand';

/** Records of a restore and of an edit; how often each is cut off. */
const MANY = 3000;
const TIMES = 10;
const PART = 200;

let at: Stage;
let ours: Page;
beforeAll(async () => {
  at = await stage();
  ours = await at.context.newPage();
  await ours.goto(at.url('options.html'));
});
afterAll(() => at.close());

interface Reply<Value> {
  readonly ok: boolean;
  readonly value: Value;
  readonly message?: string;
}

/** As the store's client calls: once more where nobody answered. @returns null where nobody did either time. */
async function call<Value>(method: string, args: readonly unknown[], again = true): Promise<Value | null> {
  const reply = await send<Reply<Value>>(ours, 'callStore', { method, args }).catch(() => null);
  if (!reply) return again ? call(method, args, false) : null;
  if (!reply.ok) throw new Error(`${method}: ${reply.message}`);
  return reply.value;
}

const instant = '2026-03-05T08:00:00.000Z';
const records = (round: number): TaskRecord[] =>
  Array.from({ length: MANY }, (_, index) => ({
    ...task,
    id: `round-${round}-${index}`,
    documentId: seen.id,
    measureId: `一›${round}-${index}`,
    created: instant,
    updated: instant,
  }));

/** Puts aside what a restore of so many tasks would bring. */
async function putAside(key: string, tasks: readonly TaskRecord[]): Promise<void> {
  const parts: StoreDump[] = [];
  for (let from = 0; from < tasks.length; from += PART) {
    parts.push({ documents: [], tasks: tasks.slice(from, from + PART), annotations: [] });
  }
  for (const [number, part] of parts.entries()) await call('putAside', [key, number, part]);
}

const count = async () => (await call<TaskRecord[]>('tasks', [seen.id]))?.length;

/** Ends the background while it works: at another moment each time. */
async function cutOff<Value>(
  work: () => Promise<Value>,
  round: number,
): Promise<{ killed: number; first: Value | null }> {
  const doing = work().catch(() => null);
  await new Promise((resolve) => setTimeout(resolve, 15 + round * 45));
  const killed = await killWorker(at);
  return { killed, first: await doing };
}

describe('the background, killed in the middle', () => {
  it('of a restore leaves nothing half done, and a second call ends it', { timeout: 300_000 }, async () => {
    await call('addAnnotation', [seen, annotation]);
    let killed = 0;
    for (let round = 0; round < TIMES; round++) {
      const before = (await count())!;
      const key = `restore-of-round-${round}`;
      await putAside(key, records(round));
      const cut = await cutOff(() => call<MergeReport>('mergeAside', [key], false), round);
      killed += cut.killed;
      const there = (await count())! - before;
      expect([0, MANY], `round ${round}`).toContain(there);
      // What was answered is there.
      if (cut.first) expect(there).toBe(MANY);
      expect(await call<MergeReport>('mergeAside', [key])).toEqual({ added: MANY, updated: 0, kept: 0 });
      expect(await count()).toBe(before + MANY);
      await call('clear', []);
      await call('addAnnotation', [seen, annotation]);
    }
    expect(killed).toBeGreaterThanOrEqual(TIMES / 2);
  });

  it('of an edit of many changes all of them or none, and its undo is whole', { timeout: 300_000 }, async () => {
    await call('clear', []);
    await call('addAnnotation', [seen, annotation]);
    await putAside('for-the-edits-here', records(99));
    await call('mergeAside', ['for-the-edits-here']);
    const ids = records(99).map(({ id }) => id);
    let killed = 0;
    for (let round = 0; round < TIMES; round++) {
      const tag = `督办${round}`;
      const key = `edit-of-round-${round}`;
      const args = [ids, { set: { status: round % 2 ? 'open' : 'doing' }, addTags: [tag] }, key];
      const cut = await cutOff(() => call<BulkReceipt>('editTasks', args, false), round);
      killed += cut.killed;
      const tagged = (await call<TaskRecord[]>('tasks', [seen.id]))!.filter(({ tags }) => tags.includes(tag)).length;
      expect([0, MANY], `round ${round}`).toContain(tagged);
      if (cut.first) expect(tagged).toBe(MANY);
      const receipt = (await call<BulkReceipt>('editTasks', args))!;
      expect(receipt.changed).toBe(MANY);
      if (round % 3 === 0) {
        await cutOff(() => call('undoTasks', [receipt], false), round);
        await call('undoTasks', [receipt]);
        const left = (await call<TaskRecord[]>('tasks', [seen.id]))!.filter(({ tags }) => tags.includes(tag)).length;
        expect(left).toBe(0);
      }
    }
    expect(killed).toBeGreaterThanOrEqual(TIMES / 2);
  });
});
