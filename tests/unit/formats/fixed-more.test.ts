import { describe, expect, it } from 'vitest';
import { open as openOfd } from '../../../lib/formats/ofd';
import { open as openPdf } from '../../../lib/formats/pdf';
import { isNoise } from '../../../lib/formats/plausible';
import type { LocalDocument } from '../../../lib/formats/types';
import type { SetText, Sheet } from './write/layout';
import { ofd } from './write/ofd';
import { pdf, pdfString } from './write/pdf';
import { rawPdf, show } from './write/raw-pdf';
import { linesOf } from './write/read';

const said = ({ warnings = [] }: LocalDocument) =>
  warnings.filter(({ code }) => code !== 'drawing-approximate').map(({ code }) => code);
const body = [
  '青禾县水利工作方案',
  '一、清淤河道，汛期前完成。',
  '牵头单位：县水利局',
  '二、巡查堤防，每月一次。',
  '牵头单位：县应急管理局',
];
const column = (lines: readonly string[], x = 72, from = 100): SetText[] =>
  lines.map((text, index) => ({ x, y: from + 24 * index, size: 14, text }));
const sheet = (texts: readonly SetText[]): Sheet => ({ texts, rules: [] });
const kinds: [string, (...pages: readonly (readonly SetText[])[]) => Promise<LocalDocument>][] = [
  ['pdf', (...pages) => openPdf(pdf(pages.map(sheet)), '方案.pdf', { pages: true })],
  ['ofd', (...pages) => openOfd(ofd(pages.map(sheet)), '方案.ofd', { pages: true })],
];

describe.each(kinds)('%s', (_, read) => {
  it.each([
    [
      'pale, larger and set down the margin, over nothing',
      [...'严禁外传'].map((text, at) => ({ x: 320, y: 100 + 45 * at, size: 40, text, light: 0.8 })),
    ],
    [
      'as large as the text, pale, on its base line',
      [{ x: 80, y: 126, size: 14, text: '张三 打印于县府办', light: 0.8 }],
    ],
    ['much larger, up the page', [{ x: 150, y: 300, size: 40, text: '内部文件', turn: 90 }]],
  ] as [string, SetText[]][])('a watermark is no text, and said: %s', async (_, marks) => {
    const document = await read([...marks, ...column(body)]);
    expect(linesOf(document.html)).toEqual(body);
    expect(said(document)).toEqual(['watermark-left-out']);
  });

  it('large words at one place of both pages are one, beside any text', async () => {
    const mark = { x: 150, y: 420, size: 30, text: '青禾县政务内网' };
    const document = await read([...column(body), mark], [...column(['三、植树造林。']), mark]);
    expect(linesOf(document.html)).toEqual([...body, '三、植树造林。']);
    expect(said(document)).toEqual(['watermark-left-out']);
  });

  it('each sign printed twice before the next one folds', async () => {
    const signs = [...'一、投资３３００万元，稳稳推进。'];
    const twice = signs.flatMap((text, at) => [0, 0.3].map((by) => ({ x: 72 + 14 * at + by, y: 100, size: 14, text })));
    expect(linesOf((await read(twice)).html)).toEqual([signs.join('')]);
  });

  it('a line of thousands of signs, each by itself, takes no longer than they explain', async () => {
    const words = [...'由县水利局牵头清淤河道并按月巡查堤防汛前完成'];
    const row = (y: number, step: number) =>
      Array.from({ length: 12_000 }, (_, at) => ({ x: 5 + at * step, y, size: 9, text: words[at % words.length]! }));
    const [texts, apart] = [row(300, 0.03), row(400, 12)];
    // All pairs of these would take minutes.
    const { html } = await openPdf(pdf([{ texts: [...texts, ...apart], rules: [] }]), '方案.pdf');
    expect(html).toContain('由县水利局牵头清淤河道');
  });

  it('a page set downwards sign by sign is read down, from the right', async () => {
    const down = body.flatMap((line, at) =>
      [...line].map((text, index) => ({ x: 400 - 26 * at, y: 150 + 15 * index, size: 14, text })),
    );
    expect(linesOf((await read(down)).html).join('')).toBe(body.join(''));
  });

  it('a line that returns at the foot of both pages is none of the text', async () => {
    const foot = { x: 72, y: 810, size: 9, text: '青禾县人民政府办公室' };
    const { html } = await read([...column(body), foot], [...column(['三、植树造林。']), foot]);
    expect(linesOf(html)).toEqual([...body, '三、植树造林。']);
  });
});

