import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planForeign } from '../../../../lib/export/ledger/back/adopt';
import { firstChoice, type Ground, type Offer, offersOf, patchesOf } from '../../../../lib/export/ledger/back/choose';
import { compareFile } from '../../../../lib/export/ledger/back/compare';
import { entailed } from '../../../../lib/export/ledger/back/entailed';
import { suggestMapping } from '../../../../lib/export/ledger/back/foreign';
import { foreignRows } from '../../../../lib/export/ledger/back/foreign-rows';
import { openGrids } from '../../../../lib/export/ledger/back/open';
import { plain } from '../../../../lib/export/ledger/cells';
import { fullSet } from '../../../../lib/export/ledger/choice';
import { ledgerOf } from '../../../../lib/export/ledger/ledger';
import { editedTask } from '../../../../lib/store/manner';
import type { TaskRecord } from '../../../../lib/store/types';
import { task as sample } from '../../store/samples';
import { document } from './rows';

const instant = '2026-03-05T08:00:00.000Z';
const monthly = (over: Partial<TaskRecord> = {}): TaskRecord => ({
  ...sample,
  id: 'm',
  title: '加强执法证件管理',
  status: 'open',
  dueDate: '2027-01-05',
  deadlineText: null,
  recurrenceText: '每月5日前',
  repeat: { text: '每月5日前', until: null },
  created: instant,
  updated: instant,
  ...over,
});

let serial = 0;
const ground = (tasks: readonly TaskRecord[], now: Date): Ground => ({
  tasks,
  own: [],
  now,
  newId: () => `e${serial++}`,
});

