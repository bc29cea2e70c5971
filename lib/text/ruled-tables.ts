import { Strand } from './strand';
import type { CellPosition, LinearText } from './types';

/** A line of a drawn table as it is printed. */
export interface PrintedLine {
  readonly start: number;
  readonly end: number;
  /** Index of its block. */
  readonly at: number;
}

/** One paragraph of a cell: a wrapped one is whole again. */
export interface DrawnCell {
  readonly strand: Strand;
  readonly at: number;
  readonly cell: CellPosition;
}

const upright = '│┃║|｜';
const corner = '┌┍┎┏┐┑┒┓└┕┖┗┘┙┚┛├┝┞┟┠┡┢┣┤┥┦┧┨┩┪┫┬┭┮┯┰┱┲┳┴┵┶┷┸┹┺┻┼┽┾┿╀╁╂╃╄╅╆╇╈╉╊╋╔╗╚╝╠╣╦╩╬╞╡╪+';
const level = '─━═┄┅┈┉-=－';
const bounds = new Set([...upright, ...corner].map((sign) => sign.charCodeAt(0)));
const levels = new Set([...level].map((sign) => sign.charCodeAt(0)));
/** Only a table that is drawn has corners and strokes in one line: ├──┼──┤, +---+---+. */
const ruleLine = /^\s*[┌├┏┣╔╠╟┍┝┠└┗╚+][─━═┄┅┈┉\-=－┬┼┴┳╋┻╦╬╩┯┷┿┰┸╂+\s]*[┐┤┓┫╗╣╢┑┥┨┘┛╝+]\s*$/;

const longestTable = 4_000;
/** A table rules its top or its head, within so many lines. */
const ruledBy = 4;
const longestLine = 2_000;
/** More uprights are an ornament. */
const mostColumns = 40;

/**
 * The lines of a drawn table (┌──┬──┐, │甲│乙│, ├──┼──┤) that begins with the line at `first`; none where no table is drawn there.
 * Cost: linear in the lines it holds.
 */
export function drawnLines(text: LinearText, first: PrintedLine): PrintedLine[] {
  const lines: PrintedLine[] = [];
  let rules = 0;
  for (const line of linesFrom(text, first)) {
    const printed = text.text.slice(line.start, line.end);
    if (!bounds.has(printed.trimStart().charCodeAt(0)) || lines.length >= longestTable) break;
    // What stands behind the last upright belongs to no cell: such a line is none of a table.
    if (!bounds.has(printed.trimEnd().charCodeAt(printed.trimEnd().length - 1))) break;
    if (ruleLine.test(printed)) rules++;
    lines.push(line);
    // Bars without a stroke under the first lines are no drawing: they are looked at once.
    if (lines.length === ruledBy && rules === 0) return [];
    if (printed.length > longestLine) return [];
  }
  const drawn = rules >= 2 || (rules === 1 && lines.length > 2);
  return drawn && frameOf(text.text, lines).columns <= mostColumns ? lines : [];
}

function* linesFrom(text: LinearText, first: PrintedLine): Generator<PrintedLine> {
  for (let at = first.at; at < text.blocks.length; at++) {
    const block = text.blocks[at]!;
    let start = at === first.at ? first.start : block.start;
    while (start < block.end) {
      const to = text.text.indexOf('\n', start);
      const end = to < 0 || to > block.end ? block.end : to;
      if (end > start) yield { start, end, at };
      start = end + 1;
    }
  }
}

/** A stretch between two uprights of one line. */
interface Piece {
  readonly start: number;
  readonly end: number;
  /** A stroke: the cell above ends here. */
  readonly rule: boolean;
  /** The columns it lies in. */
  readonly column: number;
  readonly columns: number;
}

/** Signs of Chinese print are two wide; strokes are so in most founts, and one wide in a programmer's. */
function widthOf(text: string, start: number, end: number, stroke: number): number {
  let width = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    width += code >= 0x2500 && code < 0x2580 ? stroke : code >= 0x1100 ? 2 : 1;
  }
  return width;
}

/** Where a line's uprights stand, as indices into the text. */
function uprights(text: string, { start, end }: PrintedLine): number[] {
  const found: number[] = [];
  for (let i = start; i < end; i++) if (bounds.has(text.charCodeAt(i))) found.push(i);
  return found;
}

const isRule = (text: string, start: number, end: number): boolean => {
  for (let i = start; i < end; i++) if (!levels.has(text.charCodeAt(i)) && text.charCodeAt(i) !== 32) return false;
  return end > start && text.slice(start, end).trim() !== '';
};

/** The frame of a table: its columns, from the line with most uprights. */
interface Frame {
  readonly columns: number;
  /** Where columns end, for strokes two wide and one wide. */
  readonly ends: readonly (readonly number[])[];
  /** Room of each column, in signs two wide. */
  readonly room: readonly number[];
}

const strokes = [2, 1] as const;

function frameOf(text: string, lines: readonly PrintedLine[]): Frame {
  let widest: { line: PrintedLine; at: number[] } | null = null;
  for (const line of lines) {
    const at = uprights(text, line);
    if (!ruleLine.test(text.slice(line.start, line.end))) continue;
    if (!widest || at.length > widest.at.length) widest = { line, at };
  }
  const { line, at } = widest!;
  const ends = strokes.map((stroke) => at.map((i) => widthOf(text, line.start, i, stroke)));
  const room = at.slice(1).map((i, k) => (i - at[k]! - 1) * 2);
  return { columns: at.length - 1, ends, room };
}

