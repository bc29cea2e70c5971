import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExchangeError, exchangeText, readExchange } from '../../../../lib/export/exchange/file';
import { joined } from '../../../../lib/export/exchange/join';
import { leftOut } from '../../../../lib/export/exchange/left';
import { chosenRecords, planExchange, rebased } from '../../../../lib/export/exchange/merge';
import { plain } from '../../../../lib/export/ledger/cells';
import { fullSet } from '../../../../lib/export/ledger/choice';
import { ledgerOf } from '../../../../lib/export/ledger/ledger';
import { stampedFields } from '../../../../lib/follow/types';
import type { DocumentRecord, TaskRecord } from '../../../../lib/store/types';
import { policy, seen, task } from '../../store/samples';

const created = '2026-03-05T08:00:00.000Z';
const document: DocumentRecord = {
  id: seen.id,
  title: policy.title,
  docNumber: policy.docNumber,
  issuer: policy.issuer,
  date: policy.date,
  region: policy.region,
  urls: [seen.url, 'file:///home/chen/方案.docx'],
  fingerprint: seen.fingerprint,
  policy,
  firstSeen: created,
  lastSeen: created,
};
const record = (part: Partial<TaskRecord> = {}): TaskRecord => ({
  ...task,
  id: 'ours-0',
  created,
  updated: created,
  ...part,
});
const limits = [
  { text: '6月底前', date: '2026-06-30' },
  { text: '年底前', date: '2026-12-31' },
];
describe('what tells of one office alone', () => {
  it('for whom a task was taken on does not travel; which limits are met does, from whichever office', () => {
    const theirs = record({
      id: 'x',
      takenFor: ['县水利局'],
      deadlines: [{ ...limits[0]!, done: '2026-06-01' }, limits[1]!],
    });
    const plan = planExchange(
      [record({ deadlines: limits })],
      [{ tasks: [theirs], documents: [] }],
      new Set([seen.id]),
    );
    expect(plan.offers.map(({ field }) => field)).toEqual(['more']);
    const [taken] = chosenRecords(plan, new Set(plan.offers.map(({ key }) => key)), new Date(created));
    expect(taken!.deadlines).toEqual(theirs.deadlines);
    const fresh = planExchange([], [{ tasks: [theirs], documents: [] }], new Set([seen.id])).added[0]!;
    expect(fresh).not.toHaveProperty('takenFor');
    expect(joined(theirs, record({ deadlines: limits })).deadlines).toEqual(theirs.deadlines);
  });
});

const at = (day: number) => `2026-04-${String(day).padStart(2, '0')}T08:00:00.000Z`;
const entry = (id: string, on: string, text: string) => ({
  id,
  on,
  text,
  percent: null,
  problem: '',
  next: '',
  by: '',
  at: `${on}T08:00:00.000Z`,
});

describe('an exchange file', () => {
  it('is read as it was written, with the office named and no path of this machine', () => {
    const mine = record({ url: 'file:///home/chen/方案.docx', progress: [entry('e1', '2026-04-01', '已部署')] });
    const text = exchangeText([mine], [document], '县司法局');
    expect(text).not.toContain('/home/chen');
    const file = readExchange(`\ufeff${text}`);
    expect([file.from, file.bad]).toEqual(['县司法局', []]);
    expect(file.tasks).toEqual([
      { ...mine, url: 'file:///方案.docx', progress: [{ ...mine.progress![0], by: '县司法局' }] },
    ]);
    expect(file.documents).toEqual([{ ...document, urls: [seen.url] }]);
  });

  it('leaves out what is broken, and says so', () => {
    const text = exchangeText([record(), { ...record({ id: 'b' }), dueDate: '2026-02-30' }], [], '');
    expect(readExchange(text)).toMatchObject({ tasks: [{ id: 'ours-0' }], bad: [{ field: 'dueDate' }] });
  });

  it.each([
    ['[', 'not-json'],
    ['{"format":"dutymark-backup","version":1}', 'not-exchange'],
    ['{"format":"dutymark-exchange","version":1,"tasks":{}}', 'not-exchange'],
    ['{"format":"dutymark-exchange","version":2}', 'newer'],
  ])('that is none is refused: %s', (text, code) => {
    expect(() => readExchange(text)).toThrow(new ExchangeError(code as never));
  });
});

