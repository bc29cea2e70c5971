import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { compareFile } from '../../../../lib/export/ledger/back/compare';
import { suggestMapping } from '../../../../lib/export/ledger/back/foreign';
import { foreignRows } from '../../../../lib/export/ledger/back/foreign-rows';
import { openGrids } from '../../../../lib/export/ledger/back/open';
import { writeLedger } from '../../../../lib/export/ledger/write';
import { duties } from './rows';

const rows = duties(6);
const typed = ['2026年13月1日', '2026.2.30', '13月1日', '2026年6月31日前', '二〇二六年十三月一日', '2026-06-30'];

async function returned(heading: string) {
  const columns = ['id', 'title', 'due', 'doneOn', 'told', 'deadline', 'stamp'].map((key) => ({ key }));
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await (await writeLedger('xlsx', rows, { columns })).arrayBuffer());
  const sheet = book.worksheets[0]!;
  const column = (sheet.getRow(3).values as string[]).indexOf(heading);
  for (const [at, text] of typed.entries()) sheet.getCell(4 + at, column).value = text;
  return compareFile(new Uint8Array(await book.xlsx.writeBuffer()), rows).diff;
}

describe('a day that cannot be, typed by a colleague', () => {
  it.each(['截止日期', '办结日期', '进展日期'])('is listed with its row: %s', async (heading) => {
    const { problems, changed, conflicts } = await returned(heading);
    expect(problems.map(({ place, text, why }) => [place.row, text, why])).toEqual(
      typed.slice(0, 5).map((text, at) => [4 + at, text, 'date']),
    );
    expect(changed.concat(conflicts as never)).toHaveLength(1);
  });

  it('is listed in the column of time limits, too, which does not come back', async () => {
    const { fixed, problems } = await returned('完成时限');
    expect(problems).toEqual([]);
    expect(fixed.map(({ there }) => there)).toEqual(typed);
  });

  it('is listed in a table of an office’s own', () => {
    const lines = typed.map((text, at) => `任务${at},${text},${text}`);
    const csv = ['工作任务,时间节点,完成日期（实际完成时间）', ...lines].join('\r\n');
    const [grid] = openGrids(new TextEncoder().encode(csv));
    const { problems } = foreignRows(grid!, suggestMapping(grid!)!, '2026-12-02');
    const of = (column: string) => problems.filter(({ key }) => key === column).map(({ text }) => text);
    expect(of('deadline')).toEqual(typed.slice(0, 5));
  });
});
