import { regionOf } from '../names/region-of';
import type { Role } from '../policy/types';
import type { DutyCertainty, Profile, UnitKind, Why } from './types';

/**
 * The one-line reason as data: "参加单位：区政府各部门 — 本单位（政府部门）在其中". `key` names a text of the locale group `why`,
 * whose places are $1 the role's word (`role.*`), $2 the unit as printed, $3 the reader's unit, $4 the kind's word
 * (`common.unitKind.*`).
 */
export interface Explanation {
  readonly key:
    | 'sameName'
    | 'alias'
    | 'shortForm'
    | 'renamed'
    | 'classMember'
    | 'classRelevant'
    | 'classOther'
    | 'probableAlias'
    | 'ownPart'
    | 'placeUnknown'
    | 'homeUnknown'
    | 'wordingUnsure';
  readonly role: Role;
  /** The unit as printed. */
  readonly unit: string;
  /** The reader's own unit as entered. */
  readonly name: string;
  readonly kind: UnitKind;
}

const KEYS: Readonly<Record<Why['relation'], Explanation['key']>> = {
  'same-name': 'sameName',
  alias: 'alias',
  'short-form': 'shortForm',
  renamed: 'renamed',
  'class-member': 'classMember',
  'class-relevant': 'classRelevant',
  'class-other': 'classOther',
  'probable-alias': 'probableAlias',
  'own-part': 'ownPart',
};

/** The same organ by its name: where that is in doubt, the doubt is not about the name. */
const SAME: ReadonlySet<Why['relation']> = new Set(['same-name', 'alias', 'short-form', 'renamed']);

/** What keeps a name that is ours from being surely us. */
function doubtOf(why: Why, profile: Profile): Explanation['key'] {
  if (why.doubt === 'wording') return 'wordingUnsure';
  return profile.region || regionOf(profile.name) ? 'placeUnknown' : 'homeUnknown';
}

/**
 * Why a duty is the profile's, ready to be worded in any language.
 *
 * @param certainty of the duty: of a name that is ours and yet only possible, the doubt is what has to be said
 */
export function explain(why: Why, profile: Profile, certainty: DutyCertainty = 'named'): Explanation {
  const doubted = certainty === 'possible' && SAME.has(why.relation);
  const key = doubted ? doubtOf(why, profile) : KEYS[why.relation];
  return { key, role: why.role, unit: why.unit, name: profile.name, kind: profile.kind };
}
