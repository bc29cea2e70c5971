import { partsOf } from '../names/coordination';
import { isOrgan, isOrganName, mayEndAt, organPrefix } from '../names/organ';
import { behindOrnaments } from '../names/separators';
import { codes, hasSign, Sign } from '../text/chars';
import type { Strand, Stretch } from '../text/strand';
import { isRemark, labelByForm, labelMeaning } from './labels';
import { isRole } from './lexicon';
import { suggestedRole } from './morphemes';
import { roleTail } from './role-words';
import { saysWhen } from './time/deadlines';
import type { Role } from './types';

/**
 * The genre's own words close it: a known label begins it, or a known role word ends each of its clauses. Nothing is learned there, and
 * most closings of most documents cost no more than this.
 */
export function isKnown({ strand, start, end }: Stretch): boolean {
  const { text } = strand;
  for (let at = start + 2; at < end && at <= start + 10; at++)
    if (hasSign(text, at, Sign.colon)) return isGenre(text.slice(start, at));
  let from = start;
  for (let to = start; to <= end; to++) {
    if (to < end && !clauseEnds.has(text.charCodeAt(to))) continue;
    // Not looked for in front of the clause: without one each clause would look through all before it.
    const last = from + text.slice(from, to).lastIndexOf('、') + 1;
    if (to - last > 24 || !roleTail(text.slice(last, to))) return false;
    from = to + 1;
  }
  return true;
}

/** A label of the lists, or the head of a remark, which may name whoever gave the figures: it teaches nothing. */
const isGenre = (label: string): boolean => labelMeaning(label) !== null || isRemark(label);

/** It begins with a label of the genre's own that asks for units. */
export function asksForUnits({ strand: { text }, start, end }: Stretch): boolean {
  const colon = text.slice(start, Math.min(end, start + longestOwn)).search(/[：:]/);
  const kind = colon > 1 ? labelMeaning(text.slice(start, start + colon))?.kind : undefined;
  return kind !== undefined && isRole(kind);
}
/** Longest label of the genre's own. */
const longestOwn = 14;

/** A line of the genre's own that says who takes part or is responsible. */
export function takesPart({ strand: { text }, start, end }: Stretch): boolean {
  const role = roleIn(text.slice(start, end));
  return role !== null && role !== 'lead';
}

/** A word that a closing teaches: a label before units, or what stands behind them. */
export interface Word {
  readonly word: string;
  readonly isLabel: boolean;
  /** It is the first of its closing that says a role, and the genre's own words behind it say who takes part or is responsible. */
  readonly isAhead: boolean;
  /** It stands behind units, and behind a word of the genre that says who leads: 甲局牵头，乙局搭台. */
  readonly isBehind: boolean;
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
export function wordsOf({ strand, start, end }: Stretch): readonly Word[] {
  if (!beginsWithUnit(strand.text, start, end)) return nothing;
  const found: { word: string; isLabel: boolean; isBehind: boolean }[] = [];
  /** Roles that the genre's own words say, before and behind the first unknown one. */
  const known: (Role | null)[] = [];
  let first = -1;
  for (const part of partsOf(strand, start, end)) {
    const label = unknownLabel(strand, part.start, part.end);
    const text = label === null ? strand.text.slice(part.start, part.end) : '';
    const tail = label === null ? unknownTail(text) : null;
    const word = label ?? tail;
    if (word !== null) {
      if (first < 0) first = known.length;
      else known.push(clearRole(word));
      found.push({ word, isLabel: label !== null, isBehind: label === null && known.includes('lead') });
      continue;
    }
    const role = roleIn(text);
    if (!role && !isOrganName(text) && !saysWhen(text) && !isLabelled(text)) return nothing;
    known.push(role);
  }
  const leads =
    known.slice(0, first).every((role) => !role) && known.slice(first).some((role) => role && role !== 'lead');
  const words = found.map((one, k) => ({ ...one, isAhead: leads && k === 0 }));
  return words;
}

/** The role that the parts of an unknown word say; null where they say none. */
function clearRole(word: string): Role | null {
  const { role, clear } = suggestedRole(word);
  return clear && role !== 'none' ? role : null;
}

/** The role that a part says by a word of the genre, as its label or behind its units. */
function roleIn(part: string): Role | null {
  const colon = part.search(/[：:]/);
  const kind = colon > 1 ? labelMeaning(part.slice(0, colon))?.kind : undefined;
  return kind && isRole(kind) ? kind : (roleTail(part)?.role ?? null);
}

/** It begins with a label that is known: 完成时限：6月底. */
const isLabelled = (part: string): boolean => {
  const colon = part.search(/[：:]/);
  return colon > 1 && isGenre(part.slice(0, colon));
};

/** A label before a colon or its like, in front of an organ, that no list holds; null where there is none. */
function unknownLabel(strand: Strand, from: number, end: number): string | null {
  const { text, signs } = strand;
  const start = behindOrnaments(text, from, end);
  if ((signs & Sign.colon) === 0) return labelBeforeGap(strand, start, end);
  for (let at = start + 1; at < end && at <= start + 12; at++) {
    if (!hasSign(text, at, Sign.colon)) continue;
    const label = text.slice(start, at);
    let value = at + 1;
    while (value < end && hasSign(text, value, Sign.colon)) value++;
    const word = /^[\u4e00-\u9fff（）()]{1,10}$/.test(label) && !isGenre(label);
    const known = !word || (isOrgan(label) && !labelByForm(label));
    return !known && isOrgan(text.slice(value, end)) ? label : null;
  }
  return null;
}

/** Where the organ ends that a part begins with. 县海关办结 is no office 县海关办: one character by itself is a role only where it is one of these. */
function organBefore(part: string): number {
  const length = organPrefix(part) || (/^各[村镇乡县区]/.test(part) ? 2 : 0);
  if (length < part.length - 1 || /[主牵配协参责承办管抓]$/.test(part)) return length;
  return organPrefix(part.slice(0, length)) || length;
}

/** 经办机构　县供电公司: a label of the usual form, set off from an organ by white space alone. */
function labelBeforeGap({ text, gaps }: Strand, start: number, end: number): string | null {
  const gap = gaps.find((at) => at > start + 1 && at < end);
  if (gap === undefined || gap > start + longestLabel) return null;
  const label = text.slice(start, gap);
  const asks = /^[\u4e00-\u9fff]+$/.test(label) && !isGenre(label) && labelByForm(label) !== null;
  return asks && isOrgan(text.slice(gap, end)) ? label : null;
}
/** Longest such label. */
const longestLabel = 8;

/** What stands behind an organ in a part of a closing and is no role word of the lists; null where nothing does. */
function unknownTail(part: string): string | null {
  if (part.length < 4 || part.length > 40 || isOrgan(part) || roleTail(part)) return null;
  const length = organBefore(part);
  const tail = length && isOrganName(part.slice(0, length)) ? part.slice(length) : '';
  return /^[\u4e00-\u9fff]{1,8}$/.test(tail) && !/^等|[长任员师人者]$|书记$/.test(tail) ? tail : null;
}
