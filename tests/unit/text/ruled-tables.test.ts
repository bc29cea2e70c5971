import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../lib/text/lines';
import { fromPlain } from '../../../lib/text/plain';

const cellsOf = (printed: string): string[] =>
  [...linesOf(fromPlain(printed))].map(({ strand, cell }) =>
    cell
      ? `${cell.row},${cell.column}${cell.rowSpan > 1 ? `↓${cell.rowSpan}` : ''} ${strand.text}`
      : `- ${strand.text}`,
  );

describe('a drawn table', () => {
  it('is cells: a stroke under one column ends its cell alone, and wrapped words are whole again', () => {
    const drawn = [
      '┌────┬───┐',
      '│任务  │单位 │',
      '├────┼───┤',
      '│修缮旧桥│县交通│',
      '├────┤局  │',
      '│清淤  │   │',
      '└────┴───┘',
    ];
    expect(cellsOf(`甲表\n${drawn.join('\n')}\n附注`)).toEqual([
      '- 甲表',
      '0,0 任务',
      '0,1 单位',
      '1,0 修缮旧桥',
      '1,1↓2 县交通局',
      '2,0 清淤',
      '- 附注',
    ]);
  });

  it('begins a row with each line where only its head is ruled, and leaves empty cells empty', () => {
    expect(cellsOf('+--+--+\n|甲|乙|\n+--+--+\n|1|丙|\n|2| |\n|3|丁|\n+--+--+')).toEqual([
      '0,0 甲',
      '0,1 乙',
      '1,0 1',
      '1,1 丙',
      '2,0 2',
      '3,0 3',
      '3,1 丁',
    ]);
  });

  it('may have cells over several columns', () => {
    const drawn = ['┌──┬──┐', '│甲 │乙 │', '├──┴──┤', '│丙丁戊己庚│', '├──┬──┤', '│辛 │壬 │', '└──┴──┘'];
    expect(cellsOf(drawn.join('\n'))).toEqual(['0,0 甲', '0,1 乙', '1,0 丙丁戊己庚', '2,0 辛', '2,1 壬']);
  });

  it('takes no line whose words stand behind its last upright', () => {
    const words = (text: string) => [...linesOf(fromPlain(text))].map((l) => l.strand.text).join('');
    expect(words('┌\n┌甲\n┌┤')).toContain('甲');
  });

  it('loses no word and no place, whatever is drawn', () => {
    const sign = fc.constantFrom(
      '┌',
      '─',
      '┬',
      '┐',
      '│',
      '├',
      '┼',
      '┤',
      '└',
      '┴',
      '┘',
      '甲',
      '乙',
      ' ',
      '\n',
      '|',
      '+',
      '-',
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 120 }), (signs) => {
        const text = signs.join('');
        const plain = fromPlain(text);
        const lines = [...linesOf(plain)];
        const words = lines
          .map((l) => l.strand.text)
          .join('')
          .replace(/[^甲乙]/g, '');
        expect([...words].sort()).toEqual([...text.replace(/[^甲乙]/g, '')].sort());
        for (const { strand } of lines)
          for (let i = 0; i < strand.length; i++) expect(plain.text[strand.offset(i)]).toBe(strand.text[i]);
      }),
    );
  });
});