describe('a PDF', () => {
  const page = (...lines: string[]) => lines.map((line, at) => show(72, 100 + 24 * at, line)).join('\n');
  const read = (...parts: Parameters<typeof rawPdf>) => openPdf(rawPdf(...parts), '方案.pdf');

  it.each([
    ['between lines', 112],
    ['in the white below', 400],
  ])('text marked as an artifact %s is left out, the letterhead is not', async (_, y) => {
    const mark = `/Artifact << /Subtype /Watermark >> BDC\n${show(72, y, '内部资料注意保存')}\nEMC`;
    const head = `/Artifact << /Subtype /Header >> BDC\n${show(200, 60, '青禾县人民政府文件')}\nEMC`;
    const document = await read([`${head}\n${page(...body)}\n${mark}`]);
    expect(linesOf(document.html).join('')).toBe(['青禾县人民政府文件', ...body].join(''));
    expect(said(document)).toEqual(['watermark-left-out']);
  });

  it('a layer that is switched off is not read, and said; one that is on is', async () => {
    const layer = (name: string, y: number, text: string) => `/OC /${name} BDC\n${show(72, y, text)}\nEMC`;
    const document = await read(
      [`${page(...body)}\n${layer('a', 300, '三、隐藏。')}\n${layer('b', 330, '三、植树。')}`],
      {
        resources: '/Properties << /a 21 0 R /b 22 0 R >>',
        objects: { 21: '<< /Type /OCG /Name (a) >>', 22: '<< /Type /OCG /Name (b) >>' },
        catalog: '/OCProperties << /OCGs [21 0 R 22 0 R] /D << /OFF [21 0 R] >> >>',
      },
    );
    expect(linesOf(document.html)).toEqual([...body, '三、植树。']);
    expect(said(document)).toEqual(['hidden-left-out']);
  });

  it.each([
    ['a stamp', '/Subtype /Stamp', 'stamps-left-out'],
    ['a watermark of its own', '/Subtype /Watermark', 'stamps-left-out'],
    ['a signature', '/Subtype /Widget /FT /Sig /T (s) /V << /Type /Sig >>', 'seals-not-checked'],
  ])('%s on a page is said', async (_, kind, code) => {
    const note = `<< /Type /Annot ${kind} /Rect [72 640 372 700] /AP << /N 23 0 R >> >>`;
    const form = '<< /Type /XObject /Subtype /Form /BBox [0 0 300 60] /Length 1 >>\nstream\n \nendstream';
    const document = await read([page(...body)], { page: '/Annots [21 0 R]', objects: { 21: note, 23: form } });
    expect(said(document)).toEqual([code]);
  });

  it('a form whose pages only one program draws says so', async () => {
    const wait =
      'Please wait... If this message is not eventually replaced with the proper contents of the document, your PDF viewer may not be able to display it.';
    await expect(read([page(wait)])).rejects.toMatchObject({ code: 'dynamic-form' });
    await expect(
      read([page('请稍候... 如果此消息最终未被文档的正确内容替换，则您的 PDF 查看器可能无法显示此类型的文档。')]),
    ).rejects.toMatchObject({
      code: 'dynamic-form',
    });
  });

  it('text of a font that runs down is read down: whole pages from the right, a head beside the rest', async () => {
    const down = (x: number, text: string) => show(x, 100, text, 'V');
    expect(
      linesOf((await read([[down(500, '一、清淤河道。'), down(470, '牵头单位：县水利局')].join('\n')])).html),
    ).toEqual(['一、清淤河道。', '牵头单位：县水利局']);
    const document = await read([`${page(...body)}\n${down(540, '责任单位县财政局')}`]);
    expect(linesOf(document.html)).toEqual([...body, '责任单位县财政局']);
    expect(said(document)).toEqual(['turned-aside']);
  });

  it('a long line of the scanning office on each picture does not make a text', async () => {
    const line =
      '本件由青禾县档案馆数字化加工中心扫描制作，仅供内部查阅使用，未经许可不得复制传播或者用于其他用途，违者依法依规追究责任，咨询电话见档案馆网站首页公告栏目。';
    const scan = { x: 60, y: 820, size: 6, text: line };
    await expect(
      openPdf(
        pdf(
          [0, 1, 2].map(() => sheet([scan])),
          { picture: true },
        ),
        'a.pdf',
      ),
    ).rejects.toMatchObject({
      code: 'no-text',
    });
    // The same line under a text that stands before a picture.
    const text = await openPdf(
      pdf(
        [0, 1, 2].map((at) => sheet([...column(body.map((own) => `${own}${at}`)), scan])),
        { picture: true },
      ),
      'a.pdf',
    );
    expect(text.warnings).toEqual([]);
  });

  it.each([
    ['control signs', [5, 8, 0x0e, 0x12]],
    ['signs of scripts that stand in no such paper', [0x422, 0x523, 0x624]],
  ])('a few signs of a font that says nothing are left out and said: %s', async (_, codes) => {
    const hex = codes.map((code) => code.toString(16).padStart(4, '0')).join('');
    const document = await read(
      [`${page(...body)}\nBT /X 14 Tf 1 0 0 1 72 542 Tm <${hex}> Tj ET\n${show(150, 300, '万元。')}`],
      {
        fonts: '/X 30 0 R',
        objects: {
          30: '<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Own /Encoding /Identity-H /DescendantFonts [31 0 R] >>',
          31: '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Own /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor 5 0 R >>',
        },
      },
    );
    expect(linesOf(document.html).at(-1)).toBe('万元。');
    expect(document.warnings).toEqual([{ code: 'font-unreadable', count: codes.length }]);
  });
});

