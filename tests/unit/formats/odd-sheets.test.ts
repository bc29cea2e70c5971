// @vitest-environment happy-dom
import { utils, write } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { open as openCsv } from '../../../lib/formats/csv';
import { open as openOds } from '../../../lib/formats/ods';
import { open as openXls } from '../../../lib/formats/xls';
import { open as openXlsx } from '../../../lib/formats/xlsx';
import { measuresOf } from './write/read';

const letters = 'ABCDEFGH';
const inline = (reference: string, text: string) => `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (number: number, texts: readonly string[], attributes = '') =>
  `<row r="${number}" ${attributes}>${texts.map((text, at) => (text ? inline(`${letters[at]}${number}`, text) : '')).join('')}</row>`;

function xlsx(sheet: string): Uint8Array {
  const x = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://r"';
  return zipSync({
    'xl/workbook.xml': strToU8(`<workbook ${x}><sheets><sheet name="任务" sheetId="1" r:id="r1"/></sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/one.xml"/></Relationships>',
    ),
    'xl/worksheets/one.xml': strToU8(`<worksheet ${x}>${sheet}</worksheet>`),
  });
}

const head = ['序号', '工作任务', '牵头单位', '配合单位'];
const units = (html: string) => measuresOf(html).map((line) => line.split('|')[2]);
const both = 'lead:县林业局,participant:县财政局';

describe('merged cells of which a part is not shown', () => {
  const rows = [
    ['1', '补种行道树', '县林业局', '县财政局'],
    ['2', '修剪古树名木', '', '县财政局'],
    ['3', '清理枯死树木', '', '县财政局'],
  ];

  it('keep their text in the rows that are: the first is hidden', async () => {
    const sheet = `<sheetData>${row(1, head)}${rows.map((cells, at) => row(at + 2, cells, at === 0 ? 'hidden="1"' : '')).join('')}</sheetData><mergeCells><mergeCell ref="C2:C4"/></mergeCells>`;
    const { html, warnings } = await openXlsx(xlsx(sheet), 'a.xlsx');
    expect(units(html)).toEqual([both, both]);
    expect(warnings).toEqual([{ code: 'rows-hidden', count: 1, where: '任务' }]);
  });

  it('keep their text in the columns that are: the first is hidden', async () => {
    const wide = [
      ['序号', '工作任务', '分工', '', '配合单位'],
      ...rows.map(([n, task, , other]) => [n!, task!, '县林业局', '', other!]),
    ];
    const merges = [1, 2, 3, 4].map((n) => `<mergeCell ref="C${n}:D${n}"/>`).join('');
    wide[0]![2] = '牵头单位';
    const sheet = `<cols><col min="3" max="3" hidden="1"/></cols><sheetData>${wide.map((cells, at) => row(at + 1, cells)).join('')}</sheetData><mergeCells>${merges}</mergeCells>`;
    expect(units((await openXlsx(xlsx(sheet), 'a.xlsx')).html)).toEqual([both, both, both]);
  });

  it('do not move the cells beside them where their first row is blank', async () => {
    // Rows 2 and 3 are merged in column A; nothing stands in row 2.
    const sheet = `<sheetData>${row(1, head)}<row r="2"/>${row(3, ['', '补种行道树', '县林业局', '县财政局'])}${row(4, ['2', '修剪古树名木', '县林业局', '县财政局'])}</sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells>`;
    expect(units((await openXlsx(xlsx(sheet), 'a.xlsx')).html)).toEqual([both, both]);
  });

  it('the same in OpenDocument', async () => {
    const cell = (text: string, more = '') =>
      `<table:table-cell ${more}>${text && `<text:p>${text}</text:p>`}</table:table-cell>`;
    const line = (cells: string, more = '') => `<table:table-row ${more}>${cells}</table:table-row>`;
    const [first, second, third] = rows as [string[], string[], string[]];
    const body = [
      line(head.map((text) => cell(text)).join('')),
      line(
        cell(first[0]!) + cell(first[1]!) + cell(first[2]!, 'table:number-rows-spanned="3"') + cell(first[3]!),
        'table:visibility="filter"',
      ),
      ...[second, third].map((cells) =>
        line(`${cell(cells[0]!)}${cell(cells[1]!)}<table:covered-table-cell/>${cell(cells[3]!)}`),
      ),
    ];
    const spaces = ['office', 'text', 'table'].map((name) => `xmlns:${name}="urn:${name}"`).join(' ');
    const bytes = zipSync({
      'content.xml': strToU8(
        `<office:document-content ${spaces}><office:body><office:spreadsheet><table:table table:name="a">${body.join('')}</table:table></office:spreadsheet></office:body></office:document-content>`,
      ),
    });
    expect(units((await openOds(bytes, 'a.ods')).html)).toEqual([both, both]);
  });

  it('the same in an old workbook', async () => {
    const sheet = utils.aoa_to_sheet([head, ...rows]);
    sheet['!merges'] = [{ s: { r: 1, c: 2 }, e: { r: 3, c: 2 } }];
    sheet['!rows'] = [{}, { hidden: true }];
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, '任务');
    const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsb' }) as ArrayBuffer);
    expect(units((await openXls(bytes, 'a.xlsb')).html)).toEqual([both, both]);
  });
});