describe('merging', () => {
  const mine = record({ note: '我方备注', at: { note: at(1), status: at(1) }, status: 'doing', updated: at(1) });

  it('takes each field from whoever changed it last, and unites what was told', () => {
    const theirs = record({
      id: 'theirs-7',
      note: '旧备注',
      status: 'done',
      doneOn: '2026-04-02',
      handlers: ['陈工'],
      role: 'participant',
      progress: [entry('e2', '2026-04-02', '办结')],
      at: { note: '2026-03-06T08:00:00.000Z', status: at(2), doneOn: at(2), handlers: at(2) },
      updated: at(2),
    });
    const plan = planExchange(
      [{ ...mine, progress: [entry('e1', '2026-04-01', '已部署')] }],
      [{ tasks: [theirs], documents: [] }],
      new Set([seen.id]),
    );
    expect(plan.offers.map(({ field, conflict }) => [field, conflict])).toEqual([
      ['status', true],
      ['handlers', false],
      ['more', false],
    ]);
    const [all] = chosenRecords(plan, new Set(plan.offers.map(({ key }) => key)), new Date(at(9)));
    expect(all).toMatchObject({
      id: 'ours-0',
      role: 'lead',
      note: '我方备注',
      status: 'done',
      doneOn: '2026-04-02',
      handlers: ['陈工'],
      updated: at(9),
    });
    expect(all!.progress!.map(({ text }) => text)).toEqual(['已部署', '办结']);
    const [some] = chosenRecords(plan, new Set([`ours-0/handlers`]), new Date(at(9)));
    expect(some).toMatchObject({ status: 'doing', handlers: ['陈工'], at: { status: at(1), handlers: at(2) } });
  });

  describe('what does not stand', () => {
    const lost = (files: { from: string; tasks: TaskRecord[] }[], ours: TaskRecord[] = [mine]) => {
      const plan = planExchange(
        ours,
        files.map((file) => ({ ...file, documents: [] })),
        new Set([seen.id]),
      );
      return leftOut(plan, files).map(({ field, from, theirs }) => [field, from.join(), theirs.note]);
    };
    const noted = (note: string, day: number, part: Partial<TaskRecord> = {}) =>
      record({ id: `o-${day}`, note, at: { note: at(day) }, updated: at(day), ...part });

    it('is told, of files among themselves and against what is here, each value once with all who say it', () => {
      const files = [
        { from: '甲', tasks: [noted('甲的话', 2)] },
        { from: '乙', tasks: [noted('乙的话', 4)] },
        { from: '丙', tasks: [noted('甲的话', 3)] },
      ];
      expect(lost(files)).toEqual([['note', '甲,丙', '甲的话']]);
      expect(lost([...files].reverse())).toEqual([['note', '丙,甲', '甲的话']]);
      expect(lost(files, [])).toEqual([['note', '甲,丙', '甲的话']]);
      expect(lost(files, [record({ note: '本处', at: { note: at(9) } })])).toEqual([
        ['note', '甲,丙', '甲的话'],
        ['note', '乙', '乙的话'],
      ]);
    });

    it('is neither the state before, nor what nobody typed, nor of a period that is over', () => {
      expect(lost([{ from: '甲', tasks: [noted('我方备注', 2)] }])).toEqual([]);
      expect(lost([{ from: '甲', tasks: [record({ note: '没有改过', at: {} })] }])).toEqual([]);
      const rounds = [{ due: '2026-03-31', done: '2026-03-30' }];
      const here = record({ status: 'open', rounds, at: { status: at(1) } });
      const theirs = record({ id: 'o', status: 'doing', at: { status: at(2) } });
      expect(lost([{ from: '甲', tasks: [theirs] }], [here])).toEqual([]);
    });
  });

  it('adds tasks that are not here under one id whoever adds them, with their document, without a role of ours', () => {
    const theirs = record({ id: 'theirs-7', measureId: '二›1' });
    const plan = planExchange([mine], [{ tasks: [theirs], documents: [document] }], new Set());
    expect(plan.documents.map(({ id }) => id)).toEqual([seen.id]);
    expect(plan.added).toMatchObject([{ measureId: '二›1', role: null, certainty: null }]);
    const other = planExchange(
      [],
      [{ tasks: [{ ...theirs, id: 'another' }], documents: [document] }],
      new Set([seen.id]),
    );
    expect([other.added[0]!.id, other.documents]).toEqual([plan.added[0]!.id, []]);
  });

  it('leaves no 办结日期 on what is not done, whoever is read first', () => {
    const done = record({ status: 'done', doneOn: '2026-04-02', at: { status: at(2), doneOn: at(2) }, updated: at(2) });
    const doing = record({ status: 'doing', at: { status: at(3) }, updated: at(3) });
    for (const state of [joined(done, doing), joined(doing, done)])
      expect([state.status, state.doneOn ?? null]).toEqual(['doing', null]);
    const again = record({
      status: 'done',
      doneOn: '2026-04-04',
      at: { status: at(4), doneOn: at(4) },
      updated: at(4),
    });
    expect(joined(joined(done, doing), again)).toMatchObject({ status: 'done', doneOn: '2026-04-04' });
  });

  it('keeps what an office says of a period that another has completed off the next one', () => {
    const repeat = { text: '每季度末月25日前', until: null };
    const rounds = [{ due: '2026-03-25', done: '2026-03-20' }];
    const next = { status: at(2), dueDate: at(2) };
    const completed = record({ repeat, status: 'open', dueDate: '2026-06-25', rounds, at: next, updated: at(2) });
    const late = { status: at(3), dueDate: at(3), note: at(3) };
    const doing = record({ repeat, status: 'doing', dueDate: '2026-03-30', note: '注', at: late, updated: at(3) });
    for (const state of [joined(completed, doing), joined(doing, completed)])
      expect(state).toMatchObject({ status: 'open', dueDate: '2026-06-25', note: '注', rounds });
    const begun = record({ ...completed, status: 'doing', at: { ...next, status: at(4) }, updated: at(4) });
    expect(joined(joined(completed, doing), begun).status).toBe('doing');
    const plan = planExchange([doing], [{ tasks: [completed], documents: [] }], new Set([seen.id]));
    const [merged] = chosenRecords(plan, new Set(plan.offers.map(({ key }) => key)), new Date(at(9)));
    expect(merged).toMatchObject({ status: 'open', dueDate: '2026-06-25', at: { status: at(2), note: at(3) } });
  });

  it('changes nothing where both say the same, also the second time', () => {
    expect(planExchange([mine], [{ tasks: [mine], documents: [] }], new Set())).toMatchObject({ offers: [], same: 1 });
  });

  it('changes nothing of one’s own progress that comes back with one’s name on it', () => {
    const told = record({ progress: [entry('e1', '2026-04-01', '已部署')] });
    const file = readExchange(exchangeText([told], [], '县司法局'));
    expect(planExchange([told], [file], new Set())).toMatchObject({ offers: [], same: 1 });
  });

  it('overwrites nothing that was written here while the plan was looked at, and brings nothing back that was deleted', () => {
    const theirs = record({ id: 'theirs-7', handlers: ['陈工'], at: { handlers: at(2) }, updated: at(2) });
    const plan = planExchange([mine], [{ tasks: [theirs], documents: [] }], new Set([seen.id]));
    const all = new Set(plan.offers.map(({ key }) => key));
    const meanwhile = { ...mine, note: '刚写的', at: { ...mine.at, note: at(5) }, updated: at(5) };
    expect(chosenRecords(rebased(plan, [meanwhile]), all, new Date(at(9)))).toMatchObject([
      { note: '刚写的', handlers: ['陈工'] },
    ]);
    expect(chosenRecords(rebased(plan, []), all, new Date(at(9)))).toEqual([]);
  });

  it('is later than what is here, whatever the clock says', () => {
    const ahead = { ...mine, updated: '2030-01-01T00:00:00.000Z' };
    const theirs = record({ id: 'theirs-7', handlers: ['陈工'], at: { handlers: at(2) }, updated: at(2) });
    const plan = planExchange([ahead], [{ tasks: [theirs], documents: [] }], new Set([seen.id]));
    const [merged] = chosenRecords(plan, new Set(plan.offers.map(({ key }) => key)), new Date(at(9)));
    expect(merged!.updated > ahead.updated).toBe(true);
  });

  it('counts a task that was changed before fields had stamps as changed then', () => {
    const old = record({ status: 'done', updated: at(3) });
    expect(joined(mine, old).status).toBe('done');
    expect(joined(record({ ...mine, at: { status: at(4) }, updated: at(4) }), old).status).toBe('doing');
    expect(joined(old, record()).status).toBe('done');
  });
});

