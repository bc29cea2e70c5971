import { describe, expect, it } from 'vitest';
import { open as openOfd } from '../../../lib/formats/ofd';
import { open as openPdf } from '../../../lib/formats/pdf';
import type { LocalDocument } from '../../../lib/formats/types';
import type { SetText, Sheet } from './write/layout';
import { ofd } from './write/ofd';
import { pdf, pdfString } from './write/pdf';
import { linesOf } from './write/read';

type Read = (texts: readonly SetText[] | readonly Sheet[], rules?: Sheet['rules']) => Promise<LocalDocument>;
const sheetsOf = (texts: Parameters<Read>[0], rules: Sheet['rules'] = []): Sheet[] =>
  (texts as readonly object[]).every((part) => 'texts' in part)
    ? [...(texts as readonly Sheet[])]
    : [{ texts: texts as readonly SetText[], rules }];

const kinds: [string, Read][] = [
  ['pdf', (texts, rules) => openPdf(pdf(sheetsOf(texts, rules)), '方案.pdf', { pages: true })],
  ['ofd', (texts, rules) => openOfd(ofd(sheetsOf(texts, rules)), '方案.ofd', { pages: true })],
];
const said = (document: LocalDocument) =>
  (document.warnings ?? []).filter(({ code }) => code !== 'drawing-approximate').map(({ code }) => code);

/** Lines at the left margin, one below the other. */
const column = (lines: readonly string[], x = 72, from = 100, size = 14): SetText[] =>
  lines.map((text, index) => ({ x, y: from + 24 * index, size, text }));

const body = ['一、清淤河道。', '牵头单位：县水利局', '二、巡查堤防，汛期前完成。', '牵头单位：县应急管理局'];

