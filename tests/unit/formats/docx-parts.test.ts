import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { open } from '../../../lib/formats/docx';
import { open as openXml } from '../../../lib/formats/wordxml';
import { abstractNum, docx, inList, lvl, num, p, r, tbl, tc, tr } from './write/docx';
import { linesOf } from './write/read';

const read = async (parts: Parameters<typeof docx>[0]) => open(docx(parts), '方案.docx');
const lines = async (parts: Parameters<typeof docx>[0]) => linesOf((await read(parts)).html);
const codes = async (parts: Parameters<typeof docx>[0]) => (await read(parts)).warnings?.map(({ code }) => code) ?? [];

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;

describe('values that stand beside the text', () => {
  const begin = (data: string, code = 'FORMDROPDOWN') =>
    `<w:r><w:fldChar w:fldCharType="begin"><w:ffData>${data}</w:ffData></w:fldChar></w:r><w:r><w:instrText> ${code} </w:instrText></w:r>`;
  const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
  const separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>';
  const entries = '<w:listEntry w:val="县林业局"/><w:listEntry w:val="县水利局"/>';
  it.each([
    ['the entry chosen', `<w:ddList><w:result w:val="1"/>${entries}</w:ddList>`, '县水利局'],
    ['the first entry where none is said', `<w:ddList>${entries}</w:ddList>`, '县林业局'],
    ['the entry it begins with', `<w:ddList><w:default w:val="1"/>${entries}</w:ddList>`, '县水利局'],
    ['a box ticked', '<w:checkBox><w:checked/></w:checkBox>', '☑'],
    ['a box ticked at first and cleared', '<w:checkBox><w:default/><w:checked w:val="0"/></w:checkBox>', '□'],
    ['a text that a field begins with', '<w:textInput><w:default w:val="县财政局"/></w:textInput>', '县财政局'],
  ])('of a form field: %s', async (_, data, shown) => {
    const body = p(`${r('单位：')}${begin(data)}${end}${r('。')}`);
    expect(await lines({ body })).toEqual([`单位：${shown}。`]);
    // With a result in the text, that alone.
    const both = p(`${r('单位：')}${begin(data)}${separate}${r('县教育局')}${end}`);
    expect(await lines({ body: both })).toEqual(['单位：县教育局']);
  });

  it('of a content control whose choice stands in its properties; no prompt', async () => {
    const list = '<w:listItem w:displayText="县林业局" w:value="a"/><w:listItem w:displayText="县水利局" w:value="b"/>';
    const chosen = `<w:sdt><w:sdtPr><w:dropDownList w:lastValue="b">${list}</w:dropDownList></w:sdtPr><w:sdtContent/></w:sdt>`;
    const prompt = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r('单击此处输入文字。')}</w:sdtContent></w:sdt>`;
    expect(await lines({ body: p(`${r('牵头：')}${chosen}${prompt}`) })).toEqual(['牵头：县水利局']);
  });

  it.each([
    ['EQ \\f(达标数,总数)', '达标数/总数'],
    ['EQ \\o\\ac(○,三)', '③'],
    ['eq \\o\\ac(○,12)', '⑫'],
    ['EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(míng),明)', '明'],
    ['SYMBOL 254 \\f "Wingdings"', '☑'],
    ['PAGE', ''],
  ])('of a field that Word draws from its code: %s', async (code, shown) => {
    const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r>${end}`;
    expect(await lines({ body: p(`${r('一')}${field}${r('二')}`) })).toEqual([`一${shown}二`]);
  });
});

describe('signs of symbol fonts', () => {
  const set = (text: string, font: string) => r(text, `<w:rFonts w:ascii="${font}" w:hAnsi="${font}"/>`);
  it.each([
    ['þ', 'Wingdings', '☑'],
    ['o', 'Wingdings', '□'],
    ['ü', 'Wingdings', '✓'],
    ['R', 'Wingdings 2', '☑'],
    ['£', 'Wingdings 2', '□'],
    ['P', 'Wingdings 2', '✓'],
    ['\uf0fe', 'Wingdings', '☑'],
    ['\u0081', 'Wingdings', '①'],
    ['³', 'Symbol', '≥'],
    ['a', 'Webdings', '✓'],
    ['o', 'Courier New', '◦'],
    ['o-', 'Courier New', 'o-'],
  ])('%s of %s is seen as %s', async (letter, font, sign) => {
    expect(await lines({ body: p(`${set(letter, font)}${r('同意')}`) })).toEqual([`${sign}同意`]);
  });

  it('by the font of a style, by w:sym, and Chinese in such a run', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="T"><w:name w:val="tick"/><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:style>';
    const body = p(
      `${r('þ', '<w:rStyle w:val="T"/>')}${r('是')}<w:r><w:sym w:font="Wingdings 2" w:char="F0A3"/></w:r>${set('否', 'Wingdings')}`,
    );
    expect(await lines({ body, styles })).toEqual(['☑是□否']);
  });

  it('as the bullets of a list: never letters', async () => {
    const level = (index: number, text: string, font: string) =>
      `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="${text}"/><w:rPr><w:rFonts w:ascii="${font}"/></w:rPr></w:lvl>`;
    const numbering =
      abstractNum(
        0,
        level(0, 'Ø', 'Wingdings'),
        level(1, 'o', 'Courier New'),
        level(2, '–', '宋体'),
        level(3, 'u', 'Wingdings 3'),
      ) + num(1, 0);
    const body = [0, 1, 2, 3].map((at) => p('落实', inList(1, at))).join('');
    expect(await lines({ body, numbering })).toEqual(['• 落实', '◦ 落实', '– 落实', '• 落实']);
  });
});

