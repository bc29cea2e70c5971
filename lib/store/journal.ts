import type { Database } from './database';

/** A line of the journal. */
export interface JournalRow {
  /** Random, made by the caller. */
  readonly key: string;
  /** From 0: the parts of something that is brought in; below 0: what came of it. */
  readonly at: number;
  readonly made: string;
  readonly value: unknown;
}

/** Where the outcome of a call stands, beside the parts that went into it. */
export const OUTCOME = -1;

/** How long what was done can be undone, and what was begun and never ended is kept, in milliseconds. */
const KEPT_MS = 24 * 60 * 60 * 1000;

export const write = (database: Database, row: JournalRow): Promise<unknown> => database.journal.put(row);

/** What a line holds; null where there is none. */
export async function lookUp<Value>(database: Database, key: string, at: number): Promise<Value | null> {
  return ((await database.journal.get([key, at]))?.value as Value | undefined) ?? null;
}

/** The parts under a key, in order. */
export async function partsOf<Value>(database: Database, key: string): Promise<Value[]> {
  const rows = await database.journal.where('[key+at]').between([key, 0], [key, Infinity]).toArray();
  return rows.map(({ value }) => value as Value);
}

/** Takes the parts under a key away; what came of them stays. */
export const dropParts = (database: Database, key: string): Promise<number> =>
  database.journal.where('[key+at]').between([key, 0], [key, Infinity]).delete();

export const drop = (database: Database, key: string): Promise<number> =>
  database.journal.where('[key+at]').between([key, -Infinity], [key, Infinity]).delete();

/** Takes back what was begun long ago and never ended, and forgets what can be undone no more. @returns How many lines. */
export const sweep = (database: Database, now: Date): Promise<number> =>
  database.journal
    .where('made')
    .below(new Date(now.getTime() - KEPT_MS).toISOString())
    .delete();
