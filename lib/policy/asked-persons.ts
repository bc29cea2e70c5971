import { isOrganName, organPrefix } from '../names/organ';
import type { Strand } from '../text/strand';
import type { Role } from './types';

/** A label of a person with a unit behind it: 责任人：县住建局 赵某. */
export interface AskedPerson {
  readonly label: string;
  readonly role: Role;
}

const word = '(?:第一|直接|主要|具体|工作)?(?:责任|负责|牵头|承办|落实|牵头负责)人员?';
const labels = new RegExp(`(?:^|[^\\u4e00-\\u9fff])(${word})[：:]`, 'g');
const heading = new RegExp(`^${word}$`);
/** How sure a unit is that is named where a person is asked for. */
export const inHisStead = 0.75;
/** Longest value that is looked at. */
const longest = 40;
const none: readonly AskedPerson[] = [];

/**
 * The labels in a line that ask for a person and have a unit behind them, with that person or alone. Who leads a unit is asked for, and
 * what he does is the unit's: where a paper has no labels for units, these are. Cost: linear in the line.
 */
export function askedPersons({ text }: Strand): readonly AskedPerson[] {
  if (!text.includes('人：') && !text.includes('人:')) return none;
  const found: AskedPerson[] = [];
  for (const m of text.matchAll(labels)) {
    const behind = m.index + m[0].length;
    if (namesUnitFirst(text.slice(behind, behind + longest))) found.push({ label: m[1]!, role: roleOf(m[1]!) });
  }
  return found;
}

const roleOf = (label: string): Role => (label.startsWith('牵头') ? 'lead' : 'responsible');

/** The role of the units below a heading that asks for persons; null for any other. */
export const roleOfPersons = (label: string): Role | null => (heading.test(label) ? roleOf(label) : null);

/** 县住建局 赵某, 县住建局副局长赵某某, 县住建局: a value begins with a unit, and a person is behind it or nothing. */
export function namesUnitFirst(value: string): boolean {
  const [first = ''] = value.slice(0, longest).split(/[、，；。,;\s]/, 1);
  return isOrganName(first) || organPrefix(first, longestPerson) >= 3;
}

/** An office and a name: 副局长赵某某. */
const longestPerson = 8;