/** A line cut at its uprights: one piece a column, or fewer where cells span several. */
function piecesOf(text: string, line: PrintedLine, frame: Frame): Piece[] {
  const at = uprights(text, line);
  const edges = at.length === frame.columns + 1 ? at.map((_, k) => k) : edgesOf(text, line, at, frame);
  return at.slice(1).map((end, k) => ({
    start: at[k]! + 1,
    end,
    rule: isRule(text, at[k]! + 1, end),
    column: edges[k]!,
    columns: Math.max(1, edges[k + 1]! - edges[k]!),
  }));
}

/** Which edges of the frame a line's uprights are: by their place, else one after the other. */
function edgesOf(text: string, line: PrintedLine, at: readonly number[], { ends, columns }: Frame): number[] {
  for (const [k, stroke] of strokes.entries()) {
    const found = at.map((i) => {
      const width = widthOf(text, line.start, i, stroke);
      return ends[k]!.findIndex((end) => Math.abs(end - width) <= 1);
    });
    if (found.every((edge, i) => edge >= 0 && (i === 0 || edge > found[i - 1]!))) return found;
  }
  return at.map((_, k) => (k === at.length - 1 ? columns : Math.min(k, columns - 1)));
}

/** A cell while its lines are gathered. */
interface Open {
  readonly row: number;
  readonly columns: number;
  readonly lines: { start: number; end: number; at: number }[];
}

/**
 * The cells of a drawn table, row by row. A stroke under a column ends its cell, so that cells may span rows; a table that rules
 * only its head begins a row with each line whose first cell is filled. Cost: linear.
 */
export function drawnCells(text: string, lines: readonly PrintedLine[], table: number): DrawnCell[] {
  const frame = frameOf(text, lines);
  return new Drawing(text, frame, table, onlyHeadRuled(text, lines)).read(lines);
}

/** No stroke parts the rows of the body. */
function onlyHeadRuled(text: string, lines: readonly PrintedLine[]): boolean {
  const rules: number[] = [];
  for (const [k, { start, end }] of lines.entries()) {
    const printed = text.slice(start, end);
    if (ruleLine.test(printed)) rules.push(k);
    else if (/[─━═┄┅┈┉]{2}/.test(printed)) return false;
  }
  const [, , last] = rules;
  return rules.length <= 3 && lines.length - rules.length >= 3 && (last === undefined || last === lines.length - 1);
}

class Drawing {
  private readonly out: { cell: Open; column: number; rowSpan: number }[] = [];
  private readonly open: (Open | null)[] = [];
  private row = 0;

  constructor(
    private readonly text: string,
    private readonly frame: Frame,
    private readonly table: number,
    private readonly lineIsRow: boolean,
  ) {}

  read(lines: readonly PrintedLine[]): DrawnCell[] {
    let begun = false;
    for (const line of lines) {
      const pieces = piecesOf(this.text, line, this.frame);
      const ruled = pieces.filter((p) => p.rule);
      if (begun && (ruled.length || this.startsRow(pieces)) && this.open.some((cell) => cell)) {
        for (const piece of ruled.length ? ruled : pieces) this.close(piece);
        this.row++;
      }
      for (const piece of pieces) {
        if (piece.rule) continue;
        begun = true;
        this.add(piece, line.at);
      }
    }
    for (let column = 0; column < this.frame.columns; column++) this.end(column, this.row + 1);
    return this.cells();
  }

  /** In a table whose rows no strokes part, the first cell is filled where a row begins. */
  private startsRow([first]: readonly Piece[]): boolean {
    return this.lineIsRow && first !== undefined && this.text.slice(first.start, first.end).trim() !== '';
  }

  private add({ start, end, column, columns }: Piece, at: number): void {
    const cell = this.open[column];
    const line = { start, end, at };
    if (cell) cell.lines.push(line);
    else this.open[column] = { row: this.row, columns, lines: [line] };
  }

  private close({ column, columns }: Piece): void {
    for (let k = column; k < column + columns; k++) this.end(k, this.row + 1);
  }

  private end(column: number, row: number): void {
    const cell = this.open[column];
    if (cell) this.out.push({ cell, column, rowSpan: Math.max(1, row - cell.row) });
    this.open[column] = null;
  }

  private cells(): DrawnCell[] {
    const sorted = [...this.out].sort((a, b) => a.cell.row - b.cell.row || a.column - b.column);
    return sorted.flatMap(({ cell, column, rowSpan }) => {
      const place = { table: this.table, row: cell.row, column, rowSpan, columnSpan: cell.columns, header: false };
      return this.paragraphs(cell, column).map(({ strand, at }) => ({ strand, at, cell: place }));
    });
  }

  /** The lines of a cell: one that fills the room goes on in the next. */
  private paragraphs({ lines, columns }: Open, column: number): { strand: Strand; at: number }[] {
    let room = 0;
    for (let k = column; k < column + columns; k++) room += this.frame.room[k] ?? 0;
    const out: { parts: Strand[]; at: number }[] = [];
    let full = false;
    for (const { start, end, at } of lines) {
      const strand = Strand.of(this.text, start, end);
      if (!strand.text) continue;
      if (full) out.at(-1)!.parts.push(strand);
      else out.push({ parts: [strand], at });
      full = widthOf(this.text, start, start + this.text.slice(start, end).trimEnd().length, 2) >= room - 3;
    }
    return out.map(({ parts, at }) => ({ strand: Strand.join(parts), at }));
  }
}
