import { describe, expect, it } from 'vitest';
import { open as openOfd } from '../../../lib/formats/ofd';
import { open as openPdf } from '../../../lib/formats/pdf';
import type { LocalDocument } from '../../../lib/formats/types';
import { type Sheet, set } from './write/layout';
import { ofd } from './write/ofd';
import { pdf } from './write/pdf';
import { linesOf, measuresOf, textOf } from './write/read';

const blocks = [
  { center: '临澜县水环境治理工作方案' },
  '为改善全县水环境，保障群众用水安全，结合我县实际，制定本方案。',
  '一、总体要求',
  '坚持系统治理，到2025年年底，全县主要河流水质稳定达标，城乡供水一体化全面实现。',
  '二、重点任务',
  '（一）开展河道整治。对清河干流及十二条支流开展集中整治，清理岸线垃圾，拆除违法建筑，疏浚淤积河段。',
  '牵头单位：县水利局',
  '参加单位：县自然资源局、县生态环境局、县农业农村局、县住房城乡建设局、县城市管理局、县公安局，各乡镇人民政府',
  '（二）保护饮用水源。划定饮用水水源保护区，设立界标和警示标志，每季度开展一次水质监测，并向社会公布结果。',
  '牵头单位：县生态环境局',
  '参加单位：县水利局、县卫生健康委员会',
  '（三）推进污水处理。新建改建污水管网五十公里，实现建成区污水全收集、全处理，2024年6月底前完成。',
  '牵头单位：县住房城乡建设局',
  '参加单位：县财政局、县发展和改革委员会',
];
/** The same as it is on a page of the web. */
const page = blocks.map((block) => `<p>${typeof block === 'string' ? block : block.center}</p>`).join('');

const kinds: [string, (sheets: Sheet[]) => Promise<LocalDocument>][] = [
  ['pdf', (sheets) => openPdf(pdf(sheets), '方案.pdf', { pages: true })],
  ['ofd', (sheets) => openOfd(ofd(sheets), '方案.ofd', { pages: true })],
];

