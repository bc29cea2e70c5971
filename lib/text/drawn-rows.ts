import { type CodeSet, codes, stepAt } from './chars';
import { Strand } from './strand';
import type { CellPosition } from './types';

/** Signs that part the cells of a row. */
export const barSigns = '|｜│┃║¦';
const bar = codes(barSigns);
const tab = 9;
const tabs = codes('\t');

/** Longest line between two rows that names a group of them. */
const longestGroup = 60;
/** A sentence, or the name of another table. */
const apart = /[。；：:]$|^(?:附[件表录]?|[图表注])[\d一二三四五六七八九十：:]/;
/** A list that is not at its end. */
const goesOn = /[、，,]$/;
/** Lines that may stand between the first and the last of a cell. */
const mostMiddle = 6;
const mostFirsts = 60;
const pureNumber = /^\d{1,3}[.．、]?$/;
const pageNumber = /^(?:[-—–－\s]*\d{1,4}[-—–－\s]*|第\s*\d{1,4}\s*页.{0,12})$/;

/** A cell of a row. */
export interface RowCell {
  readonly strand: Strand;
  readonly cell: CellPosition;
}

/** Tables made of lines are numbered apart from the page's own. */
export const firstDrawnTable = 1_000_000;

/**
 * The rows of tables drawn with bars, or parted by tabs as the clipboard leaves them, while the lines of a text are read one after
 * the other.
 */
export class DrawnRows {
  private block = -2;
  private table = firstDrawnTable;
  private row = -1;
  /** Cells of the table's first row, and of the row that was read last. */
  private width = 0;
  private filled = 0;
  /** Its last cell ends as a list does that goes on. */
  private open = false;
  /** Its last cell is in quotes that are not closed yet. */
  private quoted = false;
  /** Its last cell. */
  private last = '';

  /** The first cells of its last rows, by which a broken row is told from a short one; of all, each row would cost more than the one before. */
  private firsts: string[] = [];

  constructor(private readonly text: string) {}

  /** A number for a table that is read otherwise. */
  next(): number {
    this.block = -2;
    return ++this.table;
  }

  /** The cells of the line `[from, to)` of a block; null where it is no row. A rule (---|---) has none. */
  take(from: number, to: number, block: number): RowCell[] | null {
    const follows = block === this.block + 1;
    // A row may begin with empty cells: tabs that the line's own beginning leaves out.
    let begin = from;
    while (follows && this.width > 0 && this.text.charCodeAt(begin - 1) === tab) begin--;
    const cells = parted(this.text, begin, to, follows) ? cellsOf(this.text, begin, to) : [];
    const rest = follows ? this.goOn(from, to, block) : null;
    if (rest) return rest;
    if (cells.length < 2) return follows ? this.between(from, to, block) : null;
    if (!follows) {
      this.table++;
      this.row = -1;
      this.width = cells.length;
      this.firsts = [];
    }
    this.block = block;
    this.filled = cells.length;
    this.last = cells.at(-1)!.text;
    if (this.firsts.push(cells[0]!.text) > mostFirsts) this.firsts.shift();
    this.open = goesOn.test(cells.at(-1)!.text);
    this.quoted = barsOf(this.text, begin, to).length === 0 && isOdd(this.text, begin, to);
    if (cells.every((strand) => /^:?-{2,}:?$/.test(strand.text))) return [];
    this.row++;
    const group = this.row > 0 && cells.length > 2 && cells.slice(1).every((strand) => !strand.text);
    return this.placed(group ? cells.slice(0, 1) : cells, 0, group ? this.width : 1);
  }

  /**
   * 一、产业发展（2项） between two rows names the group of those below it, and a page's number between them parts nothing; null where no row as
   * long as the table's first stands on the next line.
   */
  private between(from: number, to: number, block: number): RowCell[] | null {
    const line = this.text.slice(from, to).trim();
    if (this.row < 0 || this.width < 3 || line.length > longestGroup || apart.test(line)) return null;
    const next = nextLine(this.text, to);
    if (cellsOf(this.text, next.start, next.end).length !== this.width) return null;
    this.block = block;
    if (pageNumber.test(line)) return [];
    const strand = Strand.of(this.text, from, to);
    // 县统计局、⏎县财政局: the last cell goes on in a line of its own.
    if (this.filled === this.width && this.open) {
      this.open = goesOn.test(line);
      return this.placed([strand], this.width - 1);
    }
    this.filled = this.width;
    this.row++;
    return this.placed([strand], 0, this.width);
  }

  /** 县财政局⏎县卫健局 ⇥ 10月: a cell of two lines broke the row, and the rest of it stands on the next line. */
  private goOn(from: number, to: number, block: number): RowCell[] | null {
    if (this.quoted) return this.goOnQuoted(from, to, block);
    const missing = this.width - this.filled;
    if (missing < 1 || barsOf(this.text, from, to).length) return null;
    const cells = cellsOf(this.text, from, to);
    const first = this.filled - 1;
    if (cells.length === 1 ? !this.goesOnBelow(cells[0]!.text, to, missing) : !this.isRest(cells, missing)) return null;
    this.block = block;
    this.last = cells.at(-1)!.text;
    if (cells.length > 1) this.filled = Math.min(this.width, first + cells.length);
    return this.placed(cells, first);
  }

