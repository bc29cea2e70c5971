import { beginsWithLevel } from '../names/organ';
import type { Line } from '../text/lines';
import { Strand } from '../text/strand';
import { namesGoOn } from './broken-lines';
import { type Dealt, deal, fitOf, isRowNumber, mostPieces, namesUnits } from './dealt-pieces';
import { withCells } from './line-cells';
import { plainGrid } from './plain-grids';
import { type Printed, printedPieces } from './printed-columns';
import { columnFor, columnsBelow } from './spaced-below';
import { cellsOf, isTimeColumn, isUnitsColumn, type SpacedRow, standsApart } from './spaced-cells';
import { type SpacedHead, spacedHead } from './spaced-head';
import { firstTables } from './table-numbers';

/** Most lines of one row. */
const tallest = 8;
/** So many rows say that it is a table: of one whose headings are known, and of any. */
const [fewestRows, fewestOfAny] = [2, 3];
const longestGroup = 40;
/** A cell that goes on in the next line fills this share of its column. */
const filled = 0.75;

/**
 * Tables whose cells only white space parts: each line is dealt out to the columns of its row before lines are joined to sentences. A row
 * may lack cells, its cells may go on in the next line (市城建集团、市⏎交投集团), and rows may stand in groups (一、优化布局结构). Where a piece
 * is printed says whose it is where lines are set below their headings; else what it holds. Cost: linear.
 */
export function withSpacedLines(lines: readonly Line[], text: string): readonly Line[] {
  let table = firstTables.spacedLines;
  // What was read in vain is not read again from each line of it that could be a head.
  let barren = 0;
  return withCells(lines, (at) => {
    if (at < barren || !lines[at]!.strand.gaps.length) return null;
    const head = spacedHead(lines, at, text);
    const body = head && new SpacedBody(lines, at, text, head);
    body?.read();
    if (head && body?.holds()) return { cells: cellsOf(lines[at]!, head, body.rows, table++), end: body.end };
    const plain = plainGrid(lines, at, table);
    if (plain) table++;
    else if (body) barren = body.end;
    return plain;
  });
}

/** The rows below a head while they are read. */
class SpacedBody {
  readonly rows: SpacedRow[] = [];
  /** Behind its last line. */
  end: number;
  readonly number: number;
  /** How wide each column was seen. */
  private readonly widths: number[];

  constructor(
    private readonly lines: readonly Line[],
    private readonly at: number,
    private readonly text: string,
    readonly head: SpacedHead,
  ) {
    this.end = at + 1;
    this.number = head.asked.indexOf('number');
    this.widths = [...head.widths];
  }

  read(): void {
    while (this.end < this.lines.length && this.take(this.end)) this.end++;
  }

  /** Enough rows that fit say that it is a table. */
  holds(): boolean {
    const rows = this.rows.filter(({ group }) => !group);
    const sure = rows.filter((row) => row.fits && this.saysWho(row)).length;
    if (rows.length < (this.head.known ? fewestRows : fewestOfAny)) return false;
    const exact = this.head.asked.length < 3 || !this.head.known;
    return exact ? sure * 5 >= rows.length * 4 : sure * 2 >= rows.length;
  }

  /** Its units are named where units are asked for. */
  private saysWho({ cells }: SpacedRow): boolean {
    return cells.some((parts, k) => parts.length && isUnitsColumn(this.head, k) && namesUnits(Strand.join(parts)));
  }

  private take(i: number): boolean {
    const line = this.lines[i]!;
    if (line.cell || line.heading || line.strand.gaps.length >= mostPieces) return false;
    if (line.strand.text === this.lines[this.at]!.strand.text) return true;
    const pieces = printedPieces(line.strand, this.text);
    const dealt = deal(pieces, this.head.asked, this.head.layout);
    if (this.isGroup(i)) return this.addGroup(line);
    if (!line.blank && !line.pageBreak && this.goesOn(line, pieces, dealt)) return true;
    if (dealt !== null && this.begins(line, dealt)) return this.begin(line, pieces, dealt);
    return this.beginBroken(i) || this.fillUp(i);
  }

