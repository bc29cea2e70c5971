import { partsOf } from '../names/coordination';
import { isOrgan, isOrganName, mayEndAt, organPrefix } from '../names/organ';
import { codes, hasSign, Sign } from '../text/chars';
import type { Strand, Stretch } from '../text/strand';
import { closingsOf } from './closings';
import { type LabelMeaning, labelByForm, labelMeaning } from './labels';
import { type Legend, legendOf } from './legend';
import { suggestedRole } from './morphemes';
import type { Paragraph } from './paragraphs';
import { roleTail } from './role-words';
import { saysWhen } from './time/deadlines';
import type { Role } from './types';

/** A role word that a document uses and no list holds. */
export interface LearnedRole {
  readonly role: Role;
  /** 0 to 1: how sure, by how often the document says so and by what its morphemes say. */
  readonly certainty: number;
}

/**
 * The words by which one document divides its work, beside those of the genre: whatever closes three or more items in the
 * same way and holds organs *is* its division of work. Built once for a document, before anything is read.
 */
export interface Grammar {
  /** Words before a colon or its like: 承接单位. */
  readonly labels: ReadonlyMap<string, LabelMeaning>;
  /** Words behind units: 跟进, 抓总. */
  readonly tails: ReadonlyMap<string, LearnedRole>;
  /** Signs that it explains: ☆为牵头单位. */
  readonly legend: Legend;
}

/** The genre's own words and no others. */
export const genre: Grammar = { labels: new Map(), tails: new Map(), legend: new Map() };

/** What a label means here: by the genre's lists, else by the document's own use. */
export const meaningOf = (label: string, grammar: Grammar): LabelMeaning | null =>
  labelMeaning(label) ?? grammar.labels.get(label.replace(/\s/g, '')) ?? null;

/** A word seen fewer times than this is no habit of a document. */
const habit = 3;
/** A label that asks for units by its form needs to be seen only so often. */
const formed = 2;

/** What closings say, counted: each word once a paragraph. */
class Tally {
  private readonly labels = new Map<string, number>();
  private readonly tails = new Map<string, number>();

  see(paragraph: Paragraph): void {
    let seen: Set<string> | null = null;
    for (const closing of closingsOf(paragraph)) {
      if (isKnown(closing)) continue;
      for (const { word, isLabel } of wordsOf(closing)) {
        if (seen?.has(word)) continue;
        seen ??= new Set();
        seen.add(word);
        const counts = isLabel ? this.labels : this.tails;
        counts.set(word, (counts.get(word) ?? 0) + 1);
      }
    }
  }

  grammar(legend: Legend): Grammar {
    const labels = new Map<string, LabelMeaning>();
    for (const [label, times] of this.labels) {
      const meaning = labelByForm(label);
      if (times < (meaning ? formed : habit)) continue;
      const { role, clear } = suggestedRole(label);
      const guessed = sureness(times, clear);
      labels.set(label, meaning ? { ...meaning, guessed } : { kind: role, mixed: false, persons: false, guessed });
    }
    const tails = new Map<string, LearnedRole>();
    for (const [tail, times] of this.tails) {
      const { role, clear } = suggestedRole(tail);
      if (times >= habit && role !== 'none') tails.set(tail, { role, certainty: sureness(times, clear) });
    }
    return labels.size || tails.size || legend.size ? { labels, tails, legend } : genre;
  }
}

/** A habit is nearly as sure as a word of the lists where its morphemes say the role; a word by itself is so at 0.8. */
const sureness = (times: number, clear: boolean): number =>
  clear ? Math.min(0.95, 0.8 + 0.02 * times) : Math.min(0.78, 0.6 + 0.04 * times);

/** The grammar of a document. Cost: linear in its closings. */
export function grammarOf(paragraphs: readonly Paragraph[]): Grammar {
  const tally = new Tally();
  for (const paragraph of paragraphs) if (!paragraph.cell && !paragraph.furniture) tally.see(paragraph);
  return tally.grammar(legendOf(paragraphs.map(({ strand }) => strand)));
}

