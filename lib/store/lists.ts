import type { Table } from 'dexie';
import { connect } from './connection';
import type { Database } from './database';
import type { Kept, TableName } from './port';
import { inOrder, together } from './together';
import { firstTasks } from './top';
import { transactOn } from './transact';
import type { AnnotationRecord, DocumentHead, TaskRecord } from './types';

/** Records read at a time: some 20 ms of the page's own time, between which it draws and answers. */
const COUNT = 500;

/** What the lists show before all of it is read. */
export interface First {
  readonly tasks: readonly TaskRecord[];
  readonly annotations: readonly AnnotationRecord[];
  /** Of these. */
  readonly documents: readonly DocumentHead[];
  /** There is no more. */
  readonly whole: boolean;
}

/**
 * The lists of everything, for a page of ours that shows them. It reads the database itself: through messages every record
 * is written and parsed as JSON on its way, which takes five times as long. Nothing is ever written here.
 */
export interface Lists {
  /** The first of each list in the order in which it opens, however many there are. @param count Of each. */
  first(count: number): Promise<First>;
  /** These records, as far as they are there, each once. */
  some<Name extends TableName>(table: Name, ids: readonly string[]): Promise<Kept[Name][]>;
  /** All records of a table, in the order of ids. @param onRead How many were read so far. */
  all<Name extends TableName>(table: Name, onRead?: (count: number) => void): Promise<Kept[Name][]>;
}

/** Rejects with a `StoreError`, like all that reads the database. */
export function createLists(connection: () => Promise<Database> = connect()): Lists {
  const run = transactOn(connection);
  return {
    first: (count) =>
      run('r', ['tasks', 'annotations', 'documents'], async (database) => {
        const [tasks, annotations] = await Promise.all([
          firstTasks(database, count + 1),
          database.annotations
            .orderBy('updated')
            .reverse()
            .limit(count + 1)
            .toArray(),
        ]);
        const ids = new Set([...tasks, ...annotations].map(({ documentId }) => documentId));
        const heads = await database.documents.bulkGet([...ids]);
        return {
          tasks: tasks.slice(0, count),
          annotations: annotations.slice(0, count),
          documents: heads.filter((head) => head !== undefined),
          whole: tasks.length <= count && annotations.length <= count,
        };
      }),
    async some(name, ids) {
      const found = new Map<string, Kept[typeof name]>();
      const all = inOrder(ids);
      // Of thousands that were changed together some at a time, as below.
      for (let at = 0; at < all.length; at += COUNT) {
        const part = await run('r', [name], (database) =>
          together(database[name] as Table<Kept[typeof name], string>, all.slice(at, at + COUNT)),
        );
        for (const record of part) found.set(record.id, record);
      }
      return [...new Set(ids)].flatMap((id) => found.get(id) ?? []);
    },
    async all(name, onRead = () => {}) {
      const records: Kept[typeof name][] = [];
      let after: string | undefined;
      for (;;) {
        const part = await run('r', [name], (database) => {
          const table = database[name] as Table<Kept[typeof name], string>;
          return (after === undefined ? table.orderBy(':id') : table.where(':id').above(after)).limit(COUNT).toArray();
        });
        for (const record of part) records.push(record);
        onRead(records.length);
        after = part.at(-1)?.id;
        if (part.length < COUNT) return records;
      }
    },
  };
}
