import type { Dexie } from 'dexie';
import { addOnce, patchAnnotations, putBackThese, removeThese } from './annotations';
import { editMany, receiptOf, undoMany } from './bulk';
import { dueCount, handTask } from './by-hand';
import { connect } from './connection';
import type { Database } from './database';
import { acknowledge, putSeen, withPolicies } from './documents';
import { drop, lookUp, OUTCOME, sweep, write } from './journal';
import { newKey } from './keys';
import { pageOf } from './pages';
import type {
  Baseline,
  BulkEdit,
  BulkReceipt,
  Kept,
  MergeReport,
  SeenDocument,
  Store,
  StoreChange,
  StoreDump,
  TableName,
} from './port';
import { recognise } from './recognise';
import { noteFound } from './resolutions';
import * as shapes from './shapes';
import { among } from './some';
import { mergeAside, Planned, putAside, takeBack } from './staging';
import { countTags } from './tags';
import { patchTasks, putBack, takeAway, takeOn, taskManner } from './tasks';
import { type Table, transactOn } from './transact';
import type { AnnotationRecord, DocumentRecord, TaskRecord } from './types';
import { asOfPresent } from './versions';
import { clearAll, dumpAll, mergeAll } from './whole';

export interface RepositoryOptions {
  readonly connection?: () => Promise<Database>;
  /** Called after a write has been committed, never for one that changed nothing. */
  readonly onChange?: (change: StoreChange) => void;
  readonly now?: () => Date;
}

const documentTables: readonly Table[] = ['documents', 'policies'];
/** A document that was seen may be another version, which its tasks follow. */
const seenTables: readonly Table[] = [...documentTables, 'baselines', 'tasks'];
const allTables: readonly Table[] = [...seenTables, 'annotations'];

/**
 * The store over Dexie. Every method checks what it is given, then runs in one transaction: all of it or nothing.
 * Nothing is held in memory between calls, so the background may be stopped at any time.
 */