  /** The rest of a broken row; where rows are numbered it may leave out empty cells at its end. */
  private isRest(cells: readonly Strand[], missing: number): boolean {
    if (this.beginsRow(cells[0]!.text)) return false;
    return cells.length === missing + 1 || (cells.length <= missing && this.areNumbered());
  }

  /** 各区政府⏎市排水公司⏎市供电公司 ⇥ 10月: a line in the middle of a cell; the rest of the row stands a few lines below. */
  private goesOnBelow(line: string, to: number, missing: number): boolean {
    if (!line || line.length > longestGroup || !this.areNumbered() || this.beginsRow(line)) return false;
    let next = nextLine(this.text, to);
    for (let k = 0; k < mostMiddle && next.end > next.start; k++, next = nextLine(this.text, next.end)) {
      const cells = cellsOf(this.text, next.start, next.end);
      if (cells.length > 1) return cells.length === missing + 1 && !this.beginsRow(cells[0]!.text);
    }
    return false;
  }

  /** Every row so far begins with its number alone. */
  private areNumbered(): boolean {
    const own = this.firsts.slice(1);
    return own.length > 0 && own.every((text) => pureNumber.test(text));
  }

  /** "县审计局⏎县人社局": the clipboard puts a cell of several lines in quotes. */
  private goOnQuoted(from: number, to: number, block: number): RowCell[] {
    const cells = cellsOf(this.text, from, to);
    const first = this.filled - 1;
    this.block = block;
    this.filled += cells.length - 1;
    this.quoted = !isOdd(this.text, from, to);
    return this.placed(cells, first);
  }

  /** Could a row begin so, as those before do: with a number, or with words as long as theirs? */
  private beginsRow(first: string): boolean {
    const own = this.firsts.slice(1);
    // 1.清淤管网。⏎2.配备泵车。: points inside a cell are no rows.
    if (this.areNumbered()) return pureNumber.test(first);
    const point = /^(?:\d{1,2}[.．、]|[（(]\d{1,2}[）)]|[①-⑳])/;
    if (point.test(first) && point.test(this.last) && !own.some((text) => point.test(text))) return false;
    if (own.length && own.every((text) => /^\d/.test(text))) return /^\d/.test(first);
    return !own.length || first.length * 2 >= Math.min(...own.slice(-8).map((text) => text.length));
  }

  private placed(cells: readonly Strand[], first: number, columnSpan = 1): RowCell[] {
    return cells.flatMap((strand, k) => {
      const column = first + k;
      const cell = { table: this.table, row: this.row, column, rowSpan: 1, columnSpan, header: false };
      return strand.text ? [{ strand, cell }] : [];
    });
  }
}

/**
 * Is a line a row of cells: drawn with bars (|甲|乙|, 甲|乙|丙|丁), or parted by tabs as the clipboard leaves it? Two bars inside
 * a line may part anything (责任单位｜甲；配合单位｜乙): they make a row only beside another line with as many.
 */
function parted(text: string, from: number, to: number, behindRow: boolean): boolean {
  const bars = barsIn(text, from, to);
  if (bars < 2) return behindRow ? tabsIn(text, from, to) >= 1 : beginsTabbed(text, from, to);
  // 责任单位：甲局|乙局|丙局: the bars part the values of a label.
  if (!behindRow && labelled.test(text.slice(from, Math.min(to, from + 40)))) return false;
  if (partsFields(text, from, to) || (!behindRow && setsOff(text, from, to))) return false;
  if (bars > 2 || bar.has(text.charCodeAt(from)) || bar.has(text.charCodeAt(to - 1)) || behindRow) return true;
  const next = nextLine(text, to);
  return barsIn(text, next.start, next.end) === bars;
}