describe.each(kinds)('%s', (_, read) => {
  it.each([
    ['large and level', [{ x: 90, y: 140, size: 44, text: '内部资料' }]],
    [
      'large, in two words',
      [
        { x: 90, y: 140, size: 40, text: '严禁' },
        { x: 250, y: 140, size: 40, text: '外传' },
      ],
    ],
    [
      'small, tiled over the page',
      [0, 1, 2, 3, 4].map((at) => ({ x: 80, y: 108 + 17 * at, size: 13, text: '样稿勿传' })),
    ],
    [
      'pale, as large as the text, over it and beside it',
      [0, 1, 2].flatMap((row) =>
        [0, 1].map((side) => ({ x: 80 + 150 * side, y: 97 + 40 * row, size: 14, text: '县府内网', light: 0.85 })),
      ),
    ],
    [
      'a stamp of two lines between the lines',
      [
        { x: 130, y: 112, size: 22, text: '档案馆' },
        { x: 130, y: 142, size: 22, text: '复印件' },
      ],
    ],
    [
      'pale, little larger than the text, between its lines',
      [{ x: 80, y: 140, size: 18, text: '内部资料', light: 0.8 }],
    ],
    ['slanted', [{ x: 90, y: 220, size: 40, text: '征求意见稿', turn: 30 }]],
  ] as [string, SetText[]][])('a watermark is no text, and said: %s', async (_, marks) => {
    const document = await read([...column(body), ...marks]);
    expect(linesOf(document.html)).toEqual(body);
    expect(said(document)).toEqual(['watermark-left-out']);
  });

  it('a watermark found on one page is known on the others; titles and words that return stay', async () => {
    const mark = { x: 90, y: 150, size: 44, text: '内部资料' };
    const pages = [column(body), column(['（此页无正文）'], 72, 400)].map((texts) => ({
      texts: [...texts, mark],
      rules: [],
    }));
    expect(linesOf((await read(pages)).html)).toEqual([...body, '（此页无正文）']);
    const title = { x: 150, y: 70, size: 26, text: '河道管护方案' };
    const plain = await read([title, ...column([...body, '责任单位：县水利局', '县水利局', '县水利局', '县水利局'])]);
    expect(linesOf(plain.html)[0]).toBe('河道管护方案');
    expect(said(plain)).toEqual([]);
  });

  it('the head of a table that runs up its side is read in its cell', async () => {
    const rules = [
      ...[100, 160, 220].map((y) => ({ x1: y === 160 ? 110 : 70, y1: y, x2: 430, y2: y })),
      ...[70, 110, 430].map((x) => ({ x1: x, y1: 100, x2: x, y2: 220 })),
    ];
    const { html, warnings } = await read(
      [
        { x: 95, y: 195, size: 14, text: '工程措施', turn: 90 },
        { x: 120, y: 135, size: 14, text: '清淤河道，县水利局负责' },
        { x: 120, y: 195, size: 14, text: '巡查堤防，县应急管理局负责' },
        { x: 300, y: 135, size: 14, text: '六月' },
      ],
      rules,
    );
    expect(html.replace(/\s|<\/?p>/g, '')).toContain('<tdrowspan="2">工程措施</td><td>清淤河道，县水利局负责');
    expect(warnings?.map(({ code }) => code)).not.toContain('turned-aside');
  });

  it.each([90, 270])('turned by %i° beside the text it is read after the page, and said', async (turn) => {
    const document = await read([...column(body), { x: 40, y: 300, size: 14, text: '责任单位县财政局', turn }]);
    expect(linesOf(document.html)).toEqual([...body, '责任单位县财政局']);
    expect(document.warnings).toContainEqual({ code: 'turned-aside', page: 1, where: '责任单位县财政局' });
  });

  it.each([90, 270])('a page whose text is all turned by %i° is read like one that stands upright', async (turn) => {
    const texts = body.map((text, index) =>
      turn === 90
        ? { x: 100 + 24 * index, y: 700, size: 14, text, turn }
        : { x: 500 - 24 * index, y: 80, size: 14, text, turn },
    );
    const document = await read(texts);
    expect(linesOf(document.html)).toEqual(body);
    expect(document.pages?.[0]).toMatchObject({ turn: turn === 90 ? 1 : 3 });
  });

  it('pale words that lie on no text stay', async () => {
    const document = await read([...column(body), { x: 72, y: 400, size: 14, text: '附注：另行通知', light: 0.8 }]);
    expect(linesOf(document.html)).toEqual([...body, '附注：另行通知']);
    expect(said(document)).toEqual([]);
  });

  it('an overprint of a part of a run folds', async () => {
    const document = await read([
      { x: 72.3, y: 100, size: 16, text: '牵头单位' },
      { x: 72, y: 100, size: 16, text: '牵头单位：县水利局' },
      { x: 72, y: 140, size: 16, text: '配合单位：县财政局' },
      { x: 152.3, y: 140, size: 16, text: '县财政局' },
    ]);
    expect(linesOf(document.html)).toEqual(['牵头单位：县水利局', '配合单位：县财政局']);
  });

  it('an overprint of a run by single signs folds', async () => {
    const signs = [...'投资２２００万元'].map((text, at) => ({ x: 72.2 + 16 * at, y: 100, size: 16, text }));
    const document = await read([{ x: 72, y: 100, size: 16, text: '投资２２００万元' }, ...signs]);
    expect(linesOf(document.html)).toEqual(['投资２２００万元']);
  });

  const short = (from: number, to: number) =>
    [...'一二三四五六']
      .slice(from, to)
      .flatMap((number, at) => [`${number}、整治第${from + at}段。`, `牵头单位：县${'水财教农民林'[from + at]}局`]);
  it.each([
    ['of short lines', short(0, 3), short(3, 6)],
    ['of which the right one is a line or two', short(0, 5), short(5, 6)],
    [
      'of articles',
      ['第一条 清淤河道。', '牵头单位：县水利局', '第二条 整修护坡。', '牵头单位：县财政局'],
      ['第三条 植树造林。', '牵头单位：县林业局'],
    ],
    [
      'in circles',
      ['①清淤河道。', '牵头单位：县水利局', '②整修护坡。', '牵头单位：县财政局'],
      ['③植树造林。', '牵头单位：县林业局'],
    ],
  ])('two columns whose numbers count on, %s', async (_, left, right) => {
    const document = await read([...column(left, 72), ...column(right, 330)]);
    expect(linesOf(document.html).map((line) => line.replace(/\s/g, ''))).toEqual(
      [...left, ...right].map((line) => line.replace(/\s/g, '')),
    );
  });

  it.each([
    ['one item in each', ['一、清淤河道。', '牵头单位：县水利局'], ['二、植树造林。', '牵头单位：县林业局']],
    [
      'no numbers, one longer than the other',
      ['清淤河道，六月底前', '完成。', '责任单位：县水利局'],
      ['植树造林，三月底前完成', '，报县政府，并在网上公', '布。', '责任单位：县林业局'],
    ],
  ])('two columns whose labels are the same: %s', async (_, left, right) => {
    const { html } = await read([...column(left, 72), ...column(right, 330)]);
    expect(linesOf(html).join('')).toBe([...left, ...right].join(''));
    expect(linesOf(html)).toContain(right.slice(0, -1).join(''));
  });

  it('two columns of two lines, each a sentence', async () => {
    const [left, right] = [
      ['县水利局要检查堤防，备足物', '资，落实值班。'],
      ['县教育局要对校舍安全进行排', '查，不留死角。'],
    ];
    const { html } = await read([...column(left, 72), ...column(right, 330)]);
    expect(linesOf(html)).toEqual([left.join(''), right.join('')]);
  });

  it('numbers that count on across are read across', async () => {
    const document = await read([...column(['一、河道', '三、堤防'], 72), ...column(['二、泵站', '四、水闸'], 330)]);
    expect(linesOf(document.html).join('').replace(/\s/g, '')).toBe('一、河道二、泵站三、堤防四、水闸');
  });

  it('three columns', async () => {
    const columns = [short(0, 2), short(2, 4), short(4, 6)];
    const texts = columns.flatMap((lines, at) => column(lines, 60 + 170 * at, 120, 12));
    const document = await read([{ x: 200, y: 80, size: 18, text: '河道管护工作要点' }, ...texts]);
    expect(linesOf(document.html)).toEqual(['河道管护工作要点', ...columns.flat()]);
  });

  it('the head of a table that runs down its cell, a sign a line, is one word', async () => {
    const rules = [
      ...[100, 160, 220].map((y) => ({ x1: y === 160 ? 110 : 70, y1: y, x2: 430, y2: y })),
      ...[70, 110, 430].map((x) => ({ x1: x, y1: 100, x2: x, y2: 220 })),
    ];
    const head = [...'工程措施'].map((text, at) => ({ x: 82, y: 125 + 24 * at, size: 14, text }));
    const { html } = await read(
      [
        ...head,
        { x: 120, y: 135, size: 14, text: '清淤河道，县水利局负责' },
        { x: 120, y: 195, size: 14, text: '巡查堤防，县应急管理局负责' },
        { x: 300, y: 135, size: 14, text: '六月' },
      ],
      rules,
    );
    expect(html.replace(/\s|<\/?p>/g, '')).toContain('<tdrowspan="2">工程措施</td>');
  });

  it('items by letters begin paragraphs of their own', async () => {
    const long = '逐段清淤，整修护坡，补植行道树，并设置警示标志和巡查便道等设施';
    const items = [`a)${long}。`, `b)${long}。`, `（c）${long}。`];
    const document = await read(column(items, 72, 100, 13));
    expect(linesOf(document.html)).toEqual(items);
  });

  it('overprints fold, digits set narrowly stay', async () => {
    const bold = [0, 0.1, 0.2].map((step) => ({ x: 72 + step, y: 100, size: 16, text: '重点任务' }));
    const digits = [...'２２００'].map((text, index) => ({ x: 136 + 5.2 * index, y: 140, size: 20, text }));
    const document = await read([
      ...bold,
      { x: 72, y: 140, size: 16, text: '投资约为' },
      ...digits,
      { x: 160, y: 140, size: 16, text: '万元。' },
    ]);
    expect(linesOf(document.html)).toEqual(['重点任务', '投资约为２２００万元。']);
  });

  it('private signs: bullets are known, a font full of them is noise', async () => {
    const bullets = await read(column(['\uf06c清淤河道', '\uf0d8巡查堤防', '\uf0fe已办 \uf0a8未办']));
    expect(linesOf(bullets.html)).toEqual(['●清淤河道', '➢巡查堤防', '☑已办□未办']);
    const noise = Array.from({ length: 40 }, (_, at) => String.fromCharCode(0xf021 + at)).join('');
    await expect(read(column([noise, noise]))).rejects.toMatchObject({ code: 'unreadable-font' });
  });

  it('noise of one font is left out of a text, and said', async () => {
    const noise = `!"#$%&'*;<=>?@^_{|}~`;
    const document = await read([...column([...body, ...body]), { x: 72, y: 400, size: 14, text: noise, font: 2 }]);
    expect(linesOf(document.html)).toEqual([...body, ...body]);
    expect(document.warnings).toContainEqual({ code: 'font-unreadable', count: noise.length });
  });

  it.each([
    ['signs of ASCII as they come', `!"#$%&'()*+,-./0123456789:;<=>?@ABC[\\]^_!"#$%&'()*`],
    ['words of no language', 'lf1Pnqkcn BgfgSr4r4cR vc5lGCmRWS wBwXqGVa RjMekUkLx Dnvz5zJfji tgrjCE0cr cMcUFWV'],
    ['Chinese signs that hardly occur', '㐀㐁㐂㐃㐄㐅㐆㐇㐈㐉㐊㐋㐌㐍㐎㐏㐐㐑㐒㐓㐔㐕㐖㐗'],
    ['letters with marks', 'ÀËÎñÊÐ±£»¤¾Ö¸ºÔðÇåÓÙºÓµÀ¹¤×÷'],
  ])('%s is no document', async (_, text) => {
    await expect(read(column([text, text]))).rejects.toMatchObject({ code: 'unreadable-font' });
  });

  it.each([
    ['English', 'The county office of water shall dredge all rivers before the end of June 2027, and report it.'],
    ['addresses and figures', 'http://www.x.gov.cn/a?b=1&c=2  1,234.50  98.5%  2027-06-30  GB/T 33190-2016  A1#楼'],
    ['a cipher of figures', '0051/+5358/9/1/9>5258<>-4-6/46*7-*/*9+2+9>*8<38565*0/959>6188633>+48>17004*52*43<77<'],
    ['leaders', '一、总体要求 ........................................ 3'],
    ['rare names', '县水利局局长由堃、副局长龑、彧负责协调各乡镇的各项工作并按时上报。'],
  ])('%s is', async (_, text) => {
    expect(linesOf((await read(column([text]))).html).join('')).toContain(text.replace(/ {2,}.*/, '').slice(0, 5));
  });

  /** Two columns of a short text, wrapped by hand; the left one ends in the middle of a sentence. */
  const left = [
    '（一）清淤河道。各乡镇',
    '对辖区内的河道开展清',
    '淤，六月底前完成。',
    '牵头单位：县水利局',
    '（二）巡查堤防。汛期内',
  ];
  const right = ['每周巡查堤防一次，发现', '险情及时上报。', '牵头单位：县应急管理局', '（三）备足物资。'];
  const two = (from: number, first = left, second = right): SetText[] => [
    ...column(first, 60, from, 14),
    ...column(second, 320, from, 14),
  ];
  const joined = [
    '（一）清淤河道。各乡镇对辖区内的河道开展清淤，六月底前完成。',
    '牵头单位：县水利局',
    '（二）巡查堤防。汛期内每周巡查堤防一次，发现险情及时上报。',
    '牵头单位：县应急管理局',
    '（三）备足物资。',
  ];

  it('a few rows in two columns are read column by column', async () => {
    expect(linesOf((await read(two(100))).html)).toEqual(joined);
  });

  it('two items of two lines, one beside the other, are read one after the other', async () => {
    const document = await read(
      two(
        100,
        ['（一）清淤河道。组织清淤疏浚，', '汛前完成。县水利局负责。'],
        ['（二）巡查堤防。每月巡查堤防，', '逐段登记。县应急管理局负责。'],
      ),
    );
    expect(linesOf(document.html)).toEqual([
      '（一）清淤河道。组织清淤疏浚，汛前完成。县水利局负责。',
      '（二）巡查堤防。每月巡查堤防，逐段登记。县应急管理局负责。',
    ]);
  });

  it('where only one of them runs on that is not sure, and said', async () => {
    const document = await read(
      two(
        100,
        ['（一）清淤河道。组织清淤疏浚，', '汛前完成。县水利局负责。'],
        ['（二）巡查堤防。', '县应急管理局负责。'],
      ),
    );
    expect(document.warnings).toContainEqual({ code: 'columns-unsure', page: 1 });
  });

  it('below a title, above and below a table that crosses both', async () => {
    const rules = [
      ...[300, 330, 360].map((y) => ({ x1: 60, y1: y, x2: 470, y2: y })),
      ...[60, 260, 470].map((x) => ({ x1: x, y1: 300, x2: x, y2: 360 })),
    ];
    const cells = ['序号', '单位', '1', '县水利局'].map((text, at) => ({
      x: at % 2 ? 270 : 70,
      y: at < 2 ? 320 : 350,
      size: 12,
      text,
    }));
    const head = { x: 60, y: 70, size: 14, text: '云溪县防汛工作要点，各乡镇人民政府、县政府各部门遵照执行。' };
    const document = await read([head, ...two(100), ...cells, ...two(400)], rules);
    expect(linesOf(document.html)).toEqual([head.text, ...joined, '序号', '单位', '1', '县水利局', ...joined]);
  });

  it('a last page goes on as the page before was set', async () => {
    const last = [
      { x: 60, y: 100, size: 14, text: '牵头单位：县财政局' },
      { x: 320, y: 100, size: 14, text: '（四）按时上报。' },
    ];
    const pages = [two(100), last].map((texts) => ({ texts, rules: [] }));
    expect(linesOf((await read(pages)).html)).toEqual([...joined, '牵头单位：县财政局', '（四）按时上报。']);
  });

  it('labels and values side by side are read across', async () => {
    const form = await read([
      ...column(['项目名称：清淤', '实施地点：东河', '投资：二百万元', '开工：三月'], 60),
      ...column(['责任单位：县水利局', '责任人：局长', '资金来源：财政', '完工：六月'], 320),
    ]);
    expect(linesOf(form.html).join('|').replace(/\s/g, '')).toMatch(/清淤\|?责任单位：县水利局\|?实施地点/);
  });
});

