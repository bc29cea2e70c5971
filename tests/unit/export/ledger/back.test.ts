import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { readDay } from '../../../../lib/export/ledger/back/day';
import { diffLedger } from '../../../../lib/export/ledger/back/diff';
import type { Grid } from '../../../../lib/export/ledger/back/grid';
import { openGrids } from '../../../../lib/export/ledger/back/open';
import { returnedRows } from '../../../../lib/export/ledger/back/returned';
import { stampOf } from '../../../../lib/export/ledger/stamp';
import type { LedgerRow } from '../../../../lib/export/ledger/types';
import { writeLedger } from '../../../../lib/export/ledger/write';
import { document, row } from './rows';

/** A table of texts, as it might come in. */
const grid = (...rows: string[][]): Grid => ({
  name: '台账',
  merged: [],
  rows: rows.map((cells) => cells.map((text) => ({ text, kind: 'text' }))),
});

const diff = (rows: readonly LedgerRow[], ...table: string[][]) => diffLedger(rows, returnedRows([grid(...table)]));
const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

describe('a row that says what it was', () => {
  const sent = row({ note: '旧', status: 'open' });
  const stamp = stampOf(sent.task);
  const heads = ['任务ID', '状态', '备注', '版本（勿改）'];

  it('leaves alone what only we have changed since', () => {
    const here = row({ note: '我们改的', status: 'done' });
    expect(diff([here], heads, ['task-1', '待办', '旧', stamp])).toMatchObject({
      changed: [],
      conflicts: [],
      unchanged: 1,
    });
  });

  it('takes what only the colleague changed', () => {
    const here = row({ note: '我们改的', status: 'open' });
    expect(diff([here], heads, ['task-1', '进行中', '旧', stamp])).toMatchObject({
      changed: [{ id: 'task-1', changes: [{ field: 'status', before: 'open', after: 'doing' }] }],
      conflicts: [],
    });
  });

  it('shows as a conflict what both changed, and only that', () => {
    const here = row({ note: '我们改的', status: 'done' });
    expect(diff([here], heads, ['task-1', '进行中', '旧', stamp])).toMatchObject({
      changed: [],
      conflicts: [{ id: 'task-1', field: 'status', why: 'both', here: 'done', there: [{ value: 'doing' }] }],
    });
  });

  it('agrees with us where both changed it to the same', () => {
    const here = row({ note: '一样', status: 'open' });
    expect(diff([here], heads, ['task-1', '待办', '一样', stamp])).toMatchObject({ changed: [], conflicts: [] });
  });

  it('whose version is spoilt is compared with what is here', () => {
    const here = row({ note: '我们改的' });
    expect(diff([here], heads, ['task-1', '待办', '旧', 'x'])).toMatchObject({
      changed: [{ changes: [{ field: 'note', before: '我们改的', after: '旧' }] }],
    });
  });
});

