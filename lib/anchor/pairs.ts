import type { Measure } from '../policy/types';
import { fold } from './normalise';

/** A measure of the earlier version and what it has become. */
export interface Pair {
  readonly before: Measure;
  readonly after: Measure;
}

/** Measures less alike than this are different measures. */
const MIN_ALIKE = 0.45;
/** Less will do for two that stand in the same place of the outline. */
const MIN_ALIKE_IN_PLACE = 0.25;
/** As alike as this in the same place, and no other is looked for. */
const MIN_ALIKE_AT_ONCE = 0.7;
/** Of two that are nearly as alike the one in the same place. */
const IN_PLACE = 0.1;
/** Of the two halves of a measure that was split, the one that kept its title, though the other kept more words. */
const SAME_TITLE = 0.3;
/** A pair of characters that stands in more measures than this is the genre's, not the measure's. */
const COMMON = 40;

/**
 * Finds for each measure its counterpart in the other version: the same words first, then the most alike. In the order
 * of the later version. Cost: linear but for stock wording, which is left out of account.
 */
export function pairMeasures(before: readonly Measure[], after: readonly Measure[]): Pair[] {
  const taken = new Map<Measure, Measure>();
  const open = new Set(before);
  const take = (one: Measure, other: Measure) => {
    open.delete(one);
    taken.set(other, one);
  };
  pairEqual(before, after, take);
  const left = () => after.filter((measure) => !taken.has(measure));
  pairInPlace([...open], left(), take, MIN_ALIKE_AT_ONCE);
  pairAlike([...open], left(), take);
  pairInPlace([...open], left(), take, MIN_ALIKE);
  return after.flatMap((measure) => {
    const counterpart = taken.get(measure);
    return counterpart ? [{ before: counterpart, after: measure }] : [];
  });
}

/** Number, title and body without white space and width: what makes two measures the same words. */
export function wordsOf({ title, text }: Measure): string {
  return fold(`${title ?? ''}\n${text}`);
}

type Take = (before: Measure, after: Measure) => void;

/** Of several with the same words those in the same place belong together, the others in order. */
function pairEqual(before: readonly Measure[], after: readonly Measure[], take: Take) {
  const byWords = new Map<string, Measure[]>();
  for (const measure of before) append(byWords, wordsOf(measure), measure);
  const groups = new Map<Measure[], Measure[]>();
  for (const measure of after) {
    const group = byWords.get(wordsOf(measure));
    if (group) append(groups, group, measure);
  }
  for (const [ones, others] of groups) {
    const rest = others.filter((other) => {
      const place = ones.findIndex((one) => one.id === other.id);
      if (place < 0) return true;
      take(ones.splice(place, 1)[0]!, other);
      return false;
    });
    for (const [i, one] of ones.slice(0, rest.length).entries()) take(one, rest[i]!);
  }
}

/** The most alike first, each only once. */
function pairAlike(before: readonly Measure[], after: readonly Measure[], take: Take) {
  const grams = new Map<string, number[]>();
  const sizes = before.map((measure, which) => {
    const own = gramsOf(measure);
    for (const gram of own) append(grams, gram, which);
    return own.size;
  });
  const likely: { one: Measure; other: Measure; alike: number }[] = [];
  for (const other of after) {
    const shared = new Map<number, number>();
    const own = gramsOf(other);
    let common = 0;
    for (const gram of own) {
      const places = grams.get(gram) ?? [];
      if (places.length > COMMON) common++;
      else for (const which of places) shared.set(which, (shared.get(which) ?? 0) + 1);
    }
    for (const [which, count] of shared) {
      const one = before[which]!;
      const alike = (2 * count) / Math.max(1, sizes[which]! + own.size - 2 * common);
      const inPlace = isSamePlace(one, other);
      if (alike >= (inPlace ? MIN_ALIKE_IN_PLACE : MIN_ALIKE))
        likely.push({
          one,
          other,
          alike: alike + (inPlace ? IN_PLACE : 0) + (isSameTitle(one, other) ? SAME_TITLE : 0),
        });
    }
  }
  likely.sort((a, b) => b.alike - a.alike);
  const used = new Set<Measure>();
  for (const { one, other } of likely) {
    if (used.has(one) || used.has(other)) continue;
    used.add(one).add(other);
    take(one, other);
  }
}

/**
 * Measures of the same id, compared wholly: first those that hardly changed; last those of nothing but stock wording,
 * which gives no sequences to find them by.
 */
function pairInPlace(before: readonly Measure[], after: readonly Measure[], take: Take, atLeast: number) {
  const byId = new Map(before.map((one) => [one.id, one]));
  for (const other of after) {
    const one = byId.get(other.id);
    if (!one) continue;
    const [own, others] = [gramsOf(one), gramsOf(other)];
    let shared = 0;
    for (const gram of own) if (others.has(gram)) shared++;
    if ((2 * shared) / Math.max(1, own.size + others.size) < atLeast) continue;
    byId.delete(other.id);
    take(one, other);
  }
}

function isSamePlace(one: Measure, other: Measure): boolean {
  return one.number === other.number && one.part === other.part && one.path.at(-1) === other.path.at(-1);
}

function isSameTitle({ title }: Measure, other: Measure): boolean {
  return title !== null && other.title !== null && fold(title) === fold(other.title);
}

function gramsOf(measure: Measure): Set<string> {
  const words = wordsOf(measure);
  const grams = new Set<string>();
  for (let at = 0; at < words.length - 1; at++) grams.add(words.slice(at, at + 2));
  return grams;
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V) {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