const instant = fc.integer({ min: 1, max: 6 }).map(at);
const day = fc.integer({ min: 1, max: 9 }).map((n) => `2026-05-0${n}`);
const name = fc.constantFrom('陈工', '李工', '审批股');
/** A task of one of three measures as an office may hand it in. */
const state = fc
  .record({
    measureId: fc.constantFrom('一›1', '一›2', '二›1'),
    title: fc.constantFrom('甲', '乙', '丙'),
    status: fc.constantFrom('open', 'doing', 'done', 'dropped' as const),
    word: fc.option(fc.constantFrom('滞后', '推进中')),
    dueDate: fc.option(day),
    note: fc.constantFrom('', '注一', '注二'),
    tags: fc.uniqueArray(name, { maxLength: 2 }),
    handlers: fc.uniqueArray(name, { maxLength: 2 }),
    doneOn: fc.option(day),
    progress: fc.uniqueArray(
      fc
        .record({ id: fc.constantFrom('e1', 'e2', 'e3'), on: day, text: name, by: name, at: instant })
        .map((part) => ({ ...entry('', '2026-05-01', ''), ...part })),
      { maxLength: 2, selector: ({ id }) => id },
    ),
    moves: fc.array(fc.record({ on: day, from: day, to: fc.option(day), reason: name }), { maxLength: 2 }),
    rounds: fc.array(fc.record({ due: fc.option(day), done: day }), { maxLength: 2 }),
    steps: fc.array(fc.record({ id: name, text: name, done: fc.boolean() }), { maxLength: 1 }),
    at: fc.dictionary(fc.constantFrom(...stampedFields), instant),
    updated: instant,
  })
  .map((part) => record({ ...part, documentId: seen.id }));
