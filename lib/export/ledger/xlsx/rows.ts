import type { CellObject, Row } from 'write-excel-file/universal';
import { isWebAddress, linkText, plain } from '../cells';
import type { CellValue, LedgerColumn, LedgerSheet } from '../types';
import type { Spread } from './heights';
import { toCellText } from './text';

/** Rows above the first duty: title, document's line, head. */
export const rowsAbove = 3;

const dateForm = 'yyyy-mm-dd';
const edge = { borderStyle: 'thin', borderColor: '#808080' } as const;
const plainStyle = { ...edge, wrap: true, alignVertical: 'center' } as const;
const headStyle = {
  ...plainStyle,
  align: 'center',
  fontWeight: 'bold',
  fontFamily: '黑体',
  backgroundColor: '#eeeeee',
  height: 26,
} as const;

/** A sheet's cells: two lines above, the head, the duties. Rows of duties have no height: programs fit it to the text. */
export function sheetRows(columns: readonly LedgerColumn[], { title, line, rows }: LedgerSheet, spread: Spread): Row[] {
  const span = Math.max(1, columns.filter(({ hidden, beside }) => !hidden && !beside).length);
  const over = (cell: CellObject): Row => [
    { ...cell, type: String, columnSpan: span, align: 'center', alignVertical: 'center' },
    ...Array.from({ length: span - 1 }, () => null),
  ];
  return [
    over({ value: toCellText(title), fontSize: 16, fontWeight: 'bold', fontFamily: '黑体', height: 30 }),
    over({ value: toCellText(line), height: 18 }),
    columns.map(({ heading }) => ({ ...headStyle, type: String, value: toCellText(heading.zh) })),
    ...rows.flatMap((row, at) => spreadRow(columns, row, spread.places[at]!.count)),
  ];
}

/** A row over so many of the workbook's; the first has what is in it. */
function spreadRow(columns: readonly LedgerColumn[], row: readonly CellValue[], count: number): Row[] {
  const cells = columns.map((column, at) => cellOf(column, row[at] ?? null));
  if (count === 1) return [cells];
  return [
    cells.map((cell) => ({ ...cell, rowSpan: count, alignVertical: 'top' as const })),
    ...Array.from({ length: count - 1 }, () => cells.map(() => null)),
  ];
}

/** Text is marked as text ("@"), also where a cell stands empty: what is typed into it later stays as it was typed. */
function cellOf(column: LedgerColumn, value: CellValue): CellObject {
  const style = column.centred ? { ...plainStyle, align: 'center' as const } : plainStyle;
  const text = (words: string): CellObject => ({ ...style, type: String, format: '@', value: toCellText(words) });
  if (column.type === 'number') {
    const number = typeof value === 'number' && Number.isFinite(value);
    return number ? { ...style, type: Number, value } : text(String(plain(column, value)));
  }
  if (column.type === 'date') {
    const date = typeof value === 'string' ? dateOf(value) : null;
    if (date) return { ...style, type: Date, format: dateForm, value: date };
    return value ? text(String(value)) : { ...style, type: Date, format: dateForm };
  }
  const words = String(plain(column, value));
  if (column.type !== 'link') return text(words);
  const look = isWebAddress(words) ? { textColor: '#1d5b93', textDecoration: { underline: true } as const } : {};
  return { ...text(linkText(words)), ...look };
}

/** Midnight UTC of an ISO date, as the workbook counts days; null for what is no day of the calendar it knows. */
function dateOf(text: string): Date | null {
  const [whole, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (!whole) return null;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  // Before March 1900 workbooks count a day that never was.
  return date.toISOString().slice(0, 10) === text && text >= '1900-03-01' ? date : null;
}
