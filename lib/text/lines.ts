import { Sign } from './chars';
import { barSigns, barsAtEnd, DrawnRows } from './drawn-rows';
import { lineTables } from './line-tables';
import { type Marker, markerOf, seriesMarkerOf, seriesWords, spacedMarkerOf } from './numbering';
import { areLinesQuoted, insideQuotes } from './quoted-lines';
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

const pageRule = /^(?:[-—–_=*·•]{3,}|[-—–－]+\d{1,4}[-—–－]+|第\d{1,4}页(?:共\d{1,4}页)?|\d{1,4}\/\d{1,4})$/;
/** Could it be one? */
const ruled = ({ text }: Strand): boolean => {
  const last = text.charCodeAt(text.length - 1);
  return last < 0x4e00 || last === 0x9875 || last === 0xff0d;
};
const comment = /^<!--.*-->$/;
const barOrTab = new RegExp(`[${barSigns}\\t]`);

/** What a cell of a drawn table is beside its words. */
const bare = { marker: null, broken: false, blank: false, heading: false, cellBreak: true } as const;

/** Longest line that is read; what is longer is cut into pieces (a file without line breaks). */
const longest = 200_000;

/** Lines of a text in order. Cost: linear. A generator, so that a caller may stop to breathe. */
export function* linesOf(text: LinearText): Generator<Line> {
  let pageBreak = false;
  let cellBreak = false;
  const drawn = text.origin === 'plain' && barOrTab.test(text.text);
  let end = 0;
  const rows = new DrawnRows(text.text);
  const series = seriesWords(text.text);
  const quoted = areLinesQuoted(text);
  const tableAt = lineTables(text, () => rows.next());
  let resume = 0;
  for (let at = 0; at < text.blocks.length; at++) {
    const block = text.blocks[at]!;
    let from = Math.max(block.start, resume);
    let first = true;
    while (from < block.end) {
      let to = text.text.indexOf('\n', from);
      if (to < 0 || to > block.end) to = block.end;
      to = Math.min(to, from + longest);
      const table = block.cell ? null : tableAt({ start: from, end: to, at });
      if (table) {
        for (const { strand, at: where, cell } of table.cells)
          yield { ...bare, strand, block: text.blocks[where]!, at: where, pageBreak, cell };
        resume = table.end;
        if (resume >= block.end) break;
        from = resume + 1;
        continue;
      }
      const row = drawn ? rows.take(from, to, at) : null;
      if (row) {
        for (const { strand, cell } of row) yield { ...bare, strand, block, at, pageBreak, cell };
        from = to + (text.text[to] === '\n' ? 1 : 0);
        continue;
      }
      const bars = drawn ? barsAtEnd(text.text, from, to) : 0;
      const [inner, innerEnd] = quoted ? insideQuotes(text.text, from, to - bars) : [from, to - bars];
      const whole = Strand.of(text.text, inner, innerEnd);
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
            marker: markerOf(strand.text) ?? spaced(strand) ?? seriesMarkerOf(strand.text, series),
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