/** Two tabs begin a table where the next line has tabs as well; in a line by itself they part the names of a list. */
function beginsTabbed(text: string, from: number, to: number): boolean {
  if (tabsIn(text, from, to) < 2 || runsIntoList.test(text.slice(from, text.indexOf('\t', from)))) return false;
  const next = nextLine(text, to);
  if (headed.test(text.slice(from, to)) || tabsIn(text, next.start, next.end) >= 1) return true;
  // A line that names a group may stand between the head and the first row.
  const after = next.end - next.start > longestGroup ? next : nextLine(text, next.end);
  return tabsIn(text, after.start, after.end) >= 1;
}
// Headings of columns: the first cell below them may go on over several lines.
const headed = /(?:^|\t)[^\t。：]{0,6}(?:单位|部门|时限|任务|事项|序号|内容|措施)(?:\t|$)/;
/** 清理河道。县水利局, 责任单位：县水利局: running text that ends in the first name of a list. */
const runsIntoList = /[。，；（(：:][\u4e00-\u9fff]{2,20}[局委办厅部院会府站所队]$/;
/** 1.修渠。|牵头：甲局|: a pair of bars behind a sentence sets something off as brackets do. */
const setsOff = (text: string, from: number, to: number): boolean =>
  bar.has(text.charCodeAt(to - 1)) && /[。；！？]/.test(text[barsOf(text, from, to).at(-2)! - 1] ?? '');

const blank = codes(' \t\u3000');

/** The next line behind `at` that is not empty. */
function nextLine(text: string, at: number): { start: number; end: number } {
  let start = at;
  // Tabs may end a line that is looked at without them.
  while (start < text.length && blank.has(text.charCodeAt(start))) start++;
  while (start < text.length && (text[start] === '\n' || text[start] === '\r')) start++;
  const end = text.indexOf('\n', start);
  return { start, end: end < 0 ? text.length : end };
}

/** ■某项目｜牵头：甲局｜配合：乙局: the bars part labels with their values, two at least and most of what they part. */
function partsFields(text: string, from: number, to: number): boolean {
  if (to - from > 400) return false;
  const parts = text
    .slice(from, to)
    .split(anyBar)
    .filter((part) => part.trim());
  const fields = parts.filter((part) => field.test(part)).length;
  // 责任单位|甲局 配合单位|乙局: a value and the next label share a part.
  const shared = parts.some((part) => sharedPart.test(part)) && !barLabel.test(parts.at(-1)!);
  return shared || (fields > 1 && fields * 2 > parts.length);
}
const barLabel = /(?:单位|部门)\s*$/;
const sharedPart = /[\u4e00-\u9fff]\s+(?:牵头|责任|配合|主办|协办|承办|参加|参与|协助)(?:单位|部门)\s*$/;
const field = /^\s*[\u4e00-\u9fff]{2,6}[：:]\s*[\u4e00-\u9fff\d]/;

/** A label and the first of its values stand before the first bar. */
const labelled = new RegExp(`^[\\u4e00-\\u9fff（）]{2,12}[：:][^${barSigns}：:]{2,24}[${barSigns}]`);
const anyBar = new RegExp(`[${barSigns}]`);

const barsOf = (text: string, from: number, to: number): number[] => outsideBrackets(text, from, to, bar);
const tabsOf = (text: string, from: number, to: number): number[] => outsideBrackets(text, from, to, tabs);

/** Signs of a line that may part cells: those in brackets, （责任单位｜甲；配合单位｜乙）, part something else. */
function outsideBrackets(text: string, from: number, to: number, signs: CodeSet): number[] {
  const all: number[] = [];
  const outside: number[] = [];
  let depth = 0;
  for (let i = from; i < to; i++) {
    depth = Math.max(0, depth + stepAt(text, i));
    if (!signs.has(text.charCodeAt(i))) continue;
    all.push(i);
    if (depth === 0) outside.push(i);
  }
  // A bracket that is left open says nothing.
  return depth > 0 ? all : outside;
}

const barsIn = (text: string, from: number, to: number): number => barsOf(text, from, to).length;

/** A tab at the very end parts nothing. */
const tabsIn = (text: string, from: number, to: number): number => tabsOf(text, from, to - 1).length;

/** Length of the bar, with white space around it, that ends a line of one cell: 序号 |. */
export function barsAtEnd(text: string, from: number, to: number): number {
  let at = to;
  while (at > from && (bar.has(text.charCodeAt(at - 1)) || text.charCodeAt(at - 1) === 32)) at--;
  const ends = at < to && bar.has(text.charCodeAt(text.slice(at, to).search(anyBar) + at));
  return ends ? to - at : 0;
}

/** The cells of a row parted by bars or tabs. */
function cellsOf(text: string, from: number, to: number): Strand[] {
  const bars = new Set(barsOf(text, from, to));
  const parting = bars.size ? bars : new Set(tabsOf(text, from, to));
  const parts = (i: number): boolean => parting.has(i);
  const cells: Strand[] = [];
  let start = bars.size && parts(from) ? from + 1 : from;
  for (let i = start; i <= to; i++) {
    if (i < to && !parts(i)) continue;
    if (i < to || text.slice(start, i).trim())
      cells.push(bars.size ? Strand.of(text, start, i) : unquoted(text, start, i));
    start = i + 1;
  }
  return cells;
}

/** The clipboard puts a cell with a line end in quotes; half of such a pair stands in each of its lines. */
function unquoted(text: string, start: number, end: number): Strand {
  const inside = text.slice(start, end);
  const quotes = inside.split('"').length - 1;
  if (quotes !== 1) return Strand.of(text, start, end);
  return inside.startsWith('"')
    ? Strand.of(text, start + 1, end)
    : Strand.of(text, start, end - (inside.endsWith('"') ? 1 : 0));
}

/** A quotation mark of the line has no fellow in it. */
const isOdd = (text: string, from: number, to: number): boolean => text.slice(from, to).split('"').length % 2 === 0;
