import { describe, expect, it } from 'vitest';
import { alphabetOf, decode } from '../../../lib/ocr/decode';
import { evenSizes, linesOf, typeShare } from '../../../lib/ocr/lines';
import { settled } from '../../../lib/ocr/punctuation';
import type { ReadSign } from '../../../lib/ocr/types';

const alphabet = alphabetOf('县\n水\n利\n局\n');

/** Chances for a row of signs: `-` nothing, `_` a blank. */
function chances(steps: string, sure = 0.9) {
  const data = new Float32Array(steps.length * 6);
  for (const [at, sign] of [...steps].entries()) {
    const index = sign === '-' ? 0 : sign === '_' ? 5 : alphabet.signs.indexOf(sign);
    data[at * 6 + index] = sure;
  }
  return { data, dims: [1, steps.length, 6] };
}

const text = (signs: readonly ReadSign[]) => signs.map(({ sign }) => sign).join('');
const signs = (line: string, certainty = 0.9): ReadSign[] =>
  [...line].map((sign, at, all) => ({ sign, at: (at + 0.5) / all.length, certainty }));

describe('decoding', () => {
  it('counts a sign once however long it is seen, and twice where nothing is seen between', () => {
    expect(text(decode(chances('--县县-水水水利-局--'), alphabet))).toBe('县水利局');
    expect(text(decode(chances('局局'), alphabet))).toBe('局');
    expect(text(decode(chances('局-局'), alphabet))).toBe('局局');
    expect(text(decode(chances('县_水'), alphabet))).toBe('县 水');
    expect(decode(chances('----'), alphabet)).toEqual([]);
  });

  it('says where each sign stands and how surely it was seen', () => {
    const [first, second] = decode(chances('-县--水---', 0.75), alphabet);
    expect(first).toEqual({ sign: '县', at: 0.1875, certainty: 0.75 });
    expect(second!.at).toBe(0.5625);
  });

  it('keeps what else a sign may be where it is in doubt, the likeliest first, and with its place in the line', () => {
    const dims = [1, 2, 6];
    const data = Float32Array.of(0, 0.99, 0.005, 0.005, 0, 0, 0.02, 0, 0.3, 0.5, 0.18, 0);
    const found = decode({ data, dims }, alphabet);
    expect(found.map(({ others }) => others)).toEqual([undefined, ['水', '局']]);
    const box = { x: 100, y: 20, width: 80, height: 40, angle: 0 };
    const [line] = linesOf({ signs: found, box, ink: [0, 1] });
    expect(line).toMatchObject({ text: '县利', doubts: [{ at: 1, others: ['水', '局'] }] });
  });

  it('reads a list of signs with either line end, and knows the blank behind it', () => {
    expect(alphabetOf('县\r\n水').signs).toEqual(['', '县', '水', ' ']);
  });
});