describe('formulas', () => {
  const t = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
  const e = (text: string) => `<m:e>${t(text)}</m:e>`;
  it.each([
    [`<m:f><m:num>${t('甲')}</m:num><m:den>${t('乙+丙')}</m:den></m:f>`, '甲/(乙+丙)'],
    [`<m:sSup>${e('m')}<m:sup>${t('2')}</m:sup></m:sSup>`, 'm²'],
    [`<m:sSub>${e('CO')}<m:sub>${t('2')}</m:sub></m:sSub>`, 'CO2'],
    [`<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/>${e('x')}</m:rad>`, '√x'],
    [
      `<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>${t('i=1')}</m:sub><m:sup>${t('n')}</m:sup>${e('x')}</m:nary>`,
      '∑(i=1…n)x',
    ],
    [`<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr>${e('a')}</m:d>`, '[a]'],
    [`<m:acc><m:accPr><m:chr m:val="̅"/></m:accPr>${e('x')}</m:acc>`, 'x'],
    [`<m:f><m:num><m:d>${e('a+b')}</m:d></m:num><m:den>${t('2')}</m:den></m:f>`, '(a+b)/2'],
  ])('%s', async (formula, text) => {
    expect(await lines({ body: p(`${r('率＝')}<m:oMath>${formula}</m:oMath>${r('。')}`) })).toEqual([`率＝${text}。`]);
  });
});

describe('numbers that nothing takes', () => {
  const numbering = abstractNum(0, lvl(0, 'chineseCounting', '%1、')) + num(1, 0);
  const section = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>';
  it('an empty mark that ends a section, a deleted and a hidden paragraph; an empty one and one with a break do', async () => {
    const cases: [string, string[]][] = [
      [p('', `${inList(1)}${section}`), ['一、甲', '二、乙']],
      [`<w:p><w:pPr>${inList(1)}${section}</w:pPr><w:bookmarkStart/></w:p>`, ['一、甲', '二、乙']],
      [p('', inList(1)), ['一、甲', '三、乙']],
      [p(`<w:r><w:br/></w:r>`, `${inList(1)}${section}`), ['一、甲', '三、乙']],
      [p('丙', `${inList(1)}${section}`), ['一、甲', '二、丙', '三、乙']],
      [p(r('丙', '<w:vanish/>'), `${inList(1)}<w:rPr><w:vanish/></w:rPr>`), ['一、甲', '二、乙']],
      [`<w:p><w:pPr>${inList(1)}<w:rPr><w:del/></w:rPr></w:pPr><w:del>${r('丙')}</w:del></w:p>`, ['一、甲', '二、乙']],
    ];
    for (const [between, expected] of cases)
      expect(await lines({ body: p('甲', inList(1)) + between + p('乙', inList(1)), numbering })).toEqual(expected);
  });
});

describe('heads and feet of pages', () => {
  const part = (kind: 'hdr' | 'ftr', inner: string) => `<w:${kind} ${w}>${inner}</w:${kind}>`;
  const withHead = (head: string, section: string, foot = '') => ({
    body: `${p('关于河道管护的通知')}<w:sectPr>${section}</w:sectPr>`,
    more: {
      'word/h.xml': part('hdr', head),
      'word/f.xml': part('ftr', foot),
      'word/t.xml': part('hdr', p('河道管护')),
    },
    relations: relation('h', 'header', 'h.xml') + relation('f', 'footer', 'f.xml') + relation('t', 'header', 't.xml'),
  });
  const reference = (id: string, type: string, kind = 'header') =>
    `<w:${kind}Reference w:type="${type}" r:id="${id}"/>`;
  it('the red head is read, in a text box as well, and the imprint', async () => {
    const red = p('临澜县人民政府文件') + p('临政发〔2026〕3号');
    const boxed = `<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>${red}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`;
    for (const head of [red, boxed])
      expect(
        await lines(
          withHead(head, reference('h', 'default') + reference('f', 'default', 'footer'), p('抄送：县委办公室。')),
        ),
      ).toEqual(['临澜县人民政府文件', '临政发〔2026〕3号', '关于河道管护的通知', '抄送：县委办公室。']);
  });

  it('the first page has its own, and only where the section says so', async () => {
    const heads = reference('h', 'first') + reference('t', 'default');
    const own = p('临澜县水利局');
    expect(await lines(withHead(own, `${heads}<w:titlePg/>`))).toEqual(['临澜县水利局', '关于河道管护的通知']);
    expect(await lines(withHead(own, heads))).toEqual(['关于河道管护的通知']);
  });

  it('a head that only repeats the title is left out, page numbers too; a watermark is said', async () => {
    const mark = '<w:p><w:r><w:pict><v:shape><v:textpath string="内部资料"/></v:shape></w:pict></w:r></w:p>';
    const parts = withHead(
      p('河道管护') + mark,
      reference('h', 'default') + reference('f', 'default', 'footer'),
      p('— 1 —'),
    );
    expect(await lines(parts)).toEqual(['关于河道管护的通知']);
    expect((await read(parts)).warnings).toContainEqual({ code: 'watermark-left-out', where: '内部资料' });
  });
});

