import { isOrgan } from '../names/organ';
import { nextSign, Sign, stepAt } from '../text/chars';
import type { Stretch } from '../text/strand';
import { type Grammar, meaningOf } from './grammar';
import { type LabelMeaning, labelByForm } from './labels';
import { isRole } from './lexicon';
import { saysWhen } from './time/deadlines';
import { beginsWithOrgan, type UnmarkedLabel } from './unmarked-labels';

/** Labels of one character, which only a box tells to be labels. */
const single: ReadonlyMap<string, LabelMeaning['kind']> = new Map([
  ['牵', 'lead'],
  ['主', 'lead'],
  ['配', 'participant'],
  ['协', 'participant'],
  ['参', 'participant'],
  ['辅', 'participant'],
  ['助', 'participant'],
  ['帮', 'participant'],
  ['责', 'responsible'],
  ['承', 'responsible'],
  ['限', 'deadline'],
  ['时', 'deadline'],
]);
const longestLabel = 12;
const none: readonly UnmarkedLabel[] = [];

/** A label of units by its form: 督导单位, 包联部门. */
const asksForUnits = /^[\u4e00-\u9fff]{2,6}(?:单位|部门|科室|处室|股室|机构)$/;

/** What a word in a box asks for; null where it is no label. */
export function boxMeaning(word: string, grammar: Grammar): LabelMeaning | null {
  const kind = single.get(word);
  return kind ? { kind, mixed: false, persons: false } : meaningOf(word, grammar);
}

/**
 * Labels in boxes or quotation marks, each before its units: 【牵头】县发改局 【配合】县住建局 “时限”：10月底前. A box behind a unit says that unit's role
 * (县教育局（牵头）) and is no label. Cost: linear.
 */
export function boxedLabels({ strand, start, end }: Stretch, grammar: Grammar): readonly UnmarkedLabel[] {
  const { text } = strand;
  const out: UnmarkedLabel[] = [];
  for (let at = nextSign(text, start, Sign.opening); at >= 0 && at < end; at = nextSign(text, at + 1, Sign.opening)) {
    const box = boxAt(text, at, end, grammar);
    // A box like those before it ends their list, whatever it asks for: 【牵头部门】人事处【分管校领导】副校长.
    const closing = out.length && !box && text[at] === text[out[0]!.start] ? likeBox(text, at, end) : null;
    if (closing) out.push(closing);
    if (!box) continue;
    if (!out.length && standsBehindUnit(text, start, at)) return none;
    // A box that asks for nothing we know begins no list, but ends the one before it: 〔落实单位〕甲局〔督导单位〕乙局.
    if ((box.unknown || box.meaning.kind === 'none') && !out.length) continue;
    if (beginsValue(text, box, end)) out.push(box);
  }
  return out.length ? out : none;
}

/** The label in a box that opens at `start`, whatever follows it; null where the box holds none. */
function boxAt(text: string, start: number, end: number, grammar: Grammar): UnmarkedLabel | null {
  const close = boxEnd(text, start, end);
  const label = close < 0 ? '' : text.slice(start + 1, close);
  const known = label ? boxMeaning(label, grammar) : null;
  const meaning = known ?? (label && asksForUnits.test(label) ? labelByForm(label) : null);
  if (!meaning || (!isRole(meaning.kind) && meaning.kind !== 'deadline' && !asksForUnits.test(label))) return null;
  const valueStart = close + (isColon(text, close + 1) ? 2 : 1);
  return { label, meaning, start, valueStart, unknown: !known };
}

const asksForNone: LabelMeaning = { kind: 'none', mixed: false, persons: false };
/** A word in a box of any shape but the round one, which holds remarks; nobody knows what it asks for. */
function likeBox(text: string, start: number, end: number): UnmarkedLabel | null {
  const close = boxEnd(text, start, end);
  const label = close < 0 || text[start] === '（' || text[start] === '(' ? '' : text.slice(start + 1, close);
  if (!/^[\u4e00-\u9fff]{2,10}$/.test(label) || close + 1 >= end) return null;
  return { label, meaning: asksForNone, start, valueStart: close + (isColon(text, close + 1) ? 2 : 1), unknown: true };
}

const isColon = (text: string, at: number): boolean => text[at] === '：' || text[at] === ':';

/** Where the bracket or the quotation mark at `open` closes again, near enough for a label; -1 where it does not. */
function boxEnd(text: string, open: number, end: number): number {
  let depth = 0;
  for (let at = open; at < Math.min(end, open + longestLabel + 2); at++) {
    depth += stepAt(text, at);
    if (depth === 0) return at;
  }
  return -1;
}

const standsBehindUnit = (text: string, start: number, at: number): boolean =>
  isOrgan(/[^，,；;。、！？）)】〕］\]]*$/.exec(text.slice(Math.max(start, at - 40), at))![0]);

/** Behind a colon stands a value, whatever it is; behind the box alone an organ or a time tells it. */
function beginsValue(text: string, { valueStart: at, meaning }: UnmarkedLabel, end: number): boolean {
  if (isColon(text, at - 1)) return at < end;
  return meaning.kind === 'deadline'
    ? saysWhen(text.slice(at, Math.min(end, at + 24)))
    : beginsWithOrgan(text, at, end);
}
