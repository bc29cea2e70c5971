import { beginsWithLevel, isCollective } from '../names/organ';
import { countBelow } from '../text/sorted';
import type { Span } from '../text/types';
import type { Piece } from './drafts';
import type { Reading } from './readings';
import type { PolicyDocument, Unread } from './types';

/** The books of a reading: what named a unit where work is divided, and where it went. */
export interface Account {
  /** Mentions of units that a division of work holds. */
  readonly found: number;
  /** Those that stand in a measure with a role. */
  readonly placed: number;
  /** Those that are listed as unread; `found` is the sum of both. */
  readonly open: number;
}

/** The books of a document, as a surface shows them: 分工 128 处，已归位 126，待核对 2. */
export function accountOf({ measures, unread }: Pick<PolicyDocument, 'measures' | 'unread'>): Account {
  const placed = measures.reduce((sum, m) => sum + m.assignments.filter((a) => a.form !== 'note').length, 0);
  return { found: placed + unread.length, placed, open: unread.length };
}

/** Spans that are accounted for, in order, for look-ups by place. */
export class Placed {
  private readonly starts: Float64Array;

  constructor(spans: readonly Span[]) {
    this.starts = Float64Array.from(spans, (span) => span.start).sort();
  }

  /** Does an accounted span begin in `[start, end)`? */
  holds({ start, end }: Span): boolean {
    const at = countBelow(this.starts, start);
    return at < this.starts.length && this.starts[at]! < end;
  }
}

/** Stretches that are told, for look-ups by what lies inside one of them. */
export class Told {
  private readonly starts: Float64Array;
  /** The furthest end of the stretches up to each. */
  private readonly ends: Float64Array;

  constructor(spans: readonly Span[]) {
    const sorted = [...spans].sort((a, b) => a.start - b.start);
    this.starts = Float64Array.from(sorted, ({ start }) => start);
    let furthest = 0;
    this.ends = Float64Array.from(sorted, ({ end }) => {
      furthest = Math.max(furthest, end);
      return furthest;
    });
  }

  /** Does `span` lie inside a stretch that is told? */
  covers({ start, end }: Span): boolean {
    const at = countBelow(this.starts, start + 1) - 1;
    return at >= 0 && this.ends[at]! >= end;
  }
}

/** Most that is listed, so that a hostile text cannot fill the memory. */
const most = 2000;
/** So many paragraphs are asked between two breaths. */
const breath = 256;

/**
 * What divides work and reached no measure: every unit in a piece of a paragraph that no assignment took over, and what
 * looked like units and gave none. Together with the assignments it balances the account: no unit that a form found is
 * lost in silence. Cost: linear. Yields now and then, so that a caller may stop to breathe.
 *
 * @param readings all paragraphs with their pieces
 * @param measures what is listed in the end
 * @param told also what a paragraph's candidates hold that the document did not confirm
 * @param body where the text behind the title begins: from there on it is told where there is no measure
 */
export function* unreadOf(
  readings: readonly Reading[],
  measures: PolicyDocument['measures'],
  told: boolean,
  body: number,
): Generator<void, Unread[], void> {
  const placed = new Placed(measures.flatMap((m) => m.assignments.map((a) => a.span)));
  const out: Unread[] = [];
  const first = measures[0]?.span.start ?? body;
  const last = measures.at(-1)?.span.end ?? 0;
  const inside = measureAt(measures);
  for (const [n, reading] of readings.entries()) {
    if (n % breath === breath - 1) yield;
    if (out.length >= most) break;
    const { strand } = reading.paragraph;
    const add = (start: number, end: number, reason: Unread['reason']): void => {
      const span = strand.span(start, end);
      out.push({ text: strand.text.slice(start, end), span, measure: inside(span), reason });
    };
    for (const piece of reading.pieces) leftOf(piece, reading, placed, add);
    if (!told || reading.kind === 'cell' || !strand.length || strand.offset(0) < first) continue;
    for (const piece of openCandidates(reading, placed)) add(piece.start, piece.end, 'unclear-role');
    // Behind the last measure such a line names who prints or keeps the paper.
    if (strand.offset(0) < last || isBelowNumber(readings, n))
      for (const piece of doubtful(reading, placed)) add(piece.start, piece.end, 'unclear-role');
  }
  return out;
}

