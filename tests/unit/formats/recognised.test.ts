import { parseHTML } from 'linkedom/worker';
import { describe, expect, it } from 'vitest';
import { PageFlow } from '../../../lib/formats/layout/flow';
import { recognisedPage } from '../../../lib/formats/layout/recognised';
import { open as openOfd } from '../../../lib/formats/ofd';
import { open as openPdf } from '../../../lib/formats/pdf';
import { open as openPicture } from '../../../lib/formats/picture';
import { isTooLarge, pictureSize } from '../../../lib/formats/picture/size';
import { sniff } from '../../../lib/formats/sniff';
import { wholePage } from '../../../lib/formats/whole-page';
import type { ReadLine, ReadPage } from '../../../lib/ocr/types';
import { weighed } from '../../../lib/page/recognised';
import { parse } from '../../../lib/policy/parse';
import { read as readText } from '../../../lib/text/read';
import { set } from './write/layout';
import { ofd } from './write/ofd';
import { pdf } from './write/pdf';

/** Lines as they are read on a page of 1654 by 2339 pixels, one below the other. */
function pageOf(lines: readonly (readonly [string, number])[]): ReadPage {
  return {
    turn: 0,
    skew: 0.01,
    width: 1654,
    height: 2339,
    rules: [],
    lines: lines.map(
      ([text, certainty], at): ReadLine => ({
        text,
        x: 280,
        y: 320 + 78 * at,
        width: 44 * text.length,
        size: 44,
        certainty,
      }),
    ),
  };
}

const plan = pageOf([
  ['临澜县防汛工作方案', 1],
  ['1.排查临水路段。逐处登记造册，建立台账。', 0.98],
  ['牵头单位：县交通运输局', 0.6],
]);
const text = [
  { x: 72, y: 100, size: 16, text: '第一页上的文字写得清清楚楚，谁都能看见，不必再去识别。' },
  { x: 72, y: 130, size: 16, text: '页上有图，也有比一行扫描时间长得多的话，因此这一页算作有文字的。' },
];
const scan = { texts: [], rules: [] };

/** A PNG's first bytes. */
function pngHead(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(64);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  new DataView(bytes.buffer).setUint32(16, width);
  new DataView(bytes.buffer).setUint32(20, height);
  return bytes;
}

