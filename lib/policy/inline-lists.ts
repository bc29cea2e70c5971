import { type HeadUnits, unitsAtHead } from '../names/at-head';
import { isOrganName } from '../names/organ';
import { codes, stepAt } from '../text/chars';
import { markerOf, mayBeMarker } from '../text/numbering';
import { endsOfSentence } from '../text/sentence';
import { labelMeaning } from './labels';
import type { Paragraph } from './paragraphs';
import { roleTail } from './role-words';

/** Fewer points than this are a sentence that names somebody, no list. */
const least = 3;
/** Shortest paragraph that may hold a list, and how far into a point its units are looked for. */
const shortest = 24;

const ends = codes('。；：:;');
const fullStop = 0x3002;
const semicolon = 0xff1b;

/** A sentence inside a paragraph. */
interface Point {
  readonly at: number;
  /** It begins with a number: 1. （一） 一是. */
  readonly numbered: boolean;
  /** A whole sentence stands before it, not only a part of one. */
  readonly whole: boolean;
  /** It begins with units and says that something falls to them. */
  readonly units: boolean;
}

/**
 * Lists of units that lost their line ends (分工如下：1.林业部门。编制规划…2.气象部门。负责… · 林草部门，负责…。住建部门，负责…。 · 一是县林业局负责…；二是…):
 * one paragraph for each point. Any other paragraph stays whole. Cost: linear.
 */
export function splitInlineLists(paragraph: Paragraph): Paragraph[] {
  const { strand, cell, furniture } = paragraph;
  if (cell || furniture || strand.length < shortest) return [paragraph];
  if (!hasPoints(strand.text)) return [paragraph];
  const points = pointsOf(paragraph);
  const cuts = semicolonCuts(paragraph) ?? closedCuts(points, paragraph) ?? cutsOf(points);
  if (!cuts.length) return [paragraph];
  const places = [0, ...cuts.filter((at) => at > 0), strand.length];
  return places.slice(1).map((to, k) => {
    const piece = strand.slice(places[k]!, to);
    return k
      ? { ...paragraph, strand: piece, marker: markerOf(piece.text), listed: false }
      : { ...paragraph, strand: piece };
  });
}

/** At least as many ends of sentences or of their parts as a list has points. */
function hasPoints(text: string): boolean {
  let count = 0;
  for (let i = 0; i < text.length && count < least; i++) if (ends.has(text.charCodeAt(i))) count++;
  return count >= least;
}

/** Where the parts of a sentence begin that ； sets apart, where each of them begins with units: 甲局统筹…；乙局抓好…；丙局排查…. */
function semicolonCuts({ strand, marker }: Paragraph): number[] | null {
  if (marker) return null;
  const parts = [0, ...[...strand.text.matchAll(/；(?=.)/g)].map((m) => m.index + 1)];
  if (parts.length < least || parts.length > mostParts) return null;
  return parts.every((at) => saysWho(unitsAtHead(strand, at), strand.text)) ? parts : null;
}

/** Longer sentences are no lists of who does what. */
const mostParts = 60;

const saysWho = (head: HeadUnits | null, text: string): boolean =>
  head !== null &&
  /^[：:，\u4e00-\u9fff]/.test(text.slice(head.end)) &&
  head.units.every(({ name }) => !labelMeaning(name));

/** Where numbered points begin that end with who does them: （1）异地备案，市医保局；（2）…（市公安局）；（3）…，由市人社局负责. */
function closedCuts(points: readonly Point[], { strand: { text }, marker }: Paragraph): number[] | null {
  if (marker && marker.scheme !== 'is') return null;
  const places = points.filter((p) => p.numbered).map((p) => p.at);
  if (places.length < least) return null;
  const closed = places.filter((at, k) => namesWho(text.slice(at, places[k + 1] ?? text.length)));
  return closed.length * 5 >= places.length * 4 ? places : null;
}

/** A point that its units end, bare, in a bracket, behind a label or before a word of their role. */
function namesWho(point: string): boolean {
  const end = endsOfSentence(point);
  const last = point.slice(Math.max(0, end - longestName), end).replace(/[）)］\]】〕]$/, '');
  const name = last.slice(last.search(/[^、，,；;：:（(［[【〔由]*$/));
  return (isOrganName(name) && !/[的报送交至向给]/.test(name)) || roleTail(name) !== null;
}
const longestName = 40;

/** Where the points of a list of units begin: its numbers, or sentences where most of them begin with units. */
function cutsOf(points: readonly Point[]): number[] {
  const numbered = points.filter((p) => p.numbered);
  const named = numbered.filter((p) => p.units);
  if (named.length >= least && named.length * 5 >= numbered.length * 4) return numbered.map((p) => p.at);
  const sentences = points.filter((p) => p.whole);
  const told = sentences.filter((p) => p.units && !p.numbered);
  if (told.length < least || told.length * 5 < sentences.length * 3) return [];
  return sentences.filter((p) => p.units || p.numbered).map((p) => p.at);
}

function pointsOf({ strand, marker }: Paragraph): Point[] {
  const { text } = strand;
  const points: Point[] = [];
  // 一是 is a point of the paragraph, 1. is the paragraph's own number.
  const first = marker?.scheme === 'is' ? 0 : (marker?.length ?? 0);
  // 甲局：…；乙局：…；丙局：… : where colons tell the units, a semicolon ends a point as a stop does.
  const labelled = marker === null && text.split('：', least + 1).length > least;
  for (let at = first; at < text.length; at = nextPoint(text, at)) {
    const own = mayBeMarker(text, at) ? markerOf(text.slice(at, at + 24)) : null;
    const from = at + (own?.length ?? 0);
    // The sentences of a numbered item are its body, whoever they begin with.
    const ended = at === 0 || text.charCodeAt(at - 1) === fullStop || strand.hasGap(at);
    const whole = marker === null && (ended || (labelled && text.charCodeAt(at - 1) === semicolon));
    // Parts of a sentence are points only where they are numbered: most are neither, and cost nothing more.
    if (own || whole)
      points.push({ at, whole, numbered: own !== null, units: fallsTo(unitsAtHead(strand, from), text) });
  }
  return points;
}

/** A mark, or a word with which a duty begins, stands behind the units. */
const duty = /^(?:[，,：:。]|负责|牵头|承担|要|应|须|依法|具体|主要|组织|做好|落实|加强|配合|协助)/;

const fallsTo = (head: HeadUnits | null, text: string): boolean =>
  head !== null && duty.test(text.slice(head.end, head.end + 4)) && head.units.every(({ name }) => !labelMeaning(name));

/** Behind the next sign at which a point may end, outside brackets. */
function nextPoint(text: string, from: number): number {
  let depth = 0;
  for (let i = from + 1; i < text.length; i++) {
    const step = stepAt(text, i - 1);
    if (step) depth = Math.max(0, depth + step);
    else if (depth === 0 && ends.has(text.charCodeAt(i - 1))) return i;
  }
  return text.length;
}