/** Units of rows that are no measures in the end, where they are told: what a paragraph says of its own, `unreadOf` tells. */
export function unitsInTables(
  told: boolean,
  measures: PolicyDocument['measures'],
  kept: PolicyDocument['measures'],
): Omit<Unread, 'measure'>[] {
  if (!told || kept === measures) return [];
  const listed = new Set(kept);
  return measures
    .filter((m) => !listed.has(m))
    .flatMap(({ assignments }) => assignments.filter((a) => a.form === 'table'))
    .map(({ unit, span }) => ({ text: unit, span, reason: 'unclear-role' }));
}

/** What of a piece is in no measure: doubts, and units that no assignment took over, as one stretch. */
function leftOf(
  piece: Piece,
  { paragraph }: Reading,
  placed: Placed,
  add: (start: number, end: number, reason: Unread['reason']) => void,
): void {
  for (const { start, end, reason } of piece.unread) add(start, end, reason);
  const lost = piece.drafts.filter((d) => d.organ && !placed.holds(paragraph.strand.span(d.start, d.end)));
  // A piece that takes nothing away from its paragraph (whom a letter asks) has no stretch of its own.
  const whole = lost.length > 0 && lost.length === piece.drafts.length && piece.end > piece.start;
  if (whole) add(piece.start, piece.end, 'no-measure');
  else for (const { start, end } of lost) add(start, end, 'no-measure');
}

/** Lists and heads that a form found and the document did not confirm, where none of their units is placed. */
function openCandidates(reading: Reading, placed: Placed): readonly Piece[] {
  const { pieces, bare, inner, head } = reading;
  // A heading may end like an organ's name (建好乡村便民服务站): a head is a candidate where it begins like one as well.
  // 各部门要高度重视 exhorts everybody and divides nothing.
  const names = head?.drafts.map((d) => d.name) ?? [];
  const sure = names.every(beginsWithLevel) && !names.every(isCollective) ? head : null;
  const candidates = [bare, ...inner, sure].filter((p): p is Piece => p !== null && !pieces.includes(p));
  return unplaced(reading, candidates, placed);
}

/** So many labelled lines may stand between a number and one that belongs to it. */
const reach = 6;

/** A labelled line of the last item: nothing but such lines stand between it and a number. */
function isBelowNumber(readings: readonly Reading[], at: number): boolean {
  for (let k = at - 1; k >= Math.max(0, at - reach); k--) {
    if (readings[k]!.kind === 'node') return true;
    if (!/^.{2,10}[：:]/.test(readings[k]!.paragraph.strand.text)) return false;
  }
  return false;
}

/** Units behind labels that nobody knows, of which nothing else tells. */
const doubtful = (reading: Reading, placed: Placed): readonly Piece[] =>
  unplaced(reading, reading.unclear, placed).filter((piece) => !isDoubted(piece, reading));

/** A piece around it tells of it already. */
const isDoubted = ({ start }: Piece, { pieces }: Reading): boolean =>
  pieces.some((p) => p.unread.some((doubt) => doubt.start <= start && start < doubt.end));

const unplaced = ({ paragraph: { strand } }: Reading, pieces: readonly Piece[], placed: Placed): readonly Piece[] =>
  pieces.filter((p) => !p.drafts.some((d) => placed.holds(strand.span(d.start, d.end))));

/** Tells the measure a span lies in. Spans must come in the order of the text. */
function measureAt(measures: PolicyDocument['measures']): (span: Span) => string | null {
  let k = 0;
  return (span) => {
    while (k < measures.length && measures[k]!.span.end < span.end) k++;
    const measure = measures[k];
    return measure && measure.span.start <= span.start ? measure.id : null;
  };
}
