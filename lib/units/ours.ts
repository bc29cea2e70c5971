import type { Role } from '../policy/types';
import type { Duty, DutyCertainty } from './types';

/** How the assignments of a measure concern us, over all profiles; indexes into `Measure.assignments`. */
export interface Ours {
  /** By name, or by a designation that surely holds us: these are filled. */
  readonly sure: ReadonlySet<number>;
  /** Only where nothing is sure: these may be ours. */
  readonly possible: ReadonlySet<number>;
}

const CERTAINTY: Readonly<Record<DutyCertainty, number>> = { named: 0, collective: 1, possible: 2 };
const ROLE: Readonly<Record<Role, number>> = { lead: 0, responsible: 1, participant: 2 };

/** The order in which what concerns us counts: the surest first, of equally sure ones the role that asks most. */
export const byWeight = (
  a: { readonly role: Role; readonly certainty: DutyCertainty },
  b: { readonly role: Role; readonly certainty: DutyCertainty },
): number => CERTAINTY[a.certainty] - CERTAINTY[b.certainty] || ROLE[a.role] - ROLE[b.role];

/** The one duty that speaks for a measure where several units of ours have one; null where none has. */
export function mainDuty(duties: readonly Duty[]): Duty | null {
  return duties.reduce<Duty | null>((best, duty) => (best && byWeight(best, duty) <= 0 ? best : duty), null);
}

/**
 * What makes one measure ours. Where one assignment names us for sure, a vague one beside it (其他有关部门) says nothing
 * more about us and is left out.
 *
 * @param duties of one measure, of any number of profiles
 */
export function oursIn(duties: readonly Duty[]): Ours {
  const sure = new Set<number>();
  const possible = new Set<number>();
  for (const { certainty, assignments, doubtful = [] } of duties) {
    for (const index of assignments) {
      if (certainty === 'possible') possible.add(index);
      else if (!doubtful.includes(index)) sure.add(index);
    }
  }
  return { sure, possible: sure.size > 0 ? new Set() : possible };
}

/** Measures that are ours for sure, and those that may be; the one count that every surface shows. */
export function countOurs(duties: readonly Duty[]): { readonly mine: number; readonly possible: number } {
  const sure = new Set(duties.filter(({ certainty }) => certainty !== 'possible').map(({ measure }) => measure));
  const all = new Set(duties.map(({ measure }) => measure));
  return { mine: sure.size, possible: all.size - sure.size };
}