describe('noise', () => {
  it.each([
    ['codes through many scripts', 'ĀĥŊůƔƹǞȃȨɍɲʗʼˡ̫͐͵ΚοśƀƥǊǯЖжՀբאבتث'],
    ['one sign for all codes', '口'.repeat(40)],
    ['boxes with some question marks', `${'□'.repeat(60)}???`],
    ['a few signs of other scripts', 'ТԣՀ'],
    ['ordinary signs in no order of any text', '熊锅瓶猫锤鲸蝴蝶锁鞋帽裤袜杯盘碗勺筷叉刀'.repeat(12)],
  ])('%s', (_, text) => expect(isNoise(text)).toBe(true));
  it.each([
    ['names of people', '王建国李秀英张伟刘芳陈静杨洋赵磊黄丽周杰吴敏'.repeat(12)],
    ['pinyin', 'hé dào qīng yū'],
    ['a form of boxes', '□是□否'.repeat(10)],
    ['Greek and Cyrillic letters in a text', `${'坚持绿色发展，完成各项工作。'.repeat(4)}αβγ СНГ`],
    ['one script throughout', 'Кыргызская Республика Казахстан'],
  ])('not %s', (_, text) => expect(isNoise(text)).toBe(false));
});

describe('an OFD', () => {
  const space = 'xmlns:ofd="http://www.ofdspec.org/2016"';
  const line = (y: number, text: string, more = '', code = '') =>
    `<ofd:TextObject Boundary="20 ${y} 180 8" Size="5" Font="1" ${more}><ofd:TextCode X="0" Y="5" ${code || `DeltaX="g ${text.length - 1} 5"`}>${text}</ofd:TextCode></ofd:TextObject>`;
  const content = (inner: string, head = '') =>
    `<ofd:Page ${space}>${head}<ofd:Content><ofd:Layer>${inner}</ofd:Layer></ofd:Content></ofd:Page>`;
  const file = (pages: readonly string[], common = '', more: Record<string, string> = {}, after = '') =>
    ofd([], {
      more: {
        'Doc_0/Document.xml': `<ofd:Document ${space}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>${common}</ofd:CommonData><ofd:Pages>${pages.map((_, at) => `<ofd:Page ID="${at + 1}" BaseLoc="P${at}.xml"/>`).join('')}</ofd:Pages>${after}</ofd:Document>`,
        ...Object.fromEntries(pages.map((page, at) => [`Doc_0/P${at}.xml`, page])),
        ...more,
      },
    });

  it('what a template prints again is no text of the next page; its red head is of the first', async () => {
    const template = '<ofd:Template TemplateID="7"/>';
    const pages = [content(line(40, '一、清淤河道。'), template), content(line(40, '二、植树造林。'), template)];
    const bytes = file(pages, '<ofd:TemplatePage ID="7" BaseLoc="T.xml"/>', {
      'Doc_0/T.xml': content(line(10, '青禾县人民政府文件') + line(285, '青禾县人民政府办公室')),
    });
    const document = await openOfd(bytes, 'a.ofd', { pages: true });
    expect(linesOf(document.html)).toEqual(['青禾县人民政府文件', '一、清淤河道。', '二、植树造林。']);
    expect(document.pages?.[1]?.items.map(({ text, ink }) => [text, ink === null])).toEqual([
      ['二、植树造林。', false],
      ['青禾县人民政府文件', true],
      ['青禾县人民政府办公室', true],
    ]);
  });

  it('a unit whose content stands in layers, and steps that lead down without a word', async () => {
    const unit = `<ofd:Res ${space}><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="50"><ofd:Content><ofd:Layer>${line(20, '一、清淤河道。')}</ofd:Layer></ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>`;
    const bytes = file(
      [
        content('<ofd:PageBlock><ofd:CompositeObject Boundary="0 0 210 297" ResourceID="50"/></ofd:PageBlock>'),
        content(
          ['一、清淤河道。', '牵头单位：县水利局']
            .map(
              (text, at) =>
                `<ofd:TextObject Boundary="${150 - 9 * at} 60 8 200" Size="5" Font="1"><ofd:TextCode X="0" Y="5" DeltaY="g ${text.length - 1} 5">${text}</ofd:TextCode></ofd:TextObject>`,
            )
            .join(''),
        ),
      ],
      '<ofd:PublicRes>R.xml</ofd:PublicRes>',
      { 'Doc_0/R.xml': unit },
    );
    expect(linesOf((await openOfd(bytes, 'a.ofd')).html)).toEqual([
      '一、清淤河道。',
      '一、清淤河道。',
      '牵头单位：县水利局',
    ]);
  });

  it('private signs of a font that says the rest are left out and said', async () => {
    const own = String.fromCharCode(...Array.from({ length: 10 }, (_, at) => 0xe101 + at));
    const bytes = file([content(line(20, own) + line(40, '一、清淤河道，汛期前完成。'))]);
    const document = await openOfd(bytes, 'a.ofd');
    expect(linesOf(document.html)).toEqual(['一、清淤河道，汛期前完成。']);
    expect(document.warnings).toContainEqual({ code: 'font-unreadable', count: 10 });
  });

  it('remarks and stamps on a page are said', async () => {
    const annotations = `<ofd:Annotations ${space}><ofd:Page PageID="1"><ofd:FileLoc>A1.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>`;
    const notes = `<ofd:PageAnnot ${space}><ofd:Annot Type="Highlight"><ofd:Remark>请核对</ofd:Remark><ofd:Appearance Boundary="0 0 1 1"/></ofd:Annot><ofd:Annot Type="Stamp"><ofd:Appearance Boundary="0 0 50 50">${line(0, '已审核')}</ofd:Appearance></ofd:Annot></ofd:PageAnnot>`;
    const bytes = file(
      [content(line(20, '一、清淤河道。'))],
      '',
      { 'Doc_0/A.xml': annotations, 'Doc_0/A1.xml': notes },
      '<ofd:Annotations>A.xml</ofd:Annotations>',
    );
    const document = await openOfd(bytes, 'a.ofd');
    expect(linesOf(document.html)).toEqual(['一、清淤河道。']);
    expect(said(document)).toEqual(['comments-left-out', 'stamps-left-out']);
  });
});

it('a value of a PDF that is typed stays apart from what is said', async () => {
  const note = `<< /Type /Annot /Subtype /FreeText /Rect [72 600 372 620] /DA (/F1 12 Tf) /Contents ${pdfString('牵头单位：县财政局')} >>`;
  const document = await openPdf(pdf([sheet(column(body))], { notes: [note] }), 'a.pdf');
  expect(linesOf(document.html)).toContain('牵头单位：县财政局');
  expect(document.warnings).toEqual([]);
});
