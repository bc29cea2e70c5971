import type { Transaction } from 'dexie';
import type { Database } from './database';
import { toStoreError } from './errors';

/** The tables, by name. */
export type Table =
  | 'documents'
  | 'policies'
  | 'baselines'
  | 'tasks'
  | 'annotations'
  | 'trash'
  | 'files'
  | 'fileData'
  | 'journal';

/** Does work in one transaction over some tables: all of it or nothing. Rejects with a `StoreError`. */
export type Transact = <Result>(
  mode: 'r' | 'rw',
  tables: readonly Table[],
  work: (database: Database) => PromiseLike<Result>,
) => Promise<Result>;

export function transactOn(connection: () => Promise<Database>): Transact {
  return async (mode, tables, work) => {
    let inside: Transaction | undefined;
    try {
      const database = await connection();
      // A disk that is full may fail the commit, after the last request: only the transaction's end counts.
      return await database.transaction(mode, [...tables], (transaction) => {
        inside = transaction;
        return work(database);
      });
    } catch (error) {
      throw toStoreError(error, inside?.idbtrans?.error);
    }
  };
}
