import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { ColumnChoice } from '../../../../lib/export/ledger/choice';
import { type LedgerOptions, ledgerOf } from '../../../../lib/export/ledger/ledger';
import type { LedgerRow } from '../../../../lib/export/ledger/types';
import { ledgerXlsx } from '../../../../lib/export/ledger/xlsx/write';
import { duties, row } from './rows';

/** The workbook as another library reads it. */
async function opened(rows: readonly LedgerRow[], options: LedgerOptions = {}): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await (await ledgerXlsx(ledgerOf(rows, options))).arrayBuffer());
  return book;
}

const set = (...keys: string[]): ColumnChoice[] => keys.map((key) => ({ key }));
const heads = (sheet: ExcelJS.Worksheet) => (sheet.getRow(3).values as string[]).slice(1);

describe('a ledger as a workbook', () => {
  it('keeps what was typed as text, and dates as dates', async () => {
    const typed = ['1-1', '1.10', '001', '123456789012345678', '(3)', '=1+1', "'", ' 首尾 ', '_x0041_', 'constructor'];
    const rows = typed.map((number) => row({ number, note: number, dueDate: '2026-06-30' }));
    const sheet = (await opened(rows, { columns: set('number', 'note', 'due') })).worksheets[0]!;
    for (const [at, number] of typed.entries()) {
      const [first, second, due] = [1, 2, 3].map((column) => sheet.getCell(at + 4, column));
      expect([first!.type, first!.numFmt]).toEqual([ExcelJS.ValueType.String, '@']);
      // What the guard of `_x0041_` means is the program's to know; see the round trip.
      if (!/_x|constructor/.test(number)) expect([first!.value, second!.value]).toEqual([number, number]);
      expect(due!.value).toEqual(new Date('2026-06-30T00:00:00Z'));
      expect(due!.numFmt).toBe('yyyy-mm-dd');
    }
  });

  it('leaves cells without a value ready to take text as text and dates as dates', async () => {
    const sheet = (await opened([row({ note: '', dueDate: null })], { columns: set('note', 'due') })).worksheets[0]!;
    expect([sheet.getCell('A4').value, sheet.getCell('A4').numFmt]).toEqual([null, '@']);
    expect([sheet.getCell('B4').value, sheet.getCell('B4').numFmt]).toEqual([null, 'yyyy-mm-dd']);
  });

  it('a date that is none stands as it was', async () => {
    const sheet = (await opened([row({ dueDate: '2026-02-31' })], { columns: set('due') })).worksheets[0]!;
    expect(sheet.getCell('A4').value).toBe('2026-02-31');
  });

  it('has a title, the document, and a head that stays in view and on paper', async () => {
    const sheet = (await opened(duties(3), { unit: '县司法局', now: new Date(2026, 2, 9) })).worksheets[0]!;
    expect(sheet.getCell('A1').value).toBe('县司法局工作台账');
    expect(sheet.getCell('A2').value).toBe(
      '《临澜县政务服务提升实施方案》　临政办〔2026〕12号　临澜县人民政府办公室　2026年3月2日　共 3 项　2026年3月9日填制',
    );
    expect(heads(sheet)).toEqual([
      '序号',
      '编号',
      '举措',
      '举措全文',
      '本单位角色',
      '牵头单位',
      '参加单位',
      '完成时限',
      '截止日期',
      '状态',
      '备注',
      '原文链接',
    ]);
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '3:3',
      printArea: 'A1:L6',
    });
    expect(sheet.autoFilter).toBe('A3:L6');
    expect(sheet.getCell('D4').alignment).toMatchObject({ wrapText: true });
    expect(sheet.getColumn(4).width).toBe(70);
  });

  it('offers the words of 状态, also in rows that are added', async () => {
    const sheet = (await opened(duties(2), { columns: set('title', 'status') })).worksheets[0]!;
    for (const cell of ['B4', 'B5', 'B6', 'B100'])
      expect(sheet.getCell(cell).dataValidation).toMatchObject({
        type: 'list',
        formulae: ['"待办,进行中,已完成,不办"'],
      });
  });

  it('leads back to pages of the web only', async () => {
    const rows = [
      row({ url: 'https://www.linlan.gov.cn/a.html?x=1&y="二"' }),
      row({ url: 'file:///C:/Users/li/a.pdf' }),
    ];
    const sheet = (await opened(rows, { columns: set('url') })).worksheets[0]!;
    expect(sheet.getCell('A4').value).toMatchObject({
      text: '原文',
      hyperlink: 'https://www.linlan.gov.cn/a.html?x=1&y=%22%E4%BA%8C%22',
    });
    expect(sheet.getCell('A5').value).toBe('a.pdf');
  });

  it('hides what rows need to come back, and filters it along', async () => {
    const sheet = (await opened(duties(2), { columns: set('title', 'status'), returnable: true })).worksheets[0]!;
    expect(heads(sheet)).toEqual(['举措', '状态', '任务ID', '版本（勿改）']);
    expect([1, 2, 3, 4].map((at) => sheet.getColumn(at).hidden)).toEqual([false, false, true, true]);
    expect(sheet.autoFilter).toBe('A3:D5');
    expect(sheet.pageSetup.printArea).toBe('A1:B5');
  });

  it('takes A3, and a sheet for each document or unit, numbered through', async () => {
    const other = {
      ...row({ documentId: 'doc-2', lead: ['县司法局'] }),
      document: { ...row().document!, title: '甲/乙[方案]' },
    };
    const rows = [...duties(2), other];
    const byDocument = await opened(rows, { columns: set('index'), grouping: 'document', paper: 'A3' });
    expect(byDocument.worksheets.map(({ name }) => name)).toEqual(['临澜县政务服务提升实施方案', '甲 乙 方案']);
    expect(byDocument.worksheets[1]!.getCell('A4').value).toBe(3);
    expect(byDocument.worksheets.map(({ pageSetup }) => pageSetup.paperSize)).toEqual([8, 8]);
    const byUnit = await opened(rows, { columns: set('index'), grouping: 'unit' });
    expect(byUnit.worksheets.map(({ name }) => name)).toEqual(['县行政审批局', '县司法局']);
  });

  it('without a duty is a head', async () => {
    const sheet = (await opened([])).worksheets[0]!;
    expect(sheet.rowCount).toBe(3);
  });

  it('cuts what no cell can hold, and says so', async () => {
    const sheet = (await opened([row({ note: '长'.repeat(40_000) })], { columns: set('note') })).worksheets[0]!;
    const value = String(sheet.getCell('A4').value);
    expect(value).toHaveLength(32_767);
    expect(value.endsWith('……（过长，以下略）')).toBe(true);
  });
});
