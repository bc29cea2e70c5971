import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { errorWords } from '../../components/errors';
import type { Toasts } from '../../components/ui/useToasts';
import type { PageSession } from '../../lib/page/session-types';
import type { PolicyDocument } from '../../lib/policy/types';
import { type KeepFiles, settings } from '../../lib/settings';
import { store, watchStore } from '../../lib/store/client';
import type { OpenedFile } from '../../lib/store/shelf';
import type { FileHead } from '../../lib/store/types';
import { readHere } from './recognised';
import { shelf } from './shelf';

/** How long a document's id must stand before it is taken for its last: it may be known by another one. In milliseconds. */
const settle = 400;
/** A removal may be taken back so long. */
const grace = 12_000;

export interface Library {
  /** Kept ones, last opened first. */
  readonly files: readonly FileHead[];
  /** null until it was read. */
  readonly leave: KeepFiles | null;
  /** Tasks by the id of their document. */
  readonly tasks: ReadonlyMap<string, number>;
  /** The document in the page, once it was recognised. */
  readonly documentId: string | null;
  readonly setLeave: (leave: KeepFiles) => void;
  readonly remove: (files: readonly FileHead[]) => void;
  /** A file of which something is kept: with leave its bytes, without what it is called. */
  readonly place: (documentId: string, file: File, title?: string | null) => Promise<void>;
}

/**
 * The library, and the place of the open file in it.
 *
 * @param file The one in the page; null where what is shown is none.
 * @param listing The library itself is being looked at.
 */
export function useLibrary(session: PageSession | null, file: File | null, listing: boolean, toasts: Toasts): Library {
  const [files, setFiles] = useState<readonly FileHead[]>([]);
  const [leave, setLeave] = useState<KeepFiles | null>(null);
  const [tasks, setTasks] = useState<ReadonlyMap<string, number>>(new Map());
  const [documentId, setDocumentId] = useState<string | null>(null);
  const fail = (error: unknown) => toasts.show({ text: errorWords(error), tone: 'error' });

  useEffect(() => {
    // What cannot be listed is not there to be opened: the reader reads all the same.
    const read = () => void shelf.list().then(setFiles, () => undefined);
    settings.keepFiles.getValue().then(setLeave, () => setLeave('no'));
    void shelf.purge(new Date(Date.now() - grace)).then(read, read);
    const stops = [
      shelf.watch(read),
      settings.keepFiles.watch(setLeave),
      // Everything was deleted, the files with it.
      watchStore(({ documentIds }) => documentIds.length === 0 && read()),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);

  useEffect(() => {
    if (!listing) return;
    const count = () =>
      store.tasks().then(
        (all) => setTasks(countBy(all)),
        () => undefined,
      );
    void count();
    return watchStore(({ tables }) => tables.includes('tasks') && void count());
  }, [listing]);

  /** @returns whether the file is in its place now, or never will be */
  const put = async (opened: OpenedFile): Promise<boolean> => {
    try {
      if (leave === 'yes') await shelf.keep({ ...opened, recognised: readHere(opened.file) });
      else if (await store.document(opened.documentId)) await shelf.note(opened);
      else return false;
    } catch (error) {
      const { code } = error as { code?: string };
      const text =
        code === 'quota'
          ? i18n.t('library.full', [opened.file.name])
          : i18n.t('library.notKept', [opened.file.name]) + errorWords(error);
      toasts.show({ text, tone: 'error' });
    }
    return true;
  };
  const latest = useRef(put);
  latest.current = put;

  useEffect(() => {
    setDocumentId(null);
    if (!session || leave === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let placed: string | null = null;
    /** The document under which the file needs no more putting: to read its bytes again at each change is dear. */
    let settled: string | null = null;
    const put = (id: string) => {
      const title = titleOf(session.current().policy);
      if (!file || settled === id) return;
      void latest.current({ file, documentId: id, title }).then((done) => {
        if (done) settled = id;
      });
    };
    /** Its id now. Also called when the document is left before its id has stood long enough. */
    const arrive = (): string | null => {
      clearTimeout(timer);
      timer = undefined;
      const id = session.current().documentId;
      if (id !== null && id !== placed) put(id);
      placed = id;
      return id;
    };
    const look = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setDocumentId(arrive()), settle);
    };
    look();
    const stops = [
      session.onSnapshot(look),
      // The first task or annotation makes it a file that has to be found again.
      watchStore(({ documentIds }) => {
        const id = session.current().documentId;
        if (id === null || !documentIds.includes(id) || leave === 'yes') return;
        if (id === placed) put(id);
        // The tab may be closed before the id has stood long enough.
        else setDocumentId(arrive());
      }),
    ];
    return () => {
      for (const stop of stops) stop();
      if (timer !== undefined) arrive();
    };
  }, [session, file, leave]);

  return {
    files,
    leave,
    tasks,
    documentId,
    setLeave: (now) => {
      setLeave(now);
      void settings.keepFiles.setValue(now).catch(fail);
    },
    remove: (gone) => {
      const ids = gone.map(({ id }) => id);
      shelf.remove(ids).then(() => {
        const [one] = gone;
        const text =
          gone.length === 1 && one
            ? i18n.t('library.removed', [one.name])
            : i18n.t('library.removedAll', [`${gone.length}`]);
        toasts.show({ text, undo: () => void shelf.restore(ids).catch(fail) });
        setTimeout(() => void shelf.purge(new Date(Date.now() - grace)).catch(() => undefined), grace + 1000);
      }, fail);
    },
    place: async (id, found, title = null) => {
      await latest.current({ file: found, documentId: id, title });
    },
  };
}

/** What a file is named by beside its own name: nothing where it holds no policy, for its first line is seldom a title. */
const titleOf = (policy: PolicyDocument | null): string | null =>
  policy && policy.class !== 'other' ? policy.title : null;

function countBy(tasks: readonly { readonly documentId: string }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { documentId } of tasks) counts.set(documentId, (counts.get(documentId) ?? 0) + 1);
  return counts;
}
