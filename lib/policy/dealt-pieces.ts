import { isOrganName } from '../names/organ';
import { Strand } from '../text/strand';
import type { Column } from './columns';
import { distanceTo, type Layout, type Printed, slack } from './printed-columns';
import { isUnits, kindOf } from './text-tables';

/** What a column of a table holds: what its heading asks for, or what its cells are throughout. */
export type Asked = Column['kind'] | 'units' | 'time' | 'count' | null;

/** Most pieces of a line that may be a row. */
export const mostPieces = 24;
/** Most pieces of one cell: 张　涛, 8月26日 - 27日. */
const mostParts = 3;
const never = -1000;

const numberLike =
  /^(?:[（(]?(?:\d{1,4}(?:[.．-]\d{1,4}){0,3}|[一二三四五六七八九十]{1,3}|[A-Za-z]{1,5}[-—]?\d{1,8}(?:-\d{1,4})?)[）)]?[.．、]?|第?[\d一二三四五六七八九十]{1,12}[号项条件]|[①-⑳])$/;
/** 46户, 3.2公里, 112座: so much of something. */
const countLike = /^[约共≥≤]?\d[\d.,]{0,11}(?:%|[\u4e00-\u9fff]{0,4})$/;
const longestName = 24;

/** The number of a row. */
export const isRowNumber = (text: string): boolean => numberLike.test(text);
export const isCount = (text: string): boolean => countLike.test(text);

/** How well a cell fits its column. */
export function fitOf(cell: Strand, asked: Asked): number {
  const { text } = cell;
  const kind = kindOf({ strand: cell });
  if (asked === 'number') return numberFit(text);
  if (asksUnits(asked)) return unitsFit(kind, text);
  if (asked === 'deadline' || asked === 'time') return timeFit(kind, text);
  if (asked === 'text' || asked === 'title') return saidFit(kind, text);
  if (asked === 'count') return countLike.test(text) ? 2 : kind === 'dash' ? 1 : -2;
  return asideFit(kind, text);
}

type Kind = ReturnType<typeof kindOf>;

/** A column of units, by its heading or by what stands in it. */
export const asksUnits = (asked: Asked): boolean => asked === 'role' || asked === 'unit' || asked === 'units';

function numberFit(text: string): number {
  if (isRowNumber(text)) return 4;
  return /\d/.test(text) && text.length <= 12 ? 1 : -6;
}

function unitsFit(kind: Kind, text: string): number {
  if (kind === 'units') return 3;
  if (kind === 'dash') return 1;
  return kind === 'text' && mayName(text) ? -0.5 : -4;
}

function timeFit(kind: Kind, text: string): number {
  if (kind === 'time') return 3;
  if (kind === 'dash') return 1;
  if (kind === 'units') return -4;
  return text.length <= 10 ? -0.5 : -3;
}

function saidFit(kind: Kind, text: string): number {
  if (kind === 'text') return text.length > 5 ? 2 : 1;
  return kind === 'number' || kind === 'dash' || countLike.test(text) ? -3 : -1;
}

/** Persons, places, remarks. */
function asideFit(kind: Kind, text: string): number {
  if (kind === 'units') return -0.5;
  return kind === 'time' ? -0.5 : text.length <= 12 ? 0.5 : 0;
}

/** A word that a unit could be called, whose ending nobody knows: 锦程物业. */
const mayName = (text: string): boolean => text.length <= longestName && !/[。；：:\d]/.test(text);

/** What it costs that a row has no cell in a column. */
function lack(asked: Asked): number {
  // Of what is to be done the first may span several rows.
  if (asked === 'text') return -2.5;
  if (asked === 'number' || asked === 'title') return -2;
  if (asksUnits(asked)) return -1.5;
  return asked === 'deadline' || asked === 'time' ? -1 : -0.4;
}

/** What it costs to put pieces together: nothing for a name set wide, or for a number and what it numbers. */
function joinCost(pieces: readonly Printed[], asked: Asked): number {
  if (pieces.length === 1) return 0;
  if (pieces.every(({ strand }) => strand.length === 1)) return 0;
  const said = asked === 'text' || asked === 'title';
  if (said && pieces.length === 2 && /^\d{1,3}[.．、]?$/.test(pieces[0]!.strand.text)) return 0;
  // A list may be parted by white space: 县财政局 县审计局.
  const listed = (asked === 'role' || asked === 'units') && pieces.every(({ strand }) => isUnits({ strand }));
  return (listed ? -1 : -2) * (pieces.length - 1);
}

