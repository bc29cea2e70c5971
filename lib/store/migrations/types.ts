import type { Transaction } from 'dexie';

/**
 * One step of the schema, in a file of its own, named after the version it leads to. It runs inside the browser's
 * version change: a step that throws leaves the database at the version it had, with its data.
 */
export interface Migration {
  /** Counts from 1, without gaps. IndexedDB itself counts in tens of it (Dexie's way). */
  readonly version: number;
  /** What changes in tables and indexes, in Dexie's notation; a table that is not named stays as it is. */
  readonly tables: Readonly<Record<string, string | null>>;
  /** Brings the records over. May await only the transaction's own tables: anything else would let it commit early. */
  readonly upgrade?: (transaction: Transaction) => Promise<void>;
  /** One record before and after, run by the tests. A step without `upgrade` has none. */
  readonly example?: {
    readonly table: string;
    readonly before: object;
    readonly after: object;
    /** Records of other tables that the step looks into, by their table. */
    readonly beside?: Readonly<Record<string, object>>;
  };
}
