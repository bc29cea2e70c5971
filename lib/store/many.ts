import type { Table } from 'dexie';
import { editMany, receiptOf, undoMany } from './bulk';
import { StoreError } from './errors';
import { lookUp, OUTCOME, write } from './journal';
import { newKey } from './keys';
import { taskManner } from './manner';
import type { BulkEdit, BulkReceipt, Store, StoreChange, StoreProgress, TableName } from './port';
import * as shapes from './shapes';
import type { Transact } from './transact';
import { moveIn, putBackFrom, trashed } from './trash';
import type { TaskRecord } from './types';

/** Which record, of which document. */
export type Named = { readonly id: string; readonly documentId: string };

interface Parts {
  readonly run: Transact;
  readonly changed: (tables: readonly TableName[], records: readonly Named[]) => void;
  readonly onChange: (change: StoreChange) => void;
  readonly onProgress: (progress: StoreProgress) => void;
  readonly now: () => Date;
}

type Many =
  | 'editTasks'
  | 'editEachTask'
  | 'undoTasks'
  | 'stop'
  | 'editAnnotations'
  | 'undoAnnotations'
  | 'moveToTrash'
  | 'putBack'
  | 'trashed'
  | 'emptyTrash';

/** Fewer records than this are told of only when they are done. */
const MANY = 1000;

const mannerOf = (name: 'tasks' | 'annotations') => (name === 'tasks' ? taskManner : undefined);
const idList = (ids: unknown) => shapes.checked(shapes.ids, ids);
const keyOf = (key: unknown) => shapes.checked(shapes.key, key);

/** The part of the store that works through many records in one call: all of them or none. */
export function manyAtOnce({ run, changed, onChange, onProgress, now }: Parts): Pick<Store, Many> {
  /** Keys of calls that are at work, and whether they are to stop. */
  const atWork = new Map<string, boolean>();
  /** What is done in one go is over before anybody could look. @throws StoreError `stopped`, which takes the transaction back. */
  const progressOf = (key: string) => (done: number, of: number) => {
    if (atWork.get(key)) throw new StoreError('stopped');
    if (of > MANY) onProgress({ key, done, of });
  };
  const stoppable = async <Result>(key: string, work: () => Promise<Result>): Promise<Result> => {
    atWork.set(key, false);
    try {
      return await work();
    } finally {
      atWork.delete(key);
    }
  };

  const edited = async (
    name: 'tasks' | 'annotations',
    list: readonly string[],
    editOf: (id: string) => BulkEdit<object>,
    given: string,
  ): Promise<BulkReceipt> => {
    const key = keyOf(given);
    let records: readonly Named[] = [];
    const receipt = await stoppable(key, () =>
      run('rw', [name, 'journal'], async (database) => {
        const before = await lookUp<BulkReceipt>(database, key, OUTCOME);
        if (before) return before;
        const table = database[name] as Table<TaskRecord, string>;
        const how = { manner: mannerOf(name), onProgress: progressOf(key) };
        const done = await editMany(table, list, editOf, now(), how);
        records = done.records;
        const outcome = receiptOf(done.changes);
        await write(database, { key, at: OUTCOME, made: now().toISOString(), value: outcome });
        return outcome;
      }),
    );
    changed([name], records);
    return receipt;
  };
  const undone = async (
    name: 'tasks' | 'annotations',
    shape: typeof shapes.taskReceipt | typeof shapes.annotationReceipt,
    receipt: BulkReceipt,
    given?: string,
  ): Promise<void> => {
    const { changes } = shapes.checked(shape, receipt) as BulkReceipt;
    const key = keyOf(given ?? newKey());
    const how = { manner: mannerOf(name), onProgress: progressOf(key) };
    const records = await stoppable(key, () =>
      run('rw', [name], (database) => undoMany(database[name] as Table<TaskRecord, string>, changes, now(), how)),
    );
    changed([name], records);
  };
  const alike = (shape: typeof shapes.bulkTasks | typeof shapes.bulkAnnotations, edit: unknown) => {
    const change = shapes.checked(shape, edit) as BulkEdit<object>;
    return () => change;
  };
  return {
    editTasks: async (ids, edit, key = newKey()) => edited('tasks', idList(ids), alike(shapes.bulkTasks, edit), key),
    async editEachTask(edits, key = newKey()) {
      const each = new Map(shapes.checkedList(shapes.oneTaskEdit, edits).map(({ id, edit }) => [id, edit]));
      return edited('tasks', [...each.keys()], (id) => each.get(id) as BulkEdit<object>, key);
    },
    async stop(given) {
      const key = keyOf(given);
      if (atWork.has(key)) atWork.set(key, true);
    },
    undoTasks: (receipt, key) => undone('tasks', shapes.taskReceipt, receipt, key),
    editAnnotations: async (ids, edit, key = newKey()) =>
      edited('annotations', idList(ids), alike(shapes.bulkAnnotations, edit), key),
    undoAnnotations: (receipt, key) => undone('annotations', shapes.annotationReceipt, receipt, key),
    async moveToTrash(table, ids, given) {
      const [name, list] = [shapes.checked(shapes.trashTable, table), idList(ids)];
      const key = keyOf(given ?? newKey());
      let named: Named[] = [];
      const moved = await stoppable(key, () =>
        run('rw', [name, 'trash', 'journal'], async (database) => {
          // What was asked twice, because the answer was lost, was done the first time.
          const before = await lookUp<string[]>(database, key, OUTCOME);
          if (before) return before;
          named = await moveIn(database, { name, ids: list, now: now(), onProgress: progressOf(key) });
          const gone = named.map(({ id }) => id);
          await write(database, { key, at: OUTCOME, made: now().toISOString(), value: gone });
          return gone;
        }),
      );
      changed([name], named);
      return moved;
    },
    async putBack(ids) {
      const list = idList(ids);
      const rows = await run('rw', ['tasks', 'annotations', 'trash'], (database) => putBackFrom(database, list));
      for (const name of ['tasks', 'annotations'] as const) {
        changed(
          [name],
          rows.filter(({ table }) => table === name).map(({ record }) => record),
        );
      }
      return rows.length;
    },
    trashed: () => run('r', ['trash', 'documents'], trashed),
    async emptyTrash(ids) {
      const list = ids && idList(ids);
      await run('rw', ['trash'], async ({ trash }) => {
        await (list ? trash.bulkDelete([...list]) : trash.clear());
      });
      // No record is another, but who shows the trash looks again.
      onChange({ tables: [], documentIds: [] });
    },
  };
}
