import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { strToU8 } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { open as openDocx } from '../../../lib/formats/docx';
import { open as openRtf } from '../../../lib/formats/rtf';
import { openUnseen } from '../../../lib/formats/unseen';
import { findOffice } from '../../lib/browsers.mjs';
import { abstractNum, type DocxParts, docx, inList, lvl, num, p, r, tbl, tc, tr } from './write/docx';
import { linesOf, measuresOf } from './write/read';

const read = async (parts: DocxParts) => openDocx(docx(parts), 'a.docx');
const lines = async (parts: DocxParts) => linesOf((await read(parts)).html);
const numbering =
  abstractNum(1, lvl(0, 'decimal', '%1')) + abstractNum(2, lvl(0, 'bullet', '•')) + num(1, 1) + num(2, 2);
const number = tc(p('', inList(1)));
const raised = '<w:vertAlign w:val="superscript"/>';

/** Numbers that an empty list makes, and powers, in a table and in a sentence. */
const paper: DocxParts = {
  numbering,
  body:
    p(
      r('清淤土方10') +
        r('4', raised) +
        r('立方米，库容2.5×10') +
        r('-3', raised) +
        r('万方，由县水利局') +
        r('1', raised) +
        r('负责。'),
    ) +
    tbl(
      tr(tc('序号'), tc('任务'), tc('责任单位')),
      tr(number, tc('清淤'), tc('县水利局')),
      tr(number, tc('巡查'), tc(p('', inList(2)) + p('县应急管理局'))),
    ),
};
const paperLines = [
  '清淤土方10⁴立方米，库容2.5×10⁻³万方，由县水利局负责。',
  ...['序号', '任务', '责任单位', '1', '清淤', '县水利局', '2', '巡查', '县应急管理局'],
];

describe('numbers of a Word paper', () => {
  it('stand in the cells that an empty list numbers; powers are none of the figure before them', async () => {
    const { html } = await read(paper);
    expect(linesOf(html)).toEqual(paperLines);
    expect(measuresOf(html).slice(-2)).toEqual(['1||responsible:县水利局', '2||responsible:县应急管理局']);
  });

  it('are padded as the form of the list says, in new files and for older programs', async () => {
    const custom = '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>';
    const older = `<mc:AlternateContent xmlns:mc="m"><mc:Choice Requires="w14">${custom}</mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>`;
    for (const form of [custom, older]) {
      const level = lvl(0, 'x', '%1、').replace('<w:numFmt w:val="x"/>', form);
      const { html, warnings } = await read({
        numbering: abstractNum(1, level) + num(1, 1),
        body: p('清淤', inList(1)) + p('巡查', inList(1)),
      });
      expect(linesOf(html)).toEqual(['001、清淤', '002、巡查']);
      expect(warnings).toEqual([]);
    }
  });

  it('pass over a mark of a section whose run is empty', async () => {
    const empty = p('<w:r><w:t></w:t></w:r>', `${inList(1)}<w:sectPr/>`);
    expect(await lines({ numbering, body: p('清淤', inList(1)) + empty + p('巡查', inList(1)) })).toEqual([
      '1 清淤',
      '2 巡查',
    ]);
  });
});

describe('rows of a Word table', () => {
  it('that are set in keep their columns', async () => {
    const inner = `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc('巡查')}${tc('县应急管理局')}</w:tr>`;
    const { html } = await read({
      body: tbl(tr(tc('序号'), tc('任务'), tc('责任单位')), tr(tc('1'), tc('清淤'), tc('县水利局')), inner),
    });
    expect(measuresOf(html)).toEqual(['1||responsible:县水利局', '-||responsible:县应急管理局']);
  });

  it('lose cells that were deleted', async () => {
    const gone = tc('', '<w:cellDel w:id="1"/>');
    const { html, warnings } = await read({
      body: tbl(tr(tc('任务'), tc('责任单位'), tc('期限')), tr(tc('清淤'), gone, tc('县水利局'), tc('六月底前'))),
    });
    expect(measuresOf(html)).toEqual(['-||responsible:县水利局']);
    expect(warnings).toEqual([{ code: 'changes-accepted', count: 1 }]);
  });
});

it('a number of a paper that says 第 in a running head is its number', async () => {
  const head = `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${p('青禾县教育局')}${p('青教函〔2031〕第 17 号')}</w:hdr>`;
  const relation =
    '<Relationship Id="h" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="h.xml"/>';
  const body = `${p('关于校园安全的通知')}<w:sectPr><w:headerReference w:type="default" r:id="h"/></w:sectPr>`;
  expect(await lines({ body, relations: relation, more: { 'word/h.xml': head } })).toEqual([
    '青禾县教育局',
    '青教函〔2031〕第 17 号',
    '关于校园安全的通知',
  ]);
});

