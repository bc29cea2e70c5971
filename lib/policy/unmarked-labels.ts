import { beginsWithLevel, isCollective, isOrgan } from '../names/organ';
import { isOrnament, setsOff } from '../names/separators';
import { closesAt, codes, hasSign, opensAt, Sign } from '../text/chars';
import type { Strand, Stretch } from '../text/strand';
import { closing } from './brackets';
import { type Grammar, meaningOf } from './grammar';
import { isMembers, type LabelMeaning, labelByForm } from './labels';

/** A label in front of its units without a colon. */
export interface UnmarkedLabel {
  readonly label: string;
  readonly meaning: LabelMeaning;
  readonly start: number;
  readonly valueStart: number;
  /** Nobody knows the label; its form tells it. */
  readonly unknown?: boolean;
}

const none: readonly UnmarkedLabel[] = [];
const members: LabelMeaning = { kind: 'participant', mixed: false, persons: false, guessed: 0.8 };
/** Words with which such a label ends; the document's own are tried as well. */
const endings = /单位|部门|[处科股]室|机关|主体/g;
const words = /总?牵头|主办|主责|配合|协办|协同|协助|协作|参与|参加|联合|会同|(?<!社)会办|负责|承办|承担/g;
/** Longest label, and longest stretch that is no sentence. */
const longestLabel = 10;
const longestList = 160;
const delimiters = codes('，,；;。、');
const sentenceEnds = codes('；;。');
const memberEnds = codes('，,；;。、/／|｜：: ');

/**
 * Role labels that no sign parts from their units: 责任单位 甲局, 牵头单位为甲局, 牵头甲局 配合乙局. Such a label stands behind a
 * delimiter, an opening bracket or white space, and an organ or a time follows it. Cost: linear.
 */
export function unmarkedLabels(stretch: Stretch, grammar: Grammar): readonly UnmarkedLabel[] {
  const { strand, start, end } = stretch;
  const out: UnmarkedLabel[] = [];
  // A paragraph of many brackets would be looked through to its end for each. One sign in front is seen: 社 of 社会办.
  const from = Math.max(0, start - 1);
  const inside = strand.text.slice(from, end);
  const take = (pattern: RegExp): void => {
    pattern.lastIndex = start - from;
    for (let m = pattern.exec(inside); m; m = pattern.exec(inside)) {
      const found = labelAt(stretch, from + m.index + m[0].length, grammar, out[0]);
      if (found) out.push(found);
    }
  };
  take(endings);
  // 承办全国运动会，… and 承办县委、县政府交办的其他工作 are sentences; （牵头甲局 配合乙局） is none.
  const said = strand.text.slice(start, end - 1);
  if (end - start <= longestList && !/[。；]|(?:交办|安排|部署|下达|委托)的/.test(said)) take(words);
  for (const found of spacedLabels(stretch, grammar)) if (!out.some((o) => o.start === found.start)) out.push(found);
  return out.length ? out : none;
}

/** Labels that white space alone sets off on both sides: 责任单位 县司法局 完成时限 6月底; 谁来办 县司法局. */
function spacedLabels({ strand, start, end }: Stretch, grammar: Grammar): UnmarkedLabel[] {
  if (end - start > longestList || !strand.gaps.length) return [];
  // Asked place by place: a paragraph of many brackets would go through all its white space for each.
  const inner: number[] = [];
  for (let at = start + 1; at < end; at++) if (strand.hasGap(at)) inner.push(at);
  return [start, ...inner].flatMap((from, k): UnmarkedLabel[] => {
    const to = inner[k] ?? end;
    const label = strand.text.slice(from, to);
    if (to >= end || label.length < 2 || label.length > longestLabel || !/^[\u4e00-\u9fff]+$/.test(label)) return [];
    const meaning = meaningOf(label, grammar);
    if (!meaning || meaning.kind === 'none' || meaning.kind === 'person') return [];
    const valued = meaning.kind === 'deadline' || beginsWithOrgan(strand.text, to, inner[k + 1] ?? end);
    return valued ? [{ label, meaning, start: from, valueStart: to }] : [];
  });
}

/** The label that ends at `to`, if it is one and units follow it. */
function labelAt(
  { strand, start, end }: Stretch,
  to: number,
  grammar: Grammar,
  first: UnmarkedLabel | undefined,
): UnmarkedLabel | null {
  const { text } = strand;
  if (to >= end - 1 || hasSign(text, to, Sign.colon)) return null;
  const from = labelStart({ strand, start, end }, to);
  if (from < 0) return null;
  const label = text.slice(from, to);
  if (isSaid(label, text.slice(start, from))) return null;
  const known = /^[\u4e00-\u9fff（）()]+$/.test(label) ? (meaningOf(label, grammar) ?? clearByForm(label)) : null;
  // 牵头单位为甲局，成员单位为乙局: behind another the members take part.
  const meaning = known ?? (isMembers(label) && from > start ? members : null);
  if (!meaning || meaning.kind === 'none' || meaning.kind === 'person') return null;
  const as = first && text[first.valueStart - 1];
  const begins =
    from === start || opensAt(text, from - 1) || sentenceEnds.has(text.charCodeAt(from - 1)) || as === text[to];
  const close = endOfList(text, to, end);
  const valueStart = to + (close > to ? 1 : joinerAt(text, to, begins));
  const timed = meaning.kind === 'deadline' && strand.hasGap(to);
  const valued = (until: number): boolean => beginsWithOrgan(text, valueStart, until);
  if (!timed && !valued(close > to ? close : end) && !valued(gapBehind(strand, valueStart, end))) return null;
  return { label, meaning, start: from, valueStart };
}

