import { beginsWithLevel, isOrganName } from '../names/organ';
import type { Line } from '../text/lines';
import { type Column, columnOf } from './columns';
import { type Asked, isCount } from './dealt-pieces';
import { suggestedRole } from './morphemes';
import { type Layout, layoutOf, type Printed, printedPieces } from './printed-columns';
import { kindOf } from './text-tables';

/** Two headings are seldom more than two words; more than so many are no head. */
const [fewest, widest] = [2, 14];
const longestHeading = 14;
/** So many lines below a head are looked at for what its columns hold. */
const looked = 40;
/** So many rows say what a column without a name holds, so many that what is set so is a table. */
const fewestAlike = 2;
/** Names in a line that are set wide. */
const mostNames = 3;

/** A head whose cells only white space parts, and what stands below it. */
export interface SpacedHead {
  readonly pieces: readonly Printed[];
  readonly columns: readonly (Column | null)[];
  /** What the cells of each column are, by heading or by what stands in it. */
  readonly asked: readonly Asked[];
  readonly layout: Layout;
  /** How wide the cells of each column are, as far as they are surely its own. */
  readonly widths: readonly number[];
  /** Most of its headings are known: fewer rows are enough. */
  readonly known: boolean;
}

/** The head that a line is, by its words and the rows below; null where it is none. Cost: a look at forty lines. */
export function spacedHead(lines: readonly Line[], at: number, text: string): SpacedHead | null {
  const { strand, cell, heading } = lines[at]!;
  if (cell || heading || strand.gaps.length >= 2 * widest || /[。；，：:]/.test(strand.text)) return null;
  if (strand.length > widest * longestHeading) return null;
  const pieces = printedPieces(strand, text);
  const width = pieces.length;
  if (width < fewest || width > widest) return null;
  const columns = pieces.map(({ strand: { text: label, length } }) =>
    length <= longestHeading ? columnOf(label) : null,
  );
  const said = columns.some((c) => c?.kind === 'text' || c?.kind === 'title');
  const roles = columns.filter((c, k) => asksForUnits(c, pieces[k]!.strand.text)).length;
  const known = columns.filter(Boolean).length;
  if (!roles || known < 2) return null;
  if (!said && !columns.some((c) => c?.kind === 'number')) return null;
  if (pieces.some((piece, k) => !columns[k] && namesUnit(piece.strand.text))) return null;
  const full = fullLines(lines, at, width, text);
  const layout = layoutOf(pieces, full);
  const asked = columns.map((column, k) =>
    askedOf(
      column,
      pieces[k]!,
      full.map((line) => line[k]!),
    ),
  );
  const widths = pieces.map((_, k) => Math.max(0, ...full.map((line) => line[k]!.end - line[k]!.start)));
  return { pieces, columns, asked, layout, widths, known: width > 2 && known * 3 >= width * 2 };
}

function asksForUnits(column: Column | null, label: string): boolean {
  if (column) return column.kind === 'role' || column.kind === 'unit';
  const { role, clear } = suggestedRole(label);
  return clear && role !== 'none';
}

const namesUnit = (label: string): boolean => isOrganName(label) && beginsWithLevel(label);

/** The lines close below that have a piece for each column. */
function fullLines(lines: readonly Line[], at: number, width: number, text: string): (readonly Printed[])[] {
  const full: (readonly Printed[])[] = [];
  for (let i = at + 1; i < Math.min(lines.length, at + looked); i++) {
    const { strand, cell } = lines[i]!;
    if (cell) break;
    if (
      strand.gaps.length < width - 1 ||
      strand.gaps.length > width + mostNames ||
      strand.text === lines[at]!.strand.text
    )
      continue;
    const pieces = printedPieces(strand, text);
    if (pieces.length === width) full.push(pieces);
  }
  return full;
}

/** What a column holds: by its heading, else by the cells that are surely its own. */
function askedOf(column: Column | null, head: Printed, cells: readonly Printed[]): Asked {
  const kind = column?.kind ?? null;
  if (kind && kind !== 'other' && kind !== 'beside' && kind !== 'unit') return kind;
  if (cells.length < fewestAlike) return kind;
  const share = (fits: (cell: Printed) => boolean): boolean => cells.filter(fits).length * 5 >= cells.length * 4;
  if (share(({ strand }) => kindOf({ strand }) === 'units')) return 'units';
  if (kind === 'unit') return kind;
  if (share(({ strand }) => kindOf({ strand }) === 'time')) return 'time';
  if (share(({ strand }) => isCount(strand.text))) return head.strand.length > 1 ? 'count' : kind;
  return kind;
}
