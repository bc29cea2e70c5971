import { acts } from '../names/lexicon/verbs';
import { nameLength } from '../names/name-length';
import { beginsWithLevel, isOrganName, organPrefix } from '../names/organ';

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
  const [one, other] = [parting.exec(a), parting.exec(b)];
  return one !== null && other !== null && one[1] === other[1] && beginsWithUnit(one[2]!) && beginsWithUnit(other[2]!);
}
const parting = /^[^—–→⇒➔|｜▏∥。]{2,60}?(——|→|⇒|➔|=>|->|\/\/|\|\|?|｜|▏|∥|～～|~~)([^—–→⇒➔▏∥。]{2,60})$/;

/** A name, perhaps with what it does behind it: 客运一中心主控，…. */
function beginsWithUnit(words: string): boolean {
  const first = words.split(/[、，；]/, 1)[0]!.trim();
  return isOrganName(first) || organPrefix(first, 6) > 0 || /^(?:团委|工会|妇联|纪委)/.test(first);
}

/** 主侦主控▏治安大队: a word, a sign and units: it begins anew, whether the word is known as a label or not. */
export function labelledUnits(line: string): boolean {
  const m = /^([\u4e00-\u9fff]{2,6})[：:▏∥｜|→]([^：:▏∥｜|→。；]{2,60})$/.exec(line);
  return (
    m !== null && !isOrganName(m[1]!) && !leadsOn.test(m[1]!) && m[2]!.split('、').every((name) => isOrganName(name))
  );
}

/** Words that a sentence goes on with: 成员单位主要⏎包括：甲局、乙局. */
const leadsOn = /^(?:主要)?(?:包括|包含|如下|其中|有关|分别|依次|具体)/;

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
