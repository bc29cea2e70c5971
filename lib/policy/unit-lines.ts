import { acts } from '../names/lexicon/verbs';
import { nameLength } from '../names/name-length';
import { beginsWithLevel, isOrganName } from '../names/organ';

/**
 * Do two lines, one below the other, each begin with units: 县教育局、县卫健局：北区，150株⏎县林业局负责苗木? Behind the colon of the first stands a short
 * phrase that nothing ends; the second does not go on with it. Cost: the length of their heads.
 */
export const beginAsUnits = (a: string, b: string): boolean => areUnitsOf(a) && (areUnitsOf(b) || doesSomething(b));

/**
 * Two lines that one sign parts alike, 备车4列——调度中心⏎公交接驳——市公交公司: each is a whole one. Behind the sign stands something short that
 * no sentence ends. Cost: linear in the two lines.
 */
export function partedAlike(a: string, b: string): boolean {
  const sign = parting.exec(a)?.[1];
  return sign !== undefined && parting.exec(b)?.[1] === sign;
}
const parting = /^[^—–→⇒➔|｜▏∥。]{2,60}?(——|→|⇒|➔|=>|->|\/\/|\|\|?|｜|▏|∥|～～|~~)[^—–→⇒➔▏∥。]{2,60}$/;

/** 主侦主控▏治安大队: a word, a sign and units: it begins anew, whether the word is known as a label or not. */
export function labelledUnits(line: string): boolean {
  const m = /^([\u4e00-\u9fff]{2,6})[：:▏∥｜|→]([^：:▏∥｜|→。；]{2,60})$/.exec(line);
  return m !== null && !isOrganName(m[1]!) && m[2]!.split('、').every((name) => isOrganName(name));
}

/** Names of units, a colon, and something behind it; a word that asks for units (协责单位：) names none. */
function areUnitsOf(line: string): boolean {
  const names = /^([^：:，。；]{2,60})[：:]./.exec(line)?.[1];
  return names?.split('、').every((name) => isOrganName(name) && !/(?:单位|部门|机构)$/.test(name)) ?? false;
}

/** 县林业局负责苗木. */
function doesSomething(line: string): boolean {
  const length = beginsWithLevel(line) ? nameLength(line) : 0;
  return length > 0 && acts(line.slice(length));
}

/** 县财政局、各镇人民政府: named units and nothing else are a line of their own, as in a cell. */
export const namesOnly = (line: string): boolean =>
  line.length <= 60 &&
  line
    .replace(/[。；]$/, '')
    .split(/[、，；]/)
    .every((name) => isOrganName(name) && beginsWithLevel(name));
