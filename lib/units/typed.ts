import { readDesignation } from '../names/designation';
import { parseName } from '../names/name';
import { normaliseUnit } from '../names/normalise';
import { regionOf } from '../names/region-of';
import type { PolicyDocument } from '../policy/types';
import { dutiesOf } from './duties';
import { groundsOf } from './grounds';
import { guessKind } from './kind';
import { groundFor, match } from './match';
import { compileProfile } from './profile';
import type { Profile, Suggestion } from './types';

/** What an open document answers to a unit's name as it is being typed. */
export interface TypedName {
  /** The unit of that name, as far as name and document tell. */
  readonly unit: Suggestion;
  /** How many measures would name it. */
  readonly named: number;
  /** The document's own names for it, among those suggested: 县司法局 to 临澜县司法局. */
  readonly matched: readonly Suggestion[];
  /** Where nothing names it: names that are a slip of the hand away, nearest first. */
  readonly near: readonly Suggestion[];
}

/** More near names than this are no help. */
const MOST = 3;

/**
 * Reads a typed name as a profile of that name alone would be read. Cost: one `dutiesOf` and one `match` a suggestion.
 *
 * @param suggestions of the same document, see `suggest`
 */
export function readTyped(document: PolicyDocument, suggestions: readonly Suggestion[], typed: string): TypedName {
  const name = typed.trim();
  const region = regionOf(name, document.region) ?? document.region ?? '';
  const profile: Profile = { id: '', name, region, kind: guessKind(name), aliases: [], colour: null };
  const unit = { name, kind: profile.kind, region, mentions: 0, leads: 0 };
  if (!normaliseUnit(name)) return { unit, named: 0, matched: [], near: [] };
  const me = compileProfile(profile);
  const ground = groundFor(groundsOf(document));
  const matched = suggestions.filter(
    (each) => match(readDesignation(each.name, ground.names), me, ground)?.certainty === 'named',
  );
  const duties = dutiesOf(document, profile);
  const named = duties.filter(({ certainty }) => certainty === 'named').length;
  return { unit, named, matched, near: named > 0 ? [] : nearestTo(name, suggestions, ground.names) };
}

/**
 * Names within one slip (two in a long name) of a name; places and level words before the organ do not count, since
 * 市司法局 may well be meant for 县司法局.
 */
function nearestTo(name: string, suggestions: readonly Suggestion[], places: readonly string[]): Suggestion[] {
  const coreOf = (text: string) => parseName(normaliseUnit(text), places, true).core;
  const core = coreOf(name);
  if (core.length < 2) return [];
  return suggestions
    .flatMap((suggestion) => {
      const other = coreOf(suggestion.name);
      const most = Math.min(core.length, other.length) > 6 ? 2 : 1;
      const far = other ? distance(core, other, most) : most + 1;
      return far <= most ? [{ suggestion, far }] : [];
    })
    .sort((a, b) => a.far - b.far)
    .slice(0, MOST)
    .map(({ suggestion }) => suggestion);
}

/** Single-character insertions, deletions, replacements and swaps of neighbours; `most + 1` where there are more. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return Math.min(last[b.length]!, most + 1);
}
