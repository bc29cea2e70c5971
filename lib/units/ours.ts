import type { Duty } from './types';

/** How the assignments of a measure concern us, over all profiles; indexes into `Measure.assignments`. */
export interface Ours {
  /** By name, or by a designation that surely holds us: these are filled. */
  readonly sure: ReadonlySet<number>;
  /** Only where nothing is sure: these may be ours. */
  readonly possible: ReadonlySet<number>;
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
