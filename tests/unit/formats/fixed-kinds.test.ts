import { describe, expect, it } from 'vitest';
import { open as openOfd } from '../../../lib/formats/ofd';
import { open as openPdf } from '../../../lib/formats/pdf';
import type { SetText } from './write/layout';
import { ofd } from './write/ofd';
import { pdf } from './write/pdf';
import { rawPdf, show } from './write/raw-pdf';
import { linesOf } from './write/read';

const formats = {
  pdf: (texts: SetText[]) => openPdf(pdf([{ texts, rules: [] }]), 'a.pdf'),
  ofd: (texts: SetText[]) => openOfd(ofd([{ texts, rules: [] }]), 'a.ofd'),
};
const each = describe.each(Object.entries(formats));
const column = (x: number, lines: readonly string[], y = 130): SetText[] =>
  lines.map((text, at) => ({ x, y: y + 18 * at, size: 11, text }));

each('%s: a number that is raised', (_, open) => {
  // Programs raise by a third to two fifths, to a size of three fifths to five sixths.
  it.each([
    [4.6, 7],
    [6, 7],
    [5.5, 10],
  ])('by %d at a size of %d is a power of the figure before it', async (up, size) => {
    const lines = linesOf(
      (
        await open([
          { x: 90, y: 120, size: 12, text: '库容10' },
          { x: 126, y: 120 - up, size, text: '4' },
          { x: 126 + size / 2, y: 120, size: 12, text: '万方，河长25km' },
          { x: 126 + size / 2 + 84, y: 120 - up, size, text: '2' },
          { x: 126 + size + 84, y: 120, size: 12, text: '。' },
        ])
      ).html,
    );
    expect(lines).toEqual(['库容10⁴万方，河长25km2。']);
  });

  it.each([
    ['[1]', 4.6, 7],
    ['2', 4.6, 7],
    ['①', 6, 7],
    ['*', 4.6, 8],
  ])('or a sign so is no part of the name before it, where it marks a note: %s', async (mark, up, size) => {
    const width = mark.length * size * 0.5;
    const lines = linesOf(
      (
        await open([
          { x: 90, y: 120, size: 12, text: '牵头单位：青禾县水务局' },
          { x: 222, y: 120 - up, size, text: mark },
          { x: 222 + width, y: 120, size: 12, text: '、青禾县财政局。' },
        ])
      ).html,
    );
    expect(lines).toEqual(['牵头单位：青禾县水务局、青禾县财政局。']);
  });

  it('and stands over a stroke is a part of a fraction', async () => {
    const lines = linesOf(
      (
        await open([
          { x: 90, y: 120, size: 12, text: '占' },
          { x: 102, y: 116, size: 7, text: '1' },
          { x: 105.5, y: 120, size: 12, text: '/4的乡镇' },
        ])
      ).html,
    );
    expect(lines).toEqual(['占1/4的乡镇']);
  });

  it('or lowered stays in its line; figures of one size beside each other are one number', async () => {
    const lines = linesOf(
      (
        await open([
          { x: 90, y: 120, size: 12, text: '减排CO' },
          { x: 126, y: 125, size: 7, text: '2' },
          { x: 130, y: 120, size: 12, text: '共10' },
          { x: 154, y: 119, size: 12, text: '4' },
          { x: 160, y: 120, size: 12, text: '吨' },
        ])
      ).html,
    );
    expect(lines).toEqual(['减排CO2共104吨']);
  });
});

each('%s: few lines', (_, open) => {
  it('below a centred title that is the longest of them begin at the margin', async () => {
    const { html } = await open([
      { x: 218, y: 100, size: 12, text: '关于开展河道管护的通知' },
      { x: 72, y: 118, size: 12, text: '各乡镇人民政府：' },
      { x: 96, y: 136, size: 12, text: '请于六月底前完成。' },
    ]);
    expect(linesOf(html)).toEqual(['关于开展河道管护的通知', '各乡镇人民政府：', '请于六月底前完成。']);
  });
});

