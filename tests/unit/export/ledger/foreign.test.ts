import { utils, write } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { adoptedTasks, planForeign } from '../../../../lib/export/ledger/back/adopt';
import { knownMapping, signatureOf, suggestMapping } from '../../../../lib/export/ledger/back/foreign';
import { foreignDue } from '../../../../lib/export/ledger/back/foreign-due';
import { foreignRows } from '../../../../lib/export/ledger/back/foreign-rows';
import type { Grid } from '../../../../lib/export/ledger/back/grid';
import { openGrids, openTables } from '../../../../lib/export/ledger/back/open';
import { FormatError } from '../../../../lib/formats/types';
import { examine } from '../../../../lib/store/examine';

const grid = (...rows: string[][]): Grid => ({
  name: '台账',
  merged: [],
  rows: rows.map((cells) => cells.map((text) => ({ text, kind: 'text' }))),
});

describe('what the columns of a foreign table stand for', () => {
  it.each<[string[], (string | null)[]]>([
    [
      ['序号', '工作任务', '牵头单位', '配合单位', '完成时限', '完成情况', '备注'],
      ['number', 'title', 'lead', 'participants', 'deadline', 'status', 'note'],
    ],
    [
      ['编号', '督办事项', '工作要求', '责任科室', '办结时间', '经办签字'],
      ['number', 'title', 'text', 'offices', 'deadline', null],
    ],
    [
      ['号', '重点工作', '具体内容', '主办', '协办', '时间节点'],
      ['number', 'path', 'title', 'lead', 'participants', 'deadline'],
    ],
    [
      ['任务来源', '文 号', '任务名称', '责任单位（部门）', '截止日期', '类别'],
      ['document', 'docNumber', 'title', 'responsible', 'deadline', 'tags'],
    ],
    [
      [
        '序号',
        '工作事项',
        '牵头领导',
        '承办股室',
        '责任人',
        '工作进展',
        '存在问题',
        '下步打算',
        '销号时间',
        '佐证材料',
      ],
      ['number', 'title', 'leaders', 'offices', 'handlers', 'latest', 'problem', 'next', 'doneOn', 'evidence'],
    ],
  ])('%j', (heads, keys) => {
    const table = grid(
      ['某局工作台账'],
      [],
      heads,
      heads.map((_, at) => `内容${at}`),
    );
    expect(suggestMapping(table)).toEqual({ head: 2, columns: keys });
  });

  it('takes for the status what its cells say, where 办理情况 tells how it goes and 完成情况 how it stands, or the other way round', () => {
    const heads = ['序号', '工作事项', '办理情况', '完成情况'];
    const told = (...rows: string[][]) => suggestMapping(grid(heads, ...rows))?.columns.slice(2);
    expect(told(['1', '开展培训', '已印发通知', '推进中'], ['2', '更新门牌', '', '已办结'])).toEqual([
      'latest',
      'status',
    ]);
    expect(told(['1', '开展培训', '推进中', '已印发通知'])).toEqual(['status', 'latest']);
    // Words that nobody knows are kept where they were; a sentence is no status.
    expect(told(['1', '开展培训', '报县里', ''])).toEqual(['status', null]);
    expect(told(['1', '开展培训', '已召集各镇调解员培训两次，印发材料', ''])).toEqual(['latest', null]);
    expect(told(['1', '开展培训', '已召集各镇调解员培训两次，印发材料', '按月报'])).toEqual(['latest', null]);
    expect(told()).toEqual(['status', null]);
  });

  it('is not guessed where no row looks like a head', () => {
    expect(suggestMapping(grid(['姓名', '电话'], ['甲', '1']))).toBeNull();
  });

  it('is remembered by the head, wherever it stands', () => {
    const heads = ['序号', '工作 任务', '备注（可附页）'];
    expect(signatureOf(grid(heads), 0)).toBe(
      signatureOf(
        grid(
          ['标题'],
          heads.map((head) => ` ${head}`),
        ),
        1,
      ),
    );
    expect(signatureOf(grid(heads), 0)).not.toBe(signatureOf(grid(heads.slice(1)), 0));
  });
});

