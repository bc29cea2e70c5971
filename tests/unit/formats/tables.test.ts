// @vitest-environment happy-dom
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { open as openCsv } from '../../../lib/formats/csv';
import { open as openMd } from '../../../lib/formats/md';
import { pageIn } from '../../../lib/formats/mhtml-page';
import { open as openOds } from '../../../lib/formats/ods';
import { open as openXlsx } from '../../../lib/formats/xlsx';
import { linesOf, measuresOf } from './write/read';

const flat = (html: string) => html.replace(/\n|<\/?p>/g, '');

function xlsx(
  sheet: string,
  { strings = [] as string[], styles = '', workbook = '<sheet name="任务" sheetId="1" r:id="r1"/>' } = {},
) {
  const x = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://r"';
  return zipSync({
    'xl/workbook.xml': strToU8(`<workbook ${x}><sheets>${workbook}</sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/one.xml"/></Relationships>',
    ),
    'xl/worksheets/one.xml': strToU8(`<worksheet ${x}>${sheet}</worksheet>`),
    'xl/sharedStrings.xml': strToU8(`<sst ${x}>${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`),
    'xl/styles.xml': strToU8(`<styleSheet ${x}>${styles}</styleSheet>`),
  });
}

describe('spreadsheets', () => {
  const s = (reference: string, index: number) => `<c r="${reference}" t="s"><v>${index}</v></c>`;
  const strings = [
    '重点工作分工表',
    '序号',
    '工作任务',
    '牵头单位',
    '推进河道整治',
    '县水利局',
    '保护饮用水源',
    '完成时限',
  ];

  it('titles, merged cells, dates, numbers as shown; hidden rows left out', async () => {
    const sheet =
      `<sheetData><row r="1">${s('A1', 0)}</row><row r="2">${s('A2', 1)}${s('B2', 2)}${s('C2', 3)}${s('D2', 7)}</row>` +
      `<row r="3"><c r="A3"><v>1</v></c>${s('B3', 4)}${s('C3', 5)}<c r="D3" s="1"><v>45473</v></c></row>` +
      `<row r="4" hidden="1">${s('B4', 4)}</row>` +
      `<row r="5"><c r="A5"><v>2</v></c>${s('B5', 6)}<c r="D5" t="inlineStr"><is><t>长期&lt;坚持&gt;</t></is></c></row></sheetData>` +
      '<mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="C3:C5"/></mergeCells>';
    const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="31"/></cellXfs>';
    const { html } = await openXlsx(xlsx(sheet, { strings, styles }), 'a.xlsx');
    expect(flat(html)).toBe(
      '重点工作分工表<table><tr><th>序号</th><th>工作任务</th><th>牵头单位</th><th>完成时限</th></tr>' +
        '<tr><td>1</td><td>推进河道整治</td><td rowspan="2">县水利局</td><td>2024-06-30</td></tr>' +
        '<tr><td>2</td><td>保护饮用水源</td><td>长期&lt;坚持&gt;</td></tr></table>',
    );
  });

  it.each(['hidden="true"', 'ht="0" customHeight="1"', 'outlineLevel="1" hidden="1"'])(
    'rows hidden by %s are said',
    async (how) => {
      const row = (n: number, more: string) => `<row r="${n}" ${more}>${s(`A${n}`, n)}${s(`B${n}`, 5)}</row>`;
      const sheet = `<sheetData>${row(1, '')}${row(2, how)}${row(4, '')}</sheetData>`;
      const { html, warnings } = await openXlsx(xlsx(sheet, { strings, styles: '' }), 'a.xlsx');
      expect(html).not.toContain('工作任务');
      expect(warnings).toEqual([expect.objectContaining({ code: 'rows-hidden', count: 1 })]);
    },
  );

  it('a task table becomes measures', async () => {
    const rows = [1, 2, 3].map(
      (n) =>
        `<row r="${n + 1}"><c r="A${n + 1}"><v>${n}</v></c>${s(`B${n + 1}`, n === 2 ? 6 : 4)}${s(`C${n + 1}`, 5)}</row>`,
    );
    const sheet = `<sheetData><row r="1">${s('A1', 1)}${s('B1', 2)}${s('C1', 3)}</row>${rows.join('')}</sheetData>`;
    const { html } = await openXlsx(xlsx(sheet, { strings }), 'a.xlsx');
    expect(measuresOf(html).map((line) => line.split('|')[2])).toEqual([
      'lead:县水利局',
      'lead:县水利局',
      'lead:县水利局',
    ]);
  });

  it('csv in GB18030 and UTF-8, with quotes and line ends in cells', async () => {
    const rows = '序号,任务\r\n1,"清淤，\n绿化"\r\n';
    expect(flat((await openCsv(strToU8(`\ufeff${rows}`), 'a.csv')).html)).toBe(
      '<table><tr><th>序号</th><th>任务</th></tr><tr><td>1</td><td>清淤，绿化</td></tr></table>',
    );
    const gb = new Uint8Array([
      0xd0, 0xf2, 0xba, 0xc5, 0x2c, 0xc8, 0xce, 0xce, 0xf1, 0x0a, 0x31, 0x2c, 0xc7, 0xe5, 0xd3, 0xd9,
    ]);
    expect(flat((await openCsv(gb, 'a.csv')).html)).toContain('<th>序号</th><th>任务</th>');
  });

  it('of a csv that its writer made formulas, so that they stay texts, as they are shown', async () => {
    const rows = '序号,任务\n"=""001""",清淤\n="1-10",="绿化""三区"""\n';
    expect(flat((await openCsv(strToU8(rows), 'a.csv')).html)).toBe(
      '<table><tr><th>序号</th><th>任务</th></tr><tr><td>001</td><td>清淤</td></tr><tr><td>1-10</td><td>绿化&quot;三区&quot;</td></tr></table>',
    );
  });

  it('of a month that a workbook lists by its number alone keep no day', async () => {
    const cell = '<row r="1"><c r="A1" s="1"><v>46568</v></c><c r="B1"><v>1</v></c></row>';
    const { html } = await openXlsx(
      xlsx(`<sheetData>${cell}</sheetData>`, { styles: '<cellXfs><xf/><xf numFmtId="17"/></cellXfs>' }),
      'a.xlsx',
    );
    expect(flat(html)).toContain('<th>Jun-27</th>');
  });
});

describe('number formats', () => {
  const shown = async (code: string, value: number) => {
    const styles = `<numFmts><numFmt numFmtId="170" formatCode="${code.replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"/></numFmts><cellXfs><xf/><xf numFmtId="170"/></cellXfs>`;
    const sheet = `<sheetData><row r="1"><c r="A1" s="1"><v>${value}</v></c><c r="B1"><v>1</v></c></row></sheetData>`;
    return /<th>(?:<p>)?([^<]*)/.exec((await openXlsx(xlsx(sheet, { styles }), 'a.xlsx')).html)?.[1];
  };
  it.each([
    ['[DBNum1]', 23, '二十三'],
    ['G/通用格式"人"', 15, '15人'],
    ['h:mm AM/PM', 0.75, '6:00 PM'],
    ['上午/下午h"时"mm"分"', 0.75, '下午6时00分'],
    ['mmm-yy', 46568, 'Jun-27'],
    ['@"局"', 3, '3局'],
    // Excel ends what it proposes with a part for texts.
    ['yyyy\\-mm\\-dd;@', 46568, '2027-06-30'],
    ['[$-804]yyyy"年"m"月"d"日";@', 46568, '2027-06-30'],
    ['h:mm;@', 0.375, '9:00'],
    ['yyyy/m/d h:mm;@', 46568.75, '2027-06-30 18:00'],
    ['0!.0,"万元"', 123456, '12.3万元'],
    ['[>=90]"优";[>=80]"良";"中"', 85, '良'],
    ['# ?/?', 0.5, '1/2'],
    ['0.00_);(0.00)', -3.5, '(3.50)'],
    ['aaaa', 46568, '星期三'],
    ['0"月底前"', 6, '6月底前'],
    ['"截至"m"月底"', 46568, '截至6月底'],
    ['m"月"', 46540, '6月'],
    ['m"月"d"日"', 46568, '2027-06-30'],
    ['"每月"d"日"', 46568, '每月30日'],
    ['[DBNum1]m"月"', 46540, '6月'],
    ['# ?/?', 0.985, '1'],
  ])('%s of %s shows %s', async (code, value, text) => {
    expect(await shown(code, value)).toBe(text);
  });

  it('of cells that are not shown leave them out, and that is said', async () => {
    const styles = `<numFmts><numFmt numFmtId="170" formatCode=";;;"/></numFmts><cellXfs><xf/><xf numFmtId="170"/></cellXfs>`;
    const text = (at: string, words: string, more = '') =>
      `<c r="${at}" t="inlineStr"${more}><is><t>${words}</t></is></c>`;
    const sheet = `<sheetData><row r="1">${text('A1', '清淤')}${text('B1', '县水务局')}</row><row r="2">${text('A2', '植树', ' s="1"')}<c r="B2" s="1"><v>3</v></c></row></sheetData>`;
    const { html, warnings } = await openXlsx(xlsx(sheet, { styles }), 'a.xlsx');
    expect(linesOf(html).join('')).toBe('清淤县水务局');
    expect(warnings?.map(({ code, count }) => [code, count])).toEqual([['hidden-left-out', 2]]);
  });

  it('a date in OpenDocument, in whatever form its day is shown; a month alone as it is shown', async () => {
    const cell = (stored: string, text: string) =>
      `<table:table-cell office:value-type="date" office:date-value="${stored}"><text:p>${text}</text:p></table:table-cell>`;
    const cells = [
      cell('2027-06-30', '27.06.30'),
      cell('2027-06-30T18:00:00', '2027/6/30 18:00'),
      cell('2027-06-03', '3-Jun'),
      cell('2027-06-01', '2027年6月'),
      cell('2027-06-30', '20270630'),
    ];
    const spaces = ['office', 'text', 'table'].map((name) => `xmlns:${name}="urn:${name}"`).join(' ');
    const bytes = zipSync({
      'content.xml': strToU8(
        `<office:document-content ${spaces}><office:body><office:spreadsheet><table:table table:name="a"><table:table-row>${cells.join('')}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`,
      ),
    });
    const { html } = await openOds(bytes, 'a.ods');
    expect([...html.matchAll(/<p>([^<]*)/g)].map(([, text]) => text)).toEqual([
      '2027-06-30',
      '2027-06-30 18:00',
      '2027-06-03',
      '2027年6月',
      '2027-06-30',
    ]);
  });
});

describe('what lies beside the cells', () => {
  it('a heading in two rows that nobody merged is one', async () => {
    const row = (n: number, ...texts: string[]) =>
      `<row r="${n}">${texts.map((text, at) => (text ? `<c r="${'ABCDE'[at]}${n}" t="inlineStr"><is><t>${text}</t></is></c>` : '')).join('')}</row>`;
    const sheet = `<sheetData>${row(1, '序号', '任务', '责任分工', '', '时限')}${row(2, '', '', '牵头单位', '配合单位')}${row(3, '1', '清淤', '县水利局', '县财政局', '6月')}</sheetData>`;
    expect(measuresOf((await openXlsx(xlsx(sheet), 'a.xlsx')).html).map((line) => line.split('|')[2])).toEqual([
      'lead:县水利局,participant:县财政局',
    ]);
  });

  it('notes on cells, boxes and embedded files are said', async () => {
    const { unzipSync } = await import('fflate');
    const sheet = '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>任务</t></is></c></row></sheetData>';
    const bytes = zipSync({
      ...unzipSync(xlsx(sheet)),
      'xl/comments1.xml': strToU8(
        '<comments><commentList><comment ref="A1"/><comment ref="A2"/></commentList></comments>',
      ),
      'xl/embeddings/oleObject1.bin': strToU8('x'),
      'xl/drawings/drawing1.xml': strToU8(
        '<xdr:wsDr><xdr:sp><xdr:txBody><a:p><a:r><a:t>牵头单位：县水利局</a:t></a:r></a:p></xdr:txBody></xdr:sp><xdr:sp><xdr:txBody><a:p/></xdr:txBody></xdr:sp></xdr:wsDr>',
      ),
    });
    expect((await openXlsx(bytes, 'a.xlsx')).warnings).toEqual([
      { code: 'comments-left-out', count: 2 },
      { code: 'objects-left-out', count: 2 },
    ]);
  });
});

describe('markdown', () => {
  it('what a file says of itself above its text is no text, but its title is', async () => {
    const bytes = strToU8('---\ntitle: 青禾县方案\ntags:\n  - 水利\n---\n\n1. 清淤河道。\n');
    const { html, title } = await openMd(bytes, 'a.md');
    expect(title).toBe('青禾县方案');
    expect(html.replace(/\n/g, '')).toBe('<h1>青禾县方案</h1><p>1. 清淤河道。</p>');
  });

  it('items by letters stand apart', async () => {
    const text = '一、清淤，包括：\n\na) 干流；\nb) 支流；\n（c）沟渠。\n牵头单位：县水利局\n';
    const { html } = await openMd(new TextEncoder().encode(text), 'a.md');
    expect(html.match(/<p>/g)).toHaveLength(4);
    expect(html).toContain('<p>b) 支流；</p>');
  });

  it('keeps written numbers and line ends, and shows HTML as text', async () => {
    const { html } = await openMd(
      strToU8(
        '# 方案\n\n3. 推进河道整治\n牵头单位：县水利局\n\n<script>alert(1)</script>\n\n![图](http://x.invalid/a.png) [链接](javascript:alert(1))\n\n|任务|单位|\n|-|-|\n|清淤|县水利局|\n',
      ),
      'a.md',
    );
    expect(html).toContain('<h1>方案</h1>');
    expect(html).toContain('<p>3. 推进河道整治<br>牵头单位：县水利局</p>');
    expect(html).toContain('<td>县水利局</td>');
    expect(html).not.toMatch(/<script|<img|href|x\.invalid/);
  });
});

describe('mhtml', () => {
  const head =
    'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n';
  it('finds the page in its encoding', async () => {
    const body = strToU8(
      `${head}--b\r\nContent-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: http://www.linlan.gov.cn/a\r\n\r\n<html><body><p>=CF=D8=CB=AE=C0=FB=BE=D6</p></body></html>\r\n--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: http://www.linlan.gov.cn/b.png\r\n\r\niVBORw0=\r\n--b--\r\n`,
    );
    expect((await pageIn(body)).html).toContain('<p>县水利局</p>');
  });
  it('says when there is no page', async () => {
    await expect(pageIn(strToU8('MIME-Version: 1.0\r\nContent-Type: image/png\r\n\r\nx'))).rejects.toMatchObject({
      code: 'damaged',
    });
  });
});
