import ExcelJS from 'exceljs';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { diffLedger, type LedgerDiff } from '../../../../lib/export/ledger/back/diff';
import { openGrids } from '../../../../lib/export/ledger/back/open';
import { returnedRows } from '../../../../lib/export/ledger/back/returned';
import { fullSet } from '../../../../lib/export/ledger/choice';
import { editableFields } from '../../../../lib/export/ledger/fields';
import type { LedgerOptions } from '../../../../lib/export/ledger/ledger';
import type { LedgerRow } from '../../../../lib/export/ledger/types';
import { clean } from '../../../../lib/export/ledger/unfit';
import { writeLedger } from '../../../../lib/export/ledger/write';
import { statusWord } from '../../../../lib/export/words';
import { row } from './rows';

type Form = 'xlsx' | 'csv';

const written = async (form: Form, rows: readonly LedgerRow[], options: LedgerOptions = {}): Promise<Uint8Array> =>
  new Uint8Array(await (await writeLedger(form, rows, options)).arrayBuffer());

const compared = (rows: readonly LedgerRow[], bytes: Uint8Array): LedgerDiff =>
  diffLedger(rows, returnedRows(openGrids(bytes)));

const nothing = { changed: [], added: [], removed: [], conflicts: [], problems: [], fixed: [], passed: [] };

const wild = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: fc.constantFrom(...'=+-@＝\t\r\n"\',;；、县 1\u00a0\u3000\u200b\ufeff_x0041_<&>'), maxLength: 12 }),
  fc.constantFrom(
    '_x0041_',
    '前_x000D_后_x005F_',
    '__proto__',
    'constructor',
    'toString',
    '1-1',
    '1.10',
    '001',
    '123456789012345678',
    '(3)',
    '2026-01-01',
  ),
);
const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const share = fc.nat(100);
const status = fc.constantFrom('open', 'doing', 'done', 'dropped' as const);

const entry = (text: string, percent: number | null = null) => ({
  id: 'e',
  on: '2026-03-28',
  text,
  percent,
  problem: text,
  next: '',
  by: '',
  at: '2026-03-28T08:00:00.000Z',
});

/** A task with anything in it; a title that says something, as every task has one. */
const task = fc.record({
  title: wild.filter((text) => clean(text).trim() !== ''),
  number: fc.option(wild),
  note: wild,
  tags: fc.uniqueArray(wild, { maxLength: 3 }),
  status,
  dueDate: fc.option(day),
  excerpt: wild,
  lead: fc.array(wild, { maxLength: 2 }),
  handlers: fc.uniqueArray(wild, { maxLength: 3 }),
  evidence: fc.uniqueArray(wild, { maxLength: 2 }),
  doneOn: fc.option(day),
  word: fc.option(wild),
  progress: fc.option(
    fc.tuple(wild, fc.option(share)).map(([text, percent]) => [entry(text, percent)]),
    { nil: undefined },
  ),
});
const tasks = fc
  .array(task, { minLength: 1, maxLength: 8 })
  .map((list) => list.map((each, at) => row({ ...each, id: `t${at}` }, each.excerpt)));

describe.each<Form>(['xlsx', 'csv'])('a ledger that comes back as .%s untouched', (form) => {
  it('changes nothing, whatever stands in it', async () => {
    await fc.assert(
      fc.asyncProperty(tasks, fc.constantFrom(undefined, fullSet), async (rows, columns) => {
        const diff = compared(rows, await written(form, rows, { columns }));
        expect(diff).toEqual({ ...nothing, unchanged: rows.length });
      }),
      { numRuns: 150 },
    );
  });
});

/** What a colleague does to one row. */
interface Edit {
  readonly title: string | undefined;
  readonly note: string | undefined;
  readonly status: LedgerRow['task']['status'] | undefined;
  /** null: the cell is emptied. */
  readonly due: { readonly day: string; readonly typed: 'date' | 'text' | 'chinese' | 'slashes' } | null | undefined;
  readonly handlers: readonly string[] | undefined;
  readonly told: string | undefined;
  readonly percent: number | undefined;
  readonly gone: boolean;
}

