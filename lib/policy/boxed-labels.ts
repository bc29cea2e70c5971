import { isOrgan } from '../names/organ';
import type { Stretch } from '../text/strand';
import { bracketGroups } from './brackets';
import { isRole } from './clause-forms';
import { type Grammar, meaningOf } from './grammar';
import type { LabelMeaning } from './labels';
import { saysWhen } from './time/deadlines';
import { beginsWithOrgan, type UnmarkedLabel } from './unmarked-labels';

/** Labels of one character, which only a box tells to be labels. */
const single: ReadonlyMap<string, LabelMeaning['kind']> = new Map([
  ['牵', 'lead'],
  ['主', 'lead'],
  ['配', 'participant'],
  ['协', 'participant'],
  ['参', 'participant'],
  ['责', 'responsible'],
  ['承', 'responsible'],
  ['限', 'deadline'],
  ['时', 'deadline'],
]);
const longestLabel = 12;
const none: readonly UnmarkedLabel[] = [];

/** What a word in a box asks for; null where it is no label. */
export function boxMeaning(word: string, grammar: Grammar): LabelMeaning | null {
  const kind = single.get(word);
  return kind ? { kind, mixed: false, persons: false } : meaningOf(word, grammar);
}

/**
 * Labels in boxes, each before its units: 【牵头】县发改局 【配合】县住建局 【时限】10月底前. A box behind a unit says that unit's role
 * (县教育局（牵头）) and is no label. Cost: linear.
 */
export function boxedLabels({ strand, start, end }: Stretch, grammar: Grammar): readonly UnmarkedLabel[] {
  const { text } = strand;
  const out: UnmarkedLabel[] = [];
  for (const group of bracketGroups(strand)) {
    if (group.start < start || group.end >= end || group.end - group.start - 2 > longestLabel) continue;
    const label = text.slice(group.start + 1, group.end - 1);
    const meaning = boxMeaning(label, grammar);
    if (!meaning || (!isRole(meaning.kind) && meaning.kind !== 'deadline')) continue;
    if (!out.length && standsBehindUnit(text, start, group.start)) return none;
    const valueStart = group.end + (/^[：:]/.test(text.slice(group.end, group.end + 1)) ? 1 : 0);
    if (beginsValue(text, valueStart, end, meaning)) out.push({ label, meaning, start: group.start, valueStart });
  }
  return out.length ? out : none;
}

const standsBehindUnit = (text: string, start: number, at: number): boolean =>
  isOrgan(/[^，,；;。、！？）)】〕］\]]*$/.exec(text.slice(Math.max(start, at - 40), at))![0]);

const beginsValue = (text: string, at: number, end: number, { kind }: LabelMeaning): boolean =>
  kind === 'deadline' ? saysWhen(text.slice(at, Math.min(end, at + 24))) : beginsWithOrgan(text, at, end);