describe('cells whose value nobody worked out', () => {
  it('are said: a formula without its last result, and one that found nothing', async () => {
    const sheet = `<sheetData>${row(1, head)}<row r="2"><c r="A2"><f>ROW()-1</f></c>${inline('B2', '补种行道树')}<c r="C2" t="e"><f>VLOOKUP(B2,名录!A:B,2)</f><v>#N/A</v></c>${inline('D2', '县财政局')}</row></sheetData>`;
    const { warnings } = await openXlsx(xlsx(sheet), 'a.xlsx');
    expect(warnings).toContainEqual({ code: 'formulas-left-out', count: 2, where: '任务' });
  });
});

describe('a table as text', () => {
  it('whose quotation mark is never closed loses no row', async () => {
    const text = '序号,工作任务,牵头单位\n1,"补种行道树,县林业局\n2,修剪古树名木,县林业局\n3,清理枯死树木,县林业局\n';
    const { html } = await openCsv(strToU8(text), 'a.csv');
    expect(measuresOf(html)).toHaveLength(3);
    expect(html).not.toMatch(/县林业局[^<]*2,/);
  });

  it('whose cells hold inches, quoted by nobody, keeps its rows', async () => {
    const text = '序号,工作任务,牵头单位\n1,更换 3" 水管,县水利局\n2,"检修"闸门,县水利局\n';
    expect(measuresOf((await openCsv(strToU8(text), 'a.csv')).html)).toHaveLength(2);
  });
});

describe('parts that end early', () => {
  const broken = (sheet: string, at: string): Uint8Array => {
    const parts = unzipSync(xlsx(sheet));
    const whole = strFromU8(parts['xl/worksheets/one.xml']!);
    return zipSync({ ...parts, 'xl/worksheets/one.xml': strToU8(whole.slice(0, whole.indexOf(at))) });
  };
  const sheet = `<sheetData>${row(1, head)}${row(2, ['1', '补种行道树', '县林业局', '县财政局'])}${row(3, ['2', '修剪古树', '县林业局', '县财政局'])}</sheetData>`;

  it('a sheet of a whole file is read as far as it goes, and that is said', async () => {
    const { html, warnings } = await openXlsx(broken(sheet, '修剪'), 'a.xlsx');
    expect(units(html)[0]).toBe(both);
    expect(warnings).toContainEqual({ code: 'malformed-part', count: 1 });
  });

  it('the same in OpenDocument', async () => {
    const cells = (texts: readonly string[]) =>
      `<table:table-row>${texts.map((text) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`).join('')}</table:table-row>`;
    const content = `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="任务">${cells(head)}${cells(['1', '补种行道树', '县林业局', '县财政局'])}${cells(['2', '修剪'])}`;
    const { html, warnings } = await openOds(zipSync({ 'content.xml': strToU8(content) }), 'a.ods');
    expect(units(html)[0]).toBe(both);
    expect(warnings).toContainEqual({ code: 'malformed-part', count: 1 });
  });

  it('nothing is said of one that is whole', async () => {
    expect((await openXlsx(xlsx(sheet), 'a.xlsx')).warnings).toEqual([]);
  });

  it('a sheet that is not there is said as well', async () => {
    const { 'xl/worksheets/one.xml': one, ...rest } = unzipSync(xlsx(sheet));
    const two = strFromU8(rest['xl/workbook.xml']!).replace(
      '</sheets>',
      '<sheet name="乙" sheetId="2" r:id="r2"/></sheets>',
    );
    const related = strFromU8(rest['xl/_rels/workbook.xml.rels']!).replace(
      '</Relationships>',
      '<Relationship Id="r2" Type="x/worksheet" Target="worksheets/two.xml"/></Relationships>',
    );
    const book = zipSync({
      ...rest,
      'xl/worksheets/one.xml': one!,
      'xl/workbook.xml': strToU8(two),
      'xl/_rels/workbook.xml.rels': strToU8(related),
    });
    expect((await openXlsx(book, 'a.xlsx')).warnings).toContainEqual({ code: 'malformed-part', count: 1 });
  });
});
