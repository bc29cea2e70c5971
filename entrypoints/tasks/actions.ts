import type { TaskActions } from '../../components/tasks/actions';
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
import { store } from '../../lib/store/client';
import { placeToOpen } from '../../lib/store/place';
import type { AnnotationRecord, DocumentHead, TaskRecord } from '../../lib/store/types';
import { exchangeActions } from './exchange';
import { ledgerActions } from './ledger';

/** What the store answered, for the page to show before the store's own word of the change comes round. */
export interface Answered {
  readonly tasks?: readonly TaskRecord[];
  readonly annotations?: readonly AnnotationRecord[];
}

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
    updateTasks: async (ids, patch) => take({ tasks: await store.updateTasks(ids, patch) }),
    editTasks: (ids, edit) => store.editTasks(ids, edit),
    undoTasks: (receipt) => store.undoTasks(receipt),
    removeTasks: (ids) => store.removeTasks(ids),
    restoreTasks: (records) => store.restoreTasks(records),
    updateAnnotations: async (ids, patch) => take({ annotations: await store.updateAnnotations(ids, patch) }),
    editAnnotations: (ids, edit) => store.editAnnotations(ids, edit),
    undoAnnotations: (receipt) => store.undoAnnotations(receipt),
    removeAnnotations: (ids) => store.removeAnnotations(ids),
    restoreAnnotations: (records) => store.restoreAnnotations(records),
    async changesOf({ documentId, measureId }) {
      const [known, present] = await Promise.all([store.baseline(documentId), store.document(documentId)]);
      return known && present ? changesOf(compare(known.policy, present.policy), measureId) : [];
    },
    revealTask: (task) => open(task, { kind: 'task', id: task.id }),
    revealAnnotation: (annotation) => open(annotation, { kind: 'annotation', id: annotation.id }),
    watchRefused: (listener) => onOurMessage('sourceRefused', ({ data }) => listener(data.why)),
    exportTasks: (tasks) => download(csvBlob(tasksCsv(tasks, documents())), exportName('tasks', 'csv')),
    exportAnnotations: (annotations, form) =>
      download(annotationsBlob(annotations, documents(), form), exportName('annotations', form ?? 'csv')),
    ledger: ledgerActions(documents),
    exchange: exchangeActions,
    openSample: () => location.assign('/reader.html?sample'),
    openFile: () => location.assign('/reader.html'),
    openOptions: () => void browser.runtime.openOptionsPage(),
  };
}