describe('a ledger that comes back', () => {
  it('shows rows with one id that do not agree, and takes none', () => {
    const result = diff([row()], ['任务ID', '举措'], ['task-1', '甲'], ['task-1', '设立跨镇办理窗口']);
    expect(result.changed).toEqual([]);
    expect(result.conflicts).toMatchObject([
      { field: 'title', why: 'twice', there: [{ place: { row: 2 }, value: '甲' }] },
    ]);
    expect(diff([row()], ['任务ID', '举措'], ['task-1', '甲'], ['task-1', '甲']).changed).toHaveLength(1);
  });

  it('says which cells say nothing that it knows, and changes nothing by them', () => {
    const result = diff([row()], ['任务ID', '举措', '状态', '截止日期'], ['task-1', ' ', '滞后', '下周五']);
    expect(result.changed).toEqual([]);
    expect(result.problems).toMatchObject([
      { field: 'title', why: 'empty' },
      { field: 'status', text: '滞后', why: 'status' },
      { field: 'dueDate', text: '下周五', why: 'date', place: { sheet: '台账', row: 2 } },
    ]);
  });

  it('tells facts that were changed, and takes none of them', () => {
    const table = [
      ['任务ID', '牵头单位', '编号', '成文日期'],
      ['task-1', '县财政局', '3', '2026/3/2'],
    ];
    expect(diff([row()], ...table)).toMatchObject({
      changed: [],
      fixed: [{ id: 'task-1', column: 'lead', here: '县行政审批局', there: '县财政局' }],
    });
  });

  it('knows rows of tasks that are not here, and tasks that did not come back', () => {
    const rows = [row(), row({ id: 'task-2' })];
    const result = diff(rows, ['任务ID', '举措'], ['elsewhere-7', '别处的任务'], ['task-1', '设立跨镇办理窗口']);
    expect(result.added).toMatchObject([{ id: 'elsewhere-7', values: { title: '别处的任务' } }]);
    expect(result.removed).toEqual(['task-2']);
    const returned = returnedRows([grid(['任务ID', '举措'], ['task-1', '设立跨镇办理窗口'])]);
    expect(diffLedger(rows, returned, ['task-1']).removed).toEqual([]);
  });

  it('finds its head under other rows, by headings of one’s own, on every sheet that has one', () => {
    const first = grid(
      ['县司法局台账'],
      [],
      ['工作 任务', '办理状态', '任务ID'],
      ['设立跨镇办理窗口', '进行中', 'task-1'],
    );
    const returned = returnedRows([first, { ...grid(['说明', '见附件']), name: '说明' }, { ...grid([]), name: '空' }], {
      工作任务: 'title',
      办理状态: 'status',
    });
    expect(returned.foreign).toEqual(['说明']);
    expect([...returned.columns]).toEqual(['title', 'status', 'id']);
    expect(diffLedger([row()], returned).changed).toMatchObject([{ place: { sheet: '台账', row: 4 } }]);
  });

  it('passes over rows that were drawn and not filled in, and heads that stand again', () => {
    const head = ['序号', '举措', '任务ID'];
    expect(diff([row()], head, ['1', '设立跨镇办理窗口', 'task-1'], ['2', '', ''], head, ['', '', ''])).toMatchObject({
      added: [],
      unchanged: 1,
    });
  });

  it('is read on all its sheets, filtered rows too', async () => {
    const rows = [row(), { ...row({ id: 'task-2', documentId: 'doc-2' }), document: { ...document, title: '另一份' } }];
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await (await writeLedger('xlsx', rows, { grouping: 'document' })).arrayBuffer());
    book.worksheets[1]!.getRow(4).hidden = true;
    const heads = book.worksheets[1]!.getRow(3).values as string[];
    book.worksheets[1]!.getCell(4, heads.indexOf('状态')).value = '已完成';
    const returned = returnedRows(openGrids(new Uint8Array(await book.xlsx.writeBuffer())));
    expect(diffLedger(rows, returned)).toMatchObject({ changed: [{ id: 'task-2' }], removed: [], unchanged: 1 });
  });

  it('is read in the encoding and with the delimiter of who saved it', async () => {
    const gbk = Uint8Array.from([
      0xd7, 0xb4, 0xcc, 0xac, 0x09, 0xb1, 0xb8, 0xd7, 0xa2, 0x0a, 0xb4, 0xfd, 0xb0, 0xec, 0x09, 0xba, 0xc3,
    ]);
    const [table] = openGrids(gbk);
    expect(table!.rows.map((cells) => cells.map(({ text }) => text))).toEqual([
      ['状态', '备注'],
      ['待办', '好'],
    ]);
  });

  it.each([
    ['a PDF', new TextEncoder().encode('%PDF-1.7'), 'unsupported'],
    ['nothing', new Uint8Array(), 'empty'],
    ['a Word document', null, 'unsupported'],
  ])('%s is refused by name', async (_, bytes, code) => {
    const file = bytes ?? (await bytesOf(await writeLedger('docx', [row()])));
    expect(() => openGrids(file)).toThrow(expect.objectContaining({ code }));
  });
});

describe('a day', () => {
  it.each<[string, string | null]>([
    ['2026-06-30', '2026-06-30'],
    ['2026/6/3', '2026-06-03'],
    ['2026.6.30', '2026-06-30'],
    ['２０２６年６月３０日', '2026-06-30'],
    ['2026 年 6 月 30 日前', '2026-06-30'],
    ['20260630', '2026-06-30'],
    ['2026-06-30 09:00', '2026-06-30'],
    ['2026-02-30', null],
    ['6月30日', null],
    ['0026-06-30', null],
    ['', null],
  ])('%s', (text, day) => expect(readDay({ text, kind: 'text' })).toBe(day));

  it('typed into a cell that shows numbers', () => {
    expect(readDay({ text: '46203', kind: 'number' })).toBe('2026-06-30');
    expect(readDay({ text: '46203', kind: 'text' })).toBeNull();
  });
});
