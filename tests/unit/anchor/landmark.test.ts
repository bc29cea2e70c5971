import { expect, describe as group, it } from 'vitest';
import { describe } from '../../../lib/anchor/describe';
import { buildIndex } from '../../../lib/anchor/index';
import { resolve } from '../../../lib/anchor/resolve';
import type { TextQuoteSelector } from '../../../lib/anchor/types';
import { plainText } from '../../bench/anchor/samples';

const indexOf = (text: string) => buildIndex(plainText(text));

/** Every measure ends in the same lines, longer than any context. */
const UNITS =
  '牵头单位：县民政局、县财政局\n参加单位：县水利局、县教育局、县农业农村局、县卫生健康委、各乡镇人民政府、街道办事处，县直有关单位';
const MEASURES = [
  '修订村级公墓管护办法，逐村登记造册。',
  '开通老年食堂配送专线，每周公布菜谱。',
  '清点闲置校舍用途，分片提出利用方案。',
  '摸清河堤险段底数，汛前完成加固工程。',
];

const REORDERED = [2, 1, 0, 3].map((i) => MEASURES[i]!);

const write = (measures: readonly string[], first = 1) =>
  `一、重点任务\n${measures.map((measure, i) => `${i + first}．${measure}\n${UNITS}`).join('\n')}`;

/** The passage `quote` of the measure that begins with `opening`. */
function placeIn(text: string, opening: string, quote: string) {
  const start = text.indexOf(quote, text.indexOf(opening));
  return { start, end: start + quote.length };
}

const quoteOf = (text: string, opening: string, quote: string) =>
  describe(indexOf(text), placeIn(text, opening, quote));

group('the landmark', () => {
  it('is what the numbered item opens with, and how far before', () => {
    const text = write(MEASURES);
    const [selector] = quoteOf(text, MEASURES[1]!, '县教育局') as [TextQuoteSelector];
    expect(selector.landmark?.text).toBe('开通老年食堂配送专线,每周公布菜谱。牵头');
    expect(selector.landmark?.distance).toBe(`${MEASURES[1]}牵头单位：县民政局、县财政局参加单位：县水利局、`.length);
  });

  it('is that of the item before for a passage in the opening itself', () => {
    const [selector] = quoteOf(write(MEASURES), MEASURES[1]!, '老年食堂') as [TextQuoteSelector];
    expect(selector.landmark?.text).toMatch(/^修订村级公墓/);
  });

  it('tells twins in different items apart when the items change places and numbers', () => {
    const old = write(MEASURES);
    const now = write(REORDERED, 5);
    for (const measure of MEASURES.slice(0, 3)) {
      const { method, span } = resolve(indexOf(now), quoteOf(old, measure, '街道办事处'));
      expect(method).toBe('structural');
      expect(span).toEqual(placeIn(now, measure, '街道办事处'));
    }
  });

  it('does so where both its own words and the passage were corrected', () => {
    const old = write(MEASURES);
    const now = write(REORDERED).replace('清点闲置校舍用途', '清查闲置校舍的用途').replaceAll('县水利局', '县水务局');
    expect(resolve(indexOf(now), quoteOf(old, MEASURES[2]!, '县教育局')).span).toEqual(
      placeIn(now, '清查', '县教育局'),
    );
  });

  it('finds nothing when the measure is gone and only twins are left', () => {
    const old = write(MEASURES);
    const now = indexOf(write(MEASURES.slice(0, 3)));
    expect(resolve(now, quoteOf(old, MEASURES[3]!, '街道办事处')).method).toBe('review');
  });

  it('decides nothing among places that all have it', () => {
    const line = `检查内容：台账是否完整，公示是否及时，投诉是否办结，整改是否到位。`;
    const item = (times: number) => `一、检查\n1．逐项开展现场核查工作，结果登记在册。${line.repeat(times)}`;
    const { method } = resolve(indexOf(item(7)), quoteOf(item(8), '逐项', '公示是否及时'));
    expect(['review', 'exact']).toContain(method);
    const text = item(7);
    // The first of them stands where it stood; one in the middle of eight could be any of seven.
    const middle = { start: item(8).indexOf('公示', 150), end: item(8).indexOf('公示', 150) + 6 };
    expect(resolve(indexOf(`附注。${text}`), describe(indexOf(item(8)), middle)).method).toBe('review');
  });
});

group('a passage that stands as it stood', () => {
  it('is found though a twin differs in one word only', () => {
    const sentence = (word: string) =>
      `各镇要安排专人${word}值守物资仓库，逐日清点救灾帐篷和发电设备，如实登记进出数量，缺少的及时报县应急管理局补足，不得挪作他用。`;
    const old = [sentence('轮流'), sentence('轮流'), sentence('轮换')].join('\n\n');
    const now = `补充通知如下。\n${old.replaceAll('，', '，\n')}`;
    const place = placeIn(old, '轮换', '发电设备');
    expect(resolve(indexOf(now), describe(indexOf(old), place))).toMatchObject({
      method: 'exact',
      span: placeIn(now, '轮换', '发电设备'),
    });
  });
});

group('a number that the selection cuts', () => {
  it.each(['十二）加固河堤险段', '二）加固河堤险段', '）加固河堤险段'])(
    'is no part of what is looked for: %s',
    (quote) => {
      const items = ['（十一）修补村道路面', '（十二）加固河堤险段', '（十三）改造老旧泵站'];
      const old = `${items.map((item) => `${item}。由各镇组织实施。`).join('\n')}\n`;
      const now = `（一）新建便民驿站。由县城管局负责。\n${[items[2]!, items[1]!, items[0]!]
        .map((item, i) => `${item.replace(/（.*）/, `（${'二三四'[i]}）`)}。由各镇组织实施。`)
        .join('\n')}\n`;
      const { method, span } = resolve(indexOf(now), quoteOf(old, '（十二）', quote));
      expect(method).toBe('exact');
      expect(now.slice(span!.start, span!.end)).toMatch(/^（?三?）加固河堤险段$/);
    },
  );
});

group('a short quote in a short sentence', () => {
  it('is found though the rest of its sentence was corrected, where all around it holds', () => {
    const old =
      '完善便民服务站点布局，统一办事指南和服务标准，让群众就近办成事。抓好汛前检查工作。建立工作台账，定期通报进展情况，对推进缓慢的事项及时督促整改。';
    const now = old.replace('检查工作', '巡查作业').replace('定期', '每月');
    const { method, span } = resolve(indexOf(now), quoteOf(old, '抓好', '抓好汛前'));
    expect(method).toBe('exact');
    expect(now.slice(span!.start, span!.end)).toBe('抓好汛前');
  });
});
