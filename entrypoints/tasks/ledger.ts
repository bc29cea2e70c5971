import type { LedgerActions } from '../../components/tasks/ledger/types';
import { copyRich } from '../../lib/export/clipboard';
import { download } from '../../lib/export/download';
import { compareLedgerApart, writeLedgerApart } from '../../lib/export/ledger/apart';
import { takeIn } from '../../lib/export/ledger/back/take-in';
import { keepMapping, keepWritten, ownHeadings, readMemory, writtenBefore } from '../../lib/export/ledger/memory';
import type { DocumentFacts, LedgerRow } from '../../lib/export/ledger/types';
import { exportName } from '../../lib/export/name';
import { readStatusWords } from '../../lib/follow/status-words';
import { settings } from '../../lib/settings';
import { store } from '../../lib/store/client';
import { newKey } from '../../lib/store/keys';
import type { DocumentHead, TaskRecord } from '../../lib/store/types';

/** @param documents Those known now, for the columns of their facts. */
export function ledgerActions(documents: () => readonly DocumentHead[]): LedgerActions {
  return {
    async prepare(tasks) {
      const [memory, profiles, rows] = await Promise.all([
        settings.ledger.getValue().catch(() => null),
        settings.profiles.getValue().catch(() => []),
        rowsOf(tasks, documents()),
      ]);
      // Of several units it is nobody's ledger alone.
      return { rows, memory: readMemory(memory), unit: profiles.length === 1 ? profiles[0]!.name : '' };
    },
    async save(format, rows, options, how) {
      const began = new Date();
      const blob = await writeLedgerApart(format, rows, options, how);
      const name = exportName(format === 'ics' ? 'calendar' : 'ledger', format);
      download(blob, name);
      if (format !== 'ics') await noteWritten(began);
      return name;
    },
    async copy(html, plain) {
      if (html !== null) return copyRich(html, plain);
      await navigator.clipboard.writeText(plain);
      return true;
    },
    async compare(file, tasks, signal) {
      const [memory, rows, own] = await Promise.all([
        settings.ledger.getValue().catch(() => null),
        rowsOf(tasks, documents()),
        statusWords(),
      ]);
      const known = readMemory(memory);
      const reader = { headings: ownHeadings(known), own, written: writtenBefore(known, file.lastModified) };
      return compareLedgerApart(file, rows, reader, { signal });
    },
    statusWords,
    mappings: async () => readMemory(await settings.ledger.getValue().catch(() => null)).mappings,
    async adopt({ name, rows, known }, edits) {
      if (known) await settings.ledger.setValue(keepMapping(readMemory(await settings.ledger.getValue()), known));
      return takeIn(store, { name, rows, edits, now: new Date(), newId: newKey });
    },
    // The dialog's memory is as old as the dialog; ledgers were written since.
    remember: async (memory) => settings.ledger.setValue({ ...memory, written: (await remembered()).written }),
  };
}

const remembered = () => settings.ledger.getValue().then(readMemory, () => readMemory(null));

/** A file that is written and not noted is written all the same: what comes back then is asked about more often. */
const noteWritten = (now: Date): Promise<void> =>
  remembered()
    .then((memory) => settings.ledger.setValue(keepWritten(memory, now)))
    .catch(() => undefined);

const statusWords = () => settings.statusWords.getValue().then(readStatusWords, () => []);

/** Tasks as rows, each with the whole text of its measure, as it stands in the document that is kept. */
async function rowsOf(tasks: readonly TaskRecord[], heads: readonly DocumentHead[]): Promise<LedgerRow[]> {
  const documents = new Map(heads.map((head) => [head.id, head]));
  const texts = new Map<string, string>();
  const begins = new Map<string, string | null | undefined>();
  // One after the other: a document carries its whole policy.
  for (const id of new Set(tasks.map(({ documentId }) => documentId))) {
    const document = await store.document(id);
    begins.set(id, document?.policy.begins);
    for (const measure of document?.policy.measures ?? []) texts.set(`${id}\n${measure.id}`, measure.text);
  }
  return tasks.map(({ selectors: _, resolution: __, ...task }) => ({
    task,
    document: factsOf(documents.get(task.documentId), begins.get(task.documentId)),
    // A task of a selected passage is that passage, not the measure around it.
    text: task.origin === 'measure' ? (texts.get(`${task.documentId}\n${task.measureId}`) ?? null) : null,
  }));
}

const factsOf = (head: DocumentHead | undefined, begins: string | null | undefined): DocumentFacts | undefined =>
  head && { ...head, begins };
