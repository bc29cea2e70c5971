import { codes, Sign, stepAt } from './chars';
import { type Marker, markerOf, spacedMarkerOf } from './numbering';
import { drawnCells, drawnLines, type PrintedLine } from './ruled-tables';
import { Strand } from './strand';
import type { Block, CellPosition, LinearText } from './types';

/** One printed line or one block, cleaned of markup; what paragraphs are joined from. */
export interface Line {
  readonly strand: Strand;
  /** The number it begins with. */
  readonly marker: Marker | null;
  readonly block: Block;
  /** Index of `block`. */
  readonly at: number;
  /** A line end stands before it inside the same block (`<br>`). */
  readonly broken: boolean;
  /** A page rule or page number was printed between this line and the one before. */
  readonly pageBreak: boolean;
  /** Blank lines stand between this line and the one before (plain text). */
  readonly blank: boolean;
  /** Set as a heading, by the page or by a Markdown mark. */
  readonly heading: boolean;
  readonly cell: CellPosition | null;
  /** A bar stands before it that parted cells of a table: it goes on with nothing. */
  readonly cellBreak: boolean;
}

const pageRule = /^(?:[-—–_=*·•]{3,}|[-—–]+\d{1,4}[-—–]+|第\d{1,4}页(?:共\d{1,4}页)?|\d{1,4}\/\d{1,4})$/;
/** Could it be one? */
const ruled = ({ text }: Strand): boolean => {
  const last = text.charCodeAt(text.length - 1);
  return last < 0x4e00 || last === 0x9875;
};
const comment = /^<!--.*-->$/;

/** What a cell of a drawn table is beside its words. */
const bare = { marker: null, broken: false, blank: false, heading: false, cellBreak: true } as const;
const none: readonly PrintedLine[] = [];

/** Longest line that is read; what is longer is cut into pieces (a file without line breaks). */
const longest = 200_000;

