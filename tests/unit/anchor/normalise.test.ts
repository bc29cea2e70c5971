import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, normalise, toNormalised, toPrinted } from '../../../lib/anchor/normalise';

describe('normalise', () => {
  it.each([
    ['white space of every kind', '县 司\u00a0法\u3000局\r\n\t办\u200b公\ufeff室', '县司法局办公室'],
    ['width', '（２０２４）１２号：ＡＢｃ', '(2024)12号:ABc'],
    ['Kangxi radicals', '⼈⼒⽤⽔', '人力用水'],
    ['radicals supplement', '⺠政⻚⻔', '民政页门'],
    ['compatibility forms', '㈠第①项㎡', '(一)第1项m2'],
    ['brackets, dashes and quotation marks', '〔2024〕“一网”—《办法》', '[2024]"一网"-<办法>'],
    ['page rules', '县司法\n---\n局\n— 3 —\n办公室', '县司法局办公室'],
  ])('folds %s', (_, printed, folded) => {
    expect(normalise(printed).text).toBe(folded);
  });

  it('keeps dashes that are no page rule', () => {
    expect(normalise('2021—2025年\n甲--乙').text).toBe('2021-2025年甲--乙');
  });

  it('maps offsets both ways on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (printed) => {
        const folded = normalise(printed);
        expect(folded.starts.length).toBe(folded.text.length + 1);
        for (let at = 0; at < folded.text.length; at++) {
          const { start, end } = toPrinted(folded, { start: at, end: at + 1 });
          expect(start < end && end <= printed.length).toBe(true);
          expect(normalise(printed.slice(start, end)).text).toContain(folded.text[at]);
          expect(folded.starts[toNormalised(folded, start)]).toBe(start);
        }
      }),
    );
  });

  it('gives the same text without offsets', () => {
    const rules = fc.constantFrom('\u0001', '\u0002', '\n---\n', '\n— 3 —\n', '⼈', '㎡', '𠀀', '\ud840', '局');
    fc.assert(
      fc.property(fc.string({ unit: fc.oneof(rules, fc.string({ unit: 'binary', maxLength: 1 })) }), (printed) => {
        expect(fold(printed)).toBe(normalise(printed).text);
      }),
    );
  });

  it('folds twice as once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (printed) => {
        const once = normalise(printed).text;
        expect(normalise(once).text).toBe(once);
      }),
    );
  });
});
