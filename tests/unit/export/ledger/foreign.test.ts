import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { signatureOf, suggestMapping } from '../../../../lib/export/ledger/back/foreign';
import { foreignRows } from '../../../../lib/export/ledger/back/foreign-rows';
import type { Grid } from '../../../../lib/export/ledger/back/grid';
import { openGrids } from '../../../../lib/export/ledger/back/open';

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
      ['number', 'title', 'text', 'responsible', 'deadline', null],
    ],
    [
      ['号', '重点工作', '具体内容', '主办', '协办', '时间节点'],
      ['number', 'path', 'title', 'lead', 'participants', 'deadline'],
    ],
    [
      ['任务来源', '文 号', '任务名称', '责任单位（部门）', '截止日期', '类别'],
      ['document', 'docNumber', 'title', 'responsible', 'deadline', 'tags'],
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
    expect(problems).toEqual([{ place: { sheet: '台账', row: 3 }, key: 'status', text: '已报县里' }]);
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
