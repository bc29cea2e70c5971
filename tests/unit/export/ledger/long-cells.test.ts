import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { diffLedger } from '../../../../lib/export/ledger/back/diff';
import { foreignRows } from '../../../../lib/export/ledger/back/foreign-rows';
import { openGrids } from '../../../../lib/export/ledger/back/open';
import { returnedRows } from '../../../../lib/export/ledger/back/returned';
import { ledgerOf } from '../../../../lib/export/ledger/ledger';
import { longCells } from '../../../../lib/export/ledger/too-long';
import { writeLedger } from '../../../../lib/export/ledger/write';
import { openZip } from '../../../../lib/formats/zip';
import { duties } from './rows';

const long = Array.from({ length: 130 }, (_, at) => `第${at}句要逐项登记办理情况并按月核对。`).join('');
const rows = duties(4).map((row, at) => (at === 1 ? { ...row, text: long } : row));
const bytesOf = async (form: 'xlsx' | 'docx') =>
  new Uint8Array(await (await writeLedger(form, rows, {})).arrayBuffer());

describe('a text that needs more than Excel’s highest row', () => {
  it('is spread over merged rows that are high enough for it; all others are as they were', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await bytesOf('xlsx')).buffer as ArrayBuffer);
    const sheet = book.worksheets[0]!;
    const heads = sheet.getRow(3).values as string[];
    const column = heads.indexOf('举措全文');
    expect(sheet.getCell(5, column).value).toBe(long);
    const cell = sheet.getCell(5, column);
    const spread = [...Array(20).keys()].filter((at) => sheet.getCell(5 + at, column).master === cell);
    expect(spread.length).toBeGreaterThan(1);
    const height = spread.reduce((sum, at) => sum + sheet.getRow(5 + at).height!, 0);
    // Two half-width signs a Chinese one; 10 points, a line of 13.
    const lines = (long.length * 2) / sheet.getColumn(column).width!;
    expect(height).toBeGreaterThan(lines * 13);
    for (const at of spread) expect(sheet.getRow(5 + at).height).toBeLessThanOrEqual(409);
    const next = 5 + spread.length;
    expect(sheet.getCell(next, heads.indexOf('序号')).value).toBe(3);
    expect(sheet.getCell(next, column).isMerged).toBe(false);
    expect(sheet.pageSetup.printArea).toMatch(new RegExp(`^A1:[A-Z]+${next + 1}$`));
    expect(sheet.getCell(next, heads.indexOf('原文链接')).value).toMatchObject({ text: '原文' });
  });

  it('comes back as one row', async () => {
    const grids = openGrids(await bytesOf('xlsx'));
    expect(diffLedger(rows, returnedRows(grids))).toMatchObject({ added: [], changed: [], removed: [], unchanged: 4 });
    // Also where 任务ID is gone, and the table is read as somebody else's.
    const read = foreignRows(grids[0]!, { head: 2, columns: ['number', null, 'title', 'text'] }, '2026-12-02');
    expect(read.rows).toHaveLength(4);
  });

  it('may go on on the next page in Word, which other rows may not', async () => {
    const xml = new TextDecoder().decode(openZip(await bytesOf('docx'), () => true).get('word/document.xml'));
    const bound = [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) =>
      /<w:cantSplit(?: w:val="true")?\/>/.test(row),
    );
    expect(bound).toEqual([true, true, false, true, true]);
    expect(xml).toContain(long);
  });

  it('is named where even that does not hold it', () => {
    const note = '长'.repeat(40_000);
    const ledger = ledgerOf(duties(3).map((row, at) => (at === 2 ? { ...row, task: { ...row.task, note } } : row)));
    expect(longCells(ledger)).toEqual([{ row: 3, heading: '备注', length: 40_000 }]);
  });
});
