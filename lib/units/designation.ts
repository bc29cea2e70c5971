import { type Collective, parseCollective } from './collective';
import { type Name, parseName, townOf } from './name';
import { normaliseUnit } from './normalise';
import { asideIn, exceptionIn, namesIn, withoutOpenEnd } from './several';

/** A printed unit read once, for all profiles. */
export interface Designation {
  /** Normalised, without what it leaves out or leaves open. */
  readonly text: string;
  /** What class it names; null: one unit, or several that share a suffix. */
  readonly collective: Collective | null;
  readonly singles: readonly Single[];
  /** Named only in a remark on it: perhaps asked, too. */
  readonly aside: readonly Single[];
  /** Left out of it. */
  readonly excepted: readonly Single[];
  /** It leaves out some that it does not name. */
  readonly vague: boolean;
}

/** One unit's name, with the township it names where it does. */
export interface Single {
  readonly name: Name;
  readonly town: string | null;
}

export function readSingle(text: string, known: readonly string[]): Single {
  const name = parseName(text, known);
  return { name, town: townOf(name.core) ?? townOf(text) };
}

/** @param known names of the places at hand, longest first (see `parseName`) */
export function readDesignation(unit: string, known: readonly string[]): Designation {
  const { text: whole, excepted, vague } = exceptionIn(normaliseUnit(unit));
  const text = withoutOpenEnd(whole);
  const collective = text ? parseCollective(text) : null;
  const read = (names: readonly string[]): Single[] => names.map((name) => readSingle(name, known));
  const singles = text && !collective ? read(namesIn(text)) : [];
  return { text, collective, singles, aside: read(asideIn(text)), excepted: read(excepted), vague };
}
