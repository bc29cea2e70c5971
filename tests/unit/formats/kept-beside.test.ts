import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { open } from '../../../lib/formats/docx';
import { openUnseen } from '../../../lib/formats/unseen';
import { findOffice } from '../../lib/browsers.mjs';
import { docx, p, r, tbl, tc, tr } from './write/docx';
import { linesOf } from './write/read';

type Parts = Parameters<typeof docx>[0];
const read = async (parts: Parts) => open(docx(parts), '方案.docx');
const lines = async (parts: Parts) => linesOf((await read(parts)).html);

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${types}/${type}" Target="${target}"/>`;
const field = (code: string, data = '', result = '') =>
  `<w:r><w:fldChar w:fldCharType="begin">${data && `<w:ffData>${data}</w:ffData>`}</w:fldChar></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result && r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const control = (properties: string, content: string) =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
const prompt = '<w:showingPlcHdr/>';
const head = (inner: string, kind = 'hdr') => `<w:${kind} ${w}>${inner}</w:${kind}>`;

describe('content controls', () => {
  it('around blocks, rows and cells: prompts are no text, and a cell keeps its place', async () => {
    const body =
      control(prompt, p('单击此处输入文字。')) +
      tbl(
        tr(tc('事项'), tc('单位')),
        tr(tc('清淤'), control(prompt, tc('选择一项。'))),
        control(prompt, tr(tc('提示'))),
      );
    const { html } = await read({ body });
    expect(linesOf(html)).toEqual(['事项', '单位', '清淤']);
    expect(html).toContain('<tr><td><p>清淤</p></td><td></td></tr>');
  });

  it('that hold nothing show their choice, box, date or the value they are bound to', async () => {
    const list = '<w:listItem w:displayText="县水利局" w:value="b"/>';
    const body =
      control(`<w:dropDownList w:lastValue="b">${list}</w:dropDownList>`, p('')) +
      p(control('<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>', '') + r('现场')) +
      p(
        r('时限：') +
          control('<w:date w:fullDate="2031-06-30T00:00:00Z"><w:dateFormat w:val="yyyy年M月d日"/></w:date>', '<w:r/>'),
      ) +
      p(r('牵头：') + control(`${prompt}<w:dataBinding w:xpath="/ns0:plan[1]/ns0:unit[2]"/>`, r('选择单位'))) +
      p(r('密级：') + control('<w:dataBinding w:xpath="/ns0:plan[1]/@level"/>', ''));
    const more = { 'customXml/item1.xml': '<plan level="内部"><unit>甲</unit><unit>县林业局</unit></plan>' };
    expect(await lines({ body, more, relations: relation('d', 'customXml', '../customXml/item1.xml') })).toEqual([
      '县水利局',
      '☑现场',
      '时限：2031年6月30日',
      '牵头：县林业局',
      '密级：内部',
    ]);
  });

  it('of a program inside the page are said', async () => {
    const body = p(`${r('单位：')}<w:r><w:object><w:control w:name="TextBox1"/></w:object></w:r>`);
    expect((await read({ body })).warnings).toEqual([{ code: 'objects-left-out', count: 1 }]);
  });
});

describe('fields without a result', () => {
  it.each([
    [
      ['AUTONUM', 'AUTONUM'],
      ['1.甲', '2.甲'],
    ],
    [
      ['AUTONUMLGL \\e', 'AUTONUMLGL \\e'],
      ['1甲', '2甲'],
    ],
    [
      ['AUTONUM \\* CHINESENUM3', 'AUTONUM \\* CHINESENUM3'],
      ['一、甲', '二、甲'],
    ],
    [
      ['LISTNUM', 'LISTNUM NumberDefault \\s 5'],
      ['1)甲', '5)甲'],
    ],
    [
      ['AUTONUMOUT', 'AUTONUMOUT \\s )'],
      ['I.甲', 'II)甲'],
    ],
  ])('numbers: %s', async (codes, wanted) => {
    const { html, warnings } = await read({ body: codes.map((code) => p(field(code) + r('甲'))).join('') });
    expect(linesOf(html)).toEqual(wanted);
    expect(warnings?.map(({ code }) => code)).toEqual(['numbering-approximate']);
  });

  it('print what their code says; those that nobody worked out are said', async () => {
    const body = p(field('QUOTE "县财政局"')) + p(field('MACROBUTTON None 县教育局')) + p(field('DOCPROPERTY 单位'));
    const { html, warnings } = await read({ body: body + p(field('FORMCHECKBOX')) + p(field('PAGE')) });
    expect(linesOf(html)).toEqual(['县财政局', '县教育局']);
    expect(warnings).toEqual([{ code: 'fields-left-out', count: 2 }]);
  });
});

describe('heads and feet', () => {
  const red = p('青禾县人民政府办公室文件') + p('青政办发〔2031〕9号');
  const section = (inner: string) => `<w:sectPr>${inner}</w:sectPr>`;
  const text = p('关于水利工作的通知');
  it.each([
    [
      'of the first page behind a cover',
      `${p('', section(''))}${text}${section('<w:headerReference w:type="first" r:id="h"/><w:titlePg/>')}`,
      red,
    ],
    ['in a table of every page', `${text}${section('<w:headerReference r:id="h"/>')}`, tbl(tr(tc(red)))],
    [
      'of even pages, in a content control',
      `${text}${section('<w:headerReference w:type="even" r:id="h"/>')}`,
      control('', red),
    ],
  ])('the red head %s is read', async (_, body, inner) => {
    const parts = { body, relations: relation('h', 'header', 'h.xml'), more: { 'word/h.xml': head(inner) } };
    expect(await lines(parts)).toEqual(['青禾县人民政府办公室文件', '青政办发〔2031〕9号', '关于水利工作的通知']);
  });

  it('the imprint is found beside a foot of page numbers', async () => {
    const feet = '<w:footerReference r:id="a"/><w:footerReference w:type="first" r:id="b"/><w:titlePg/>';
    const imprint = '青禾县水利局办公室　2031年3月5日印发';
    const more = { 'word/a.xml': head(p('第 1 页'), 'ftr'), 'word/b.xml': head(p(imprint), 'ftr') };
    const relations = relation('a', 'footer', 'a.xml') + relation('b', 'footer', 'b.xml');
    expect(await lines({ body: text + section(feet), relations, more })).toEqual(['关于水利工作的通知', imprint]);
  });
});

describe('files inserted into a document', () => {
  const inserted = (path: string, text: string) => ({
    body: `<w:altChunk r:id="c"/>${p('后')}`,
    relations: relation('c', 'aFChunk', path),
    more: { [path.startsWith('/') ? path.slice(1) : `word/${path}`]: text },
  });
  const xml = `<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part pkg:name="/word/document.xml"><pkg:xmlData><w:document ${w}><w:body>${p('一、清淤。')}</w:body></w:document></pkg:xmlData></pkg:part></pkg:package>`;
  it.each([
    ['rich text', 'a.rtf', '{\\rtf1\\ansi \\u19968?\\u12289?\\u28165?\\u28132?\\u12290?\\par}'],
    [
      'a page whose name says nothing, from the top of the package',
      '/word/chunk.dat',
      '<html><body><p>一、清淤。</p></body></html>',
    ],
    ['Word as one XML file', 'a.xml', xml],
  ])('%s', async (_, path, text) => {
    expect(await lines(inserted(path, text))).toEqual(['一、清淤。', '后']);
  });
});

const office = findOffice();
describe.runIf(office)('the same through LibreOffice', { timeout: 180_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'dutymark-beside-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const box = `<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape style="position:absolute;width:200pt;height:60pt"><v:textbox><w:txbxContent>${p('二、巡查堤防。')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
  const list =
    '<w:ddList><w:result w:val="1"/><w:listEntry w:val="县住建局"/><w:listEntry w:val="县林业局"/></w:ddList>';
  const form = (inner: string) => `<w:name w:val="f"/><w:enabled/>${inner}`;
  const ticked = (value: number) => form(`<w:checkBox><w:sizeAuto/><w:default w:val="${value}"/></w:checkBox>`);
  const parts: Parts = {
    body:
      p('关于水利工作的通知') +
      p('一、清淤河道。') +
      p(box) +
      p(`${r('三、植树。牵头单位：')}${field('FORMDROPDOWN', form(list))}`) +
      p(field('FORMCHECKBOX', ticked(1)) + r('现场') + field('FORMCHECKBOX', ticked(0)) + r('网上')) +
      p(`${r('四、通报')}<w:r><w:footnoteReference w:id="2"/></w:r>`) +
      '<w:sectPr><w:headerReference w:type="first" r:id="h"/><w:headerReference w:type="default" r:id="g"/><w:footerReference w:type="default" r:id="f"/><w:titlePg/></w:sectPr>',
    relations: relation('h', 'header', 'h.xml') + relation('g', 'header', 'g.xml') + relation('f', 'footer', 'f.xml'),
    footnotes: `<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote><w:footnote w:id="1" w:type="continuationSeparator"><w:p/></w:footnote><w:footnote w:id="2">${p('每季度一次。')}</w:footnote>`,
    more: {
      'word/h.xml': head(p('青禾县人民政府办公室文件') + p('青政办发〔2031〕9号')),
      'word/g.xml': head(p('水利工作通知')),
      'word/f.xml': head(p('青禾县人民政府办公室　2031年3月5日印发'), 'ftr'),
    },
  };

  beforeAll(async () => {
    writeFileSync(join(folder, 'a.docx'), docx(parts));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    for (const kind of ['doc', 'odt', 'rtf'])
      await promisify(execFile)(
        office!,
        [profile, '--headless', '--convert-to', kind, '--outdir', folder, join(folder, 'a.docx')],
        { timeout: 170_000 },
      );
  }, 400_000);

  const openAt = async (name: string) => {
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    return openUnseen({ name, size: bytes.length, arrayBuffer: async () => bytes.slice().buffer as ArrayBuffer });
  };
  const squeezed = (html: string) => linesOf(html).join('|').replace(/\s/g, '');

  it('heads, boxes, form fields and notes of an old Word file', async () => {
    const { html, warnings } = await openAt('a.doc');
    expect(warnings).toEqual([]);
    expect(squeezed(html)).toBe(
      '青禾县人民政府办公室文件|青政办发〔2031〕9号|关于水利工作的通知|一、清淤河道。|二、巡查堤防。|三、植树。牵头单位：县林业局|☑现场□网上|四、通报[1]|青禾县人民政府办公室2031年3月5日印发|[1]|每季度一次。',
    );
  });

  it('of a text of OpenDocument', async () => {
    const { html, warnings } = await openAt('a.odt');
    expect(warnings).toEqual([]);
    expect(squeezed(html)).toBe(
      '青禾县人民政府办公室文件|青政办发〔2031〕9号|关于水利工作的通知|一、清淤河道。|二、巡查堤防。|三、植树。牵头单位：县林业局|☑现场□网上|四、通报|青禾县人民政府办公室2031年3月5日印发|1每季度一次。',
    );
  });

  it('of rich text, whose writer keeps no box and says no tick', async () => {
    const { html, warnings } = await openAt('a.rtf');
    expect(warnings).toEqual([{ code: 'fields-left-out' }]);
    expect(squeezed(html)).toBe(
      '青禾县人民政府办公室文件|青政办发〔2031〕9号|关于水利工作的通知|一、清淤河道。|三、植树。牵头单位：县林业局|现场网上|四、通报[1]|青禾县人民政府办公室2031年3月5日印发|[1]|每季度一次。',
    );
  });
});
