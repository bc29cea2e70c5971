import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { FormatWarning } from '../../../lib/formats/types';
import { openUnseen } from '../../../lib/formats/unseen';
import { docx, p, r } from './write/docx';
import { set } from './write/layout';
import { ofd } from './write/ofd';
import { rawPdf, show } from './write/raw-pdf';
import { linesOf, measuresOf } from './write/read';

const open = async (name: string, bytes: Uint8Array) => {
  const file = { name, size: bytes.length, arrayBuffer: async () => bytes.slice().buffer as ArrayBuffer };
  const { html, warnings = [] } = await openUnseen(file);
  return { lines: linesOf(html), measures: measuresOf(html), warnings: warnings as readonly FormatWarning[] };
};

describe('words that are drawn', () => {
  const drawn = (text: string, id = '') =>
    `<w:p><w:r><w:pict><v:shape xmlns:v="urn:v" id="${id}" type="#_x0000_t136"><v:textpath style="font-size:1pt" string="${text}"/></v:shape></w:pict></w:r></w:p>`;

  it('as the red head of a Word document are read', async () => {
    const { lines } = await open('a.docx', docx({ body: drawn('临澜县人民政府文件') + p('临政发〔2027〕4号') }));
    expect(lines).toEqual(['临澜县人民政府文件', '临政发〔2027〕4号']);
  });

  it('as the red head in the head of the first page are read, and are no watermark', async () => {
    const head = `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${drawn('临澜县人民政府文件')}${p('临政发〔2027〕4号')}</w:hdr>`;
    const bytes = docx({
      body: `${p('一、清淤河道。')}<w:sectPr><w:headerReference w:type="first" r:id="h1"/><w:titlePg/></w:sectPr>`,
      more: { 'word/header1.xml': head },
      relations:
        '<Relationship Id="h1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/>',
    });
    const { lines, warnings } = await open('a.docx', bytes);
    expect(lines).toEqual(['临澜县人民政府文件', '临政发〔2027〕4号', '一、清淤河道。']);
    expect(warnings).toEqual([]);
  });

  it('as a watermark behind the text are said', async () => {
    const { lines, warnings } = await open(
      'a.docx',
      docx({ body: drawn('内部资料', 'PowerPlusWaterMarkObject1') + p('一、清淤河道。') }),
    );
    expect(lines).toEqual(['一、清淤河道。']);
    expect(warnings).toContainEqual({ code: 'watermark-left-out', where: '内部资料' });
  });

  it('in shapes of OpenDocument stand after their paragraph, and on the page by themselves', async () => {
    const spaces = ['office', 'text', 'table', 'style', 'fo', 'draw', 'svg'].map(
      (name) => `xmlns:${name}="urn:${name}"`,
    );
    const shape = (text: string, name = 'custom-shape') => `<draw:${name}><text:p>${text}</text:p></draw:${name}>`;
    const body =
      shape('临政发〔2027〕4号', 'rect') +
      `<text:p>${shape('牵头单位：县水利局')}一、清淤河道。</text:p>` +
      `<text:p>二、巡查堤防。<draw:g>${shape('责任单位：县应急管理局')}<draw:frame><draw:text-box><text:p>每月一次</text:p></draw:text-box></draw:frame></draw:g></text:p>`;
    const bytes = zipSync({
      mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
      'content.xml': strToU8(
        `<office:document-content ${spaces.join(' ')}><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
      ),
    });
    expect((await open('a.odt', bytes)).lines).toEqual([
      '临政发〔2027〕4号',
      '一、清淤河道。',
      '牵头单位：县水利局',
      '二、巡查堤防。',
      '责任单位：县应急管理局',
      '每月一次',
    ]);
  });
});

describe('files that lie in a file', () => {
  it('of a PDF are said', async () => {
    const objects = {
      20: '<< /Names [(a) 21 0 R (b) 21 0 R] >>',
      21: '<< /Type /Filespec /F (fenggongbiao.xlsx) /UF (fenggongbiao.xlsx) /EF << /F 22 0 R >> >>',
      22: '<< /Type /EmbeddedFile /Length 4 >>\nstream\nabcd\nendstream',
    };
    const bytes = rawPdf([show(80, 100, '一、清淤河道，具体分工见附件表格。')], {
      objects,
      catalog: '/Names << /EmbeddedFiles 20 0 R >>',
    });
    expect((await open('a.pdf', bytes)).warnings).toContainEqual({ code: 'attached-left-out', count: 2 });
  });

  it('of an OFD are said', async () => {
    const bytes = ofd(set(['一、清淤河道，具体分工见附件表格。']), {
      more: { 'Doc_0/Attachs/Attachments.xml': '<Attachments/>', 'Doc_0/Attachs/fenggong.xlsx': 'x' },
    });
    expect((await open('a.ofd', bytes)).warnings).toContainEqual({ code: 'attached-left-out', count: 1 });
  });

  it('of a letter are said; pictures in its text are none', async () => {
    const part = (head: string, body: string) => `--b\r\n${head}\r\n\r\n${body}\r\n`;
    const letter = `From: a@linlan.gov.cn\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n${part(
      'Content-Type: text/html; charset="utf-8"',
      '<p>一、清淤河道，具体分工见附件。</p>',
    )}${part('Content-Type: image/png\r\nContent-ID: <x>\r\nContent-Disposition: inline\r\nContent-Transfer-Encoding: base64', 'iVBORw0KGgo=')}${part(
      'Content-Type: application/vnd.ms-excel; name="a.xls"\r\nContent-Disposition: attachment; filename="a.xls"\r\nContent-Transfer-Encoding: base64',
      'AAAA',
    )}--b--\r\n`;
    const { lines, warnings } = await open('通知.eml', strToU8(letter));
    expect(lines).toEqual(['一、清淤河道，具体分工见附件。']);
    expect(warnings).toContainEqual({ code: 'attached-left-out', count: 1 });
  });

  it('a letter without a page is read as its text', async () => {
    const letter =
      'From: a@linlan.gov.cn\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset="utf-8"\r\n\r\n一、清淤河道。\r\n牵头单位：县水利局\r\n';
    expect((await open('通知.eml', strToU8(letter))).lines).toEqual(['一、清淤河道。', '牵头单位：县水利局']);
  });
});

describe('frames of a page that was saved as one file', () => {
  it('in frames are read as well', async () => {
    const quoted = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
    const frame = (inner: string) => `<iframe srcdoc="${quoted(inner)}"></iframe>`;
    const page = `<!doctype html><meta charset="utf-8"><body>${frame(frame('<p>一、清淤河道。</p>'))}</body>`;
    expect((await open('a.html', strToU8(page))).lines).toEqual(['一、清淤河道。']);
  });

  it('are parts of the same file, and read in their places', async () => {
    const inner = '<html><body><p>一、清淤河道。</p><p>牵头单位：县水利局</p></body></html>';
    const bytes = strToU8(
      `From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\nContent-Transfer-Encoding: 8bit\r\n\r\n<html><body><p>文件查看</p><iframe src="cid:frame-2@mhtml.blink"></iframe></body></html>\r\n--b\r\nContent-Type: text/html\r\nContent-ID: <frame-2@mhtml.blink>\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: https://www.linlan.gov.cn/a.html\r\n\r\n${inner}\r\n--b--\r\n`,
    );
    expect((await open('a.mhtml', bytes)).lines).toEqual(['文件查看', '一、清淤河道。', '牵头单位：县水利局']);
  });
});

describe('Markdown as programs write it', () => {
  it('its tables in HTML are tables, and nothing of them runs', async () => {
    const table =
      '<table><thead><tr><th>序号</th><th>工作任务</th><th>牵头单位</th></tr></thead>\n<tbody><tr><td>1</td><td>清淤河道<script>alert(1)</script></td><td rowspan="2">县水利局</td></tr><tr><td>2</td><td>巡查堤防</td></tr></tbody></table>';
    const { measures, lines } = await open('a.md', strToU8(`# 任务分工\n\n下表所列。\n\n${table}\n\n以上。\n`));
    expect(measures.map((line) => line.split('|')[2])).toEqual(['lead:县水利局', 'lead:县水利局']);
    expect(lines.join('')).not.toMatch(/alert|[<>]/);
    expect(lines.at(-1)).toBe('以上。');
  });

  it('tags in a sentence are written, not shown', async () => {
    const { lines } = await open(
      'a.md',
      strToU8('由<u>县水利局</u>牵头，<span style="color:red">6月底前</span>完成。\n'),
    );
    expect(lines).toEqual(['由县水利局牵头，6月底前完成。']);
  });

  it('lines set in by blanks are paragraphs, not code', async () => {
    const text =
      '临澜县防汛方案\n\n    一、清淤河道。\n    牵头单位：县水利局\n\n    二、巡查堤防。\n    牵头单位：县应急管理局\n';
    expect((await open('a.md', strToU8(text))).measures.map((line) => line.split('|')[2])).toEqual([
      'lead:县水利局',
      'lead:县应急管理局',
    ]);
  });

  it('that only begins as if it said something of itself is read whole', async () => {
    // Each line may be taken for two things: a reader that tries both ways would try for ever.
    const { lines } = await open('a.md', strToU8(`---\n${'-a: x\n'.repeat(40)}一、清淤河道。\n`));
    expect(lines.at(-1)).toContain('一、清淤河道。');
  });

  it('notes that it explains at its end are kept', async () => {
    const { lines } = await open('a.md', strToU8('清淤河道[^1]。\n\n[^1]: 指清河干流。\n\n[1]: 县水利局说明\n'));
    expect(lines.join('')).toContain('指清河干流。');
    expect(lines.join('')).toContain('县水利局说明');
  });
});

describe('rich text', () => {
  it('tables in the cells of tables keep their cells apart', async () => {
    const u = (text: string) =>
      [...text]
        .map((sign) => `\\u${sign.charCodeAt(0) > 32767 ? sign.charCodeAt(0) - 65536 : sign.charCodeAt(0)}?`)
        .join('');
    const nested = `\\pard\\intbl\\itap2 ${u('县水利局')}\\nestcell ${u('县财政局')}\\nestcell{\\*\\nesttableprops\\trowd\\cellx1000\\cellx2000\\nestrow}{\\nonesttables\\par}`;
    const bytes = strToU8(
      `{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 SimSun;}}\\trowd\\cellx3000\\cellx6000\\pard\\intbl ${u('清淤河道')}\\cell ${nested}\\pard\\intbl\\cell\\row\\pard ${u('完')}\\par}`,
    );
    const { lines } = await open('a.rtf', bytes);
    expect(lines).toEqual(['清淤河道', '县水利局', '县财政局', '完']);
  });
});

describe('a paragraph of Word', () => {
  it('with a field that is no formula ends', async () => {
    const field = `<w:fldSimple w:instr="EQ \\f${'a'.repeat(60)}"/>`;
    expect((await open('a.docx', docx({ body: `<w:p>${r('一、清淤河道。')}${field}</w:p>` }))).lines).toEqual([
      `一、清淤河道。f${'a'.repeat(60)}`,
    ]);
  });

  it('that is moved, joined and set in pieces is one sentence', async () => {
    const body = `<w:p><w:moveFrom w:id="1">${r('旧句')}</w:moveFrom>${r('一、清淤')}<w:ins w:id="2">${r('河道')}</w:ins><w:smartTag>${r('。')}</w:smartTag></w:p>`;
    expect((await open('a.docx', docx({ body }))).lines).toEqual(['一、清淤河道。']);
  });
});