describe.each(kinds)('%s', (_, read) => {
  it('puts lines back into the paragraphs of the page, whatever the page breaks cut', async () => {
    const wanted = linesOf(page);
    for (const linesPerPage of [22, 9, 7, 5]) {
      const { html } = await read(set(blocks, linesPerPage));
      expect(linesOf(html), `${linesPerPage} lines a page`).toEqual(wanted);
    }
  });

  it('gives the engine the same measures and units as the page', async () => {
    const wanted = measuresOf(page);
    expect(wanted).toHaveLength(3);
    expect(measuresOf((await read(set(blocks, 9))).html)).toEqual(wanted);
  });

  it('rebuilds a ruled table, spans and a page break inside', async () => {
    const rows = [
      ['序号', '工作任务', '牵头单位'],
      ['1', '开展河道整治，清理岸线垃圾', '县水利局'],
      ['', '疏浚淤积河段', '县水利局'],
      ['2', '划定饮用水水源保护区', '县生态环境局'],
    ];
    const { html } = await read(set([{ center: '任务分工表' }, { table: rows }, '各单位要抓好落实。']));
    expect(html.replace(/\n|<\/?p[^>]*>/g, '')).toBe(
      '任务分工表<table><tr><td>序号</td><td>工作任务</td><td>牵头单位</td></tr>' +
        '<tr><td rowspan="2">1</td><td>开展河道整治，清理岸线垃圾</td><td>县水利局</td></tr>' +
        '<tr><td>疏浚淤积河段</td><td>县水利局</td></tr>' +
        '<tr><td>2</td><td>划定饮用水水源保护区</td><td>县生态环境局</td></tr></table>各单位要抓好落实。',
    );
    const long = [
      rows[0]!,
      ...Array.from({ length: 12 }, (_, index) => [`${index + 1}`, `事项${index + 1}`, '县水利局']),
    ];
    const broken = await read(set([{ table: long }], 6));
    expect(broken.html.match(/<table>/g)).toHaveLength(1);
    expect(broken.html.match(/<tr>/g)).toHaveLength(13);
  });

  const columns = [90, 130, 330, 440];
  /** Lines of texts at the columns of a table that no rules surround; '' leaves a place empty. */
  const bare = (lines: readonly (readonly string[])[], extra: Sheet['texts'] = []): Sheet => ({
    texts: [
      { x: 90, y: 80, size: 16, text: '　　现将任务分工印发如下。' },
      ...lines.flatMap((line, row) =>
        line.flatMap((text, column) => (text ? [{ x: columns[column]!, y: 130 + 24 * row, size: 12, text }] : [])),
      ),
      ...extra,
    ],
    rules: [],
  });
  const heads = ['序号', '工作任务', '责任单位', '完成时限'];

  it('rebuilds a table without rules where its columns are sure', async () => {
    const sheet = bare(
      [
        heads,
        ['1', '开展河道整治，清理岸线垃圾，拆', '县水利局', '2027年6月底前'],
        ['', '除违法建筑'],
        ['2', '划定饮用水水源保护区', '县生态环境局', '长期坚持'],
        ['3', '建设乡镇污水处理厂，配套管网同', '县住房城乡建设', '2027年年底前'],
        ['', '步设计、同步施工', '局'],
      ],
      [{ x: 122, y: 320, size: 16, text: '各单位要抓好落实，确保按期完成。' }],
    );
    const { html, warnings, pages } = await read([sheet]);
    expect(html.replace(/\n|<\/?p[^>]*>/g, '')).toBe(
      '现将任务分工印发如下。<table><tr><td>序号</td><td>工作任务</td><td>责任单位</td><td>完成时限</td></tr>' +
        '<tr><td>1</td><td>开展河道整治，清理岸线垃圾，拆除违法建筑</td><td>县水利局</td><td>2027年6月底前</td></tr>' +
        '<tr><td>2</td><td>划定饮用水水源保护区</td><td>县生态环境局</td><td>长期坚持</td></tr>' +
        '<tr><td>3</td><td>建设乡镇污水处理厂，配套管网同步设计、同步施工</td><td>县住房城乡建设局</td><td>2027年年底前</td></tr></table>' +
        '各单位要抓好落实，确保按期完成。',
    );
    expect(warnings?.map(({ code }) => code)).not.toContain('table-unsure');
    expect(measuresOf(html).map((line) => line.split('|')[2])).toEqual([
      'responsible:县水利局',
      'responsible:县生态环境局',
      'responsible:县住房城乡建设局',
    ]);
    expect(pages![0]!.items.every(({ ink }) => ink !== null)).toBe(true);
  });

  it.each([false, true])(
    'goes on with a table without rules on the next page, its head printed again: %s',
    async (again) => {
      const rows = Array.from({ length: 40 }, (_, index) => [
        `${index + 1}`,
        `完成第${index + 1}项整治任务`,
        '县水利局',
        '长期坚持',
      ]);
      const foot = (page: number) => ({ x: 280, y: 800, size: 12, text: `— ${page} —` });
      const pages = [rows.slice(0, 26), rows.slice(26)].map((own, page) =>
        bare(page === 0 || again ? [heads, ...own] : own, [foot(page + 1)]),
      );
      pages[1] = { ...pages[1]!, texts: pages[1]!.texts.slice(1) };
      const { html, warnings } = await read(pages);
      expect(html.match(/<table>/g)).toHaveLength(1);
      expect(html.match(/<tr>/g)).toHaveLength(41);
      expect(html).not.toContain('—');
      expect(warnings?.map(({ code }) => code)).not.toContain('table-unsure');
    },
  );

  it.each([
    [
      'numbers in the middle of their rows',
      [
        heads,
        ['', '开展河道整治，清理岸线垃圾，拆'],
        ['1', '除违法建筑', '县水利局'],
        ['2', '划定保护区', '县生态环境局'],
      ],
    ],
    [
      'text over a gutter',
      [
        heads,
        ['1', '开展河道整治，清理岸线垃圾，拆除违法建筑，疏浚河段', '县水利局'],
        ['2', '划定保护区', '县生态环境局'],
      ],
    ],
    [
      'a second line where the first one had ended',
      [
        heads,
        ['1', '开展河道整治', '县水利局'],
        ['', '划定饮用水水源保护区，设立界标', '县生态环境局'],
        ['3', '整治', '县公安局'],
      ],
    ],
  ])('leaves a table without rules as text and says so: %s', async (_, lines) => {
    const { html, warnings } = await read([bare(lines)]);
    expect(html).not.toContain('<table>');
    expect(html.replace(/<[^>]*>|\s/g, '')).toContain('序号工作任务责任单位完成时限');
    expect(warnings).toContainEqual({ code: 'table-unsure', count: 1 });
  });

  it('parts text of two cells that arrives as one run', async () => {
    const [sheet] = set([
      {
        table: [
          ['工作任务', '牵头单位'],
          ['整治', '县水利局'],
        ],
      },
    ]);
    const texts = [
      ...sheet!.texts.filter(({ text }) => !['整治', '县水利局'].includes(text)),
      { x: 202, y: 128, size: 12, text: '清理岸线垃圾整治县水利局' },
    ];
    const { html } = await read([{ texts, rules: sheet!.rules }]);
    expect(html).toContain('<tr><td><p>清理岸线垃圾整治</p></td><td><p>县水利局</p></td></tr>');
  });

  it('ties every run on the original to its place in the text', async () => {
    const { html, pages } = await read(set(blocks, 9));
    const ink = textOf(html).text.replace(/\s/g, '');
    const items = pages!.flatMap((one) => one.items);
    expect(items.filter((item) => item.ink === null).map((item) => item.text)).toEqual(['— 1 —', '— 2 —', '— 3 —']);
    for (const item of items) {
      if (item.ink === null) continue;
      const own = item.text.replace(/\s/g, '');
      expect(ink.slice(item.ink, item.ink + own.length)).toBe(own);
    }
  });

  it('reads two columns one after the other', async () => {
    const text = (column: number, line: number) => `第${column}栏第${line}行的文字写满一整行。`;
    const texts = [1, 2].flatMap((column) =>
      Array.from({ length: 12 }, (_, line) => ({
        x: column === 1 ? 60 : 320,
        y: 100 + 24 * line,
        size: 16,
        text: text(column, line + 1),
      })),
    );
    const { html } = await read([{ texts, rules: [] }]);
    const flat = linesOf(html).join('');
    expect(flat.indexOf('第1栏第12行')).toBeLessThan(flat.indexOf('第2栏第1行'));
  });

  it('folds radicals and drops heads that return', async () => {
    const sheets = Array.from({ length: 4 }, (_, index) => ({
      texts: [
        { x: 60, y: 40, size: 10, text: '临澜县人民政府公报' },
        { x: 60, y: 200, size: 16, text: `第${index + 1}页的正文，由县⼈⺠法院负责。` },
      ],
      rules: [],
    }));
    const { html } = await read(sheets);
    expect(html).not.toContain('公报');
    expect(html).toContain('县人民法院负责');
  });
});

describe('ofd producers', () => {
  const sheets = set(blocks);
  it.each([
    ['no prefix', { prefix: '' }],
    ['another prefix', { prefix: 'k:' }],
    ['paths from the root', { folder: '/Doc_0/P_' }],
  ])('%s', async (_, how) => {
    expect(linesOf((await openOfd(ofd(sheets, how), 'a.ofd')).html)).toEqual(linesOf(page));
  });
});
