import { isOrgan } from '../names/organ';
import { listKey } from '../text/numbering';
import { cardLabel } from './card-labels';
import type { Piece } from './drafts';
import { isStrict } from './forms/bare-list';
import { meeting } from './outline';
import { promises } from './promise';
import type { Reading } from './readings';
import { isClosing } from './sections';
import { wholeDate } from './signed-lines';

/** Without a number, a measure is the last paragraph before its division of work, not all that precedes. */
export function leadless(paragraphs: readonly number[], readings: readonly Reading[]): number[] {
  let from = 0;
  for (let k = 0; k < paragraphs.length; k++) {
    const { kind, field } = readings[paragraphs[k]!]!;
    if (kind === 'text' && !field) from = k;
  }
  // 任务名称：…⏎任务内容：…: lines of one card belong together.
  while (from > 0 && cardLabel(readings[paragraphs[from]!]!) && cardLabel(readings[paragraphs[from - 1]!]!)) from--;
  const withPiece = paragraphs.findIndex((i) => readings[i]!.pieces.length > 0 && readings[i]!.kind === 'text');
  return paragraphs.slice(withPiece >= 0 ? withPiece : from);
}

/**
 * Drops paragraphs after the last item that speak of the whole document. Where the list goes on, 各部门要… below a number is its own text and
 * closes nothing.
 */
export function trimClosing(own: readonly number[], readings: readonly Reading[]): number[] {
  const out = [own[0]!];
  const goesOn = isFollowedByItsLike(own, readings);
  // Behind a decision that stands below 会议确定： stands what else the meeting did.
  const decided = readings[own[0]!]!.paragraph.marker?.style === meeting;
  for (const i of own.slice(1)) {
    const { paragraph } = readings[i]!;
    if ((!goesOn && isClosing(paragraph.strand.text)) || paragraph.furniture || paragraph.align === 'right') break;
    if (wholeDate.test(paragraph.strand.text) || (decided && /^会议/.test(paragraph.strand.text))) break;
    out.push(i);
  }
  if (out.length > 1 && isSigned(out.at(-1)!, readings)) out.pop();
  // A short line without a sentence's end after the body is a signature or a caption.
  while (out.length > 2 && !/^[-·•●■◆▪*]|[。；！？]/.test(readings[out.at(-1)!]!.paragraph.strand.text)) out.pop();
  if (out.length > 1 && headsNext(out.at(-1)!, readings)) out.pop();
  return out;
}

/** ★教学工作: a short line behind a mark and before the next number is a heading of what follows. */
function headsNext(at: number, readings: readonly Reading[]): boolean {
  const { strand, marker } = readings[at]!.paragraph;
  return (
    !marker &&
    readings[at + 1]?.kind === 'node' &&
    /^(?:[★☆◎◇▲△◆■□※§][\u4e00-\u9fff]{2,10}|【[^】]{1,12}】)$/.test(strand.text)
  );
}

/** A line that is an organ's name, or two of them, above the date. */
function isSigned(at: number, readings: readonly Reading[]): boolean {
  const next = readings.slice(at + 1, at + 3).find(({ paragraph }) => paragraph.strand.length > 0);
  return (
    next !== undefined && wholeDate.test(next.paragraph.strand.text) && isOrgan(readings[at]!.paragraph.strand.text)
  );
}

/** Does the next number of the same list stand right behind these paragraphs? */
function isFollowedByItsLike(own: readonly number[], readings: readonly Reading[]): boolean {
  const marker = readings[own[0]!]!.paragraph.marker;
  const next = readings[own.at(-1)! + 1];
  const follows = next?.kind === 'node' ? next.paragraph.marker! : null;
  return Boolean(marker && follows && listKey(follows) === listKey(marker) && follows.value === marker.value + 1);
}

/** Characters that an item of a plan has at most, on an average. */
const shortItem = 160;

/** What the numbers of one style close with. */
interface Tally {
  nodes: number;
  bare: number;
  /** Lists beside them of which some names nobody knows: 德育处、各班主任. */
  loose: number;
  several: number;
  said: number;
  /** Characters of the paragraphs that close with a bare list. */
  signs: number;
}

/** Numbers of points inside an item. */
const points: ReadonlySet<string> = new Set(['letter', 'circled', 'arabic-paren', 'is']);

/** Counts by style of number; `folded`: points inside an item count as its own, a) b)…（甲局）. */
function talliesOf(readings: readonly Reading[], folded: boolean): Tally[] {
  const styles = new Map<string, Tally>();
  let t: Tally | null = null;
  for (const r of readings) {
    if (r.kind === 'node' && !(folded && t && points.has(r.paragraph.marker!.scheme))) {
      const key = listKey(r.paragraph.marker!);
      t = styles.get(key) ?? { nodes: 0, bare: 0, loose: 0, several: 0, said: 0, signs: 0 };
      styles.set(key, t);
      t.nodes++;
    }
    // Paragraphs below a number count as its own: （一）加强规划引领⏎…。（甲厅、乙厅）
    // 同上 counts as what it refers to.
    if (t && r.kind !== 'cell' && r.kind !== 'line') count(t, r.ditto ? readings[r.ditto.at]! : r);
  }
  return [...styles.values()];
}

