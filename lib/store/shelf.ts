import type { Recognised } from '../formats/types';
import { connect } from './connection';
import type { Database } from './database';
import { transactOn } from './transact';
import type { FileHead } from './types';

/** What is told of a file that was opened. */
export interface OpenedFile {
  readonly file: File;
  readonly documentId: string;
  readonly title: string | null;
  /** What was read on its pages' pictures: kept with its bytes. */
  readonly recognised?: Recognised;
}

export interface ShelfOptions {
  readonly connection?: () => Promise<Database>;
  readonly now?: () => Date;
  /** Tells the other pages of ours, and hears of them. */
  readonly channel?: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>;
}

/**
 * Files of the reader's machine. For extension pages only: it opens the database itself, since bytes travel in no
 * message. Each call is one transaction and rejects with a `StoreError`; when the disk is full nothing of it is written.
 */
export interface Shelf {
  /** Files whose bytes are kept, last opened first. */
  list(): Promise<FileHead[]>;
  /** All that is known of files a document came from, kept ones first, then last opened first. */
  ofDocument(documentId: string): Promise<FileHead[]>;
  /** A kept file as it was; null where it is not kept (any more). Counts as opened now. */
  open(id: string): Promise<File | null>;
  /** Keeps what a file is called and how large and old it is; bytes that are kept stay. */
  note(opened: OpenedFile): Promise<FileHead>;
  /** Keeps its bytes, too. */
  keep(opened: OpenedFile): Promise<FileHead>;
  /** What was read on the pages of a kept file; null where nothing was, or the file is not kept. */
  recognised(file: Blob): Promise<Recognised | null>;
  /** Keeps that with a file that is kept; does nothing for any other. */
  keepRecognised(file: Blob, read: Recognised): Promise<void>;
  /** Takes kept files out of the library; `restore` puts them back until they are purged. */
  remove(ids: readonly string[]): Promise<void>;
  restore(ids: readonly string[]): Promise<void>;
  /**
   * Deletes the bytes of what was removed before an instant. What is known of a file stays where the store knows its
   * document: its tasks have to say which file they came from.
   */
  purge(before?: Date): Promise<void>;
  /** Calls back after every change, by whatever page. @returns how to stop. */
  watch(listener: () => void): () => void;
}

export function createShelf({ connection = connect(), now = () => new Date(), channel }: ShelfOptions = {}): Shelf {
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  channel?.addEventListener('message', tell);
  const changed = () => {
    tell();
    channel?.postMessage('changed');
  };

  const run = transactOn(connection);

  const put = async ({ file, documentId, title, recognised }: OpenedFile, keep: boolean): Promise<FileHead> => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const id = await digest(bytes);
    const head = await run('rw', ['files', 'fileData'], async ({ files, fileData }) => {
      const known = await files.get(id);
      const next: FileHead = {
        id,
        documentId,
        name: file.name,
        title: title ?? known?.title ?? null,
        size: file.size,
        modified: new Date(file.lastModified).toISOString(),
        opened: now().toISOString(),
        kept: keep || known?.kept === true,
        ...(known?.removed !== undefined && !keep && { removed: known.removed }),
      };
      await files.put(next);
      if (keep && known?.kept !== true)
        await fileData.put({ id, bytes, ...(recognised && { recognised: [...recognised] }) });
      return next;
    });
    changed();
    return head;
  };

  const mark = async (ids: readonly string[], removed: string | undefined): Promise<void> => {
    await run('rw', ['files'], async ({ files }) => {
      for (const head of await files.bulkGet([...ids])) if (head?.kept) await files.put({ ...head, removed });
    });
    changed();
  };

  return {
    list: () => run('r', ['files'], async ({ files }) => (await files.toArray()).filter(isThere).sort(lastOpened)),
    ofDocument: (documentId) =>
      run('r', ['files'], async ({ files }) => {
        const heads = await files.where({ documentId }).toArray();
        return heads.sort((a, b) => Number(isThere(b)) - Number(isThere(a)) || lastOpened(a, b));
      }),
    async open(id) {
      const file = await run('rw', ['files', 'fileData'], async ({ files, fileData }) => {
        const head = await files.get(id);
        const data = head && isThere(head) ? await fileData.get(id) : undefined;
        if (!head || !data) return null;
        await files.put({ ...head, opened: now().toISOString() });
        return new File([data.bytes.slice()], head.name, { lastModified: Date.parse(head.modified) });
      });
      if (file) changed();
      return file;
    },
    note: (opened) => put(opened, false),
    keep: (opened) => put(opened, true),
    async recognised(file) {
      const id = await digest(new Uint8Array(await file.arrayBuffer()));
      const data = await run('r', ['fileData'], ({ fileData }) => fileData.get(id));
      return data?.recognised ? new Map(data.recognised) : null;
    },
    async keepRecognised(file, read) {
      const id = await digest(new Uint8Array(await file.arrayBuffer()));
      await run('rw', ['fileData'], ({ fileData }) => fileData.update(id, { recognised: [...read] }));
    },
    remove: (ids) => mark(ids, now().toISOString()),
    restore: (ids) => mark(ids, undefined),
    purge: (before = now()) =>
      run('rw', ['files', 'fileData', 'documents'], async ({ files, fileData, documents }) => {
        const gone = (await files.toArray()).filter(({ removed }) => removed && removed <= before.toISOString());
        if (gone.length === 0) return;
        const known = await documents.bulkGet(gone.map(({ documentId }) => documentId));
        await fileData.bulkDelete(gone.map(({ id }) => id));
        await files.bulkDelete(gone.filter((_, at) => !known[at]).map(({ id }) => id));
        const stay = gone.filter((_, at) => known[at]);
        await files.bulkPut(stay.map(({ removed, ...head }) => ({ ...head, kept: false })));
      }),
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const isThere = ({ kept, removed }: FileHead): boolean => kept && removed === undefined;
const lastOpened = (a: FileHead, b: FileHead): number => (a.opened < b.opened ? 1 : a.opened > b.opened ? -1 : 0);

/** A page of ours has `crypto.subtle`: it is a secure context. */
async function digest(bytes: Uint8Array): Promise<string> {
  const sum = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(sum), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