const office = fc.uniqueArray(state, { maxLength: 3, selector: ({ measureId }) => measureId });
const offices = fc.array(office, { minLength: 8, maxLength: 8 }).map((all) =>
  all.map((tasks, number) => ({
    tasks: tasks.map((each) => ({ ...each, id: `o${number}-${each.measureId}` })),
    documents: [document],
  })),
);

/** The whole ledger, every cell, in an order of its own. */
function ledger(tasks: readonly TaskRecord[]): string[] {
  const rows = tasks.map((task) => ({ task, document }));
  const { columns, sheets } = ledgerOf(rows, {
    columns: fullSet.filter(({ key }) => key !== 'index'),
    returnable: false,
  });
  return sheets
    .flatMap(({ rows }) => rows.map((cells) => cells.map((cell, n) => plain(columns[n]!, cell)).join('|')))
    .sort();
}

const take = (
  ours: readonly TaskRecord[],
  files: readonly (typeof offices extends fc.Arbitrary<infer Each> ? Each : never)[number][],
) => {
  const plan = planExchange(ours, files, new Set([seen.id]));
  const records = chosenRecords(plan, new Set(plan.offers.map(({ key }) => key)), new Date(at(30)));
  const byId = new Map([...ours, ...records].map((each) => [each.id, each]));
  return [...byId.values()];
};

describe('eight exchange files of one document', () => {
  it('come to the same ledger in any order, one by one or together, and twice', () => {
    fc.assert(
      fc.property(
        offices.chain((files) =>
          fc.tuple(fc.constant(files), fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 })),
        ),
        office.map((tasks) => tasks.map((each) => ({ ...each, id: `here-${each.measureId}` }))),
        ([files, order], ours) => {
          const one = files.reduce((sofar: readonly TaskRecord[], file) => take(sofar, [file]), ours);
          const other = order.reduce((sofar: readonly TaskRecord[], at) => take(sofar, [files[at]!]), ours);
          const together = take(
            ours,
            order.map((at) => files[at]!),
          );
          expect(ledger(other)).toEqual(ledger(one));
          // Of tasks that the files are about; what nobody handed in stays as it was.
          const handed = new Set(files.flatMap(({ tasks }) => tasks.map(({ measureId }) => measureId)));
          const undone = together.filter(({ status, measureId }) => status !== 'done' && handed.has(measureId));
          expect(undone.filter(({ doneOn }) => doneOn)).toEqual([]);
          expect(ledger(together)).toEqual(ledger(one));
          expect(ledger(take(one, [files[3]!]))).toEqual(ledger(one));
        },
      ),
      { numRuns: 300 },
    );
  });
});
