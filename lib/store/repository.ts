import { addOnce, patchAnnotations, putBackThese, removeThese } from './annotations';
import { connect } from './connection';
import type { Database } from './database';
import { acknowledge, putSeen, withPolicies } from './documents';
import { newKey } from './keys';
import type { Baseline, SeenDocument, Store, StoreChange, TableName } from './port';
import { recognise } from './recognise';
import { noteFound } from './resolutions';
import * as shapes from './shapes';
import { among } from './some';
import { countTags } from './tags';
import { patchTasks, putBack, takeAway, takeOn } from './tasks';
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
    async updateTasks(ids, patch) {
      const change = shapes.checked(shapes.taskPatch, patch);
      const list = idList(ids);
      const records = await run('rw', ['tasks'], (database) => patchTasks(database, list, change, now()));
      changed(['tasks'], records);
      return records;
    },
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

    tags: () => run('r', ['tasks', 'annotations'], countTags),

    dump: () => run('r', allTables, dumpAll),
    async merge(dump) {
      const documents = shapes.checkedList(shapes.documentRecord, dump.documents) as unknown as DocumentRecord[];
      const tasks: TaskRecord[] = shapes.checkedList(shapes.taskRecord, dump.tasks);
      const annotations: AnnotationRecord[] = shapes.checkedList(shapes.annotationRecord, dump.annotations);
      const baselines = shapes.checkedList(shapes.baseline, dump.baselines ?? []) as unknown as Baseline[];
      const report = await run('rw', allTables, (database) =>
        mergeAll(database, { documents, tasks, annotations, baselines }),
      );
      if (report.added + report.updated) onChange({ tables: ['documents', 'tasks', 'annotations'], documentIds: [] });
      return report;
    },
    async clear() {
      await run('rw', [...allTables, 'files', 'fileData'], clearAll);
      onChange({ tables: ['documents', 'tasks', 'annotations'], documentIds: [] });
    },
  };
}
