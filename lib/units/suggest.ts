import { parseCollective } from '../names/collective';
import { readDesignation } from '../names/designation';
import { stemOf } from '../names/gazetteer';
import { townOf } from '../names/name';
import { normaliseUnit } from '../names/normalise';
import { organKey, topicsOf } from '../names/organ-key';
import { splitRegion } from '../names/region';
import { regionOf } from '../names/region-of';
import { membersOf } from '../names/several';
import type { PolicyDocument } from '../policy/types';
import { groundsOf } from './grounds';
import { guessKind } from './kind';
import { type Ground, groundFor, match } from './match';
import { type Compiled, compileProfile } from './profile';
import type { Suggestion } from './types';

const MOST = 200;

/**
 * "Which of these are you?": the single units a document names, those with most to do first. Collective designations are
 * left out; a unit in several spellings stands once, as printed most often, its other forms beside it.
 */
export function suggest(document: PolicyDocument): Suggestion[] {
  const found = new Map<string, { name: string; mentions: number; leads: number }>();
  for (const measure of document.measures) {
    for (const { unit, resolved, role, collective } of measure.assignments) {
      if (collective) continue;
      for (const name of namesIn(resolved ?? unit)) {
        const known = found.get(name) ?? { name, mentions: 0, leads: 0 };
        known.mentions += 1;
        if (role === 'lead') known.leads += 1;
        found.set(name, known);
      }
    }
  }
  const regions = regionsOf(document);
  const spellings = inOrder([...found.values()])
    .slice(0, MOST)
    .map(({ name, mentions, leads }) => ({
      name,
      kind: guessKind(name),
      region: homeOf(name, regions),
      mentions,
      leads,
    }));
  return inOrder(onceEach(spellings, groundFor(groundsOf(document))));
}

/** Those with most to do first. The sort is stable: what is equal stays in document order. */
const inOrder = <Each extends { readonly mentions: number; readonly leads: number }>(all: readonly Each[]): Each[] =>
  [...all].sort((a, b) => b.mentions - a.mentions || b.leads - a.leads);

const mostAlike = 60;

/**
 * One suggestion a unit: spellings that are surely each other's (县发改委, 临澜县发展和改革委员会) stand together under the most
 * frequent one. Only those with one key for their organ are held against each other, and of those the first sixty: a list of the
 * bureaus of all counties costs its length.
 */
function onceEach(spellings: readonly Suggestion[], ground: Ground): Suggestion[] {
  const units: Suggestion[] = [];
  const known = new Map<string, { readonly me: Compiled; readonly at: number }[]>();
  for (const each of spellings) {
    const me = compileProfile({ ...each, id: '', aliases: [], colour: null });
    const key = organKey(me.names[0]!.name.core);
    const same = known
      .get(key)
      ?.find(({ me: other }) => isNamed(each.name, other, ground) && isNamed(other.profile.name, me, ground));
    if (!same) {
      const alike = known.get(key) ?? [];
      if (alike.length < mostAlike) known.set(key, [...alike, { me, at: units.length }]);
      units.push(each);
      continue;
    }
    const first = units[same.at]!;
    units[same.at] = {
      ...first,
      forms: [...(first.forms ?? []), each.name],
      mentions: first.mentions + each.mentions,
      leads: first.leads + each.leads,
    };
  }
  return units;
}

const isNamed = (name: string, me: Compiled, ground: Ground): boolean =>
  match(readDesignation(name, ground.names), me, ground)?.certainty === 'named';

/** The single units a printed one names; none when it is collective. */
function namesIn(unit: string): string[] {
  const text = normaliseUnit(unit);
  // 环保部门 is no unit's name: each level has one.
  return !text || parseCollective(text) ? [] : membersOf(text).filter((name) => topicsOf(name).length === 0);
}

/** The document's own word for its region first; of a joint document the others, too. */
function regionsOf(document: PolicyDocument): string[] {
  const grounds = groundsOf(document).map((ground) => ground.parts.join('') || '全国');
  return [...new Set(document.region && grounds.length < 2 ? [document.region] : grounds)];
}

function homeOf(name: string, regions: readonly string[]): string {
  const first = regions[0] ?? null;
  if (townOf(name)) return first ?? '';
  // 四川证监局: an office named for one of the places.
  const named = regions.find((region) => name.startsWith(stemOf(splitRegion(region).at(-1) ?? region)));
  if (named) return named;
  for (const region of regions) {
    const own = regionOf(name, region);
    if (own) return own;
  }
  return regionOf(name, first) ?? '';
}