describe('what was read from pictures', () => {
  it('stands in the place of pages without text, with what is known of it', async () => {
    const bytes = pdf([{ texts: text, rules: [] }, scan], { picture: true });
    const before = await openPdf(bytes, 'a.pdf', { pages: true });
    expect(before.scans).toEqual([2]);
    const after = await openPdf(bytes, 'a.pdf', { pages: true, recognised: new Map([[2, plan]]) });
    expect(after.scans).toBeUndefined();
    expect(after.html).toContain('第一页上的文字');
    expect(after.html).toContain('牵头单位：县交通运输局');
    expect(after.warnings).toContainEqual({ code: 'recognised', count: 1 });
    expect(after.warnings?.some(({ code }) => code === 'pages-without-text')).toBe(false);
    expect(after.recognised?.map(({ certainty }) => certainty)).toEqual([1, 0.98, 0.6]);
    const page = after.pages!.find(({ number }) => number === 2)!;
    expect(page.scan).toEqual({ skew: 0.01 });
    const printed = readText(parseHTML(wholePage(after.html)).document as unknown as Document).text.replace(/\s/g, '');
    for (const item of page.items) expect(printed.slice(item.ink!, item.ink! + 4)).toBe(item.text.slice(0, 4));
  });

  it('makes a document of a PDF that is pictures only', async () => {
    const bytes = pdf([scan], { picture: true });
    await expect(openPdf(bytes, 'a.pdf')).rejects.toMatchObject({ code: 'no-text' });
    const { html } = await openPdf(bytes, 'a.pdf', { recognised: new Map([[1, plan]]) });
    expect(html).toContain('县交通运输局');
    await expect(openPdf(bytes, 'a.pdf', { recognised: new Map([[1, pageOf([])]]) })).rejects.toMatchObject({
      code: 'no-text',
    });
  });

  it('is not asked for where a page is blank', async () => {
    const document = await openPdf(pdf([{ texts: text, rules: [] }, scan]), 'a.pdf');
    expect(document.scans).toBeUndefined();
  });

  it('works on an OFD in the same way', async () => {
    const sheets = set(['县水利局要按月巡查河道并上报情况，发现问题立即整改。'], 14);
    const { html } = await openOfd(ofd(sheets), 'a.ofd', { recognised: new Map([[1, plan]]) });
    expect(html).toContain('县交通运输局');
    expect(html).not.toContain('按月巡查');
  });

  describe('of which a sign was in doubt', () => {
    const opened = async (lines: ReadPage['lines']) => {
      const page = { ...plan, lines };
      return openPicture(pngHead(1654, 2339), 'a.png', { recognised: new Map([[1, page]]) });
    };
    const lines = (third: string, doubt: { at: number; others: string[] } | null, second = '（县财政局负责）') =>
      pageOf([
        ['临澜县防汛工作方案', 1],
        [`1.排查临水路段。${second}`, 1],
        [third, 0.6],
      ]).lines.map((line, at) => (at === 2 && doubt ? { ...line, doubts: [doubt] } : line));
    const corrected = ({ warnings = [] }: { warnings?: readonly { code: string; where?: string }[] }) =>
      warnings.find(({ code }) => code === 'names-corrected')?.where;

    it('is spelt as the same name is elsewhere, and that is said', async () => {
      const document = await opened(lines('牵头单位：县财攻局', { at: 7, others: ['玫', '政'] }));
      expect(document.html).toContain('牵头单位：县财政局');
      expect(corrected(document)).toBe('县财攻局 → 县财政局');
      // It is no surer for that.
      expect(document.recognised!.at(-1)!.certainty).toBe(0.6);
    });
    it('is spelt as a place on the official list is', async () => {
      const document = await opened(lines('报送：罗山具', { at: 5, others: ['县'] }));
      expect(document.html).toContain('罗山县');
      expect(corrected(document)).toBe('罗山具 → 罗山县');
    });
    it.each([
      ['no other name is like it', '牵头单位：县民攻局', { at: 7, others: ['政'] }, undefined],
      ['the picture did not look like that sign', '牵头单位：县财攻局', { at: 7, others: ['玫'] }, undefined],
      ['no sign was in doubt', '牵头单位：县体育局', null, '（县教育局负责）'],
      ['it is printed so elsewhere', '牵头单位：县体育局', { at: 6, others: ['教'] }, '（县教育局、县体育局负责）'],
      ['it is no name', '逐处登记造册，建立合账', { at: 9, others: ['台'] }, '台账、合帐'],
    ] as const)('stays where %s', async (_, third, doubt, second) => {
      const document = await opened(lines(third, doubt && { at: doubt.at, others: [...doubt.others] }, second));
      expect(document.html).toContain(third);
      expect(corrected(document)).toBeUndefined();
    });
    it('stays where two signs would do', async () => {
      const document = await opened(
        lines('牵头单位：县体育局', { at: 6, others: ['教', '保'] }, '（县教育局、县保育局负责）'),
      );
      expect(document.html).toContain('县体育局');
    });
  });

  describe('on a sheet of two pages', () => {
    const line = (text: string, x: number, y: number): ReadLine => ({
      text,
      x,
      y,
      width: 30 * text.length,
      size: 30,
      certainty: 1,
    });
    const sheet = (lines: ReadLine[], more: Partial<ReadPage> = {}): ReadPage => ({
      ...plan,
      width: 2482,
      height: 1755,
      lines,
      ...more,
    });
    const left = [
      line('（一）修缮堤防。逐处登记造册，建立', 150, 200),
      line('台账，明确专人，汛前全部修完，不留', 150, 260),
      line('隐患。（县水利局负责）', 150, 320),
    ];
    const right = [
      line('（二）储备物资。沙袋、水泵和照明设', 1400, 200),
      line('备各备足三成，按月清点，缺一补一，', 1400, 260),
      line('专人看管。（县应急管理局负责）', 1400, 320),
    ];
    const opened = async (read: ReadPage) => {
      const { html, pages } = await openPicture(pngHead(2482, 1755), 'a.png', {
        pages: true,
        recognised: new Map([[1, read]]),
      });
      return { text: html.replace(/<[^>]+>|\s+/g, ''), page: pages![0]!, pages: pages! };
    };

    it('is read left page first, each in its own order', async () => {
      const { text, page, pages } = await opened(sheet([...right, ...left]));
      expect(text).toBe([...left, ...right].map((each) => each.text).join(''));
      // What is seen is still one sheet, with each line where it was.
      expect(pages).toHaveLength(1);
      expect(page.width).toBeGreaterThan(page.height);
      const scale = page.width / 2482;
      const find = (start: string) => page.items.find((item) => item.text.startsWith(start))!;
      expect(find('（一）').x).toBeCloseTo(150 * scale);
      expect(find('（二）').x).toBeCloseTo(1400 * scale);
      for (const item of page.items) expect(text.slice(item.ink!, item.ink! + 4)).toBe(item.text.slice(0, 4));
    });
    it('leaves the number of each page out', async () => {
      const numbers = [line('— 2 —', 600, 1650), line('— 3 —', 1800, 1650)];
      const { text } = await opened(sheet([left[0]!, right[0]!, ...numbers]));
      expect(text).toBe(left[0]!.text + right[0]!.text);
    });
    it('has a table on the one page and text on the other', async () => {
      const rules = [150, 300, 450].flatMap((y) => [
        { x1: 150, y1: y, x2: 1050, y2: y },
        ...[150, 600, 1050].map((x) => ({ x1: x, y1: 150, x2: x, y2: 450 })),
      ]);
      const cells = [
        line('工作任务', 170, 240),
        line('牵头单位', 620, 240),
        line('储备物资', 170, 390),
        line('县应急局', 620, 390),
      ];
      const { text } = await opened(sheet([...right, ...cells], { rules }));
      expect(text.indexOf('县应急局')).toBeLessThan(text.indexOf('（二）'));
    });
    it.each([
      ['a head crosses the middle', [line('临澜县防汛抗旱工作方案任务分工一览', 990, 100), ...left, ...right]],
      [
        'there are labels and values',
        [0, 1, 2, 3].flatMap((row) => [line('单位', 300, 200 + 60 * row), line('县水利局', 1400, 200 + 60 * row)]),
      ],
    ])('is one page where %s', async (_, lines) => {
      const before = sheet(lines);
      const flow = new PageFlow();
      flow.add({
        ...recognisedPage({ number: 1, turn: 0, width: 1190, height: 842, items: [], rules: [] }, before),
        scan: undefined,
      });
      const plain = (await flow.finish(false)).html;
      const { text } = await opened(before);
      expect(text).toBe(plain.replace(/<[^>]+>|\s+/g, ''));
    });
  });

  it('is turned with its page, and its pictures with it', () => {
    const data = new Blob([]);
    const lying = {
      number: 1,
      turn: 0,
      width: 600,
      height: 400,
      items: [],
      rules: [],
      pictures: [{ x: 10, y: 20, width: 100, height: 50, data }],
    };
    const page = recognisedPage(lying, { ...plan, turn: 1, width: 400, height: 600, lines: [], rules: [] });
    expect(page).toMatchObject({ turn: 1, width: 400, height: 600 });
    expect(page.pictures).toEqual([{ x: 330, y: 10, width: 50, height: 100, data, turn: 1 }]);
  });

  it('makes a reading only as sure as it is itself', async () => {
    const { html, recognised } = await openPicture(pngHead(1654, 2339), 'a.png', { recognised: new Map([[1, plan]]) });
    const linear = readText(parseHTML(wholePage(html)).document as unknown as Document);
    const plain = parse(linear);
    const policy = weighed(plain, linear, recognised);
    expect(policy.measures[0]!.assignments[0]).toMatchObject({ unit: '县交通运输局', recognised: 0.6 });
    expect(policy.measures[0]!.assignments[0]!.certainty).toBeCloseTo(
      plain.measures[0]!.assignments[0]!.certainty * 0.6,
    );
    expect(policy.measures[0]!.recognised).toBeLessThan(0.98);
    expect(weighed(plain, linear, undefined)).toBe(plain);
  });
});

