import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  Footer,
  LineRuleType,
  Packer,
  PageBreak,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { linkText, plain, webAddress } from './cells';
import { linesOf } from './lines';
import { neededWidths, pageWidths } from './page-widths';
import { printed } from './paper';
import type { CellValue, Ledger, LedgerColumn, LedgerSheet, Paper } from './types';
import { clean } from './unfit';

/** In twentieths of a point; docx turns the page itself, so that these are of the upright sheet. */
const papers: Readonly<Record<Paper, { width: number; height: number }>> = {
  A4: { width: 11_906, height: 16_838 },
  A3: { width: 16_838, height: 23_811 },
};
const margin = 620;
const body = { name: '仿宋', eastAsia: '仿宋', ascii: 'Times New Roman', hAnsi: 'Times New Roman' } as const;
const bold = { ...body, name: '黑体', eastAsia: '黑体' } as const;
/** Half points. */
const titleSize = 36;
/** A row higher than this part of a page may go on on the next one: not every program shows all of one that may not. */
const TALL = 0.6;

/** How the table is set: size in half points; half the width of a Chinese sign and from line to line in twentieths of a point. */
interface Type {
  readonly size: number;
  readonly halfSign: number;
  readonly line: number;
}
const typeOf = (size: number): Type => ({ size, halfSign: size * 5, line: size * 13 });
/** The usual size, and a smaller one for a table that needs more room; lines stand as far apart whatever the font. */
const [usual, small] = [typeOf(17), typeOf(15)];

/**
 * A ledger as a document of Word's: landscape tables whose heads stand on each page, for the annex of a notice.
 *
 * Written by docx: kept up, typed, and made of plain script that a thread of ours may run.
 */
export function ledgerDocx(ledger: Ledger): Promise<Blob> {
  const { columns, sheets, paper } = printed(ledger);
  const room = papers[paper].height - 2 * margin;
  const type = needOf(columns, sheets) <= room / usual.halfSign ? usual : small;
  const widths = widthsOf(columns, sheets, room, type);
  const tall = TALL * (papers[paper].width - 2 * margin);
  const document = new Document({
    creator: '政笺',
    title: sheets[0]?.title ?? '',
    styles: { default: { document: { run: { font: body, size: type.size } } } },
    sections: [
      {
        properties: {
          page: {
            size: { ...papers[paper], orientation: PageOrientation.LANDSCAPE },
            margin: { top: margin, bottom: margin, left: margin, right: margin, footer: 400 },
          },
        },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: sheets.flatMap((sheet, at) => [
          ...(at > 0 ? [new Paragraph({ children: [new PageBreak()] })] : []),
          ...above(sheet),
          tableOf({ columns, widths, type, tall }, sheet),
        ]),
      },
    ],
  });
  return Packer.toBlob(document);
}

const rowsOf = (sheets: readonly LedgerSheet[]) => sheets.flatMap(({ rows }) => rows);

/** What the columns need to be read, in half-width signs. */
const needOf = (columns: readonly LedgerColumn[], sheets: readonly LedgerSheet[]): number =>
  neededWidths(columns, rowsOf(sheets)).reduce((sum, width) => sum + width, 0);

/** Widths of the columns, in twentieths of a point; what is left over goes to the last one. */
function widthsOf(
  columns: readonly LedgerColumn[],
  sheets: readonly LedgerSheet[],
  room: number,
  { halfSign }: Type,
): number[] {
  const widths = pageWidths(columns, rowsOf(sheets), room / halfSign).map((width) => Math.floor(width * halfSign));
  const left = room - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, at) => (at === widths.length - 1 ? width + left : width));
}

const above = ({ title, line }: LedgerSheet): Paragraph[] => [
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 80 },
    children: [new TextRun({ text: clean(title), font: bold, size: titleSize })],
  }),
  new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 120 }, children: [new TextRun(clean(line))] }),
];

/** What every row of a table is set by. */
interface Setting {
  readonly columns: readonly LedgerColumn[];
  readonly widths: readonly number[];
  readonly type: Type;
  /** Rows higher than this may be broken, in twentieths of a point. */
  readonly tall: number;
}

function tableOf(setting: Setting, { rows }: LedgerSheet): Table {
  const { columns, widths, type } = setting;
  const cell = (at: number, children: Paragraph[], head = false) =>
    new TableCell({
      width: { size: widths[at]!, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      margins: { top: 20, bottom: 20, left: 50, right: 50 },
      ...(head && { shading: { fill: 'EEEEEE' } }),
      children,
    });
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ heading }, at) => cell(at, [headOf(heading.zh, type)], true)),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: heightOf(setting, row) <= setting.tall,
            children: columns.map((column, at) => cell(at, paragraphs(column, row[at] ?? null, type))),
          }),
      ),
    ],
  });
}

/** About how high a row will be, in twentieths of a point. */
function heightOf({ columns, widths, type }: Setting, row: readonly CellValue[]): number {
  const lines = columns.map((column, at) => {
    const text = String(plain(column, row[at] ?? null));
    return linesOf(column.type === 'link' ? linkText(text) : text, widths[at]! / type.halfSign);
  });
  return Math.max(1, ...lines) * type.line;
}

const headOf = (words: string, { size }: Type): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text: clean(words), font: bold, size })],
  });

/** A paragraph a line of the cell. */
function paragraphs(column: LedgerColumn, value: CellValue, { line }: Type): Paragraph[] {
  const alignment = column.centred ? AlignmentType.CENTER : AlignmentType.LEFT;
  const spacing = { line, lineRule: LineRuleType.EXACT };
  const text = String(plain(column, value));
  const address = column.type === 'link' ? webAddress(text) : null;
  if (address !== null) {
    const run = new TextRun({ text: linkText(text), color: '1d5b93', underline: {} });
    return [
      new Paragraph({
        alignment,
        spacing,
        children: [new ExternalHyperlink({ link: address, children: [run] })],
      }),
    ];
  }
  const shown = column.type === 'link' ? linkText(text) : text;
  return clean(shown)
    .split('\n')
    .map((words) => new Paragraph({ alignment, spacing, children: [new TextRun(words)] }));
}

const pageNumber = (): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: ['第 ', PageNumber.CURRENT, ' 页，共 ', PageNumber.TOTAL_PAGES, ' 页'] })],
  });