describe('a time as offices write it', () => {
  it.each<[string, string | null, string | null]>([
    ['2026.9.30', '2026-09-30', null],
    ['2026.9.30前', '2026-09-30', null],
    ['2026/9/30', '2026-09-30', null],
    ['２０２６年９月３０日', '2026-09-30', null],
    ['46295', '2026-09-30', null],
    ['20260930', '2026-09-30', null],
    ['9月30日', '2026-09-30', null],
    ['9月底前', '2026-09-30', null],
    ['2026年底', '2026-12-31', null],
    ['2026年9月', '2026-09-30', null],
    ['6月底前拿出方案，12月底前建成', '2026-12-31', null],
    ['每季度末月25日前', null, '每季度末月25日前'],
    ['每月25日', null, '每月25日'],
    ['长期坚持', null, null],
    ['123456789012345678', null, null],
    ['2026年2月30日', null, null],
    ['', null, null],
  ])('%s', (text, dueDate, recurrence) => {
    expect(foreignDue({ text, kind: 'text' }, 2026)).toEqual({ dueDate, recurrence });
  });

  it('without a year is of the year that the table names, else of this one', () => {
    const table = (title: string) => grid([title], ['序号', '工作任务', '完成时限'], ['1', '巡河', '9月30日']);
    const due = (title: string) => {
      const [row] = foreignRows(table(title), suggestMapping(table(title))!, '2026-03-01').rows;
      return row!.dueDate;
    };
    expect(due('2027年重点工作台账')).toBe('2027-09-30');
    expect(due('重点工作台账')).toBe('2026-09-30');
  });
});

describe('a foreign table taken on', () => {
  const heads = ['序号', '工作任务', '工作要求', '责任人', '完成时限', '状态', '进展情况', '备注'];
  const long = '对照目录逐项登记办理情况，按月核对，发现漏项当日补录。'.repeat(110);
  const body = [
    ['1', '建立\n清单', '', '李工、𠮷田😀', '2026.9.30', '推进中', '已梳理120项', '=1+1'],
    ['(3)', long, '', '', '', '', '', ''],
    ['1-10', '巡查', '逐河巡查', '', '每季度末月25日前', '', '', ''],
    ['5', '巡查', '逐库巡查', '', '', '已完成', '', ''],
  ];
  const rowsOf = (lines: string[][]) => foreignRows(grid(heads, ...lines), suggestMapping(grid(heads))!).rows;
  let serial = 0;
  const by = { name: '2026年台账', now: new Date('2026-03-09T04:00:00Z'), newId: () => `id-${serial++}` };

  it('is tasks that the store takes, with all that the rows say', () => {
    const tasks = adoptedTasks(rowsOf(body), by);
    expect(examine({ documents: [], annotations: [], tasks }).bad).toEqual([]);
    expect(tasks).toMatchObject([
      {
        title: '建立 清单',
        number: '1',
        handlers: ['李工', '𠮷田😀'],
        dueDate: '2026-09-30',
        status: 'doing',
        note: '=1+1',
        source: { kind: 'other', name: '2026年台账', date: null },
        progress: [{ text: '已梳理120项' }],
      },
      { number: '(3)', excerpt: long, status: 'open', dueDate: null },
      { number: '1-10', excerpt: '逐河巡查', dueDate: '2026-03-25', repeat: { text: '每季度末月25日前' } },
      { number: '5', excerpt: '逐库巡查', status: 'done' },
    ]);
    expect(tasks[1]!.title).toBe('对照目录逐项登记办理情况，按月核对，发现漏项当日补录。');
  });

  it('changes tasks when it comes once more, in another order, and makes none twice', () => {
    const tasks = adoptedTasks(rowsOf(body), by);
    expect(planForeign(rowsOf(body), tasks)).toEqual({ added: [], offers: [], same: 4 });
    const later = [...body]
      .reverse()
      .map((cells) => (cells[0] === '1-10' ? [...cells.slice(0, 5), '已完成', '', ''] : cells));
    const again = planForeign(rowsOf([...later, ['9', '新的事', '', '', '', '', '', '']]), tasks);
    expect(again.added).toMatchObject([{ title: '新的事' }]);
    expect(again.offers).toMatchObject([{ id: tasks[2]!.id, field: 'status', before: 'open', after: 'done' }]);
    expect(again.same).toBe(3);
  });

  it('is read as it was set right before, wherever its head stands', () => {
    const columns = heads.map((_, at) => (at === 1 ? ('title' as const) : null));
    const known = [{ signature: signatureOf(grid(heads), 0), columns }];
    expect(knownMapping(grid(['标题'], [], heads), known)).toEqual({ head: 2, columns });
    expect(knownMapping(grid(heads.slice(1)), known)).toBeNull();
  });

  it.each(['biff8', 'xlsb', 'xlml'] as const)('may be an old workbook: %s', async (bookType) => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['某局台账'], [], heads, ...body]), '督办');
    const bytes = new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);
    const [table] = await openTables(bytes);
    const mapping = suggestMapping(table!)!;
    expect(mapping.head).toBe(2);
    expect(foreignRows(table!, mapping).rows.map(({ number, title }) => [number, title.slice(0, 2)])).toEqual([
      ['1', '建立'],
      ['(3)', '对照'],
      ['1-10', '巡查'],
      ['5', '巡查'],
    ]);
  });

  it('is none where it is another kind of packed file', () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([heads]), '督办');
    const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'ods' }) as ArrayBuffer);
    expect(() => openGrids(bytes)).toThrow(new FormatError('unsupported', 'zip'));
  });
});

