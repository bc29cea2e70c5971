import { type Collective, parseCollective } from './collective';
import { type Name, parseName, townOf } from './name';
import { normaliseUnit } from './normalise';
import { topicsOf } from './organ-key';
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
  /** Keys of the organs it may mean by their subject (教育部门); empty for a name. */
  readonly topics: readonly string[];
  /** The organ it is an office of: 县公安局 of 县公安局交警大队. */
  readonly owner: Name | null;
}

/** 县公安局交警大队: an office inside an organ, told by the organ's whole name before it. Branches are organs themselves. */
const PART =
  /^(.{2,}?[局厅]|.+?(?:法院|检察院))(.{2,}(?:大队|中队|支队|队|所|科|股|室|中心|站|处|庭|局))(?<!分局|支局)$/u;

export function readSingle(text: string, known: readonly string[]): Single {
  const name = parseName(text, known);
  const owner = PART.exec(text)?.[1];
  return {
    name,
    town: townOf(name.core) ?? townOf(text),
    topics: topicsOf(name.core),
    owner: owner ? parseName(owner, known) : null,
  };
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
