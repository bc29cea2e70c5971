import { StoreError } from '../../lib/store/errors';
import type { SeenDocument, Store } from '../../lib/store/port';
import type { AnnotationRecord, TaskRecord } from '../../lib/store/types';
import type { Ownership } from './own-document';

/** What the agent in a page may call. Whatever it names, it gets and changes only what belongs to its page's documents. */
export type AgentStore = Pick<
  Store,
  | 'recognise'
  | 'document'
  | 'saveDocument'
  | 'noteResolutions'
  | 'tasks'
  | 'addTasks'
  | 'removeTasks'
  | 'restoreTasks'
  | 'annotations'
  | 'addAnnotation'
  | 'removeAnnotations'
  | 'restoreAnnotations'
>;

type Kept = TaskRecord | AnnotationRecord;

const refused = () => new StoreError('invalid', 'not a document of this page', { field: 'documentId' });

/**
 * The store as a page's agent has it: the page, and with it its agent, may be in anybody's hands. A call that touches one
 * record of another document is refused whole.
 */
export function agentStore(store: Store, own: Ownership): AgentStore {
  /** Whether there is a document by this id. @throws StoreError where there is one that is not the page's. */
  const isThere = async (id: unknown): Promise<boolean> => {
    if (typeof id !== 'string') throw refused();
    const record = await store.document(id);
    if (record && !(await own.has(record))) throw refused();
    return record !== null;
  };
  const demandShown = async (seen: SeenDocument): Promise<void> => {
    if (!(await own.shows(seen))) throw refused();
  };
  const demandAll = async (records: readonly Pick<Kept, 'documentId'>[]): Promise<void> => {
    if (!Array.isArray(records)) throw refused();
    for (const id of new Set(records.map((record) => record?.documentId))) if (!(await isThere(id))) throw refused();
  };
  const some = async <Of extends Kept>(
    read: (documentId?: string, ids?: readonly string[]) => Promise<Of[]>,
    documentId: string | undefined,
    ids: readonly string[] | undefined,
  ): Promise<Of[]> => {
    if (documentId !== undefined) return (await isThere(documentId)) ? read(documentId, ids) : [];
    if (!ids) throw refused();
    const records = await read(undefined, ids);
    await demandAll(records);
    return records;
  };
  /** A key that was used for another document brings its records back: they are not handed on. */
  const only = <Of extends Kept>(records: readonly Of[], { id }: SeenDocument): Of[] => {
    if (records.some(({ documentId }) => documentId !== id)) throw refused();
    return [...records];
  };

  return {
    async recognise(seen) {
      const id = await store.recognise(seen);
      await isThere(id);
      return id;
    },
    document: async (id) => ((await isThere(id)) ? store.document(id) : null),
    async saveDocument(seen) {
      await demandShown(seen);
      return store.saveDocument(seen);
    },
    async noteResolutions(found) {
      const ids = Object.keys(found ?? {});
      await demandAll([...(await store.tasks(undefined, ids)), ...(await store.annotations(undefined, ids))]);
      return store.noteResolutions(found);
    },

    tasks: (documentId, ids) => some((...of) => store.tasks(...of), documentId, ids),
    async addTasks(seen, tasks, key) {
      await demandShown(seen);
      return only(await store.addTasks(seen, tasks, key), seen);
    },
    async removeTasks(ids, untouched) {
      await demandAll(await store.tasks(undefined, ids));
      return store.removeTasks(ids, untouched);
    },
    async restoreTasks(records) {
      await demandAll(records);
      return store.restoreTasks(records);
    },

    annotations: (documentId, ids) => some((...of) => store.annotations(...of), documentId, ids),
    async addAnnotation(seen, annotation, key) {
      await demandShown(seen);
      return only([await store.addAnnotation(seen, annotation, key)], seen)[0]!;
    },
    async removeAnnotations(ids, untouched) {
      await demandAll(await store.annotations(undefined, ids));
      return store.removeAnnotations(ids, untouched);
    },
    async restoreAnnotations(records) {
      await demandAll(records);
      return store.restoreAnnotations(records);
    },
  };
}