describe('punctuation', () => {
  const put = (line: string) => text(settled(signs(line)));
  it('is wide between Chinese signs and stays narrow in numbers and words', () => {
    expect(put('(县水利局牵头,县财政局配合)')).toBe('（县水利局牵头，县财政局配合）');
    expect(put('责任单位:县水利局;县财政局')).toBe('责任单位：县水利局；县财政局');
    expect(put('上午8:30至11:00,投资1,000万元')).toBe('上午8:30至11:00，投资1,000万元');
    expect(put('—２—')).toBe('—2—');
    expect(put('OFD (open fixed)')).toBe('OFD (open fixed)');
  });
  it('takes what looks like a letter or a box for the sign that it is, where that was seen as well or makes the word', () => {
    const doubted = (line: string, at: number, other: string) =>
      text(settled(signs(line).map((sign, index) => (index === at ? { ...sign, others: [other] } : sign))));
    expect(put('县I业和信息化局')).toBe('县工业和信息化局');
    expect(put('前完成主体I程')).toBe('前完成主体工程');
    expect(put('启动I级响应')).toBe('启动I级响应');
    expect(doubted('竣I验收', 1, '工')).toBe('竣工验收');
    expect(doubted('消除直排□41处', 4, '口')).toBe('消除直排口41处');
    expect(put('合格□不合格')).toBe('合格□不合格');
    expect(put('WTI数据')).toBe('WTI数据');
  });
  it('makes a worn 一 whole, and leaves dashes of numbers and words', () => {
    expect(put('（--）做到“---事一议”')).toBe('（一）做到“一事一议”');
    expect(put('2024-2026年')).toBe('2024-2026年');
    expect(put('-2-')).toBe('-2-');
    expect(put('清河-望川公路')).toBe('清河-望川公路');
    expect(put('（-）重点')).toBe('（一）重点');
  });
  it('closes brackets as they were opened, and those of document numbers as they are written', () => {
    expect(put('云政办发〔2026】17号')).toBe('云政办发〔2026〕17号');
    expect(put('云政发［2026］5号')).toBe('云政发〔2026〕5号');
    expect(put('《水利工作要点)')).toBe('《水利工作要点》');
    expect(put('配合)')).toBe('配合）');
  });
  it('gives quotation marks their sides', () => {
    expect(put('设施"气改电"。')).toBe('设施“气改电”。');
    expect(put('遏制“两高"项目')).toBe('遏制“两高”项目');
    expect(put('实行“一事一议“，')).toBe('实行“一事一议”，');
    expect(put('“三区三线"管控和"一张图"建设')).toBe('“三区三线”管控和“一张图”建设');
    // Of those that began on the line before, and of those that go on on the next.
    expect(put('一张图"，开展')).toBe('一张图”，开展');
    expect(put('”建设，做好"放管服')).toBe('”建设，做好“放管服');
    expect(put('推进“一网通')).toBe('推进“一网通');
    expect(put('办”改革')).toBe('办”改革');
    expect(put('say "yes" now')).toBe('say "yes" now');
    expect(put('管径12"以上')).toBe('管径12"以上');
  });
  it('knows the year of a document number at the end of a line', () => {
    expect(put('的决定》（川委发（2021）')).toBe('的决定》（川委发〔2021〕');
    expect(put('川委发［2021】2')).toBe('川委发〔2021〕2');
    expect(put('清河水库（2021）')).toBe('清河水库（2021）');
  });
  it('sees no bracket of a document number twice', () => {
    expect(put('云政发〔2026］］5号')).toBe('云政发〔2026〕5号');
    expect(put('云政发[〔2026〕]5号')).toBe('云政发〔2026〕5号');
    expect(put('云政发〔2026]】第12号')).toBe('云政发〔2026〕第12号');
    expect(put('（详见附件（2026年））')).toBe('（详见附件（2026年））');
  });
});

