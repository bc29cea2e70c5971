import { acts } from '../names/lexicon/verbs';
import { nameLength } from '../names/name-length';
import { beginsWithLevel, isOrganName } from '../names/organ';

/**
 * Do two lines, one below the other, each begin with units: 县教育局、县卫健局：北区，150株⏎县林业局负责苗木? Behind the colon of the first stands a short
 * phrase that nothing ends; the second does not go on with it. Cost: the length of their heads.
 */
export const beginAsUnits = (a: string, b: string): boolean => areUnitsOf(a) && (areUnitsOf(b) || doesSomething(b));

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
