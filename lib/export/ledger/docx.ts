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
import { pageWidths } from './page-widths';
import { seen } from './seen';
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
const sizes = { title: 36, text: 17 } as const;
/** Half the width of a Chinese sign, in twentieths of a point. */
const halfSign = sizes.text * 5;
/** Lines of the table stand this far apart whatever the font; twentieths of a point. */
const spacing = { line: 220, lineRule: LineRuleType.EXACT } as const;

/**
 * A ledger as a document of Word's: landscape tables whose heads stand on each page, for the annex of a notice.
 *
 * Written by docx: kept up, typed, and made of plain script that a thread of ours may run.
 */
export function ledgerDocx(ledger: Ledger): Promise<Blob> {
  const { columns, sheets, paper } = seen(ledger);
  const room = papers[paper].height - 2 * margin;
  const widths = widthsOf(columns, sheets, room);
  const document = new Document({
    creator: '政笺',
    title: sheets[0]?.title ?? '',
    styles: { default: { document: { run: { font: body, size: sizes.text } } } },
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
          tableOf(columns, widths, sheet),
        ]),
      },
    ],
  });
  return Packer.toBlob(document);
}

/** Widths of the columns, in twentieths of a point; what is left over goes to the last one. */
function widthsOf(columns: readonly LedgerColumn[], sheets: readonly LedgerSheet[], room: number): number[] {
  const rows = sheets.flatMap((sheet) => sheet.rows);
  const widths = pageWidths(columns, rows, room / halfSign).map((width) => Math.floor(width * halfSign));
  const left = room - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, at) => (at === widths.length - 1 ? width + left : width));
}

const above = ({ title, line }: LedgerSheet): Paragraph[] => [
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 80 },
    children: [new TextRun({ text: clean(title), font: bold, size: sizes.title })],
  }),
  new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 120 }, children: [new TextRun(clean(line))] }),
];

function tableOf(columns: readonly LedgerColumn[], widths: readonly number[], { rows }: LedgerSheet): Table {
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
        children: columns.map(({ heading }, at) => cell(at, [headOf(heading.zh)], true)),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: columns.map((column, at) => cell(at, paragraphs(column, row[at] ?? null))),
          }),
      ),
    ],
  });
}

const headOf = (words: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text: clean(words), font: bold, size: sizes.text })],
  });

/** A paragraph a line of the cell. */
function paragraphs(column: LedgerColumn, value: CellValue): Paragraph[] {
  const alignment = column.centred ? AlignmentType.CENTER : AlignmentType.LEFT;
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
    .map((line) => new Paragraph({ alignment, spacing, children: [new TextRun(line)] }));
}

const pageNumber = (): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: ['第 ', PageNumber.CURRENT, ' 页，共 ', PageNumber.TOTAL_PAGES, ' 页'] })],
  });
