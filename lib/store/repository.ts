import type { Dexie } from 'dexie';
import { addOnce, patchAnnotations, putBackThese, removeThese } from './annotations';
import { asides } from './asides';
import { dueCount } from './by-hand';
import { connect } from './connection';
import type { Database } from './database';
import { acknowledge, putSeen, withPolicies } from './documents';
import { handTask } from './hand-task';
import { lookUp, OUTCOME, sweep, write } from './journal';
import { newKey } from './keys';
import { manyAtOnce, type Named } from './many';
import { pageOf } from './pages';
import type { Baseline, Kept, SeenDocument, Store, StoreChange, StoreDump, StoreProgress, TableName } from './port';
import { recognise } from './recognise';
import { noteFound } from './resolutions';
import * as shapes from './shapes';
import { among } from './some';
import { countTags } from './tags';
import { takenFrom } from './taking';
import { patchTasks, putBack, takeAway, takeOn } from './tasks';
import { type Table, transactOn } from './transact';
import { sweepTrash } from './trash';
import type { AnnotationRecord, DocumentRecord, TaskRecord } from './types';
import { asOfPresent } from './versions';
import { clearAll, dumpAll, mergeAll } from './whole';

export interface Repository extends Store {
  /** Forgets what nobody can ask back any more: of the trash, and of what was begun and never ended. */
  tidy(): Promise<void>;
}

export interface RepositoryOptions {
  readonly connection?: () => Promise<Database>;
  /** Called after a write has been committed, never for one that changed nothing. */
  readonly onChange?: (change: StoreChange) => void;
  /** Called while a call works through many records. */
  readonly onProgress?: (progress: StoreProgress) => void;
  readonly now?: () => Date;
  /** Names of the reader's units: a task says for whom it was taken on. */
  readonly units?: () => Promise<readonly string[]>;
}

const documentTables: readonly Table[] = ['documents', 'policies'];
/** A document that was seen may be another version, which its tasks follow. */
const seenTables: readonly Table[] = [...documentTables, 'baselines', 'tasks'];
const allTables: readonly Table[] = [...seenTables, 'annotations'];

/** So many records are named in the word of a change; who shows them reads only those again. */
const NAMED = 5000;

/**
 * The store over Dexie. Every method checks what it is given, then runs in one transaction: all of it or nothing.
 * Nothing is held in memory between calls, so the background may be stopped at any time.
 */
export function createRepository(options: RepositoryOptions = {}): Repository {
  const { connection = connect(), onChange = () => {}, onProgress = () => {}, now = () => new Date() } = options;
  const { units = async () => [] } = options;

  const run = transactOn(connection);
  const changed = (tables: readonly TableName[], records: readonly Named[]): void => {
    if (records.length === 0) return;
    const documentIds = [...new Set(records.map((record) => record.documentId))];
    onChange({ tables, documentIds, ...(records.length <= NAMED && { ids: records.map(({ id }) => id) }) });
  };
  const seenShape = (seen: unknown) => shapes.checked(shapes.seenDocument, seen) as unknown as SeenDocument;
  const idList = (ids: unknown) => shapes.checked(shapes.ids, ids);

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
    async recognise(seen) {
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
      const { begins } = document.policy;
      const taken = takenFrom(document.policy, await units());
      const drafts = shapes
        .checkedList(shapes.newTask, tasks)
        .map((task) => taken({ ...task, documentId: document.id }));
      const records = await run('rw', seenTables, async (database) => {
        const { fingerprint, policy } = await putSeen(database, document, now(), false);
        if (fingerprint === document.fingerprint) return takeOn(database, drafts, key, now(), begins);
        const known = await asOfPresent(database, document.id, drafts, document.policy, policy);
        return takeOn(database, known, key, now(), begins);
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
    async updateTasks(ids, patch, base, given) {
      const [change, before] = [patch, base ?? {}].map((each) => shapes.checked(shapes.taskPatch, each));
      const list = idList(ids);
      // Of all changes only this one is another when it is made twice: a recurring duty goes on by a period.
      const key = given !== undefined && change!.status === 'done' ? shapes.checked(shapes.key, given) : null;
      const records = await run('rw', ['tasks', 'trash', 'journal'], async (database) => {
        if (key !== null && (await lookUp(database, key, OUTCOME))) return among(database.tasks, undefined, list);
        const done = await patchTasks(database, list, change!, now(), before);
        if (key !== null) await write(database, { key, at: OUTCOME, made: now().toISOString(), value: true });
        return done;
      });
      changed(['tasks'], records);
      return records;
    },
    async removeTasks(ids, untouched) {
      const list = idList(ids);
      const records = await run('rw', ['tasks', 'trash'], (database) =>
        takeAway(database, list, now(), untouched === true),
      );
      changed(['tasks'], records);
      return records;
    },
    async restoreTasks(records) {
      const list: TaskRecord[] = shapes.checkedList(shapes.taskRecord, records);
      changed(['tasks'], await run('rw', ['tasks', 'trash'], (database) => putBack(database, list)));
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
    async updateAnnotations(ids, patch, base) {
      const [change, before] = [patch, base ?? {}].map((each) => shapes.checked(shapes.annotationPatch, each));
      const list = idList(ids);
      const records = await run('rw', ['annotations', 'trash'], (database) =>
        patchAnnotations(database, list, change!, now(), before),
      );
      changed(['annotations'], records);
      return records;
    },
    async removeAnnotations(ids, untouched) {
      const list = idList(ids);
      const records = await run('rw', ['annotations', 'trash'], (database) =>
        removeThese(database, list, now(), untouched === true),
      );
      changed(['annotations'], records);
      return records;
    },
    async restoreAnnotations(records) {
      const list: AnnotationRecord[] = shapes.checkedList(shapes.annotationRecord, records);
      changed(['annotations'], await run('rw', ['annotations', 'trash'], (database) => putBackThese(database, list)));
    },

    async page(name, after, given) {
      const table = shapes.checked(shapes.tableName, name);
      const most = shapes.checked(shapes.most, given);
      const key = after === undefined ? undefined : idList([after])[0];
      return run('r', [table], (database) =>
        pageOf(database[table] as Dexie.Table<Kept[typeof name], string>, key, most),
      );
    },
    counts: () =>
      run('r', ['documents', 'tasks', 'annotations'], async ({ documents, tasks, annotations }) => ({
        documents: await documents.count(),
        tasks: await tasks.count(),
        annotations: await annotations.count(),
      })),

    ...manyAtOnce({ run, changed, onChange, onProgress, now }),

    tags: () => run('r', ['tasks', 'annotations'], countTags),

    dump: () => run('r', allTables, dumpAll),
    async merge(dump) {
      const whole = dumpOf(dump);
      const { report } = await run('rw', allTables, (database) => mergeAll(database, whole, now()));
      if (report.added + report.updated) everythingChanged();
      return report;
    },
    ...asides({ run, dumpOf, everythingChanged, now }),
    tidy: () =>
      run('rw', ['trash', 'journal'], async (database) => {
        await sweepTrash(database, now());
        await sweep(database, now());
      }),
    async clear() {
      await run('rw', [...allTables, 'trash', 'files', 'fileData', 'journal'], clearAll);
      everythingChanged();
    },
  };
}