describe('what is typed onto a PDF', () => {
  const note = (subtype: string, rect: string, more: string) =>
    `<< /Type /Annot /Subtype /${subtype} /Rect [${rect}] /F 4 ${more} >>`;
  const look = '/DA (/F1 12 Tf 0 g)';
  const text = [
    { x: 72, y: 100, size: 14, text: '牵头单位：' },
    { x: 72, y: 160, size: 14, text: '是否完成：' },
  ];
  const read = async (...notes: string[]) => openPdf(pdf([{ texts: text, rules: [] }], { notes }), 'a.pdf');

  it.each([
    [
      'words typed on the page',
      note('FreeText', '145 735 300 755', `/Contents ${pdfString('县水利局')} ${look}`),
      '牵头单位：县水利局',
    ],
    [
      'a filled field',
      note('Widget', '145 735 300 755', `/FT /Tx /T (a) /V ${pdfString('县水利局')} ${look}`),
      '牵头单位：县水利局',
    ],
    [
      'an entry chosen',
      note(
        'Widget',
        '145 735 300 755',
        `/FT /Ch /Ff 131072 /T (b) /V (2) /Opt [[(1) ${pdfString('县林业局')}] [(2) ${pdfString('县水利局')}]] ${look}`,
      ),
      '牵头单位：县水利局',
    ],
    [
      'names in a field of several lines',
      note('Widget', '145 725 300 757', `/FT /Tx /Ff 4096 /T (a) /V ${pdfString('县水利局\r县财政局')} ${look}`),
      '牵头单位：县水利局、县财政局',
    ],
  ])('%s', async (_, annotation, line) => {
    expect(linesOf((await read(annotation)).html)).toEqual([line, '是否完成：']);
  });

  it('boxes ticked and not; hidden fields and notes beside the page are no text, and those are said', async () => {
    const box = (rect: string, value: string) =>
      note(
        'Widget',
        rect,
        `/FT /Btn /T (c${rect[0]}) /V /${value} /AS /${value} /AP << /N << /Yes << >> /Off << >> >> >>`,
      );
    const hidden = note('Widget', '145 735 300 755', `/FT /Tx /T (d) /V ${pdfString('看不见')} ${look}`).replace(
      '/F 4',
      '/F 2',
    );
    const pinned = note('Text', '500 735 520 755', `/Contents ${pdfString('请再核对')}`);
    const document = await read(box('145 675 157 687', 'Yes'), hidden, pinned);
    expect(linesOf(document.html)).toEqual(['牵头单位：', '是否完成：☑']);
    expect(document.warnings).toEqual([{ code: 'comments-left-out', count: 1 }]);
    expect(linesOf((await read(box('145 675 157 687', 'Off'))).html)).toEqual(['牵头单位：', '是否完成：□']);
  });
});