/** No label: 各责任单位每周报县委督查室 is a sentence; in 甲局带队，乙局参加，负责城东各企业 stands behind who does it what for. */
const isSaid = (label: string, before: string): boolean =>
  /^[各本]/.test(label) || (label === '负责' && /(?:牵头|带队|参加|参与|配合|协助|主办|协办)[，；]$/.test(before));

/** 牵头单位（甲局）: where the bracket behind a label closes, which holds its units and ends what is said; -1 where there is none. */
function endOfList(text: string, at: number, end: number): number {
  const close = opensAt(text, at) ? closing(text, at, Math.min(end, at + longestBoxed)) : -1;
  const ends = close + 1 >= end || delimiters.has(text.charCodeAt(close + 1));
  return close > 0 && (ends || /^[\u4e00-\u9fff]{2,6}[（(]/.test(text.slice(close + 1, close + 8))) ? close : -1;
}

/** No list in a bracket is longer; each bracket that never closes would else be looked through to the end. */
const longestBoxed = 400;

/** Words that join a label to its units. */
const joining = /^(?:(?:分别|依次|暂定|确定|拟定|定)?[为是系即]|有(?!关)|包括|包含|如下|[（(［[]\s?[）)］\]])/;

/**
 * Length of what joins a label to its units: a word (责任单位分别为甲局), or one sign whatever it is (责任单位·甲局). The signs that
 * part members do so only where a label may begin a clause: 县教育局，责任单位，县财政局 is a list.
 */
export function joinerAt(text: string, at: number, begins: boolean): number {
  const word = joining.exec(text.slice(at, at + 6));
  if (word) return word[0].length;
  const code = text.charCodeAt(at);
  if (delimiters.has(code)) return Number(begins);
  return setsOff(code) || pointing.has(code) ? rowLength(text, at) : 0;
}

/** Quotation marks that close what none has opened point at what follows: 责任单位»甲局. */
const pointing = codes('»›＞〉〕］〗』」');

/** The first white space behind `from`, which may end the units: 责任单位 县司法局 电话 12315. */
export function gapBehind(strand: Strand, from: number, end: number): number {
  for (let at = from + 2; at < Math.min(end, from + 40); at++) if (strand.hasGap(at)) return at;
  return from;
}

/** How often a sign stands in a row: 责任单位……甲局, 责任单位____甲局. */
function rowLength(text: string, at: number): number {
  let to = at + 1;
  while (to < at + longestRow && text[to] === text[at]) to++;
  return to - at;
}
const longestRow = 60;

/** A label that no list holds and whose parts say its role: 支撑单位. */
function clearByForm(label: string): LabelMeaning | null {
  const plain = label.length <= 6 && !beginsWithLevel(label) && !isCollective(label);
  const meaning = plain ? labelByForm(label) : null;
  return meaning && meaning.guessed === 0.8 ? meaning : null;
}

/** Where a label that ends at `to` begins: behind the nearest delimiter, bracket or white space; -1 where it is too far. */
function labelStart({ strand, start }: Stretch, to: number): number {
  const { text } = strand;
  for (let from = to - 2; from >= Math.max(start, to - longestLabel); from--) {
    if (from === start || strand.hasGap(from)) return from;
    const before = text.charCodeAt(from - 1);
    if (delimiters.has(before) || opensAt(text, from - 1) || closesAt(text, from - 1) || isOrnament(before))
      return from;
  }
  return -1;
}

/** The first member of a list that begins at `from` is an organ. */
export function beginsWithOrgan(text: string, from: number, end: number): boolean {
  let to = from;
  while (to < end && to < from + 40 && !memberEnds.has(text.charCodeAt(to)) && !opensAt(text, to)) to++;
  const member = text.slice(from, to).replace(/等.{0,8}$/, '');
  return (
    /^[\u4e00-\u9fff“]/.test(member) &&
    isOrgan(member) &&
    // 各责任单位每月25日前将进展报市政府办公室 is a sentence.
    !/\d|将|日前|月底前/.test(member) &&
    !/^(?:单位|部门|[处科股]室|机关|机构|主体|地区|的|和|与|及|要|应|须|于|在|按|对|将|向|从|把|就|每|定期|及时|务必|汇总|报送?)/.test(
      member,
    ) &&
    // 区纪委监委机关 and 省级有关部门 end like labels and are units.
    (beginsWithLevel(member) || isCollective(member) || !labelByForm(member))
  );
}
