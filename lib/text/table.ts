import type { CellPosition } from './types';

/** HTML's own limits: https://html.spec.whatwg.org/multipage/tables.html#attributes-common-to-td-and-th-elements */
const MAX_COLUMNS = 1000;
const MAX_ROWS = 65534;

/** Beyond this nesting a table is page layout for certain; measuring each level again would cost its depth. */
const MAX_DEPTH = 6;

const span = (element: Element, name: string, most: number): number => {
  const value = Number.parseInt(element.getAttribute(name) ?? '1', 10);
  return Number.isFinite(value) ? Math.min(Math.max(value, 0), most) : 1;
};

const lengthOf = (element: Element): number => element.textContent?.length ?? 0;

/**
 * Whether a table holds data or merely lays out the page. Old government sites put the whole article in a cell of a
 * cell: such tables must not turn its paragraphs into one row of a table.
 *
 * Layout: said so by its role; a single column; most of its text in tables inside it; or one cell that holds nearly all
 * of a long text in many paragraphs.
 */
export function isDataTable(table: Element, depth: number): boolean {
  const role = table.getAttribute('role');
  if (role === 'presentation' || role === 'none' || depth > MAX_DEPTH) return false;
  const total = lengthOf(table);
  let inner = 0;
  for (const nested of table.querySelectorAll('table')) {
    if (nested.parentElement?.closest('table') === table) inner += lengthOf(nested);
  }
  if (inner * 2 > total) return false;
  let columns = 0;
  let largest: Element | null = null;
  let most = 0;
  let rows = 0;
  for (const row of rowsOf(table)) {
    let width = 0;
    for (let cell = row.firstElementChild; cell; cell = cell.nextElementSibling) {
      if (cell.localName !== 'td' && cell.localName !== 'th') continue;
      width += Math.max(1, span(cell, 'colspan', MAX_COLUMNS));
      const length = lengthOf(cell);
      if (length > most) {
        most = length;
        largest = cell;
      }
    }
    if (width > 0) rows++;
    columns = Math.max(columns, width);
  }
  if (columns < 2) return false;
  const article = rows <= 4 && most > 300 && most > total * 0.85 ? largest : null;
  return article === null || article.querySelectorAll('p, div, br').length < 6;
}

function* rowsOf(table: Element): Generator<Element> {
  for (let at = table.firstElementChild; at; at = at.nextElementSibling) {
    if (at.localName === 'tr') yield at;
    else if (at.localName === 'tbody' || at.localName === 'thead' || at.localName === 'tfoot') {
      for (let row = at.firstElementChild; row; row = row.nextElementSibling) if (row.localName === 'tr') yield row;
    }
  }
}

/** Places the cells of one data table on its grid, in document order. */
export class TableGrid {
  private row = -1;
  private column = 0;
  /** For each column, the first row that no rowspan from above covers. */
  private free: number[] = [];
  private head = false;

  constructor(private readonly table: number) {}

  /** A row group starts or ends: row spans do not cross it. */
  group(head: boolean): void {
    this.head = head;
    this.free = [];
  }

  startRow(): void {
    this.row++;
    this.column = 0;
  }

  /** The place of the next cell of the row. */
  cell(element: Element): CellPosition {
    if (this.row < 0) this.startRow();
    while (this.column < MAX_COLUMNS && (this.free[this.column] ?? 0) > this.row) this.column++;
    const column = Math.min(this.column, MAX_COLUMNS - 1);
    const columnSpan = Math.min(Math.max(1, span(element, 'colspan', MAX_COLUMNS)), MAX_COLUMNS - column);
    // rowspan="0" reaches to the end of the group.
    const rowSpan = span(element, 'rowspan', MAX_ROWS) || MAX_ROWS;
    for (let at = column; at < column + columnSpan; at++) this.free[at] = this.row + rowSpan;
    this.column = column + columnSpan;
    const header = this.head || element.localName === 'th';
    return { table: this.table, row: this.row, column, rowSpan, columnSpan, header };
  }
}