describe('a scan with words on it', () => {
  const stamp = { x: 400, y: 820, size: 10, text: '由扫描软件生成' };
  const number = (at: number) => ({ x: 280, y: 800, size: 12, text: `— ${at} —` });
  const read = (pages: readonly (readonly SetText[])[], picture = true) =>
    openPdf(
      pdf(
        pages.map((texts) => ({ texts, rules: [] })),
        { picture },
      ),
      'a.pdf',
    );
  it.each([
    ['a line of the scanning program', [[stamp], [stamp], [stamp]]],
    ['page numbers', [[number(1)], [number(2)]]],
    ['a running head on one page', [[{ x: 72, y: 40, size: 10, text: '云溪县档案馆藏' }]]],
    [
      'a long line of the scanning program, in the page',
      [[{ x: 300, y: 720, size: 9, text: 'Scanned with ScanProgram' }]],
    ],
    [
      'the stamp of those who received it',
      [
        ['云溪县水利局收文', '2031年3月5日', '第123号'].map((text, at) => ({
          x: 400,
          y: 110 + 20 * at,
          size: 12,
          text,
        })),
      ],
    ],
    [
      'a stamp in the middle of each',
      [[{ x: 200, y: 400, size: 20, text: '已归档' }], [{ x: 210, y: 410, size: 20, text: '已归档' }]],
    ],
  ])('%s is none', async (_, pages) => {
    await expect(read(pages)).rejects.toMatchObject({ code: 'no-text' });
    if (pages.length > 2) expect((await read(pages, false)).html).toContain('扫描软件');
  });

  it('a page of text before scanned ones is read, and they are counted', async () => {
    const text = column(Array.from({ length: 6 }, () => '县水利局要按月巡查河道并上报情况。'));
    const document = await read([text, [stamp], [stamp]]);
    expect(document.html).toContain('按月巡查');
    expect(document.warnings).toContainEqual({ code: 'pages-without-text', count: 2 });
  });

  it('a picture behind the text is no scan', async () => {
    expect((await read([column(body)])).html).toContain('县水利局');
  });
});

