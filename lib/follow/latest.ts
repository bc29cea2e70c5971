import type { FollowUp, ProgressEntry } from './types';

/** Entries in the order of their days; of one day in the order in which they were told. */
export const inOrder = (progress: readonly ProgressEntry[]): ProgressEntry[] =>
  [...progress].sort((a, b) => compare(a.on, b.on) || compare(a.at, b.at) || compare(a.id, b.id));

/** What was told last. */
export function latestOf({ progress }: FollowUp): ProgressEntry | undefined {
  return progress && inOrder(progress).at(-1);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
