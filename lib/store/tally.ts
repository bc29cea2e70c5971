import type { TableName } from './port';

/** How many records there are of each. */
export type Counts = Readonly<Record<TableName, number>>;

/** A database that lost less may have been cut off while the reader removed something: that is no loss. */
const FEW = 20;
const tables: readonly TableName[] = ['documents', 'tasks', 'annotations'];

/**
 * What was counted when it was last written, against what is there now. The count is kept outside the database, so a
 * database that was emptied, or lost a great part, is noticed: by itself it looks like a new one.
 *
 * @param noted What was there; null where nothing was ever counted.
 * @returns what was noted, where a table is empty that was not, or holds less than half of 20 or more; else null.
 */
export function lossOf(noted: Counts | null, present: Counts): Counts | null {
  if (!noted) return null;
  const lost = tables.some((table) => {
    const [before, now] = [noted[table], present[table]];
    return before > 0 && (now === 0 || (before >= FEW && now < before / 2));
  });
  return lost ? noted : null;
}
