import { parseCollective } from '../names/collective';
import { stemOf } from '../names/gazetteer';
import { townOf } from '../names/name';
import { normaliseUnit } from '../names/normalise';
import { topicsOf } from '../names/organ-key';
import { splitRegion } from '../names/region';
import { regionOf } from '../names/region-of';
import { membersOf } from '../names/several';
import type { PolicyDocument } from '../policy/types';
import { groundsOf } from './grounds';
import { guessKind } from './kind';
import type { Suggestion } from './types';

const MOST = 200;

/**
 * "Which of these are you?": the single units a document names, those with most to do first. Collective designations are
 * left out; units of one name in several spellings stand as printed most often first.
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
  // The sort is stable: what is equal stays in document order.
  return [...found.values()]
    .sort((a, b) => b.mentions - a.mentions || b.leads - a.leads)
    .slice(0, MOST)
    .map(({ name, mentions, leads }) => ({
      name,
      kind: guessKind(name),
      region: homeOf(name, regions),
      mentions,
      leads,
    }));
}

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