describe('composite units of an OFD', () => {
  const code = (text: string) => `<ofd:TextCode X="0" Y="5" DeltaX="g ${text.length - 1} 5">${text}</ofd:TextCode>`;
  const line = (y: number, text: string, more = '') =>
    `<ofd:TextObject Boundary="20 ${y} 170 8" Font="1" Size="5" ${more}>${code(text)}</ofd:TextObject>`;
  const space = 'xmlns:ofd="http://www.ofdspec.org/2016"';
  const document = (content: string, units: string, template = '') => ({
    more: {
      'Doc_0/Document.xml': `<ofd:Document ${space}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:DocumentRes>Res.xml</ofd:DocumentRes>${template ? '<ofd:TemplatePage ID="9" ZOrder="Background" BaseLoc="T.xml"/>' : ''}</ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="P.xml"/></ofd:Pages></ofd:Document>`,
      'Doc_0/Res.xml': `<ofd:Res ${space}><ofd:CompositeGraphicUnits>${units}</ofd:CompositeGraphicUnits></ofd:Res>`,
      'Doc_0/P.xml': `<ofd:Page ${space}>${template ? '<ofd:Template TemplateID="9"/>' : ''}<ofd:Content><ofd:Layer>${content}</ofd:Layer></ofd:Content></ofd:Page>`,
      'Doc_0/T.xml': `<ofd:Page ${space}><ofd:Content><ofd:Layer>${template}</ofd:Layer></ofd:Content></ofd:Page>`,
    },
  });
  const unit = (id: number, inner: string) =>
    `<ofd:CompositeGraphicUnit ID="${id}" Width="210" Height="297"><ofd:Content>${inner}</ofd:Content></ofd:CompositeGraphicUnit>`;
  const use = (id: number, boundary = '0 0 210 297') =>
    `<ofd:CompositeObject Boundary="${boundary}" ResourceID="${id}"/>`;
  const read = (...parts: Parameters<typeof document>) => openOfd(ofd([], document(...parts)), 'a.ofd');

  it('are drawn where they are used, units in units as well; a circle ends', async () => {
    const units =
      unit(50, line(10, '一、清淤河道。') + use(51, '0 10 210 100')) +
      unit(51, line(20, '牵头单位：县水利局') + use(50));
    const { html } = await read(line(20, '河道管护方案') + use(50, '0 30 210 200'), units);
    for (const text of ['河道管护方案', '一、清淤河道。', '牵头单位：县水利局']) expect(html).toContain(text);
  });

  it('pale words of a template are a watermark, its red head is not', async () => {
    const pale = line(150, '内部资料', '').replace(
      '<ofd:TextCode',
      '<ofd:FillColor Value="220 220 220"/><ofd:TextCode',
    );
    const { html, warnings } = await read(line(40, '一、清淤河道。'), '', line(15, '云溪县人民政府文件') + pale);
    expect(linesOf(html)).toEqual(['云溪县人民政府文件', '一、清淤河道。']);
    expect(warnings).toContainEqual({ code: 'watermark-left-out', where: '内部资料' });
  });

  it('signs set below each other are one line', async () => {
    const down = `<ofd:TextObject Boundary="10 60 8 80" Font="1" Size="5" ReadDirection="90"><ofd:TextCode X="0" Y="5" DeltaY="g 7 6">责任单位县水利局</ofd:TextCode></ofd:TextObject>`;
    const { html } = await read(line(40, '一、清淤河道。') + line(60, '二、巡查堤防。') + down, '');
    expect(linesOf(html)).toEqual(['一、清淤河道。', '二、巡查堤防。', '责任单位县水利局']);
  });
});
