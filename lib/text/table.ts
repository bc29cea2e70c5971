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
/** So many paragraphs are an article, and so many characters, where what stands beside it is no data. */
const article = { blocks: 3, length: 60 };

/** Whether one cell holds the page's article: a single column does, or a cell with nearly all of the text, or one beside a menu. */
function holdsArticle(rows: readonly (readonly Element[])[], total: number): boolean {
  const widthOf = (cells: readonly Element[]): number =>
    cells.reduce((sum, cell) => sum + Math.max(1, span(cell, 'colspan', MAX_COLUMNS)), 0);
  if (rows.every((cells) => widthOf(cells) < 2)) return true;
  if (rows.length > mostRows) return false;
  let largest: { cell: Element; row: readonly Element[]; length: number } | null = null;
  for (const row of rows)
    for (const cell of row)
      if (lengthOf(cell) > (largest?.length ?? 0)) largest = { cell, row, length: lengthOf(cell) };
  if (!largest || largest.cell.querySelectorAll('p, div, br, li, h1, h2, h3, h4').length < article.blocks) return false;
  const { cell, row, length } = largest;
  // No cell of data has a heading of the page in it.
  if (length >= article.length && length * 2 > total && cell.querySelector('h1, h2') !== null) return true;
  if (rows.length <= 4 && length > 300 && length > total * 0.85 && !isNamed(cell, row)) return true;
  const linked = [...(cell.closest('table')?.querySelectorAll('a') ?? [])].filter((link) => !cell.contains(link));
  const rest = total - length - linked.reduce((sum, link) => sum + lengthOf(link), 0);
  const alone = rows.filter((cells) => cells.length > 1).length === 1;
  return length >= article.length && rest * 2 < length && !isNamed(cell, row) && isBesideMenu(cell, row, alone);
}

/** 整改措施 | 1.…: a few words in front of a cell say what it holds. */
const isNamed = (cell: Element, row: readonly Element[]): boolean =>
  row.slice(0, row.indexOf(cell)).some((before) => lengthOf(before) > 0 && isLabel(before));

const isLabel = (cell: Element): boolean =>
  (cell.textContent ?? '').trim().length <= 8 && cell.querySelector('a, li, img, p + p, div + div') === null;

/** What stands beside it is a menu, a picture or nothing; behind it, in the only row of several cells, a few words may be the head of a list. */
const isBesideMenu = (cell: Element, row: readonly Element[], alone: boolean): boolean =>
  row.length > 1 &&
  row.every(
    (other, at) =>
      other === cell ||
      (other.textContent ?? '').trim() === '' ||
      other.querySelector('a, li, img, br, p + p, div + div') !== null ||
      (alone && at > row.indexOf(cell)),
  );

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
