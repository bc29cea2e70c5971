import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromPlain } from '../../../lib/text/plain';

describe('fromPlain', () => {
  it('gives a block for each line that prints, at the offsets of the string', () => {
    const source = '\ufeff# 标题\r\n\r\n\u3000\u3000甲，\r\n乙。\n---\n\u200b\n';
    const text = fromPlain(source);
    expect(text.text).toBe(source);
    expect(text.blocks.map((b) => [b.kind, b.level, source.slice(b.start, b.end)])).toEqual([
      ['heading', 1, '# 标题'],
      ['paragraph', undefined, '甲，'],
      ['paragraph', undefined, '乙。'],
      ['paragraph', undefined, '---'],
    ]);
  });

  it('leaves out the sign that an answered mail sets before every line, and none that only some lines have', () => {
    const printed = (source: string): string[] => fromPlain(source).blocks.map((b) => source.slice(b.start, b.end));
    expect(printed('> 甲\n>> 乙\n>\n> 丙\n> 丁\n> 戊')).toEqual(['甲', '乙', '丙', '丁', '戊']);
    expect(printed('甲\n- 乙\n- 丙\n- 丁\n- 戊')).toEqual(['甲', '- 乙', '- 丙', '- 丁', '- 戊']);
    expect(printed('| 甲 | 乙 |\n'.repeat(6))).toEqual(Array(6).fill('| 甲 | 乙 |'));
  });

  it('covers every printing character of any string once', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('甲', '，', ' ', '\n', '\r', '\t', '#', '\u2028', '\u3000', '-') }),
        (source) => {
          const { blocks } = fromPlain(source);
          const printed = blocks.map((b) => source.slice(b.start, b.end)).join('');
          // A sign with which nearly every line begins is none of the text.
          expect(printed.replace(/[\s-]/g, '')).toBe(source.replace(/[\s-]/g, ''));
          for (const b of blocks) expect(source.slice(b.start, b.end)).not.toMatch(/[\n\r\u2028]/);
        },
      ),
    );
  });
});
