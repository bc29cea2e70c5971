import type { PolicyDocument } from '../../lib/policy/types';
import { parseRegion, relate } from '../../lib/units';
import type { Profile } from '../../lib/units/types';

/** A document of another place than any of our units: its 区司法局 is another's. */
export interface Elsewhere {
  readonly region: string;
  /** other: beside ours. wider: of a place that is larger than ours. */
  readonly how: 'other' | 'wider';
}

/** Where a document comes from that does not name us, as far as its region and ours are known; null where it is ours. */
export function elsewhereOf({ region }: PolicyDocument, profiles: readonly Profile[]): Elsewhere | null {
  const place = region ? parseRegion(region) : null;
  if (!region || !place || profiles.length === 0) return null;
  const homes = profiles.map((profile) => (profile.region ? parseRegion(profile.region) : null));
  const hows = homes.map((home): Elsewhere['how'] | null => {
    if (!home) return null;
    const last = home.parts.at(-1);
    if (home.level > place.level) return relate(home, place) === 'apart' ? 'other' : 'wider';
    return home.level === place.level && last !== place.parts.at(-1) && relate(home, place) !== 'same' ? 'other' : null;
  });
  const [first] = hows;
  return first && hows.every((how) => how !== null) ? { region: place.parts.at(-1) ?? region, how: first } : null;
}
