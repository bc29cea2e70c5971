import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finder } from '../../../lib/anchor/find';
import { fromPlain } from '../../../lib/text/plain';

const loose = { loose: true };
const strict = { loose: false };
const shown = (text: string, words: string, options = loose) =>
  finder(fromPlain(text))(words, options).map(({ start, end }) => text.slice(start, end));

describe('words are found', () => {
  it('over hard line breaks and page numbers, as they are read', () => {
    const text =
      '一、重点任务\n　　1.六月底前完成县乡道路安全隐患排查，逐处登记\n\n— 3 —\n\n造册，并于每月五日前将排查整治情况报县交通运\n输局备案，形成长效机制。\n牵头单位：县交通运输局';
    expect(shown(text, '逐处登记造册')).toEqual(['逐处登记\n\n— 3 —\n\n造册']);
    expect(shown(text, '县交通运输局')).toHaveLength(2);
  });

  it('never from one paragraph into the next', () => {
    expect(shown('加强巡查。\n牵头单位：县水利局\n参加单位：各乡镇', '局参加')).toEqual([]);
    expect(shown('各负其责。\n责任单位：县教育局', '责责任')).toEqual([]);
  });

  it('whatever their width, unless that is asked for', () => {
    const text = '推进“５Ｇ”基站建设，5g 覆盖率达到 90％，５ Ｇ专网。';
    expect(shown(text, '5g')).toEqual(['５Ｇ', '5g', '５ Ｇ']);
    expect(shown(text, '90%')).toEqual(['90％']);
    expect(shown(text, '5g', strict)).toEqual(['5g']);
    expect(shown(text, '90%', strict)).toEqual([]);
  });

  it('in order and without overlap', () => {
    expect(shown('各各各各各', '各各')).toEqual(['各各', '各各']);
  });

  it('not at all where there is nothing to look for', () => {
    expect(shown('通知', '　 \n')).toEqual([]);
    expect(shown('通知', ' ', strict)).toEqual([]);
  });

  it('wherever they were put, and nothing else is', () => {
    const sign = fc.constantFrom('县', '局', '，', '５', 'g', ' ', '\n', '。');
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 60 }), fc.array(sign, { minLength: 1, maxLength: 3 }), (all, some) => {
        const text = all.join('');
        const words = some.join('');
        const bare = (each: string) => each.normalize('NFKC').replace(/\s/g, '').toLowerCase();
        let end = 0;
        for (const span of finder(fromPlain(text))(words, loose)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          end = span.end;
          expect(bare(text.slice(span.start, span.end))).toBe(bare(words));
        }
      }),
    );
  });
});