describe('rows of a foreign table', () => {
  it('are read under the mapping; words that we do not know are kept in the note', () => {
    const table = grid(
      ['序号', '工作任务', '责任单位', '完成时限', '状态', '备注'],
      ['1-1', '开展巡查', '县水利局、县财政局，各镇（街道、办事处）', '2026年6月30日前', '推进中', ''],
      ['(2)', '完善台账', '', '常年', '已报县里', '看附件'],
      ['3', '', '', '', '', ''],
      ['合计', '2 项', '', '', '', ''],
    );
    const { rows, problems } = foreignRows(table, suggestMapping(table)!);
    expect(rows).toMatchObject([
      {
        place: { sheet: '台账', row: 2 },
        number: '1-1',
        title: '开展巡查',
        responsible: ['县水利局', '县财政局', '各镇（街道、办事处）'],
        deadlineText: '2026年6月30日前',
        dueDate: '2026-06-30',
        status: 'doing',
        note: '',
      },
      { number: '(2)', dueDate: null, deadlineText: '常年', status: null, note: '看附件\n状态：已报县里' },
    ]);
    expect(problems).toEqual([
      { place: { sheet: '台账', row: 3 }, key: 'status', title: '完善台账', text: '已报县里' },
    ]);
  });

  it('take a cell that was merged over them, a head of two rows and real dates', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('督办');
    sheet.addRows([
      ['2026年督办台账'],
      ['序号', '重点工作', '具体任务', '责任分工', '', '完成时限'],
      ['', '', '', '牵头单位', '配合单位', ''],
      [1, '河道管护', '建立巡河制度', '县水利局', '各镇', new Date('2026-03-31T00:00:00Z')],
      [2, '', '清理河面', '县住建局', '', new Date('2026-04-30T00:00:00Z')],
      ['填表人：某某'],
    ]);
    for (const area of ['A1:F1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:E2', 'F2:F3', 'B4:B5', 'A6:F6']) sheet.mergeCells(area);
    const [table] = openGrids(new Uint8Array(await book.xlsx.writeBuffer()));
    const mapping = suggestMapping(table!)!;
    expect(mapping).toEqual({ head: 2, columns: ['number', 'path', 'title', 'lead', 'participants', 'deadline'] });
    expect(foreignRows(table!, mapping).rows).toMatchObject([
      {
        number: '1',
        path: ['河道管护'],
        title: '建立巡河制度',
        lead: ['县水利局'],
        participants: ['各镇'],
        dueDate: '2026-03-31',
      },
      {
        number: '2',
        path: ['河道管护'],
        title: '清理河面',
        lead: ['县住建局'],
        participants: [],
        dueDate: '2026-04-30',
      },
    ]);
  });
});