  /** Does a row begin here? Its number says so, or all it has to say is there. */
  private begins({ blank }: Line, dealt: Dealt): boolean {
    const { cells, units, misfits, score } = dealt;
    const count = given(cells);
    const numbered = this.number >= 0 && cells[this.number] !== null && isRowNumber(cells[this.number]!.text);
    if (count < 2 || score < 0) return false;
    if (units > 0 && misfits === 0) return !blank || count * 2 > cells.length;
    // What a unit is called nobody knows beforehand: a row like those before it is one.
    return !blank && count === cells.length && (numbered ? misfits < 2 : this.rows.length > 0 && misfits === 0);
  }

  /**
   * 1 修建道路，改造危桥⏎5座 县交通局 6月底: a row that breaks off before its units, of cells that one blank parts. Where lines are padded what is
   * printed below goes on with its column.
   */
  private beginBroken(i: number): boolean {
    const first = this.lines[i]!;
    if (this.head.layout.trusted || this.number !== 0 || !isRowNumber(headOf(first))) return false;
    for (let to = i + 1; to < Math.min(this.lines.length, i + tallest) && this.mayGoOn(to); to++) {
      const strand = Strand.join(this.lines.slice(i, to + 1).map((line) => line.strand));
      if (!this.beginWhole({ ...first, strand })) continue;
      this.end = to;
      return true;
    }
    return false;
  }

  /** 2 建设水库 县水利局、县财政⏎局 9月底: the row above with this line, where that gives more cells. */
  private fillUp(i: number): boolean {
    const row = this.rows.at(-1);
    if (this.head.layout.trusted || this.number !== 0 || !row || row.group || row.height > 1 || !this.mayGoOn(i))
      return false;
    const line = { ...row.line, strand: Strand.join([row.line.strand, this.lines[i]!.strand]) };
    const whole = this.wholeRow(line);
    if (!whole || given(whole.dealt.cells) <= row.cells.filter((parts) => parts.length).length) return false;
    this.rows.pop();
    return this.begin(line, whole.pieces, whole.dealt);
  }

  /** A line that a row above may go on in. */
  private mayGoOn(i: number): boolean {
    const { strand, blank, pageBreak, cell, heading } = this.lines[i]!;
    return (
      !blank &&
      !pageBreak &&
      !cell &&
      !heading &&
      !standsApart.test(strand.text) &&
      !isRowNumber(headOf(this.lines[i]!))
    );
  }

  private beginWhole(line: Line): boolean {
    const whole = this.wholeRow(line);
    return whole !== null && this.begin(line, whole.pieces, whole.dealt);
  }

  /** A row that is all there: its cells, with units among them. */
  private wholeRow(line: Line): { readonly pieces: readonly Printed[]; readonly dealt: Dealt } | null {
    if (line.strand.gaps.length >= mostPieces) return null;
    const pieces = printedPieces(line.strand, this.text);
    const dealt = deal(pieces, this.head.asked, this.head.layout);
    return dealt !== null && dealt.units > 0 && this.begins(line, dealt) ? { pieces, dealt } : null;
  }

  private begin(line: Line, pieces: readonly Printed[], dealt: Dealt): boolean {
    const below = this.printedIn(pieces, dealt);
    below.forEach((piece, k) => {
      if (piece) this.widths[k] = Math.max(this.widths[k]!, piece.end - piece.start);
    });
    this.rows.push({
      line,
      cells: dealt.cells.map((cell) => (cell ? [cell] : [])),
      group: false,
      fits: dealt.misfits === 0,
      height: 1,
      below,
    });
    return true;
  }

  /** From where to where each column's cell is printed. */
  private printedIn(pieces: readonly Printed[], { cells }: Dealt): (Printed | null)[] {
    let next = 0;
    return cells.map((cell) => {
      if (!cell) return null;
      const first = pieces[next]!;
      let length = 0;
      while (next < pieces.length && length < cell.length) length += pieces[next++]!.strand.length;
      return { ...first, end: pieces[next - 1]!.end };
    });
  }