/** Lines of a text in order. Cost: linear. A generator, so that a caller may stop to breathe. */
export function* linesOf(text: LinearText): Generator<Line> {
  let pageBreak = false;
  let cellBreak = false;
  const drawn = text.origin === 'plain' && /[|｜│\t]/.test(text.text);
  let end = 0;
  // Tables drawn with | in a plain text; numbered apart from the page's own.
  let pipes = { at: -2, table: 1_000_000, row: -1 };
  const ruledTables = /[┌┏╔├┣╠]|\+--/.test(text.text);
  let resume = 0;
  for (let at = 0; at < text.blocks.length; at++) {
    const block = text.blocks[at]!;
    let from = Math.max(block.start, resume);
    let first = true;
    while (from < block.end) {
      let to = text.text.indexOf('\n', from);
      if (to < 0 || to > block.end) to = block.end;
      to = Math.min(to, from + longest);
      const table = ruledTables && !block.cell ? drawnLines(text, { start: from, end: to, at }) : none;
      if (table.length) {
        pipes = { at: -2, table: pipes.table + 1, row: -1 };
        for (const { strand, at: where, cell } of drawnCells(text.text, table, pipes.table))
          yield { ...bare, strand, block: text.blocks[where]!, at: where, pageBreak, cell };
        resume = table.at(-1)!.end;
        if (resume >= block.end) break;
        from = resume + 1;
        continue;
      }
      if (drawn && parted(text.text, from, to, pipes.at === at - 1)) {
        const row = cellsOf(text.text, from, to);
        if (row.length > 1) {
          if (at !== pipes.at + 1) pipes = { ...pipes, table: pipes.table + 1, row: -1 };
          const rule = row.every(({ strand }) => /^:?-{2,}:?$/.test(strand.text));
          pipes = { at, table: pipes.table, row: pipes.row + (rule ? 0 : 1) };
          if (!rule)
            for (const { strand, column } of row) {
              const cell = { table: pipes.table, row: pipes.row, column, rowSpan: 1, columnSpan: 1, header: false };
              if (strand.text) yield { ...bare, strand, block, at, pageBreak, cell };
            }
          from = to + (text.text[to] === '\n' ? 1 : 0);
          continue;
        }
      }
      const bars = drawn ? barsAtEnd(text.text, from, to) : 0;
      const whole = Strand.of(text.text, from, to - bars);
      const strand = clean(whole);
      if (!strand.text && bars) cellBreak = true;
      if (strand.text) {
        if (!block.cell && ruled(strand) && pageRule.test(strand.text)) pageBreak = true;
        else if (strand.text[0] !== '<' || !comment.test(strand.text)) {
          const blank = text.origin === 'plain' && lineEnds(text.text, end, from) > 1;
          const hash = (whole.signs & Sign.markdown) !== 0;
          const heading =
            block.kind === 'heading' || (hash && /^\s{0,3}#{1,6}\s/.test(text.text.slice(from, from + 12)));
          yield {
            strand,
            marker: markerOf(strand.text) ?? spaced(strand),
            block,
            at,
            broken: !first,
            pageBreak,
            blank,
            heading,
            cell: block.cell ?? null,
            cellBreak,
          };
          pageBreak = false;
          cellBreak = bars > 0;
          first = false;
          end = to;
        }
      }
      from = to + (text.text[to] === '\n' ? 1 : 0);
    }
  }
}

const spaced = (strand: Strand): Marker | null =>
  strand.gaps.length ? spacedMarkerOf(strand.text, (index) => strand.hasGap(index)) : null;

/** Number of line ends in `[from, to)`, counted up to two. */
function lineEnds(text: string, from: number, to: number): number {
  const first = text.indexOf('\n', from);
  if (first < 0 || first >= to) return 0;
  const second = text.indexOf('\n', first + 1);
  return second < 0 || second >= to ? 1 : 2;
}

/** Takes Markdown marks away: leading #, emphasis. */
function clean(strand: Strand): Strand {
  if ((strand.signs & Sign.markdown) === 0) return strand;
  if (!strand.text.includes('#') && !strand.text.includes('**')) return strand;
  let from = 0;
  while (strand.text[from] === '#') from++;
  const parts: Strand[] = [];
  while (from < strand.length) {
    const to = strand.text.indexOf('**', from);
    parts.push(strand.slice(from, to < 0 ? strand.length : to));
    if (to < 0) break;
    from = to + 2;
  }
  return Strand.join(parts);
}

/** Signs that part the cells of a row. */
const bar = codes('|｜│');
const tab = 9;

/**
 * Is a line a row of cells: drawn with bars (|甲|乙|, 甲|乙|丙|丁), or parted by tabs as the clipboard leaves it? Two bars inside
 * a line may part anything (责任单位｜甲；配合单位｜乙): they make a row only beside another line with as many.
 */
function parted(text: string, from: number, to: number, behindRow: boolean): boolean {
  const bars = barsIn(text, from, to);
  if (bars < 2) return tabsIn(text, from, to) >= 2;
  if (bars > 2 || bar.has(text.charCodeAt(from)) || bar.has(text.charCodeAt(to - 1)) || behindRow) return true;
  let next = to;
  while (next < text.length && (text[next] === '\n' || text[next] === '\r')) next++;
  const end = text.indexOf('\n', next);
  return barsIn(text, next, end < 0 ? text.length : end) === bars;
}

/** Bars of a line that may part cells: those in brackets, （责任单位｜甲；配合单位｜乙）, part something else. */
function barsOf(text: string, from: number, to: number): number[] {
  const all: number[] = [];
  const outside: number[] = [];
  let depth = 0;
  for (let i = from; i < to; i++) {
    depth = Math.max(0, depth + stepAt(text, i));
    if (!bar.has(text.charCodeAt(i))) continue;
    all.push(i);
    if (depth === 0) outside.push(i);
  }
  // A bracket that is left open says nothing.
  return depth > 0 ? all : outside;
}

const barsIn = (text: string, from: number, to: number): number => barsOf(text, from, to).length;

function tabsIn(text: string, from: number, to: number): number {
  let tabs = 0;
  for (let i = from + 1; i < to - 1; i++) if (text.charCodeAt(i) === tab) tabs++;
  return tabs;
}

/** Length of the bar, with white space around it, that ends a line of one cell: 序号 |. */
function barsAtEnd(text: string, from: number, to: number): number {
  let at = to;
  while (at > from && (bar.has(text.charCodeAt(at - 1)) || text.charCodeAt(at - 1) === 32)) at--;
  const ends = at < to && bar.has(text.charCodeAt(text.slice(at, to).search(/[|｜│]/) + at));
  return ends ? to - at : 0;
}

/** The cells of a row parted by bars or tabs. */
function cellsOf(text: string, from: number, to: number): { strand: Strand; column: number }[] {
  const bars = new Set(barsOf(text, from, to));
  const parts = (i: number): boolean => (bars.size ? bars.has(i) : text.charCodeAt(i) === tab);
  const cells: { strand: Strand; column: number }[] = [];
  let start = parts(from) ? from + 1 : from;
  for (let i = start; i <= to; i++) {
    if (i < to && !parts(i)) continue;
    if (i < to || text.slice(start, i).trim()) cells.push({ strand: Strand.of(text, start, i), column: cells.length });
    start = i + 1;
  }
  return cells;
}
