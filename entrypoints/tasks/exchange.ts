import type { ExchangeActions } from '../../components/tasks/exchange/types';
import { bring } from '../../lib/export/backup';
import { download } from '../../lib/export/download';
import { type Exchange, exchangeText, readExchanges } from '../../lib/export/exchange/file';
import { leftOut } from '../../lib/export/exchange/left';
import { chosenRecords, planExchange, rebased } from '../../lib/export/exchange/merge';
import { exportName } from '../../lib/export/name';
import { settings } from '../../lib/settings';
import { store } from '../../lib/store/client';
import type { DocumentRecord, TaskRecord } from '../../lib/store/types';
import { tasksByDocument, tasksIn } from '../../lib/store/versions';

export const exchangeActions: ExchangeActions = {
  async send(tasks) {
    const documents: DocumentRecord[] = [];
    for (const id of new Set(tasks.map(({ documentId }) => documentId))) {
      const document = await store.document(id);
      if (document) documents.push(document);
    }
    const profiles = await settings.profiles.getValue().catch(() => []);
    // Of several units it is nobody's alone.
    const from = profiles.length === 1 ? profiles[0]!.name : '';
    const name = exportName('exchange', 'json');
    download(new Blob([exchangeText(tasks, documents, from)], { type: 'application/json' }), name);
    return name;
  },
  async receive(files, tasks) {
    const { read: found, refused } = await readExchanges(files);
    const read: Exchange[] = [];
    for (const file of found) read.push(await asKnownHere(file));
    const heads = await store.documentHeads();
    const plan = planExchange(tasks, read, new Set(heads.map(({ id }) => id)));
    const bad = read.reduce((sum, file) => sum + file.bad.length, 0);
    return { plan, left: leftOut(plan, read), from: read.map(({ from }) => from), bad, refused };
  },
  async apply(plan, chosen) {
    // Somebody may have written here while the plan was looked at.
    const present = await store.tasks(
      undefined,
      plan.pairs.map(({ before }) => before.id),
    );
    const tasks = chosenRecords(rebased(plan, present), chosen, new Date());
    const incoming = await bring(store, { documents: plan.documents, tasks, annotations: [] });
    const { added, updated } = await incoming.merge();
    return { changed: added + updated - plan.documents.length, undo: incoming.undo };
  },
};

/**
 * A document that is kept here under another id, seen elsewhere, is that one; and where its text is another here, its tasks have
 * the ids that their measures have in ours.
 */
async function asKnownHere(file: Exchange): Promise<Exchange> {
  const here = new Map<string, TaskRecord>();
  const tasks = tasksByDocument(file.tasks);
  for (const { id, urls, fingerprint, policy } of file.documents) {
    const documentId = await store.recognise({ id, url: urls[0] ?? '', fingerprint, policy });
    const own = (tasks.get(id) ?? []).map((task) => ({ ...task, documentId }));
    const present = await store.document(documentId);
    const other = present && present.fingerprint !== fingerprint;
    for (const task of other ? tasksIn(present.policy, own, policy) : own) here.set(task.id, task);
  }
  return { ...file, tasks: file.tasks.map((task) => here.get(task.id) ?? task) };
}