  /** 一、优化布局结构: one short piece between two rows. */
  private isGroup(i: number): boolean {
    const { strand, marker } = this.lines[i]!;
    if (strand.gaps.length > 0 || strand.length > longestGroup) return false;
    if (marker === null ? /[。；，、：:）)]$/.test(strand.text) : /[、，]$/.test(strand.text)) return false;
    const next = this.lines[i + 1];
    if (!next || next.cell || next.strand.gaps.length === 0 || next.strand.gaps.length >= mostPieces) return false;
    if (marker === null && this.goesOnAbove(i)) return false;
    const dealt = deal(printedPieces(next.strand, this.text), this.head.asked, this.head.layout);
    return dealt !== null && dealt.misfits === 0 && this.opens(dealt);
  }

  private opens({ cells, units }: Dealt): boolean {
    if (this.number < 0) return units > 0 && cells[0] !== null;
    const number = cells[this.number];
    return number !== null && isRowNumber(number!.text);
  }

  /** A line without a number of its own is more likely the rest of a cell than a group. */
  private goesOnAbove(i: number): boolean {
    const last = this.rows.at(-1);
    if (!last || last.group || this.lines[i]!.blank) return false;
    const pieces = printedPieces(this.lines[i]!.strand, this.text);
    const [piece] = pieces;
    if (this.head.layout.trusted) return piece!.start > 1 || (this.number < 0 && this.isFull(last, 0, piece!));
    return columnFor(piece!.strand, last, 0, this) >= 0;
  }

  private addGroup(line: Line): boolean {
    const below = this.head.asked.map(() => null);
    this.rows.push({ line, cells: [[line.strand]], group: true, fits: false, height: 1, below });
    return true;
  }

  /** Puts a line to the row above where it goes on with its cells. */
  private goesOn(line: Line, pieces: readonly Printed[], dealt: Dealt | null): boolean {
    const row = this.rows.at(-1);
    if (!row || row.group || row.height >= tallest || standsApart.test(line.strand.text)) return false;
    const numbered = this.number >= 0;
    const number = numbered ? dealt?.cells[this.number] : null;
    if (number && isRowNumber(number.text) && dealt!.misfits === 0 && pieces.length > 1) return false;
    const columns = columnsBelow(pieces, row, this);
    if (!columns) return false;
    const whole = dealt !== null && dealt.units > 0 && dealt.misfits === 0 && this.isWhole(dealt);
    if (whole && (this.isDated(dealt) || !columns.every((k, n) => this.breaksOff(row, k, pieces[n]!)))) return false;
    if (whole && pieces.length >= row.cells.filter((parts) => parts.length).length) return false;
    if (!numbered && !whole && !columns.some((k, n) => this.isFull(row, k, pieces[n]!))) return false;
    const below: (Printed | null)[] = this.head.asked.map(() => null);
    for (const [n, k] of columns.entries()) {
      row.cells[k]!.push(pieces[n]!.strand);
      below[k] = pieces[n]!;
    }
    row.below = below;
    row.height++;
    return true;
  }

  /** It could be a row of its own: units, and what they do. */
  private isWhole({ cells }: Dealt): boolean {
    return cells.some((cell, k) => cell && (this.head.asked[k] === 'text' || this.head.asked[k] === 'title'));
  }

  /** It says when: what goes on in the next line is longer than a day. */
  private isDated({ cells }: Dealt): boolean {
    return cells.some((cell, k) => cell && isTimeColumn(this.head, k) && fitOf(cell, 'deadline') > 2);
  }

  /** A list that goes on, or a full line of anything else. */
  private breaksOff(row: SpacedRow, k: number, piece: Printed): boolean {
    const own = row.cells[k]!.map(({ text }) => text).join('');
    if (!isUnitsColumn(this.head, k) || namesGoOn(own, piece.strand.text)) return this.isFull(row, k, piece);
    // 镇派出所、镇中心⏎学校: a unit of its own would begin with its level.
    return /[、，]/.test(own) && !beginsWithLevel(piece.strand.text) && this.isFull(row, k, piece);
  }

  /** Whether the last line of a cell reaches its column's end, or breaks off. */
  private isFull(row: SpacedRow, k: number, piece: Printed): boolean {
    const above = row.below[k];
    if (!above) return false;
    const own = row.cells[k]!.map(({ text }) => text).join('');
    if (isUnitsColumn(this.head, k) && namesGoOn(own, piece.strand.text)) return true;
    return (
      above.end - above.start >= this.widths[k]! * filled && above.end - above.start >= piece.end - piece.start - 2
    );
  }
}

/** What stands before the first white space of a line. */
const headOf = ({ strand }: Line): string => strand.text.slice(0, strand.gaps[0] ?? strand.length);

/** How many cells a line gives. */
const given = (cells: Dealt['cells']): number => cells.filter(Boolean).length;
