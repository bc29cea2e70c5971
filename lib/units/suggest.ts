import type { PolicyDocument } from '../policy/types';
import { parseCollective } from './collective';
import { groundsOf } from './grounds';
import { guessKind } from './kind';
import { townOf } from './name';
import { normaliseUnit } from './normalise';
import { regionOf } from './regionof';
import type { Suggestion } from './types';

const MOST = 200;

/**
 * "Which of these are you?": the single units a document names, those with most to do first. Collective designations are
 * left out; units of one name in several spellings stand as printed most often first.
 */
export function suggest(document: PolicyDocument): Suggestion[] {
  const found = new Map<string, { name: string; mentions: number; leads: number; first: number }>();
  let order = 0;
  for (const measure of document.measures) {
    for (const { unit, resolved, role, collective } of measure.assignments) {
      if (collective) continue;
      const name = normaliseUnit(resolved ?? unit);
      const known = found.get(name);
      if (known) {
        known.mentions += 1;
        if (role === 'lead') known.leads += 1;
        continue;
      }
      order += 1;
      if (!name || parseCollective(name)) continue;
      found.set(name, { name, mentions: 1, leads: role === 'lead' ? 1 : 0, first: order });
    }
  }
  const ground = groundsOf(document)[0];
  const region = document.region ?? (ground ? ground.parts.join('') || '全国' : null);
  return [...found.values()]
    .sort((a, b) => b.mentions - a.mentions || b.leads - a.leads || a.first - b.first)
    .slice(0, MOST)
    .map(({ name, mentions, leads }) => {
      const kind = guessKind(name);
      const town = townOf(name) !== null;
      return { name, kind, region: (town ? region : regionOf(name, region)) ?? '', mentions, leads };
    });
}
