import type { FoundFile } from './types';

/** Deeper folders than this are a mistake, or a circle of links. */
const DEEPEST = 20;

/** A folder as the File System Access API gives it. */
export interface FolderHandle {
  readonly kind: 'directory';
  readonly name: string;
  values(): AsyncIterable<FolderHandle | { readonly kind: 'file'; readonly name: string; getFile(): Promise<File> }>;
}

/** What was dropped, taken in the turn of the drop: afterwards the browser forgets it. */
export interface Dropped {
  /** One file and nothing else: to be opened, not listed. */
  readonly single: File | null;
  files(signal?: AbortSignal): AsyncIterable<FoundFile>;
}

/** Files of a plain list or of `<input webkitdirectory>`. */
export async function* filesOfList(list: Iterable<File>): AsyncGenerator<FoundFile> {
  for (const file of list) yield { file, path: file.webkitRelativePath || file.name };
}

/** All files of a picked folder and the folders in it, by name; what cannot be had is told without its file. */
export async function* filesOfHandle(
  folder: FolderHandle,
  signal?: AbortSignal,
  under = folder.name,
  depth = 0,
): AsyncGenerator<FoundFile> {
  if (depth > DEEPEST) return yield { file: null, path: under };
  const inner = [];
  try {
    for await (const child of folder.values()) {
      signal?.throwIfAborted();
      inner.push(child);
    }
  } catch (error) {
    signal?.throwIfAborted();
    // Of the folder that was picked itself the caller hears.
    if (depth === 0) throw error;
    yield { file: null, path: under };
  }
  for (const child of inner.sort(byName)) {
    signal?.throwIfAborted();
    const path = `${under}/${child.name}`;
    if (child.kind === 'directory') yield* filesOfHandle(child, signal, path, depth + 1);
    else yield { file: await child.getFile().catch(() => null), path };
  }
}

/** @param data Of a drop event, in the turn of that event. */
export function dropped(data: DataTransfer): Dropped {
  const entries = [...(data.items ?? [])].flatMap((item) => {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry?.() : null;
    return entry ? [entry] : [];
  });
  const files = [...data.files];
  const folders = entries.some(({ isDirectory }) => isDirectory);
  return {
    single: !folders && files.length === 1 ? (files[0] ?? null) : null,
    files: (signal) => (folders ? filesOfEntries(entries, signal) : filesOfList(files)),
  };
}

async function* filesOfEntries(
  entries: readonly FileSystemEntry[],
  signal?: AbortSignal,
  depth = 0,
): AsyncGenerator<FoundFile> {
  for (const entry of [...entries].sort(byName)) {
    signal?.throwIfAborted();
    const path = entry.fullPath.replace(/^\//, '');
    if (entry.isDirectory) {
      const { entries: inner, whole } = await childrenOf(entry as FileSystemDirectoryEntry, signal);
      const tooDeep = depth >= DEEPEST;
      if (!whole || tooDeep) yield { file: null, path };
      if (!tooDeep) yield* filesOfEntries(inner, signal, depth + 1);
    } else yield { file: await fileOf(entry as FileSystemFileEntry), path };
  }
}

const fileOf = (entry: FileSystemFileEntry): Promise<File | null> =>
  new Promise((resolve) => entry.file(resolve, () => resolve(null)));

/** The browser tells of some hundred children at a time, until it tells of none, or cannot go on. */
async function childrenOf(
  folder: FileSystemDirectoryEntry,
  signal?: AbortSignal,
): Promise<{ readonly entries: FileSystemEntry[]; readonly whole: boolean }> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    signal?.throwIfAborted();
    const some = await new Promise<FileSystemEntry[] | null>((resolve) =>
      reader.readEntries(resolve, () => resolve(null)),
    );
    if (!some?.length) return { entries, whole: some !== null };
    for (const entry of some) entries.push(entry);
  }
}

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name.localeCompare(b.name, 'zh', { numeric: true });