export interface Dealt {
  /** The cell of each column; null where the line has none. */
  readonly cells: readonly (Strand | null)[];
  /** Columns that ask for units and have them. */
  readonly units: number;
  /** Cells that do not fit at all. */
  readonly misfits: number;
  readonly score: number;
}

/** A line's pieces dealt out to the columns, in their order, as they fit best; null where they fit nowhere. Cost: by the pieces and columns, both few. */
export function deal(pieces: readonly Printed[], columns: readonly Asked[], layout: Layout): Dealt | null {
  const [n, width] = [pieces.length, columns.length];
  if (n > mostPieces) return null;
  const own = n === width ? oneEach(pieces, columns, layout) : null;
  if (own) return own;
  const best = Array.from({ length: width + 1 }, () => new Array<number>(n + 1).fill(never));
  const taken = best.map((row) => row.map(() => 0));
  best[0]![0] = 0;
  for (let k = 1; k <= width; k++) dealColumn(pieces, k, columns[k - 1]!, layout, { best, taken });
  const score = best[width]![n]!;
  return score > never ? dealtBy(pieces, columns, taken, score) : null;
}

/** Fills in one column of what `deal` keeps: the best that the first pieces come to with it. */
function dealColumn(
  pieces: readonly Printed[],
  k: number,
  asked: Asked,
  layout: Layout,
  { best, taken }: { best: number[][]; taken: number[][] },
): void {
  for (let end = 0; end <= pieces.length; end++)
    for (let count = 0; count <= Math.min(mostParts, end); count++) {
      const before = best[k - 1]![end - count]!;
      if (before <= never) continue;
      const own = pieces.slice(end - count, end);
      const score = before + (count ? scoreOf(own, k - 1, asked, layout) : lack(asked));
      if (score <= best[k]![end]!) continue;
      best[k]![end] = score;
      taken[k]![end] = count;
    }
}

/** A piece for each column, as they stand: where they fit, or each is printed below its heading. */
function oneEach(pieces: readonly Printed[], columns: readonly Asked[], layout: Layout): Dealt | null {
  const score = columns.reduce((sum, asked, k) => sum + fitOf(pieces[k]!.strand, asked), 0);
  const dealt = dealtBy(
    pieces,
    columns,
    [[], ...columns.map(() => new Array<number>(columns.length + 1).fill(1))],
    score,
  );
  const below = layout.trusted && pieces.every((piece, k) => distanceTo(layout, k, piece) <= slack);
  return below || (dealt.misfits === 0 && dealt.units > 0) ? dealt : null;
}

function scoreOf(own: readonly Printed[], k: number, asked: Asked, layout: Layout): number {
  const cell = joined(own);
  const far = layout.trusted ? Math.min(12, distanceTo(layout, k, own[0]!)) : 0;
  return fitOf(cell, asked) + joinCost(own, asked) - far / 3;
}

const joined = (own: readonly Printed[]): Strand =>
  Strand.join(
    own.map(({ strand }) => strand),
    true,
  );

function dealtBy(
  pieces: readonly Printed[],
  columns: readonly Asked[],
  taken: readonly (readonly number[])[],
  score: number,
): Dealt {
  const cells: (Strand | null)[] = columns.map(() => null);
  let end = pieces.length;
  let units = 0;
  let misfits = 0;
  for (let k = columns.length; k > 0; k--) {
    const count = taken[k]![end]!;
    if (count) {
      const cell = joined(pieces.slice(end - count, end));
      cells[k - 1] = cell;
      const asked = columns[k - 1]!;
      if (asksUnits(asked) && namesUnits(cell)) units++;
      if (fitOf(cell, asked) <= -3) misfits++;
    }
    end -= count;
  }
  return { cells, units, misfits, score };
}

/** One of the names of a cell is an organ's; others may be called anything: 社区居委会、锦程物业. */
export const namesUnits = (cell: Strand): boolean =>
  isUnits({ strand: cell }) || (mayName(cell.text) && cell.text.split(/[、，；]/).some((name) => isOrganName(name)));
