import { i18n } from '#i18n';
import { errorWords } from '../../components/errors';
import type { Toasts } from '../../components/ui/useToasts';
import type { FolderJob } from '../../lib/folder/job';
import { type TakenMeasures, wantedOf } from '../../lib/folder/table';
import { store } from '../../lib/store/client';

/** Takes on all that names us in a folder, says what came of it, and offers to take it back. Never rejects. */
export async function takeOnAll(
  job: FolderJob,
  taken: TakenMeasures,
  onProgress: (fraction: number | null) => void,
  toasts: Toasts,
): Promise<void> {
  onProgress(0);
  const { ids, documents, error } = await job.takeOn(wantedOf(job.state().rows, taken), onProgress);
  onProgress(null);
  const undo = async () => {
    try {
      const removed = await store.removeTasks(ids, true);
      toasts.show({ text: i18n.t('library.folder.undone', [`${removed.length}`]) });
    } catch (reason) {
      toasts.show({ text: errorWords(reason), tone: 'error' });
    }
  };
  const text = i18n.t('library.folder.tookOn', [`${ids.length}`, `${documents}`]);
  if (ids.length > 0) toasts.show({ text, undo: () => void undo() });
  else if (error === null) toasts.show({ text: i18n.t('library.folder.nothingNew') });
  if (error !== null) toasts.show({ text: errorWords(error), tone: 'error' });
}
