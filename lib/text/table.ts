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
 * Layout: said so by its role; a single column; most of its text in tables inside it; one cell that holds nearly all
 * of a long text in many paragraphs; or one that holds paragraphs beside a menu.
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
  return !holdsArticle(
    [...rowsOf(table)].map(cellsOf).filter((cells) => cells.length > 0),
    total,
  );
}

const cellsOf = (row: Element): Element[] =>
  [...row.children].filter(({ localName }) => localName === 'td' || localName === 'th');

/** Most rows of a table that lays out a page: what stands above the article, its row, what stands below. */
const mostRows = 6;
/** Paragraphs and characters of an article, where what stands beside it is no data. */
const [fewestBlocks, shortest] = [3, 60];
/** The same where nearly all of the text is its own. */
const [manyBlocks, long] = [6, 300];
const blocks = 'p, div, br, li, h1, h2, h3, h4';
const menu = 'a, li, img';

type Row = readonly Element[];

/** Whether one cell holds the page's article: a single column does, or a cell with nearly all of the text, or one beside a menu. */
function holdsArticle(rows: readonly Row[], total: number): boolean {
  if (rows.every((cells) => widthOf(cells) < 2)) return true;
  if (rows.length > mostRows) return false;
  const { cell, row, length } = largestOf(rows);
  const count = cell.querySelectorAll(blocks).length;
  if (count < fewestBlocks || length < shortest) return false;
  // No cell of data has a heading of the page in it.
  if (length * 2 > total && cell.querySelector('h1, h2')) return true;
  if (isNamed(cell, row) || isHeaded(rows, row)) return false;
  if (length > long && length > total * 0.85) return count >= manyBlocks;
  return restOf(cell, rows) * 2 < length && isBesideMenu(cell, row, rows);
}

const widthOf = (cells: Row): number =>
  cells.reduce((sum, cell) => sum + Math.max(1, span(cell, 'colspan', MAX_COLUMNS)), 0);

/** The cell with the most text, and its row; of rows that have cells. */
const largestOf = (rows: readonly Row[]) =>
  rows
    .flatMap((row) => row.map((cell) => ({ cell, row, length: lengthOf(cell) })))
    .sort((a, b) => b.length - a.length)[0]!;

/** Characters outside the article that are no menu. */
const restOf = (article: Element, rows: readonly Row[]): number =>
  rows.flat().reduce((sum, cell) => sum + (cell === article || cell.querySelector(menu) ? 0 : lengthOf(cell)), 0);

/** 整改措施 | 1.…: a few words in front of a cell say what it holds. */
const isNamed = (cell: Element, row: Row): boolean =>
  row.slice(0, row.indexOf(cell)).some((before) => textOf(before) && isLabel(before));

/** 工作任务 | 责任单位 in a row above: the cells below hold what these words say. */
const isHeaded = (rows: readonly Row[], row: Row): boolean =>
  rows.slice(0, rows.indexOf(row)).some((cells) => cells.every(isLabel) && cells.filter(textOf).length > 1);

const isLabel = (cell: Element): boolean => textOf(cell).length <= 8 && !cell.querySelector(menu);

const textOf = (cell: Element): string => (cell.textContent ?? '').trim();

/** What stands beside it is a menu, a picture or nothing, lines in front of it, or, behind it in the only row of several cells, words. */
function isBesideMenu(cell: Element, row: Row, rows: readonly Row[]): boolean {
  const alone = rows.filter((cells) => cells.length > 1).length === 1;
  const own = row.indexOf(cell);
  const isAside = (other: Element, at: number): boolean =>
    !textOf(other) || !!other.querySelector(menu) || (at < own ? !!other.querySelector('br, p + p') : alone);
  return row.length > 1 && row.every((other, at) => at === own || isAside(other, at));
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