describe('lines', () => {
  const box = { x: 500, y: 100, width: 480, height: 48, angle: 0 };
  it('that are a date end with its day: behind it stand specks and strokes of a seal', () => {
    const read = (line: string, last = 0.9) =>
      linesOf({
        signs: [...signs(line.slice(0, -1)), { ...signs(line).at(-1)!, certainty: last }],
        box,
        ink: [0, 1],
      })[0]?.text;
    expect(read('2026年3月21日’')).toBe('2026年3月21日');
    expect(read('2026年3月21日、', 0.6)).toBe('2026年3月21日');
    expect(read('二〇二六年三月五日-', 0.6)).toBe('二〇二六年三月五日');
    expect(read('2026年3月7日—')).toBe('2026年3月7日—');
    // Of a seal that hides the day's right side.
    expect(read('2026年3月15日產', 0.5)).toBe('2026年3月15日');
    // The end of a sentence may stand on a line of its own.
    expect(read('2026年3月21日。', 0.98)).toBe('2026年3月21日。');
    expect(read('2026年3月21日）')).toBe('2026年3月21日）');
    expect(read('2026年3月21日起')).toBe('2026年3月21日起');
    expect(read('印发时间：2026年3月21日-', 0.98)).toBe('印发时间：2026年3月21日-');
  });
  it('have the size of their pitch and a base line below their middle', () => {
    const [line] = linesOf({ signs: signs('县水利局负责落实到位'), box, ink: [0, 1] });
    expect(line).toMatchObject({ text: '县水利局负责落实到位', x: 260, width: 480 });
    expect(line!.size).toBeCloseTo(48);
    expect(line!.y).toBeCloseTo(100 + 0.38 * 48);
  });
  it('too short to say their size have that of the page', () => {
    const long = { signs: signs('县水利局负责落实到位'), box: { ...box, height: 60 }, ink: [0, 1] as const };
    const share = typeShare([long, { signs: signs('县局'), box, ink: [0, 1] }]);
    expect(share).toBeCloseTo(0.8);
    expect(
      linesOf({ signs: signs('县局'), box: { ...box, width: 96, height: 60 }, ink: [0, 1] }, share)[0]!.size,
    ).toBeCloseTo(48);
  });
  it('take no speck in the white around them for a sign', () => {
    const read = signs('東县水利局').map((sign, at) => ({ ...sign, certainty: at === 0 ? 0.5 : 1 }));
    const wide = { signs: read, box: { ...box, width: 240 }, ink: [0, 1] as const };
    expect(linesOf({ ...wide, core: [0.2, 1] })[0]!.text).toBe('县水利局');
    expect(linesOf(wide)[0]!.text).toBe('東县水利局');
  });
  it('that end a paragraph are of a size that the page has, where one is near', () => {
    const end = { signs: signs('合）'), box: { ...box, width: 96, height: 78 }, ink: [0, 1] as const };
    expect(linesOf(end, 0.86, [60, 60, 70])[0]!.size).toBe(60);
    expect(linesOf(end, 0.86, [30])[0]!.size).toBeCloseTo(67.08);
  });
  it('begin with no comma or stop: there it is a speck', () => {
    const read = signs('，局、县统计局');
    expect(linesOf({ signs: read, box: { ...box, width: 336 }, ink: [0, 1] })[0]!.text).toBe('局、县统计局');
  });
  it('are two where wide white stands inside', () => {
    const read: ReadSign[] = [...signs('附件'), ...signs('目录')].map((sign, at) => ({
      ...sign,
      at: [0.05, 0.15, 0.8, 0.9][at]!,
    }));
    expect(linesOf({ signs: read, box, ink: [0, 0.95] }).map(({ text }) => text)).toEqual(['附件', '目录']);
  });
  it('are as sure as the least sure quarter of their signs; scribbles are none', () => {
    const read = signs('县水利局').map((sign, at) => ({ ...sign, certainty: at === 2 ? 0.6 : 1 }));
    expect(linesOf({ signs: read, box: { ...box, width: 192 }, ink: [0, 1] })[0]!.certainty).toBe(0.6);
    expect(linesOf({ signs: signs('县水利局', 0.3), box, ink: [0, 1] })).toEqual([]);
    expect(linesOf({ signs: signs('  '), box, ink: [0, 1] })).toEqual([]);
  });
  it('count the white half of a bracket at their ends', () => {
    const [line] = linesOf({ signs: signs('（县水利局负责）'), box: { ...box, width: 384 }, ink: [0.06, 0.94] });
    expect(line!.x).toBeLessThan(312);
    expect(line!.x + line!.width).toBeGreaterThan(688);
  });
  it('of nearly one size are of one size', () => {
    const sizes = evenSizes(
      [44, 45.5, 46, 61].map((size) => ({ ...linesOf({ signs: signs('县水利局'), box, ink: [0, 1] })[0]!, size })),
    );
    expect(new Set(sizes.slice(0, 3).map(({ size }) => size)).size).toBe(1);
    expect(sizes[3]!.size).toBe(61);
  });
});
