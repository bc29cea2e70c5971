import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { suggestMapping } from '../../../../lib/export/ledger/back/foreign';
import { foreignRows } from '../../../../lib/export/ledger/back/foreign-rows';
import { openGrids } from '../../../../lib/export/ledger/back/open';
import { writeLedger } from '../../../../lib/export/ledger/write';
import { limits } from '../../../../lib/store/limits';
import { row } from './rows';

function read(...lines: string[]) {
  const [grid] = openGrids(new TextEncoder().encode(`${lines.join('\r\n')}\r\n`));
  const mapping = suggestMapping(grid!)!;
  return { mapping, ...foreignRows(grid!, mapping, '2026-12-02') };
}

describe('a table of an office’s own', () => {
  it('lists what looks like a date and is none', () => {
    const { problems } = read(
      '工作任务,时间节点',
      ...['2026.2.30', '5', '长期坚持', '2026.9.30', '9月底前', ''].map((due, at) => `任务${at},${due}`),
    );
    expect(problems.map(({ key, text }) => [key, text])).toEqual([
      ['deadline', '2026.2.30'],
      ['deadline', '5'],
    ]);
  });

  it('has its 编号 from the column of that name, not from 序号', () => {
    expect(read('序号,编号,工作任务,责任人', '1,A-7,甲,陈工').mapping.columns).toEqual([
      null,
      'number',
      'title',
      'handlers',
    ]);
    expect(read('序号,工作任务,责任人', '1,甲,陈工').mapping.columns[0]).toBe('number');
  });

  it('keeps as much of a cell as a workbook holds, and says of a longer one how long it is', () => {
    expect(limits.note).toBe(32_767);
    const { rows, problems } = read('工作任务,推进情况', `甲,${'长'.repeat(32_767)}`, `乙,${'长'.repeat(32_800)}`);
    expect(rows.map(({ latest }) => latest.length)).toEqual([32_767, 32_767]);
    expect(problems).toMatchObject([{ key: 'latest', place: { row: 3 }, title: '乙', length: 32_800 }]);
  });
});

describe('a workbook', () => {
  it('that was cut off is damaged, not empty', async () => {
    const rows = Array.from({ length: 40 }, (_, at) => row({ id: `t${at}`, title: `第${at}项：${at * 7919}` }));
    const whole = new Uint8Array(await (await writeLedger('xlsx', rows, {})).arrayBuffer());
    for (const part of [0.5, 0.7, 0.9])
      expect(() => openGrids(whole.slice(0, Math.floor(whole.length * part))), `${part}`).toThrow(
        expect.objectContaining({ code: expect.stringMatching(/^(?:damaged|truncated)$/) }),
      );
  });

  it('offers the words of 办理状态, those of the office’s own among them, and lets others be typed', async () => {
    const rows = [row({ handlers: ['陈工'] }), row({ id: 'b', word: '滞后', status: 'doing', handlers: ['陈工'] })];
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await (await writeLedger('xlsx', rows, {})).arrayBuffer());
    const sheet = book.worksheets[0]!;
    const column = (sheet.getRow(3).values as string[]).indexOf('办理状态');
    expect(sheet.getCell(4, column).dataValidation).toMatchObject({
      type: 'list',
      errorStyle: 'warning',
      formulae: ['"待办,进行中,已完成,不办,滞后"'],
    });
  });
});
