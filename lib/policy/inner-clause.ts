import { isOrgan } from '../names/organ';
import { closesAt } from '../text/chars';
import { readPart } from './clause-forms';
import type { Grammar } from './grammar';
import type { Role } from './types';

/** A clause in a bracket behind a unit: where the bracket opens, the role it says, and where its units end in the name. */
export interface InnerClause {
  readonly at: number;
  readonly end: number;
  readonly role: Role;
}

/** Longer than two names: a hostile nest of brackets is not taken apart. */
const longest = 80;

/** 县财政局（县水利局配合）: two units, each with its role. Null for a name of one unit. */
export function innerClause(name: string, grammar: Grammar): InnerClause | null {
  const at = name.length <= longest && closesAt(name, name.length - 1) ? name.search(/[（(〔［[]/) : -1;
  if (at < 2 || !isOrgan(name.slice(0, at))) return null;
  const read = readPart(name.slice(at + 1, -1), grammar);
  const end = at + 1 + (read?.at ?? 0);
  return read?.role && isOrgan(name.slice(at + 1, end)) ? { at, end, role: read.role } : null;
}