describe('pictures', () => {
  it('are told by their first bytes, with their size', () => {
    expect(pictureSize(pngHead(1654, 2339))).toEqual({ kind: 'png', width: 1654, height: 2339 });
    expect(sniff(pngHead(10, 10))).toBe('picture');
    const jpeg = (orientation: number) =>
      Uint8Array.of(
        0xff,
        0xd8,
        0xff,
        0xe1,
        0,
        34,
        ...[...'Exif'].map((sign) => sign.charCodeAt(0)),
        0,
        0,
        0x49,
        0x49,
        0x2a,
        0,
        8,
        0,
        0,
        0,
        1,
        0,
        0x12,
        1,
        3,
        0,
        1,
        0,
        0,
        0,
        orientation,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0xff,
        0xc0,
        0,
        17,
        8,
        0x04,
        0x00,
        0x03,
        0x00,
        3,
        0,
        0,
        0,
        0,
        0,
        0,
      );
    expect(pictureSize(jpeg(1))).toEqual({ kind: 'jpeg', width: 768, height: 1024 });
    expect(pictureSize(jpeg(6))).toEqual({ kind: 'jpeg', width: 1024, height: 768 });
    expect(sniff(jpeg(1))).toBe('picture');
  });

  it('that say no size, or one that no machine holds, are refused before they are unpacked', async () => {
    await expect(openPicture(pngHead(0, 10), 'a.png')).rejects.toMatchObject({ code: 'broken-picture' });
    await expect(openPicture(pngHead(60_000, 60_000), 'a.png')).rejects.toMatchObject({ code: 'too-many-pixels' });
    expect(isTooLarge({ width: 20_000, height: 1000 })).toBe(true);
    expect(isTooLarge({ width: 7016, height: 9921 })).toBe(false);
    for (let length = 0; length < 64; length++)
      expect(() => pictureSize(pngHead(9, 9).subarray(0, length))).not.toThrow();
  });

  it('are something to look at before they are read', async () => {
    await expect(openPicture(pngHead(1654, 2339), 'a.png')).rejects.toMatchObject({ code: 'no-text' });
    const { html, pages, scans } = await openPicture(pngHead(2339, 1654), 'a.png', { pages: true });
    expect([html, scans]).toEqual(['', [1]]);
    expect(pages![0]!.width).toBeGreaterThan(pages![0]!.height);
  });
});