/**
 * The genre's own words close it: a known label begins it, or a known role word ends each of its clauses. Nothing is learned there, and
 * most closings of most documents cost no more than this.
 */
function isKnown({ strand, start, end }: Stretch): boolean {
  const { text } = strand;
  for (let at = start + 2; at < end && at <= start + 10; at++)
    if (hasSign(text, at, Sign.colon)) return labelMeaning(text.slice(start, at)) !== null;
  let from = start;
  for (let to = start; to <= end; to++) {
    if (to < end && !clauseEnds.has(text.charCodeAt(to))) continue;
    const last = Math.max(text.lastIndexOf('、', to - 1) + 1, from);
    if (to - last > 24 || !roleTail(text.slice(last, to))) return false;
    from = to + 1;
  }
  return true;
}

/** A word that a closing teaches: a label before units, or what stands behind them. */
interface Word {
  readonly word: string;
  readonly isLabel: boolean;
}

const nothing: readonly Word[] = [];

const clauseEnds = codes('，,；;');
const partEnds = codes('，,、；;。/／ ');
/** Longest part that can be a unit with a word beside it. */
const longestPart = 40;

/** A first look: the first part could hold a unit. Most last sentences are done with here. */
function beginsWithUnit(text: string, start: number, end: number): boolean {
  const limit = Math.min(end, start + longestPart);
  let to = start;
  while (to < limit && !partEnds.has(text.charCodeAt(to))) to++;
  if (to === limit && to < end) return false;
  if (mayEndAt(text, to)) return true;
  const part = text.slice(start, to);
  return organPrefix(part) > 0 || hasMark(part);
}

const hasMark = (part: string): boolean => {
  for (let i = 1; i < part.length && i < 12; i++) if (hasSign(part, i, Sign.colon)) return true;
  return false;
};

/** The unknown words of a closing. It teaches something only where all its parts are units, times or words beside units. */
function wordsOf({ strand, start, end }: Stretch): readonly Word[] {
  if (!beginsWithUnit(strand.text, start, end)) return nothing;
  const words: Word[] = [];
  for (const part of partsOf(strand, start, end)) {
    const label = unknownLabel(strand, part.start, part.end);
    const text = label === null ? strand.text.slice(part.start, part.end) : '';
    const tail = label === null ? unknownTail(text) : null;
    if (label !== null) words.push({ word: label, isLabel: true });
    else if (tail !== null) words.push({ word: tail, isLabel: false });
    else if (!isOrganName(text) && !roleTail(text) && !saysWhen(text) && !isLabelled(text)) return nothing;
  }
  return words;
}

/** It begins with a label that is known: 完成时限：6月底. */
const isLabelled = (part: string): boolean => {
  const colon = part.search(/[：:]/);
  return colon > 1 && labelMeaning(part.slice(0, colon)) !== null;
};

/** A label before a colon or its like, in front of an organ, that no list holds; null where there is none. */
function unknownLabel({ text, signs }: Strand, start: number, end: number): string | null {
  if ((signs & Sign.colon) === 0) return null;
  for (let at = start + 1; at < end && at <= start + 12; at++) {
    if (!hasSign(text, at, Sign.colon)) continue;
    const label = text.slice(start, at);
    let value = at + 1;
    while (value < end && hasSign(text, value, Sign.colon)) value++;
    const word = /^[\u4e00-\u9fff（）()]{2,10}$/.test(label) && labelMeaning(label) === null;
    const known = !word || (isOrgan(label) && !labelByForm(label));
    return !known && isOrgan(text.slice(value, end)) ? label : null;
  }
  return null;
}

/** What stands behind an organ in a part of a closing and is no role word of the lists; null where nothing does. */
function unknownTail(part: string): string | null {
  if (part.length < 4 || part.length > 40 || isOrgan(part) || roleTail(part)) return null;
  const length = organPrefix(part);
  const tail = length && isOrganName(part.slice(0, length)) ? part.slice(length) : '';
  return /^[\u4e00-\u9fff]{1,8}$/.test(tail) && !/^等|[长任员师人者]$|书记$/.test(tail) ? tail : null;
}