function count(t: Tally, { bare, pieces, paragraph }: Reading): void {
  if (!bare) {
    if (pieces.at(-1)?.drafts.length) t.said++;
    return;
  }
  if (!isStrict(bare)) {
    t.loose++;
    return;
  }
  t.bare++;
  t.signs += paragraph.strand.length;
  if (bare.drafts.length > 1) t.several++;
}

/**
 * （规划局、交建局） with no role word counts when most numbered items end so, or in a bracket with role words, and some
 * name several organs: a single organ after a story is its byline.
 */
export function bareListsCount(readings: readonly Reading[]): boolean {
  if (!readings.some((r) => r.bare)) return false;
  // （甲局、乙局；列首位的牵头，下同）: the document says itself what its lists are.
  const ruled = readings.some((r) => r.pieces.some((p) => p.rules.length > 0));
  const first = readings.findIndex((r) => r.kind === 'node');
  const planned = promises(readings, Math.max(0, first));
  const closes = ({ nodes, bare, loose, several, said, signs }: Tally): boolean => {
    // What closes nearly every short item is its division of work, one unit or several; a story has its byline there.
    const nearlyAll = bare >= 3 ? (bare + loose + said) * 5 >= nodes * 4 : bare === 2 && nodes === 2;
    if (ruled && bare > 0 && (bare + said) * 5 >= nodes * 4) return true;
    if (planned && nearlyAll && signs <= bare * shortItem) return true;
    // Beside many items that say the role, one that only names its units is no byline.
    if (!bare || (several * 3 < bare && said < 2)) return false;
    return bare + said >= 3 && (bare + said) * 2 >= nodes && (bare >= 3 || said > 0);
  };
  return talliesOf(readings, false).some(closes) || talliesOf(readings, true).some(closes) || linesClose(readings);
}

/** Fewest lines without numbers that are a list; the fewest characters that say what is to be done, for a person's name has three. */
const fewestLines = 4;
const fewestSigns = 4;

/** 物资储备 → 镇应急办⏎堤防巡查 → 镇水利站、各村: lines without numbers, one behind the other, that all end with units. */
function linesClose(readings: readonly Reading[]): boolean {
  for (let from = 0; from < readings.length; ) {
    let to = from;
    let lists = 0;
    // One of three lines may end with a name that nobody knows.
    while (to < readings.length && (isListLine(readings[to]!) || (lists > 0 && isListLine(readings[to + 1])))) {
      if (isListLine(readings[to]!)) lists++;
      to++;
    }
    const several = readings.slice(from, to).some((r) => (listOf(r)?.drafts.length ?? 0) > 1);
    if (to - from >= fewestLines && lists * 3 >= (to - from) * 2 && several && promises(readings, from)) return true;
    from = to + 1;
  }
  return false;
}

const listOf = ({ bare, pieces }: Reading): Piece | null =>
  bare ?? (pieces.length === 1 && pieces[0]!.drafts.length ? pieces[0]! : null);

function isListLine(reading: Reading | undefined): boolean {
  const list = reading ? listOf(reading) : null;
  if (!reading || !list) return false;
  const { strand, marker } = reading.paragraph;
  // 张三县长负责教育工作。分管县教育局、县体育局: sentences are no such line.
  const plain = list.start >= fewestSigns && !/[。；]/.test(strand.text.slice(0, list.start));
  return reading.kind === 'text' && !marker && plain && list.end >= strand.length - 1;
}

/** Organs in brackets inside sentences count when several paragraphs do it; a byline stands only at an end. */
export function innerListsCount(readings: readonly Reading[]): boolean {
  let lists = 0;
  for (const r of readings) lists += r.kind === 'cell' ? 0 : r.inner.length;
  return lists >= 4;
}

/** The heading stands alone: no sentence of the body follows it in its paragraph. */
export function isBareHeading(reading: Reading): boolean {
  const { strand, marker } = reading.paragraph;
  const text = strand.text.slice(marker?.length ?? 0);
  return reading.pieces.length === 0 && text.length <= 60 && !/[。；！？：:]./.test(text) && !/[；]$/.test(text);
}

/** 抢险组⏎牵头单位：…⏎主要职责：组织抢险: what the item is about may stand below its units, behind a label. */
export function labelledBelow(
  node: { readonly at: number },
  rest: readonly number[],
  readings: readonly Reading[],
): readonly number[] {
  if (!rest.length || !cardLabel(readings[rest[0]!]!)) return [];
  return trimClosing([node.at, ...rest], readings).slice(1);
}
