import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../lib/export/csv';
import { guarded, unguarded } from '../../../lib/export/guard';

const mistaken = [
  ...['1-1', '2-1', '12-2', '3/4', '1/2/3', '2024/6/30', '001', '007', '3.10', '1.0', '0.50', '.5', '5.'],
  ...['1:2', '9:00', '1e5', '2E10', '(3)', '(1.5)', '1 1/2', '123456789012345678', 'Mar-1', 'may 5', 'TRUE', 'jan2027'],
];
const plain = [
  ...[
    '1',
    '66',
    '1.1',
    '2.15',
    '120.5',
    '一',
    '（一）',
    '1.1.1',
    '2026-06-30',
    '6月30日',
    '第1-1项',
    '1-1项',
    '3/4以上',
  ],
  ...['县水利局', '10%', '', '三', 'A1', '2027年', '15人', '0.5'],
];

describe('cells that a spreadsheet program would take for something else', () => {
  it.each(mistaken)('%s is written so that it stays what it is, and read back', (cell) => {
    expect(guarded(cell)).toBe(`\t${cell}`);
    expect(unguarded(guarded(cell))).toBe(cell);
  });

  it.each(plain)('“%s” is written as it is', (cell) => {
    expect(guarded(cell)).toBe(cell);
    expect(unguarded(cell)).toBe(cell);
  });

  it('what somebody typed with a tab comes back with it', () => {
    for (const cell of ['\t1-1', "'\t1-1", "'1-1", '\t甲']) expect(unguarded(guarded(cell))).toBe(cell);
  });

  it('numbers and days of ours stay numbers and days; what is guarded stands in quotation marks', () => {
    const csv = toCsv([{ head: '编号', cell: (row: string | number) => row }], [1.1, '2026-06-30', '1-1', '=1+1']);
    expect(csv).toBe('\ufeff编号\r\n1.1\r\n2026-06-30\r\n"\t1-1"\r\n"\'=1+1"\r\n');
  });
});
