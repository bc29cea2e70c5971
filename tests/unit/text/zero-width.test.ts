import { describe, expect, it } from 'vitest';
import { parse } from '../../../lib/policy/parse';
import { fromPlain } from '../../../lib/text/plain';
import { Strand } from '../../../lib/text/strand';

/** Characters that take no room, as editors of web pages and word processors leave them. */
const unseen = ['\u00ad', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u202c', '\u2060', '\ufe0e', '\ufeff'];

describe('a character that cannot be seen', () => {
  it.each(unseen.map((c) => [c.codePointAt(0)!.toString(16), c]))('%s parts no word', (_, sign) => {
    const text = `牵${sign}头单位：县司${sign}法局`;
    const strand = Strand.of(text, 0, text.length);
    expect(strand.text).toBe('牵头单位：县司法局');
    expect(strand.gaps).toEqual([]);
    expect(strand.span(5, 9)).toEqual({ start: 6, end: 11 });
  });

  it('in the middle of labels and names costs no unit', () => {
    const text = [
      '青桐县便民服务任务清单',
      '1.合并窗口。牵\u200b头单位：县审\u200b批局；配\u2060合单位：县司\ufeff法局',
    ].join('\n');
    const [measure] = parse(fromPlain(text)).measures;
    expect(measure?.assignments.map(({ role }) => role)).toEqual(['lead', 'participant']);
  });

  it('beside white space leaves the gap that parts a list', () => {
    const text = '县审批局\u200b \u200b县司法局';
    expect(Strand.of(text, 0, text.length).gaps).toHaveLength(1);
  });
});
