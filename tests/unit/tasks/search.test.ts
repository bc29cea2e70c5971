import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Search } from '../../../components/tasks/search';
import { Signatures } from '../../../components/tasks/signatures';

const holds = (rows: Uint32Array, row: number) => ((rows[row >>> 5] ?? 0) & (1 << (row & 31))) !== 0;

describe('signatures', () => {
  it('miss no text that holds a word, in any row', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 40 }), { maxLength: 30 }), fc.nat(9000), (texts, from) => {
        const signatures = new Signatures();
        for (const [at, text] of texts.entries()) signatures.add(from + at, text);
        texts.forEach((text, at) => {
          for (let start = 0; start < text.length; start += 3) {
            const word = text.slice(start, start + 5);
            expect(holds(signatures.mayHold(word), from + at)).toBe(true);
          }
        });
      }),
    );
  });

  it('leave out nearly all texts that do not hold it', () => {
    const signatures = new Signatures();
    const text = (at: number) => `设立第${at}号窗口，在各乡镇便民服务中心设立跨镇办理窗口，6月底前全部开通。`.repeat(8);
    for (let at = 0; at < 6000; at++) signatures.add(at, text(at));
    const rows = signatures.mayHold('没有这样的词');
    const may = Array.from({ length: 6000 }, (_, at) => at).filter((at) => holds(rows, at));
    expect(may.length).toBeLessThan(60);
  });
});

describe('a search', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const search = () => new Search<{ text: string }>(({ text }) => text);

  it('leaves out what it has prepared, and nothing that it has not', () => {
    const [one, other] = [{ text: '设立窗口' }, { text: '编制清单' }];
    const words = search();
    words.prepare([one]);
    expect(words.mayHold([one], '清单')(0)).toBe(true);
    vi.runAllTimers();
    const list = [one, other];
    const may = words.mayHold(list, '清单');
    expect([may(0), may(1)]).toEqual([false, true]);
    words.prepare(list);
    vi.runAllTimers();
    expect(words.mayHold(list, '清单')(1)).toBe(true);
    expect(words.mayHold(list, '窗口')(1)).toBe(false);
    // Another list of the same records, sorted another way.
    expect([0, 1].map(words.mayHold([other, one], '窗口'))).toEqual([false, true]);
  });

  it('forgets what is no longer there, and prepares what came in its place', () => {
    const words = search();
    const many = Array.from({ length: 50 }, (_, at) => ({ text: `第${at}号` }));
    words.prepare(many);
    vi.runAllTimers();
    const next = many.map((item, at) => (at % 2 ? item : { text: `改为${item.text}` }));
    words.prepare(next);
    vi.runAllTimers();
    const may = words.mayHold(next, '改为');
    expect(next.every((_, at) => at % 2 || may(at))).toBe(true);
    expect(may(1)).toBe(false);
  });

  it('of upper case finds lower case', () => {
    const words = search();
    const item = { text: 'ABC专班' };
    words.prepare([item]);
    vi.runAllTimers();
    expect(words.mayHold([item], 'abc')(0)).toBe(true);
  });
});
