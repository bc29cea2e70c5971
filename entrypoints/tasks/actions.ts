import type { OnProgress, TaskActions } from '../../components/tasks/actions';
import { compare } from '../../lib/anchor/compare';
import { browser } from '../../lib/browser';
import { annotationsBlob } from '../../lib/export/annotation-forms';
import { csvBlob } from '../../lib/export/csv';
import { download } from '../../lib/export/download';
import { exportName } from '../../lib/export/name';
import { tasksCsv } from '../../lib/export/tasks';
import { onOurMessage, sendMessage } from '../../lib/messages';
import type { PageTarget } from '../../lib/page/types';
import { changesOf } from '../../lib/store/changed';
import { store, watchProgress } from '../../lib/store/client';
import { newKey } from '../../lib/store/keys';
import { placeToOpen } from '../../lib/store/place';
import type { AnnotationRecord, DocumentHead, TaskRecord } from '../../lib/store/types';
import type { Answered } from './due-tables';
import { exchangeActions } from './exchange';
import { ledgerActions } from './ledger';
import { noteActions } from './notes';
import { rolesNow } from './roles';

/** @param documents Those known now, for the columns of an export. */
export function createActions(
  documents: () => readonly DocumentHead[],
  take: (answered: Answered) => void,
): TaskActions {
  const open = (record: TaskRecord | AnnotationRecord, target: PageTarget) => {
    const { documentId } = record;
    const url = placeToOpen(
      record,
      documents().find(({ id }) => id === documentId),
    );
    return sendMessage('openSource', { documentId, url, target });
  };
  return {
    addByHand: (task) => store.addByHand(task),
    async updateTasks(ids, patch, base) {
      const tasks = await store.updateTasks(ids, patch, base);
      take({ tasks });
      return tasks;
    },
    editTasks: (ids, edit, onProgress) =>
      followed(onProgress, async (key) => {
        const receipt = await store.editTasks(ids, edit, key);
        take({ edited: { table: 'tasks', receipt } });
        return receipt;
      }),
    editEachTask: (edits, onProgress) =>
      followed(onProgress, async (key) => {
        const receipt = await store.editEachTask(edits, key);
        take({ edited: { table: 'tasks', receipt } });
        return receipt;
      }),
    undoTasks: (receipt, onProgress) => followed(onProgress, (key) => store.undoTasks(receipt, key)),
    removeTasks: (ids, onProgress) => followed(onProgress, (key) => store.moveToTrash('tasks', ids, key)),
    updateAnnotations: async (ids, patch, base) =>
      take({ annotations: await store.updateAnnotations(ids, patch, base) }),
    editAnnotations: (ids, edit, onProgress) =>
      followed(onProgress, async (key) => {
        const receipt = await store.editAnnotations(ids, edit, key);
        take({ edited: { table: 'annotations', receipt } });
        return receipt;
      }),
    undoAnnotations: (receipt, onProgress) => followed(onProgress, (key) => store.undoAnnotations(receipt, key)),
    removeAnnotations: (ids, onProgress) => followed(onProgress, (key) => store.moveToTrash('annotations', ids, key)),
    putBack: (ids) => store.putBack(ids),
    async changesOf({ documentId, measureId }) {
      const [known, present] = await Promise.all([store.baseline(documentId), store.document(documentId)]);
      return known && present ? changesOf(compare(known.policy, present.policy), measureId) : [];
    },
    beginsOf: async (documentId) => (await store.document(documentId))?.policy.begins ?? null,
    rolesNow,
    revealTask: (task) => open(task, { kind: 'task', id: task.id }),
    revealAnnotation: (annotation) => open(annotation, { kind: 'annotation', id: annotation.id }),
    watchRefused: (listener) => onOurMessage('sourceRefused', ({ data }) => listener(data.why)),
    exportTasks: (tasks) => download(csvBlob(tasksCsv(tasks, documents())), exportName('tasks', 'csv')),
    exportAnnotations: (annotations, form) =>
      download(annotationsBlob(annotations, documents(), form), exportName('annotations', form ?? 'csv')),
    ledger: ledgerActions(documents),
    exchange: exchangeActions,
    notes: noteActions,
    openSample: () => location.assign('/reader.html?sample'),
    openFile: () => location.assign('/reader.html'),
    openHelp: () => void browser.tabs.create({ url: browser.runtime.getURL('/help.html' as '/') }),
    openOptions: () => void browser.runtime.openOptionsPage(),
  };
}

/** Runs a call of the store under a key of its own, and tells how far it is when the background says so. */
async function followed<Result>(
  onProgress: OnProgress | undefined,
  call: (key: string) => Promise<Result>,
): Promise<Result> {
  const key = newKey();
  // A stop that does not arrive stops nothing: the bar goes on, and can be asked again.
  const halt = () => void store.stop(key).catch(() => undefined);
  const stop = watchProgress((progress) => progress.key === key && onProgress?.(progress.done / progress.of, halt));
  try {
    return await call(key);
  } finally {
    stop();
  }
}
