import { strToU8, zipSync } from 'fflate';

/** A sheet of an invented office, with what its cells hold and how they are set. */
export interface SheetFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Number formats that offices use, as a workbook lists them. */
const FORMATS = [
  '0%',
  '0.00%',
  '#,##0',
  'h:mm',
  'yyyy-mm-dd hh:mm',
  '"第"0"批"',
  '000',
  '0.0"万元"',
  'General',
  'yyyy"年"m"月"',
  '#,##0.00',
  '0.00',
];

const UNITS = ['县水利局', '县财政局', '县林业局', '县教育局', '县审计局'];
const WORK = ['疏浚河道', '巡查堤防', '加固闸坝', '整修渠系', '清理滩涂', '排查隐患'];

const VALUES: readonly ((row: number) => number)[] = [
  (row) => 0.05 * row,
  (row) => 0.0125 * row,
  (row) => 12345 * (row + 1),
  (row) => 0.375 + row / 48,
  (row) => 46500 + row * 7 + 0.75,
  (row) => row + 1,
  (row) => row + 1,
  (row) => 10.5 * row,
  (row) => 3 * row + 0.25,
  (row) => 46388 + 31 * row,
  (row) => 1234.5 * row,
  (row) => row / 3,
];

const letter = (column: number) => String.fromCharCode(65 + column);
const text = (place: string, value: string) => `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;

function sheet(first: number, merged: boolean): string {
  const kinds = [first, first + 1, first + 2].map((at) => at % FORMATS.length);
  const rows: string[] = [];
  const heads = ['序号', '工作任务', '责任单位', '指标甲', '指标乙', '指标丙'];
  rows.push(`<row r="1">${heads.map((head, column) => text(`${letter(column)}1`, head)).join('')}</row>`);
  for (let row = 0; row < 20; row++) {
    const r = row + 2;
    const cells = [
      `<c r="A${r}"><v>${row + 1}</v></c>`,
      text(`B${r}`, `${WORK[row % WORK.length]}（${row + 1}）`),
      merged && row % 2 === 1 ? '' : text(`C${r}`, UNITS[(row >> 1) % UNITS.length]!),
      ...kinds.map((kind, at) => `<c r="${letter(3 + at)}${r}" s="${kind + 1}"><v>${VALUES[kind]!(row)}</v></c>`),
    ];
    rows.push(`<row r="${r}">${cells.join('')}</row>`);
  }
  const areas = Array.from({ length: 10 }, (_, at) => `<mergeCell ref="C${2 * at + 2}:C${2 * at + 3}"/>`).join('');
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join('')}</sheetData>${merged ? `<mergeCells>${areas}</mergeCells>` : ''}</worksheet>`;
}

function workbook(inner: string): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packaged = 'http://schemas.openxmlformats.org/package/2006';
  const quoted = (code: string) => code.replaceAll('"', '&quot;');
  const styles = `<styleSheet xmlns="${main}"><numFmts count="${FORMATS.length}">${FORMATS.map((code, at) => `<numFmt numFmtId="${170 + at}" formatCode="${quoted(code)}"/>`).join('')}</numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${FORMATS.length + 1}"><xf/>${FORMATS.map((_, at) => `<xf numFmtId="${170 + at}" applyNumberFormat="1"/>`).join('')}</cellXfs></styleSheet>`;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const part = (name: string, type: string) =>
    `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  const files = {
    '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('xl/workbook.xml', 'sheet.main')}${part('xl/worksheets/sheet1.xml', 'worksheet')}${part('xl/styles.xml', 'styles')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${packaged}/relationships">${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="任务" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}/relationships">${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}${relation('r2', 'styles', 'styles.xml')}</Relationships>`,
    'xl/styles.xml': styles,
    'xl/worksheets/sheet1.xml': inner,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, strToU8(content)])));
}

/** Sheets with each of the formats, with and without merged cells. */
export const sheets = (): SheetFile[] =>
  [0, 3, 6, 9].flatMap((first) =>
    [false, true].map((merged) => ({ name: `s${first}${merged ? 'm' : ''}`, bytes: workbook(sheet(first, merged)) })),
  );