/** The table that is sent out, as cells under headings; with or without the hidden version. */
function sent(task: TaskRecord, version: boolean): Record<string, string> {
  const { columns, sheets } = ledgerOf([{ task, document }], { columns: fullSet, returnable: true });
  const cells = sheets[0]!.rows[0]!.map((cell, at) => [columns[at]!.heading.zh, String(plain(columns[at]!, cell))]);
  const all = Object.fromEntries(cells) as Record<string, string>;
  if (!version) delete all.版本;
  return all;
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const fileOf = (cells: Record<string, string>) =>
  new TextEncoder().encode(
    `\ufeff${[Object.keys(cells), Object.values(cells)].map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`,
  );

function compared(task: TaskRecord, cells: Record<string, string>) {
  const { diff } = compareFile(fileOf(cells), [{ task, document }]);
  return { diff, offers: offersOf(diff) };
}

function taken(task: TaskRecord, offers: readonly Offer[], now: Date, chosen = firstChoice(offers)): TaskRecord {
  const set = patchesOf(offers, chosen, ground([task], now)).get(task.id);
  return (set && editedTask(task, { set }, now)) ?? task;
}

describe('a returned ledger says 已完成 of the period in its row', () => {
  const recurrence = fc.constantFrom('每月5日前', '每季度末月25日前', '每半年', '每年11月底前', '每周五');
  const edits = fc.record({
    version: fc.boolean(),
    moved: fc.boolean(),
    told: fc.constantFrom('', '已核验'),
    doneOn: fc.constantFrom('', '2026-12-20'),
    rounds: fc.integer({ min: 2, max: 4 }),
  });

  it('and completes no later one, however often it is taken back', () => {
    fc.assert(
      fc.property(recurrence, edits, (text, { version, moved, told, doneOn, rounds }) => {
        let task = monthly({ repeat: { text, until: null }, recurrenceText: text });
        const cells = sent(task, version);
        cells.办理状态 = '已完成';
        cells.状态 = '已完成';
        if (told) cells.工作进展 = told;
        if (doneOn) cells.办结日期 = doneOn;
        // The date may be moved here while the file is under way.
        if (moved && version) {
          task = editedTask(task, { set: { dueDate: '2027-01-07' } }, new Date(2026, 11, 1))!;
        }
        for (let round = 0; round < rounds; round++) {
          const now = new Date(2026, 11, 2 + round, 9);
          task = taken(task, compared(task, cells).offers, now);
          expect(task.rounds).toHaveLength(1);
        }
        const { diff, offers } = compared(task, cells);
        expect([...firstChoice(offers)]).toEqual([]);
        expect(diff.conflicts.filter(({ field }) => field === 'status' || field === 'word')).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('what else it says of a period that is over is told, and not taken over', () => {
    const done = editedTask(monthly(), { set: { status: 'done' } }, new Date(2026, 11, 2))!;
    expect(done.dueDate).toBe('2027-02-05');
    const cells = { ...sent(monthly(), true), 办理状态: '进行中', 工作进展: '核验了一半', 备注: '新备注' };
    const { diff, offers } = compared(done, cells);
    expect(diff.passed).toEqual([
      { id: 'm', place: { sheet: '', row: 2 }, round: { due: '2027-01-05', done: '2026-12-02' } },
    ]);
    expect(offers.map(({ field, conflict }) => [field, conflict])).toEqual([
      ['note', null],
      ['latest', 'passed'],
    ]);
    const after = taken(done, offers, new Date(2026, 11, 3), new Set(offers.map(({ key }) => key)));
    // Told of the period before: it begins none.
    expect([after.status, after.progress?.at(-1)?.text]).toEqual(['open', '核验了一半']);
  });

  it('says nothing of a period that is over where nobody touched it', () => {
    const done = editedTask(monthly(), { set: { status: 'done' } }, new Date(2026, 11, 2))!;
    expect(compared(done, sent(monthly(), true))).toMatchObject({ diff: { passed: [], unchanged: 1 }, offers: [] });
  });

  it('completes the present period where the row is of that', () => {
    const second = editedTask(monthly(), { set: { status: 'done' } }, new Date(2026, 11, 2))!;
    const cells = { ...sent(second, true), 办理状态: '已完成' };
    expect(taken(second, compared(second, cells).offers, new Date(2027, 0, 3)).dueDate).toBe('2027-03-05');
  });
});

describe('a table of an office’s own', () => {
  const plan = (task: TaskRecord, due: string) => {
    const text = `编号,工作任务,完成时限,办理状态\r\n3,加强执法证件管理,${due},已完成\r\n`;
    const [grid] = openGrids(new TextEncoder().encode(text));
    const { rows } = foreignRows(grid!, suggestMapping(grid!)!, '2026-12-02');
    return planForeign(rows, [task]);
  };
  const done = editedTask(monthly(), { set: { status: 'done' } }, new Date(2026, 11, 2))!;

  it('completes no period twice', () => {
    expect(plan(done, '2027-01-05')).toMatchObject({ offers: [], same: 1 });
    expect(plan(done, '2027-02-05').offers).toMatchObject([{ field: 'status', conflict: null }]);
  });

  it('that does not say of which period it is asks', () => {
    expect(plan(done, '每月5日前').offers).toMatchObject([{ field: 'status', conflict: 'passed' }]);
    expect(plan(monthly(), '每月5日前').offers).toMatchObject([{ field: 'status', conflict: null }]);
  });
});

describe('what writing entails beside the cells', () => {
  const now = new Date(2026, 11, 2);
  const of = (task: TaskRecord, set: object) => entailed([task], new Map([[task.id, set]]), now);
  const entry = { id: 'e', on: '2026-12-01', text: '已核验', percent: 60, problem: '', next: '', by: '', at: instant };

  it('is told: the next date, what progress begins, the day of 办结', () => {
    expect(of(monthly(), { status: 'done' })).toEqual([
      { id: 'm', kind: 'next', before: '2027-01-05', after: '2027-02-05' },
    ]);
    const once = monthly({ repeat: null });
    expect(of(once, { progress: [entry] })).toEqual([{ id: 'm', kind: 'status', before: 'open', after: 'doing' }]);
    expect(of(once, { status: 'done' })).toEqual([{ id: 'm', kind: 'doneOn', before: null, after: '2026-12-02' }]);
    expect(of({ ...once, status: 'done', doneOn: '2026-12-01' }, { status: 'doing' })).toEqual([
      { id: 'm', kind: 'doneOn', before: '2026-12-01', after: null },
    ]);
    expect(of(once, { note: '甲' })).toEqual([]);
  });

  it('is nothing for the status of a row whose status cell was refused', () => {
    const task = monthly({ repeat: null });
    const { offers } = compared(task, { ...sent(task, true), 办理状态: '差不多了', 工作进展: '已核验' });
    expect(taken(task, offers, now)).toMatchObject({ status: 'open', progress: [{ text: '已核验' }] });
  });
});