const words = fc.string({
  unit: fc.constantFrom(...'完成办理核对公示县镇村站窗口一二三123 \n（）、'),
  minLength: 1,
  maxLength: 15,
});
const people = fc.uniqueArray(fc.constantFrom('陈工', '李工', '审批股'), { maxLength: 3 });
const edit: fc.Arbitrary<Edit> = fc.record({
  title: fc.option(
    words.filter((text) => text.trim() !== ''),
    { nil: undefined },
  ),
  note: fc.option(words, { nil: undefined }),
  status: fc.option(status, { nil: undefined }),
  due: fc.option(fc.option(fc.record({ day, typed: fc.constantFrom('date', 'text', 'chinese', 'slashes' as const) })), {
    nil: undefined,
  }),
  handlers: fc.option(people, { nil: undefined }),
  told: fc.option(words, { nil: undefined }),
  percent: fc.option(share, { nil: undefined }),
  gone: fc.boolean(),
});
const sane = fc.record({
  title: words.filter((text) => text.trim() !== ''),
  note: fc.oneof(words, fc.constant('')),
  status,
  dueDate: fc.option(day),
  handlers: people,
  told: fc.oneof(words, fc.constant('')),
  percent: fc.option(share),
});

const plan = fc.array(fc.tuple(sane, edit), { minLength: 1, maxLength: 8 }).chain((pairs) =>
  fc.record({
    pairs: fc.constant(pairs),
    order: fc.shuffledSubarray(
      pairs.map((_, at) => at),
      { minLength: pairs.length },
    ),
    added: fc.array(
      words.filter((text) => text.trim() !== ''),
      { maxLength: 2 },
    ),
    dropped: fc.subarray(['备注', '状态', '截止日期', '牵头单位', '承办人', '工作进展', '完成比例']),
  }),
);
type Plan = typeof plan extends fc.Arbitrary<infer Each> ? Each : never;

function asTyped({ day, typed }: NonNullable<NonNullable<Edit['due']>>): string | Date {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  if (typed === 'date') return new Date(`${day}T00:00:00Z`);
  return typed === 'chinese' ? `${year}年${month}月${date}日` : typed === 'slashes' ? `${year}/${month}/${date}` : day;
}

/** The cells of a row after a colleague was at them, by heading. */
function edited(edit: Edit): Record<string, string | Date | null> {
  return {
    ...(edit.title !== undefined && { 举措: edit.title }),
    ...(edit.note !== undefined && { 备注: edit.note }),
    ...(edit.handlers !== undefined && { 承办人: edit.handlers.join('、') }),
    ...(edit.told !== undefined && { 工作进展: edit.told }),
    ...(edit.percent !== undefined && { 完成比例: `${edit.percent}%` }),
    ...(edit.status !== undefined && { 状态: statusWord[edit.status] }),
    ...(edit.due !== undefined && { 截止日期: edit.due && asTyped(edit.due) }),
  };
}

/** What the edits come to, row by row, told from the plan alone. */
function expected({ pairs, dropped, added }: Plan): unknown {
  const after = ([task, edit]: Plan['pairs'][number]) => ({
    title: edit.title,
    status: dropped.includes('状态') ? undefined : edit.status,
    dueDate: dropped.includes('截止日期') ? undefined : edit.due === undefined ? undefined : (edit.due?.day ?? null),
    note: dropped.includes('备注') ? undefined : edit.note,
    handlers: dropped.includes('承办人') ? undefined : edit.handlers,
    latest:
      dropped.includes('工作进展') || !edit.told?.trim() || edit.told === task.told ? undefined : edit.told.trim(),
    percent: dropped.includes('完成比例') ? undefined : edit.percent,
    task: { ...task, latest: task.told, percent: task.told ? task.percent : null },
  });
  const changes = pairs.flatMap((pair, at) => {
    if (pair[1].gone) return [];
    const values = after(pair);
    const fields = editableFields.flatMap((field) => {
      if (!(field in values)) return [];
      const value = values[field as 'title'];
      const before = values.task[field as 'title'];
      return value === undefined || JSON.stringify(value) === JSON.stringify(before)
        ? []
        : [{ field, before, after: value }];
    });
    return fields.length > 0 ? [{ id: `t${at}`, changes: fields }] : [];
  });
  return {
    changes,
    removed: pairs.flatMap(([, { gone }], at) => (gone ? [`t${at}`] : [])),
    added: [...added].sort(),
  };
}

