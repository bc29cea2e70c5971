import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { columnsOf, csvSet, officeSet, paperSet } from '../../../../lib/export/ledger/choice';
import { type LedgerOptions, ledgerOf } from '../../../../lib/export/ledger/ledger';
import { ledgerMarkdown } from '../../../../lib/export/ledger/markdown';
import { isCrowded, printed, readable } from '../../../../lib/export/ledger/paper';
import type { LedgerRow } from '../../../../lib/export/ledger/types';
import { writeLedger } from '../../../../lib/export/ledger/write';
import { duties } from './rows';

const told =
  '已对照目录完成三个镇的窗口设置，剩余两个镇场地装修中，预计下月中旬投入使用；培训窗口人员二十六人次，汇编办事指南十二份。';

/** Duties that were given to people and followed up: most columns have something to say. */
const followed: readonly LedgerRow[] = duties(35).map((row, at) => ({
  ...row,
  task: {
    ...row.task,
    responsible: at % 3 ? [] : ['县大数据中心'],
    leaders: ['周副局长'],
    offices: at % 2 ? ['审批股'] : ['法制股', '审批股'],
    handlers: ['陈工'],
    source: at === 4 ? { kind: 'meeting', name: '县政府第12次常务会议', date: '2026-05-06' } : undefined,
    recurrenceText: at % 5 ? null : '每季度末月25日前',
    status: at % 4 ? 'doing' : 'done',
    doneOn: at % 4 ? null : '2026-06-20',
    progress: [
      {
        id: `p${at}`,
        on: '2026-06-15',
        text: told,
        problem: at % 2 ? '两个镇系统未联通，电子证照不能调用。' : '',
        next: '对接市大数据局，6月底前完成接口调试。',
        percent: 60,
        by: '',
        at: '2026-06-15T00:00:00Z',
      },
    ],
    note: at % 6 ? '' : '列入县重点督查事项',
  },
}));

const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0);

async function sheetOf(options: LedgerOptions = {}) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await (await writeLedger('xlsx', followed, options)).arrayBuffer());
  const sheet = book.worksheets[0]!;
  const [, end = ''] = /:([A-Z]+)\d+$/.exec(sheet.pageSetup.printArea ?? '') ?? [];
  const last = sheet.getColumn(end).number;
  const heads = (sheet.getRow(3).values as string[]).slice(1);
  const widths = heads.map((_, at) => sheet.getColumn(at + 1).width!);
  return { onPaper: heads.slice(0, last), beside: heads.slice(last), printed: sum(widths.slice(0, last)) };
}

describe('a ledger after follow-up, on A4', () => {
  it('prints as many columns as can be read, the others stand right of what is printed', async () => {
    const { onPaper, beside, printed } = await sheetOf();
    expect(printed).toBeLessThanOrEqual(readable.A4);
    const wanted = [
      '序号',
      '举措',
      '举措全文',
      '牵头单位',
      '承办人',
      '截止日期',
      '状态',
      '工作进展',
      '存在问题',
      '备注',
    ];
    expect(onPaper).toEqual(expect.arrayContaining(wanted));
    expect(beside).toEqual([
      '编号',
      '本单位角色',
      '任务来源',
      '完成时限',
      '办结日期',
      '原文链接',
      '任务ID',
      '版本（勿改）',
    ]);
  });

  it('has them all on A3, but for what the paper need not say', async () => {
    const { onPaper, beside, printed } = await sheetOf({ paper: 'A3' });
    expect(printed).toBeLessThanOrEqual(readable.A3);
    expect(onPaper).toHaveLength(22);
    expect(beside).toEqual(['任务ID', '版本（勿改）']);
  });

  it('is the same for Word and for the printer, and whole as Markdown', () => {
    const ledger = ledgerOf(followed);
    const onPaper = printed(ledger).columns.map(({ key }) => key);
    expect(onPaper).toHaveLength(16);
    expect(paperSet(followed).map(({ key }) => key)).toEqual(onPaper);
    expect(ledgerMarkdown(ledgerOf(followed, { columns: officeSet(followed, true) }))).toContain('本单位角色');
  });

  it('keeps a time limit that no date says', () => {
    const rows = followed.map((row) => ({ ...row, task: { ...row.task, dueDate: null, deadlineText: '长期坚持' } }));
    const beside = officeSet(rows, true, 'A4').filter((each) => each.beside);
    expect(beside.map(({ key }) => key)).not.toContain('deadline');
  });

  it('puts nothing beside the paper while all of it fits', () => {
    expect(officeSet(duties(35), true, 'A4')).toEqual(officeSet(duties(35), true));
  });

  it('of columns that were chosen prints all, and says where they cannot be read', () => {
    const chosen = csvSet(followed);
    const ledger = ledgerOf(followed, { columns: chosen });
    expect(printed(ledger).columns).toEqual(columnsOf(chosen));
    expect(isCrowded(ledger)).toBe(true);
    expect(isCrowded(ledgerOf(followed))).toBe(false);
    expect(isCrowded(ledgerOf(duties(35)))).toBe(false);
  });
});