export function createRepository(options: RepositoryOptions = {}): Store {
  const { connection = connect(), onChange = () => {}, now = () => new Date() } = options;

  const run = transactOn(connection);
  const changed = (tables: readonly TableName[], records: readonly { readonly documentId: string }[]): void => {
    if (records.length) onChange({ tables, documentIds: [...new Set(records.map((record) => record.documentId))] });
  };
  const seenShape = (seen: unknown) => shapes.checked(shapes.seenDocument, seen) as unknown as SeenDocument;
  const idList = (ids: unknown) => shapes.checked(shapes.ids, ids);

  const mannerOf = (name: 'tasks' | 'annotations') => (name === 'tasks' ? taskManner : undefined);
  const edited = async (
    name: 'tasks' | 'annotations',
    shape: typeof shapes.bulkTasks | typeof shapes.bulkAnnotations,
    ids: readonly string[],
    edit: BulkEdit<object>,
    given: string,
  ): Promise<BulkReceipt> => {
    const change = shapes.checked(shape, edit) as BulkEdit<object>;
    const [list, key] = [idList(ids), shapes.checked(shapes.key, given)];
    let records: readonly { readonly documentId: string }[] = [];
    const receipt = await run('rw', [name, 'journal'], async (database) => {
      const before = await lookUp<BulkReceipt>(database, key, OUTCOME);
      if (before) return before;
      const table = database[name] as Dexie.Table<TaskRecord, string>;
      const done = await editMany(table, list, change, now(), mannerOf(name));
      records = done.records;
      const outcome = receiptOf(done.changes);
      await write(database, { key, at: OUTCOME, made: now().toISOString(), value: outcome });
      return outcome;
    });
    changed([name], records);
    return receipt;
  };
  const undone = async (
    name: 'tasks' | 'annotations',
    shape: typeof shapes.taskReceipt | typeof shapes.annotationReceipt,
    receipt: BulkReceipt,
  ): Promise<void> => {
    const { changes } = shapes.checked(shape, receipt) as BulkReceipt;
    const records = await run('rw', [name], (database) =>
      undoMany(database[name] as Dexie.Table<TaskRecord, string>, changes, now(), mannerOf(name)),
    );
    changed([name], records);
  };
  const keyOf = (key: unknown) => shapes.checked(shapes.key, key);
  const dumpOf = (dump: StoreDump): StoreDump => ({
    documents: shapes.checkedList(shapes.documentRecord, dump.documents) as unknown as DocumentRecord[],
    tasks: shapes.checkedList(shapes.taskRecord, dump.tasks),
    annotations: shapes.checkedList(shapes.annotationRecord, dump.annotations),
    baselines: shapes.checkedList(shapes.baseline, dump.baselines ?? []) as unknown as Baseline[],
  });
  const everythingChanged = () => onChange({ tables: ['documents', 'tasks', 'annotations'], documentIds: [] });

  return {
    async saveDocument(seen) {
      const document = seenShape(seen);
      const record = await run('rw', seenTables, (database) => putSeen(database, document, now(), true));
      onChange({
        tables: record.changed !== undefined ? ['documents', 'tasks'] : ['documents'],
        documentIds: [record.id],
      });
      return record;
    },
    documents: () =>
      run('r', documentTables, async (database) => withPolicies(database, await database.documents.toArray())),
    document: (id) =>
      run('r', documentTables, async (database): Promise<DocumentRecord | null> => {
        const head = await database.documents.get(id);
        return head ? ((await withPolicies(database, [head]))[0] ?? null) : null;
      }),
    recognise(seen) {
      const document = seenShape(seen);
      return run('r', documentTables, (database) => recognise(database, document));
    },
    baseline: (id) => run('r', ['baselines'], async ({ baselines }) => (await baselines.get(id)) ?? null),
    async acknowledge(id) {
      const [document] = idList([id]);
      const there = await run('rw', ['documents', 'baselines'], (database) => acknowledge(database, document!));
      if (there) onChange({ tables: ['documents', 'tasks'], documentIds: [document!] });
    },
    async noteResolutions(found) {
      const list = shapes.checked(shapes.resolutions, found);
      const records = await run('rw', ['tasks', 'annotations'], (database) => noteFound(database, list));
      changed(['tasks', 'annotations'], records);
    },
    documentHeads: () => run('r', ['documents'], (database) => database.documents.toArray()),

    tasks(documentId, ids) {
      const list = ids && idList(ids);
      return run('r', ['tasks'], ({ tasks }) => among(tasks, documentId, list));
    },
    async addTasks(seen, tasks, key = newKey()) {
      const document = seenShape(seen);
      const drafts = shapes.checkedList(shapes.newTask, tasks).map((task) => ({ ...task, documentId: document.id }));
      const records = await run('rw', seenTables, async (database) => {
        const { fingerprint, policy } = await putSeen(database, document, now(), false);
        if (fingerprint === document.fingerprint) return takeOn(database, drafts, key, now());
        const known = await asOfPresent(database, document.id, drafts, document.policy, policy);
        return takeOn(database, known, key, now());
      });
      changed(['documents', 'tasks'], records);
      return records;
    },
    async addByHand(task, key = newKey()) {
      const draft = handTask(shapes.checked(shapes.newHandTask, task));
      const [record] = await run('rw', ['tasks'], (database) => takeOn(database, [draft], key, now()));
      changed(['tasks'], [record!]);
      return record!;
    },
    due(today) {
      const day = shapes.checked(shapes.day, today);
      return run('r', ['tasks'], (database) => dueCount(database, day));
    },
    async updateTasks(ids, patch) {
      const change = shapes.checked(shapes.taskPatch, patch);
      const list = idList(ids);
      const records = await run('rw', ['tasks'], (database) => patchTasks(database, list, change, now()));
      changed(['tasks'], records);
      return records;
    },
    editTasks: (ids, edit, key = newKey()) => edited('tasks', shapes.bulkTasks, ids, edit, key),
    undoTasks: (receipt) => undone('tasks', shapes.taskReceipt, receipt),
    async removeTasks(ids) {
      const list = idList(ids);
      const records = await run('rw', ['tasks'], (database) => takeAway(database, list));
      changed(['tasks'], records);
      return records;
    },
    async restoreTasks(records) {
      const list: TaskRecord[] = shapes.checkedList(shapes.taskRecord, records);
      changed(['tasks'], await run('rw', ['tasks'], (database) => putBack(database, list)));
    },

    annotations(documentId, ids) {
      const list = ids && idList(ids);
      return run('r', ['annotations'], ({ annotations }) => among(annotations, documentId, list));
    },
    async addAnnotation(seen, annotation, key = newKey()) {
      const document = seenShape(seen);
      const draft = { ...shapes.checked(shapes.newAnnotation, annotation), documentId: document.id };
      const record = await run('rw', allTables, async (database) => {
        await putSeen(database, document, now(), false);
        return addOnce(database, draft, key, now());
      });
      changed(['documents', 'annotations'], [record]);
      return record;
    },
    async updateAnnotations(ids, patch) {
      const change = shapes.checked(shapes.annotationPatch, patch);
      const list = idList(ids);
      const records = await run('rw', ['annotations'], (database) => patchAnnotations(database, list, change, now()));
      changed(['annotations'], records);
      return records;
    },
    editAnnotations: (ids, edit, key = newKey()) => edited('annotations', shapes.bulkAnnotations, ids, edit, key),
    undoAnnotations: (receipt) => undone('annotations', shapes.annotationReceipt, receipt),
    async removeAnnotations(ids) {
      const list = idList(ids);
      const records = await run('rw', ['annotations'], (database) => removeThese(database, list));
      changed(['annotations'], records);
      return records;
    },
    async restoreAnnotations(records) {
      const list: AnnotationRecord[] = shapes.checkedList(shapes.annotationRecord, records);
      changed(['annotations'], await run('rw', ['annotations'], (database) => putBackThese(database, list)));
    },

    async page(name, after) {
      const table = shapes.checked(shapes.tableName, name);
      const key = after === undefined ? undefined : idList([after])[0];
      return run('r', [table], (database) => pageOf(database[table] as Dexie.Table<Kept[typeof name], string>, key));
    },
    counts: () =>
      run('r', ['documents', 'tasks', 'annotations'], async ({ documents, tasks, annotations }) => ({
        documents: await documents.count(),
        tasks: await tasks.count(),
        annotations: await annotations.count(),
      })),

    tags: () => run('r', ['tasks', 'annotations'], countTags),

    dump: () => run('r', allTables, dumpAll),
    async merge(dump) {
      const whole = dumpOf(dump);
      const report = await run('rw', allTables, (database) => mergeAll(database, whole));
      if (report.added + report.updated) everythingChanged();
      return report;
    },
    async putAside(key, at, part) {
      const [own, number, whole] = [keyOf(key), shapes.checked(shapes.partNumber, at), dumpOf(part)];
      await run('rw', ['journal'], async (database) => {
        if (number === 0) await sweep(database, now());
        await putAside(database, own, number, whole, now());
      });
    },
    async planAside(key) {
      const own = keyOf(key);
      let report: MergeReport | null = null;
      // Done, and then thrown away: what would come of it is known by trying.
      await run('rw', [...allTables, 'journal'], async (database) => {
        report = await mergeAside(database, own, now(), false);
        throw new Planned();
      }).catch((error: unknown) => {
        if (!report) throw error;
      });
      return report as unknown as MergeReport;
    },
    async mergeAside(key) {
      const own = keyOf(key);
      const report = await run('rw', [...allTables, 'journal'], (database) => mergeAside(database, own, now()));
      if (report.added + report.updated) everythingChanged();
      return report;
    },
    async takeBack(key) {
      const own = keyOf(key);
      const there = await run('rw', [...allTables, 'journal'], (database) => takeBack(database, own));
      if (there) everythingChanged();
      return there;
    },
    async dropAside(key) {
      const own = keyOf(key);
      await run('rw', ['journal'], (database) => drop(database, own));
    },
    async clear() {
      await run('rw', [...allTables, 'files', 'fileData', 'journal'], clearAll);
      everythingChanged();
    },
  };
}