function told({ changed, removed, added, conflicts, problems, fixed }: LedgerDiff): unknown {
  expect([conflicts, problems, fixed]).toEqual([[], [], []]);
  expect(added.filter(({ id }) => id !== null)).toEqual([]);
  return {
    changes: changed.map(({ id, changes }) => ({ id, changes })).sort((a, b) => a.id.localeCompare(b.id)),
    removed: [...removed].sort(),
    added: added.map(({ values }) => values.title).sort(),
  };
}

const rowsOf = ({ pairs }: Plan): LedgerRow[] =>
  pairs.map(([{ told, percent, ...task }], at) =>
    row({ ...task, progress: told ? [entry(told, percent)] : [], id: `t${at}` }),
  );

/** The colleague at a workbook, with another library. */
async function atWorkbook(bytes: Uint8Array, plan: Plan): Promise<Uint8Array> {
  const from = new ExcelJS.Workbook();
  await from.xlsx.load(bytes.buffer as ArrayBuffer);
  const sheet = from.worksheets[0]!;
  const all = (sheet.getRow(3).values as string[]).slice(1);
  const to = new ExcelJS.Workbook();
  const out = to.addWorksheet('台账');
  const kept = all.filter((head) => !plan.dropped.includes(head));
  out.addRow(['某县某局工作台账']);
  out.addRow([]);
  out.addRow(kept);
  for (const at of plan.order) {
    const [, edit] = plan.pairs[at]!;
    if (edit.gone) continue;
    const changes = edited(edit);
    out.addRow(
      kept.map((head) => (head in changes ? changes[head] : sheet.getCell(at + 4, all.indexOf(head) + 1).value)),
    );
    for (const [column, head] of kept.entries())
      out.lastRow!.getCell(column + 1).numFmt = sheet.getCell(at + 4, all.indexOf(head) + 1).numFmt;
  }
  for (const title of plan.added) out.addRow(kept.map((head) => (head === '举措' ? title : null)));
  return new Uint8Array(await to.xlsx.writeBuffer());
}

/** The colleague at a CSV, as a spreadsheet program leaves it: guards where they were, dates in its own form. */
function atCsv(bytes: Uint8Array, plan: Plan): Uint8Array {
  const [all, ...lines] = Papa.parse<string[]>(new TextDecoder().decode(bytes).trimEnd()).data as [
    string[],
    ...string[][],
  ];
  const kept = all.filter((head) => !plan.dropped.includes(head));
  const form = (value: string | Date | null) =>
    value instanceof Date ? value.toISOString().slice(0, 10).replace(/-0?/g, '/') : (value ?? '');
  const body = plan.order.flatMap((at) => {
    const [, edit] = plan.pairs[at]!;
    if (edit.gone) return [];
    const changes = edited(edit);
    return [kept.map((head) => (head in changes ? form(changes[head]!) : lines[at]![all.indexOf(head)]!))];
  });
  const added = plan.added.map((title) => kept.map((head) => (head === '举措' ? title : '')));
  return new TextEncoder().encode(`\ufeff${Papa.unparse([kept, ...body, ...added], { newline: '\r\n' })}\r\n`);
}

describe('a ledger that colleagues filled in comes back with exactly their edits', () => {
  it('as a workbook', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (plan) => {
        const rows = rowsOf(plan);
        expect(told(compared(rows, await atWorkbook(await written('xlsx', rows, { columns: fullSet }), plan)))).toEqual(
          expected(plan),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('as a CSV', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (plan) => {
        const rows = rowsOf(plan);
        expect(told(compared(rows, atCsv(await written('csv', rows, { columns: fullSet }), plan)))).toEqual(
          expected(plan),
        );
      }),
      { numRuns: 200 },
    );
  });
});