it('a page inside a Word paper is read as it is seen', async () => {
  const page = `<style>p{counter-increment:n}p::before{content:counter(n,cjk-ideographic) "、"}</style><p>清淤<span style="font-size:0">q7</span>河道。</p><p>巡查堤防。</p>`;
  const relation =
    '<Relationship Id="c" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="c.html"/>';
  const body = '<w:altChunk r:id="c"/>';
  expect(await lines({ body, relations: relation, more: { 'word/c.html': page } })).toEqual([
    '一、清淤河道。',
    '二、巡查堤防。',
  ]);
});

it('a formula of rich text is read in its line', async () => {
  const u = (text: string) => [...text].map((sign) => `\\u${((sign.charCodeAt(0) + 32768) % 65536) - 32768}?`).join('');
  const math =
    `{\\mmath{\\*\\moMath{\\mf{\\mfPr{\\mctrlPr\\f1}}{\\mnum{\\mr ${u('达标')}}}{\\mden{\\mr ${u('总')}}}}{\\mr \\mnor ${u('＋')}}` +
    `{\\mnary{\\mnaryPr{\\mchr ${u('∑')}}}{\\msub{\\mr i}}{\\msup{\\mr n}}{\\me{\\mr x}}}}{\\mmathPict{\\pict 0102}}}`;
  const { html } = await openRtf(strToU8(`{\\rtf1\\ansi\\pard ${u('率＝')}${math}${u('，不低于95')}%\\par}`), 'a.rtf');
  expect(linesOf(html)).toEqual(['率＝达标/总＋∑(i…n)x，不低于95%']);
});

const office = findOffice();

/** Its red head stands in a text box of the running head. */
const boxed: DocxParts = {
  body: `${p('关于校园安全的通知')}<w:sectPr><w:headerReference w:type="default" r:id="h"/></w:sectPr>`,
  relations:
    '<Relationship Id="h" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="h.xml"/>',
  more: {
    'word/h.xml': `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml">${p(
      `<w:r><w:pict><v:shape style="width:300pt;height:60pt"><v:textbox><w:txbxContent>${p('青禾县教育局文件')}${p('青教〔2031〕7号')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
    )}</w:hdr>`,
  },
};

describe.runIf(office)('the same by LibreOffice', { timeout: 200_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'dutymark-word-'));
  beforeAll(async () => {
    writeFileSync(join(folder, 'a.docx'), docx(paper));
    writeFileSync(join(folder, 'head.docx'), docx(boxed));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    for (const kind of ['doc', 'odt', 'rtf']) {
      const args = [
        profile,
        '--headless',
        '--convert-to',
        kind,
        '--outdir',
        folder,
        join(folder, 'a.docx'),
        join(folder, 'head.docx'),
      ];
      await promisify(execFile)(office!, args, { timeout: 170_000 });
    }
  }, 400_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const openAt = async (name: string) => {
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    return openUnseen({ name, size: bytes.length, arrayBuffer: async () => bytes.buffer as ArrayBuffer });
  };

  it.each(['doc', 'odt', 'rtf'])('.%s', async (kind) => {
    expect(linesOf((await openAt(`a.${kind}`)).html)).toEqual(paperLines);
  });

  it('a red head in a box of an old Word file is read', async () => {
    expect(linesOf((await openAt('head.doc')).html)).toEqual([
      '青禾县教育局文件',
      '青教〔2031〕7号',
      '关于校园安全的通知',
    ]);
  });
});

it('a paragraph of OpenDocument whose style hides it shows the words that are not hidden', async () => {
  const { zipSync } = await import('fflate');
  const spaces = ['office', 'text', 'style'].map((prefix) => `xmlns:${prefix}="urn:${prefix}"`).join(' ');
  const style = (name: string, family: string, display: string) =>
    `<style:style style:name="${name}" style:family="${family}"><style:text-properties text:display="${display}"/></style:style>`;
  const bytes = zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(
      `<office:document-content ${spaces}><office:automatic-styles>${style('H', 'paragraph', 'none')}${style('S', 'text', 'true')}</office:automatic-styles><office:body><office:text><text:p text:style-name="H">内部</text:p><text:p text:style-name="H">内部<text:span text:style-name="S">一、清淤</text:span></text:p></office:text></office:body></office:document-content>`,
    ),
  });
  const file = { name: 'a.odt', size: bytes.length, arrayBuffer: async () => bytes.slice().buffer as ArrayBuffer };
  const { html, warnings } = await openUnseen(file);
  expect(linesOf(html)).toEqual(['一、清淤']);
  expect(warnings).toEqual([{ code: 'hidden-left-out' }]);
});
