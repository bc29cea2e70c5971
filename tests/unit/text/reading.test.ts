import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromPlain } from '../../../lib/text/plain';
import { readingOf } from '../../../lib/text/reading';
import { readBody } from './dom';

const lines = (source: string) => {
  const reading = readingOf(fromPlain(source));
  return reading.lines.map((line) => reading.text.slice(line.start, line.end));
};

describe('readingOf', () => {
  it('joins a list of units cut inside a name, over blank lines', () => {
    expect(lines('牵头单位：县政府办、县农业农村局、县林业和草原局、县司法\n\n局\n\n责任单位：各乡镇')).toEqual([
      '牵头单位：县政府办、县农业农村局、县林业和草原局、县司法局',
      '责任单位：各乡镇',
    ]);
  });

  it('joins a sentence over a page rule and leaves the rule and page numbers out', () => {
    expect(
      lines('25. 及时排查河道隐患，落实巡查、警示、约\n\n---\n\n— 3 —\n谈制度，压实责任。\n\n26. 做好宣传。'),
    ).toEqual(['25. 及时排查河道隐患，落实巡查、警示、约谈制度，压实责任。', '26. 做好宣传。']);
  });

  it('joins lines wrapped to a width, and none else', () => {
    const wrapped = [
      '为落实云岭省关于河道管理的各项工作部署要求',
      '结合清河市的工作实际情况和各县区的工作基础',
      '经过市人民政府常务会议研究同意现制定如下的',
      '各项工作措施请各部门结合实际认真贯彻落实好',
      '以上。',
      '（一）加强领导',
      '各单位要加强组织领导。',
    ];
    expect(lines(wrapped.join('\n'))).toEqual([
      wrapped.slice(0, 5).join(''),
      '（一）加强领导',
      '各单位要加强组织领导。',
    ]);
  });

  it('keeps apart what begins something of its own', () => {
    const parts = [
      '清河市水务局关于印发《清河市河道管理办法》的通知',
      '各县区水务局：',
      '一、总体要求',
      '牵头单位：县水务局',
      '参加单位：县林业局',
      '2031年3月1日',
      '附件1',
      '- 甲事项',
      '- 乙事项',
    ];
    expect(lines(parts.join('\n\n'))).toEqual(parts);
  });

  it('joins a line break inside a block of a page, and never two cells', () => {
    const dom = readBody(
      '<p>牵头单位：县水务局、<br>县林业局</p><table><tr><td>县自然资源和<td>规划局<tr><td>甲，<td>乙</table>',
    );
    const reading = readingOf(dom);
    expect(reading.text.split('\n')).toEqual(['牵头单位：县水务局、县林业局', '县自然资源和', '规划局', '甲，', '乙']);
  });

  it('maps what it joined back to what is printed', () => {
    const source = '牵头单位：县政府办、县农业农村局、县林业和草原局、县司法\n\n局';
    const reading = readingOf(fromPlain(source));
    const start = reading.text.indexOf('县司法局');
    const span = reading.printedSpan({ start, end: start + 4 });
    expect(source.slice(span.start, span.end)).toBe('县司法\n\n局');
    expect(reading.readingSpan(span)).toEqual({ start, end: start + 4 });
  });

  it('leaves furniture out and collapses blanks', () => {
    const reading = readingOf(readBody('<nav>首页</nav><p>甲  \n 乙</p>'));
    expect(reading.text).toBe('甲 乙');
  });

  it('converts every character both ways, on any text', () => {
    const unit = fc.constantFrom(
      '甲',
      '局',
      '，',
      '。',
      '、',
      ' ',
      '\n',
      '1',
      '.',
      '牵头单位：',
      '---\n',
      '县司法局',
      '\u3000',
      'a',
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 60 }), (units) => {
        const source = units.join('');
        const reading = readingOf(fromPlain(source));
        let last = -1;
        for (let at = 0; at < reading.text.length; at++) {
          const sign = reading.text[at]!;
          const printed = reading.toPrinted(at);
          expect(printed).toBeGreaterThanOrEqual(last);
          if (sign === '\n' || sign === ' ') continue;
          expect(source[printed]).toBe(sign);
          expect(reading.toReading(printed)).toBe(at);
          last = printed;
        }
        expect(reading.lines.map((l) => reading.text.slice(l.start, l.end)).join('\n')).toBe(reading.text);
      }),
    );
  });
});