each('%s: columns', (_, open) => {
  const left = [
    '一、开展河道整治，清理岸线垃圾，',
    '疏浚淤积河段，9月底前完成。',
    '责任单位：县水利局',
    '二、完善管网，更换老旧阀门二百',
    '处。责任单位：县城市管理局',
  ];
  const right = [
    '三、整治农贸市场，规范摊位。',
    '责任单位：县市场监管局',
    '四、修缮文物。责任单位：县文化',
    '和旅游局',
  ];

  it('below a title no wider than the white between them and one of them', async () => {
    const { html } = await open([
      { x: 253, y: 90, size: 22, text: '工作简报' },
      ...column(60, left),
      ...column(310, right),
    ]);
    expect(linesOf(html)).toEqual([
      '工作简报',
      '一、开展河道整治，清理岸线垃圾，疏浚淤积河段，9月底前完成。',
      '责任单位：县水利局',
      '二、完善管网，更换老旧阀门二百处。责任单位：县城市管理局',
      '三、整治农贸市场，规范摊位。',
      '责任单位：县市场监管局',
      '四、修缮文物。责任单位：县文化和旅游局',
    ]);
  });

  it('three of them, one line longer than the others', async () => {
    const { html } = await open([
      ...column(50, [
        '一、河道清淤，清理岸线',
        '垃圾。责任单位：县水利',
        '局',
        '二、管网更新。责任单位：',
        '县城市管理局',
      ]),
      ...column(220, ['三、校园步道建设。责任', '单位：县教育局', '四、市场整治。责任单', '位：县市场监管局']),
      ...column(390, ['五、文物修缮。责任单位：', '县文化和旅游局', '六、公路养护。责任单位：', '县交通运输局']),
    ]);
    expect(linesOf(html)).toEqual([
      '一、河道清淤，清理岸线垃圾。责任单位：县水利局',
      '二、管网更新。责任单位：县城市管理局',
      '三、校园步道建设。责任单位：县教育局',
      '四、市场整治。责任单位：县市场监管局',
      '五、文物修缮。责任单位：县文化和旅游局',
      '六、公路养护。责任单位：县交通运输局',
    ]);
  });
});

describe('two pages that are printed on one sheet', () => {
  const lower = 842 - 595;
  const half = (x: number, lines: readonly string[], number: string) => [
    ...lines.map((line, at) => show(x, lower + 80 + 26 * at, line)),
    show(x + 130, lower + 560, number),
  ];
  const sheet = (...operators: string[]) =>
    openPdf(rawPdf([operators.join('\n')], { page: '/MediaBox [0 0 842 595]' }), 'a.pdf');
  const left = ['一、清淤河道，清理岸线垃圾。', '责任单位：县水利局', '二、巡查堤防，汛期前完成。'];
  const right = ['责任单位：县应急管理局', '三、补栽树木。责任单位：县林业局'];

  it('are read one after the other where each has its number', async () => {
    const { html } = await sheet(...half(60, left, '— 2 —'), ...half(480, right, '— 3 —'));
    expect(linesOf(html)).toEqual([...left, ...right]);
  });

  it('a wide page with a table over its middle is one', async () => {
    const rules = [lower + 60, lower + 100, lower + 140].map((y) => `60 ${842 - y} m 780 ${842 - y} l S`);
    const columns = [60, 400, 780].map((x) => `${x} ${842 - lower - 60} m ${x} ${842 - lower - 140} l S`);
    const { html } = await sheet(
      ...rules,
      ...columns,
      show(70, lower + 85, '任务'),
      show(410, lower + 85, '责任单位'),
      show(70, lower + 125, '清淤河道'),
      show(410, lower + 125, '县水利局'),
      show(400, lower + 560, '— 2 —'),
    );
    expect(html.match(/<tr>/g)).toHaveLength(2);
  });
});

each('%s: narrow columns without rules', (_, open) => {
  it('keep their rows and the names in them apart', async () => {
    const row = (y: number, ...cells: string[]): SetText[] =>
      cells.map((text, at) => ({ x: [55, 103, 151][at]!, y, size: 10, text }));
    const { html } = await open([
      ...row(80, '类别', '任务', '责任单位'),
      ...row(93, '水利', '河道整治', '县水利局'),
      ...row(106, '教育', '校园安全', '县教育局'),
    ]);
    expect(linesOf(html)).toEqual(['类别 任务 责任单位', '水利 河道整治 县水利局', '教育 校园安全 县教育局']);
  });
});

each('%s: readings above signs', (_, open) => {
  it('are no line of the text', async () => {
    const { html } = await open([
      { x: 132, y: 110, size: 6, text: 'xiào' },
      { x: 144, y: 110, size: 6, text: 'yuán' },
      { x: 90, y: 120, size: 12, text: '一、开展校园安全整治。' },
      { x: 90, y: 140, size: 12, text: 'Wi-Fi覆盖全部校区。' },
    ]);
    expect(linesOf(html)).toEqual(['一、开展校园安全整治。', 'Wi-Fi覆盖全部校区。']);
  });
});
