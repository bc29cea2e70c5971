import { isOrganName, organPrefix } from '../names/organ';
import { isOrnament } from '../names/separators';
import { closesAt, codes, opensAt } from '../text/chars';
import type { Span } from '../text/types';
import { Placed, Told } from './account';
import { isAnybody, isNamed, isOffice } from './doers';
import { isMembers, labelByForm, labelMeaning } from './labels';
import type { Reading } from './readings';
import type { Measure, Unread } from './types';

/** Most that is listed, as in the account. */
const most = 2000;
/** So many paragraphs are looked at between two breaths. */
const breath = 256;
/** Longest stretch between two signs that is looked at: no name with a word before and behind it is longer. */
const longest = 30;
/** Longest word before a name, longest behind it: 交县水利局去办. */
const [before, behind] = [5, 4];
/** Longest sentence that is told whole; of a longer one the part between two signs is. */
const longestTold = 60;

/**
 * The last net: stretches between two signs that are a unit's name and hardly anything else, inside measures, where no form took the
 * name and nothing tells of it: |县水利局|, 县水利局／牵头, 交县水利局去办. A sentence that does something else with a unit has more words.
 * With a word beside it a name is told only where its measure has no unit at all. Cost: linear.
 *
 * @param told what is listed as unread already
 * @param divided the paper divides work: else names with a word beside them are no duty
 */
export function* namedAlone(
  readings: readonly Reading[],
  measures: readonly Measure[],
  told: readonly Unread[],
  divided: boolean,
): Generator<void, Unread[], void> {
  const out: Unread[] = [];
  const taken = [...told, ...measures.flatMap((m) => m.assignments)].map(({ span }) => span);
  const within = new Told(taken);
  const holding = new Placed(taken);
  const isKnown = (span: Span): boolean => within.covers(span) || holding.holds(span);
  let k = 0;
  for (const [n, reading] of readings.entries()) {
    if (n % breath === breath - 1) yield;
    const { strand, furniture } = reading.paragraph;
    if (reading.kind === 'cell' || furniture || !strand.length || out.length >= most) continue;
    const { start } = strand.span();
    while (k < measures.length && measures[k]!.span.end <= start) k++;
    const measure = measures[k];
    if (measure && measure.span.start <= start)
      out.push(...untoldIn(reading, measure, isKnown, divided && !measure.assignments.length));
  }
  return out;
}

/** The names alone of one paragraph of a measure, those of one sentence together. */
function untoldIn(
  { paragraph: { strand, marker } }: Reading,
  { id }: Measure,
  isKnown: (span: Span) => boolean,
  affixed: boolean,
): Unread[] {
  const { text } = strand;
  const out: { from: number; to: number }[] = [];
  for (const run of runsIn(text, marker?.length ?? 0)) {
    const untold = run.filter((name) => (affixed || !name.beside) && !isKnown(strand.span(name.start, name.end)));
    if (!untold.length || untold[0]!.start < (out.at(-1)?.to ?? 0)) continue;
    const [from, to] = sentenceAround(text, untold[0]!.start, untold.at(-1)!.end);
    out.push({ from, to });
  }
  return out.map(({ from, to }) => ({
    text: text.slice(from, to),
    span: strand.span(from, to),
    measure: id,
    reason: 'unclear-role',
  }));
}

/** A name that is nearly all that stands between two signs. */
interface Alone {
  readonly start: number;
  readonly end: number;
  /** Where a word stands beside it, if any. */
  readonly beside: 'before' | 'behind' | null;
}

/** Lists of names alone that stand at an end of something: in the middle of a sentence names are what it is about. */
function* runsIn(text: string, first: number): Generator<readonly Alone[]> {
  let group: (Alone | null)[] = [];
  let listed = false;
  let from = first;
  for (let i = first; i <= text.length; i++) {
    const atEnd = i === text.length;
    if (!atEnd && !isSign(text, i)) continue;
    if (i > from) group.push(i - from > longest ? null : nameIn(text.slice(from, i), from, listed));
    from = i + 1;
    if (!atEnd && weak.has(text.charCodeAt(i))) continue;
    yield* endsOf(group);
    group = [];
    listed = !atEnd && setsApart.has(text.charCodeAt(i));
  }
}

/** The names at the beginning and at the end of what stands between two signs. */
function* endsOf(group: readonly (Alone | null)[]): Generator<readonly Alone[]> {
  const other = group.indexOf(null);
  // 规范县级政务服务中心: at the beginning a word before a name says what is done with it.
  const first = group.slice(0, other < 0 ? group.length : other) as Alone[];
  yield first.filter(({ beside }) => beside !== 'before');
  if (other >= 0) yield group.slice(group.lastIndexOf(null) + 1) as Alone[];
}

/** Signs between the members of a list. */
const weak = codes('、，, \t');
/** Behind these a list of offices may begin, which elsewhere are words of the matter: （药剂科、信息科）. */
const setsApart = codes('：:（(【［[|｜');

/** Does a sign stand here that parts names: an ornament, a bracket, a quotation mark, a blank? */
const isSign = (text: string, at: number): boolean =>
  isOrnament(text.charCodeAt(at)) || opensAt(text, at) || closesAt(text, at) || marks.has(text.charCodeAt(at));
const marks = codes(' \t\n"\'“”‘’');

/** The name in a stretch without signs that begins at `from`, with at most a short word before and behind it. */
function nameIn(stretch: string, from: number, listed: boolean): Alone | null {
  if (isUnit(stretch, listed)) return { start: from, end: from + stretch.length, beside: null };
  for (let at = 0; at <= before; at++) {
    const rest = stretch.slice(at);
    if (!isNamed(rest)) continue;
    const length = isUnit(rest, false) ? rest.length : organPrefix(rest, behind);
    if (length && isUnit(rest.slice(0, length), false))
      return { start: from + at, end: from + at + length, beside: at ? 'before' : 'behind' };
  }
  return null;
}

const isUnit = (name: string, listed: boolean): boolean =>
  isOrganName(name) &&
  !labelMeaning(name) &&
  !labelByForm(name) &&
  !isMembers(name) &&
  (isNamed(name) || (listed && isOffice(name))) &&
  !isAnybody(name) &&
  !general.test(name);

/** Places, and offices of no name: who stands beside them is somebody else. */
const general =
  /^(?:(?:各?省|自治区|直辖市|[市县区]级|街道|乡镇|社区|村组|服务中心|应急处|处|各地区|.*决策部署|地方|当地|国家|全国)$|.{0,3}(?:示范|试验|开发|服务)区$|.*(?:近可|均可|[网掌线马]上|一次|站式|自助|就近|[省国市域网]通|帮)办$)/;

/** Bounds of the sentence around a name where it is short, else of what stands between two signs. */
function sentenceAround(text: string, start: number, end: number): [from: number, to: number] {
  let [from, to] = [start, end];
  while (from > 0 && !/[。；！？\n]/.test(text[from - 1]!) && start - from <= longestTold) from--;
  while (to < text.length && !/[。；！？\n]/.test(text[to]!) && to - end <= longestTold) to++;
  return to - from <= longestTold ? [from, to] : [start, end];
}