describe('files inserted into a document', () => {
  const page =
    '<html><body><p>一、清淤河道。</p><script>alert(1)</script><table><tr><td>序号</td><td>单位</td></tr><tr><td></td><td>县水利局</td></tr></table></body></html>';
  const mail = `MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page}`;
  const inserted = (name: string, text: string) => ({
    body: `${p('前')}<w:altChunk r:id="c"/>${p('后')}`,
    more: { [`word/${name}`]: text },
    relations: relation('c', 'aFChunk', name),
  });
  it.each([
    ['a.mht', mail],
    ['a.html', page],
    ['a.htm', `<?xml version="1.0"?>${page}`],
  ])('%s is read in its place, clean', async (name, text) => {
    const { html } = await read(inserted(name, text));
    expect(linesOf(html)).toEqual(['前', '一、清淤河道。', '序号', '单位', '县水利局', '后']);
    expect(html).not.toContain('script');
    expect(html).toContain('<tr><td></td><td><p>县水利局</p></td></tr>');
  });

  it('another document, and plain text', async () => {
    expect(await lines(inserted('a.txt', '一、清淤河道。\n牵头单位：县水利局'))).toContain('牵头单位：县水利局');
    const whole = docx({ body: p('里面') });
    const parts = inserted('a.docx', '');
    const { zipSync, unzipSync } = await import('fflate');
    const bytes = zipSync({ ...unzipSync(docx(parts)), 'word/a.docx': whole });
    expect(linesOf((await open(bytes, 'a.docx')).html)).toEqual(['前', '里面', '后']);
  });

  it('of another kind it is said; alone it is an error that says so', async () => {
    const rich = inserted('a.bin', 'BM\u0000\u0001 no text');
    expect(await codes(rich)).toContain('inserted-left-out');
    await expect(read({ ...rich, body: '<w:altChunk r:id="c"/>' })).rejects.toMatchObject({ code: 'inserted' });
  });
});

describe('what is left out', () => {
  it('comments are counted', async () => {
    const comment = `<w:comments ${w}><w:comment w:id="0">${p('请核')}</w:comment><w:comment w:id="1">${p('已核')}</w:comment></w:comments>`;
    const parts = {
      body: p('甲'),
      more: { 'word/comments.xml': comment },
      relations: relation('k', 'comments', 'comments.xml'),
    };
    expect((await read(parts)).warnings).toContainEqual({ code: 'comments-left-out', count: 2 });
  });

  it('embedded objects are', async () => {
    const object = '<w:p><w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r></w:p>';
    expect((await read({ body: p('甲') + object })).warnings).toContainEqual({ code: 'objects-left-out', count: 1 });
  });
});

describe('Word as one XML file', () => {
  it('the package of today', async () => {
    const part = (name: string, inner: string) =>
      `<pkg:part pkg:name="${name}"><pkg:xmlData>${inner}</pkg:xmlData></pkg:part>`;
    const numbering = abstractNum(0, lvl(0, 'chineseCounting', '%1、')) + num(1, 0);
    const file = `<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package>${part(
      '/_rels/.rels',
      `<Relationships>${relation('r', 'officeDocument', 'word/document.xml')}</Relationships>`,
    )}${part('/word/document.xml', `<w:document ${w}><w:body>${p('清淤河道', inList(1))}${tbl(tr(tc('甲'), tc('乙')))}</w:body></w:document>`)}${part(
      '/word/numbering.xml',
      `<w:numbering ${w}>${numbering}</w:numbering>`,
    )}</pkg:package>`;
    expect(linesOf((await openXml(strToU8(file), 'a.doc')).html)).toEqual(['一、清淤河道', '甲', '乙']);
  });

  it('the form of 2003, with the numbers it printed', async () => {
    const item = '<w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/><wx:t wx:val="二、"/></w:listPr>';
    const file = `<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument><w:body><wx:sect>${p('清淤河道', item)}<wx:sub-section>${p('完')}</wx:sub-section></wx:sect></w:body></w:wordDocument>`;
    expect(linesOf((await openXml(strToU8(file), 'a.doc')).html)).toEqual(['二、清淤河道', '完']);
  });
});
