import { beginsWithLevel } from '../names/organ';
import type { Line } from '../text/lines';
import { Strand } from '../text/strand';
import { namesGoOn, partsUnits } from './broken-lines';
import { asksUnits, type Dealt, deal, fitOf, isRowNumber, mostPieces, namesUnits } from './dealt-pieces';
import { withCells } from './line-cells';
import { plainGrid } from './plain-grids';
import { type Printed, printedPieces } from './printed-columns';
import { type SpacedHead, spacedHead } from './spaced-head';
import { firstTables } from './table-numbers';

/** Most lines of one row. */
const tallest = 8;
/** So many rows say that it is a table: of one whose headings are known, and of any. */
const [fewestRows, fewestOfAny] = [2, 3];
const longestGroup = 40;
/** A cell that goes on in the next line fills this share of its column. */
const filled = 0.75;
/** So far from a cell may stand what goes on with it; so much nearer is what a list that breaks off waits for. */
const furthest = 9;
const pull = 6;

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

/** A row: the parts of each cell, line by line; a group has one cell. */
interface Row {
  readonly line: Line;
  readonly cells: Strand[][];
  readonly group: boolean;
  /** Nothing is where it does not belong. */
  readonly fits: boolean;
  height: number;
  /** What its last line has in each column. */
  below: readonly (Printed | null)[];
}

/** The rows below a head while they are read. */
class SpacedBody {
  readonly rows: Row[] = [];
  /** Behind its last line. */
  end: number;
  private readonly number: number;
  /** How wide each column was seen. */
  private readonly widths: number[];

  constructor(
    private readonly lines: readonly Line[],
    private readonly at: number,
    private readonly text: string,
    private readonly head: SpacedHead,
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
  private saysWho({ cells }: Row): boolean {
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
    return dealt !== null && this.begins(line, dealt) && this.begin(line, pieces, dealt);
  }

  /** Does a row begin here? Its number says so, or all it has to say is there. */
  private begins({ blank }: Line, dealt: Dealt): boolean {
    const { cells, units, misfits, score } = dealt;
    const given = cells.filter(Boolean).length;
    const numbered = this.number >= 0 && cells[this.number] !== null && isRowNumber(cells[this.number]!.text);
    if (given < 2 || score < 0) return false;
    if (units > 0 && misfits === 0) return !blank || given * 2 > cells.length;
    // What a unit is called nobody knows beforehand: a row like those before it is one.
    return !blank && given === cells.length && (numbered ? misfits < 2 : this.rows.length > 0 && misfits === 0);
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
    return this.columnFor(piece!.strand, last, 0) >= 0;
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
    const columns = this.columnsBelow(pieces, row);
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
  private breaksOff(row: Row, k: number, piece: Printed): boolean {
    const own = row.cells[k]!.map(({ text }) => text).join('');
    if (!isUnitsColumn(this.head, k) || namesGoOn(own, piece.strand.text)) return this.isFull(row, k, piece);
    // 镇派出所、镇中心⏎学校: a unit of its own would begin with its level.
    return /[、，]/.test(own) && !beginsWithLevel(piece.strand.text) && this.isFull(row, k, piece);
  }

  /** Whether the last line of a cell reaches its column's end, or breaks off. */
  private isFull(row: Row, k: number, piece: Printed): boolean {
    const above = row.below[k];
    if (!above) return false;
    const own = row.cells[k]!.map(({ text }) => text).join('');
    if (isUnitsColumn(this.head, k) && namesGoOn(own, piece.strand.text)) return true;
    return (
      above.end - above.start >= this.widths[k]! * filled && above.end - above.start >= piece.end - piece.start - 2
    );
  }

  /** The columns that pieces go on with, each of which the row has filled: where they are printed, or else by what they hold; null where one goes on with nothing. */
  private columnsBelow(pieces: readonly Printed[], row: Row): number[] | null {
    const columns: number[] = [];
    for (const piece of pieces) {
      const from = (columns.at(-1) ?? -1) + 1;
      const { trusted } = this.head.layout;
      const k = trusted ? this.columnBelow(piece, row, from) : this.columnFor(piece.strand, row, from);
      if (k < 0) return null;
      columns.push(k);
    }
    return columns;
  }

  /** The nearest column that goes on with a piece; a list that breaks off is nearer than it is printed. */
  private columnBelow(piece: Printed, row: Row, from: number): number {
    const { starts } = this.head.layout;
    let best = -1;
    let least = furthest;
    for (let k = from; k < starts.length; k++) {
      if (!row.cells[k]!.length || k === this.number) continue;
      const own = row.cells[k]!.map(({ text }) => text).join('');
      const broken = isUnitsColumn(this.head, k) && namesGoOn(own, piece.strand.text);
      const far = Math.abs(piece.start - (row.below[k]?.start ?? starts[k]!)) - (broken ? pull : 0);
      if (far >= least) continue;
      least = far;
      best = k;
    }
    return best;
  }

  /** The column that a piece goes on with; -1 where there is none. A name that breaks off is looked for first: what is to be done may go on with anything. */
  private columnFor({ text }: Strand, row: Row, from: number): number {
    const own = (k: number): string => row.cells[k]!.map((part) => part.text).join('');
    const ahead = this.head.asked
      .map((_, k) => k)
      .slice(from)
      .filter((k) => row.cells[k]!.length > 0);
    const broken = ahead.find((k) => isUnitsColumn(this.head, k) && namesGoOn(own(k), text));
    if (broken !== undefined) return broken;
    if (this.number < 0) return -1;
    const said = (k: number) => this.head.asked[k] === 'text' || this.head.asked[k] === 'title';
    return ahead.find((k) => said(k) && !/[。；]$/.test(own(k))) ?? -1;
  }
}

/** 注：…, 备注：…: what stands below a table. */
const standsApart = /^(?:注|备注|说明|附注|备|附件\d*|联系人?|抄送|填表人?|制表|审核)[：:]/;

const isUnitsColumn = ({ asked }: SpacedHead, k: number): boolean => asksUnits(asked[k] ?? null);

const isTimeColumn = ({ asked }: SpacedHead, k: number): boolean => asked[k] === 'deadline' || asked[k] === 'time';

function cellsOf(line: Line, head: SpacedHead, rows: readonly Row[], table: number): Line[] {
  const width = head.asked.length;
  const first = head.pieces.map(({ strand }) => [strand]);
  return [{ line, cells: first, group: false }, ...rows].flatMap(({ line: from, cells, group }, row) =>
    cells.flatMap((parts, column): Line[] => {
      const strand = parts.length > 1 ? Strand.join(parts, partsUnits) : parts[0];
      if (!strand?.length) return [];
      const cell = { table, row, column, rowSpan: 1, columnSpan: group ? width : 1, header: row === 0 };
      return [{ ...from, strand, cell, marker: null }];
    }),
  );
}
