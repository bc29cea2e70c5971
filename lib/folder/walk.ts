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

/** All files of a picked folder and the folders in it, by name. A file that cannot be had is passed over. */
export async function* filesOfHandle(
  folder: FolderHandle,
  signal?: AbortSignal,
  under = folder.name,
  depth = 0,
): AsyncGenerator<FoundFile> {
  if (depth > DEEPEST) return;
  const inner = [];
  for await (const child of folder.values()) {
    signal?.throwIfAborted();
    inner.push(child);
  }
  for (const child of inner.sort(byName)) {
    signal?.throwIfAborted();
    const path = `${under}/${child.name}`;
    if (child.kind === 'directory') yield* filesOfHandle(child, signal, path, depth + 1);
    else {
      const file = await child.getFile().catch(() => null);
      if (file) yield { file, path };
    }
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
  if (depth > DEEPEST) return;
  for (const entry of [...entries].sort(byName)) {
    signal?.throwIfAborted();
    if (entry.isDirectory) {
      yield* filesOfEntries(await childrenOf(entry as FileSystemDirectoryEntry, signal), signal, depth + 1);
    } else {
      const file = await fileOf(entry as FileSystemFileEntry);
      if (file) yield { file, path: entry.fullPath.replace(/^\//, '') };
    }
  }
}

const fileOf = (entry: FileSystemFileEntry): Promise<File | null> =>
  new Promise((resolve) => entry.file(resolve, () => resolve(null)));

/** The browser tells of some hundred children at a time, until it tells of none. */
async function childrenOf(folder: FileSystemDirectoryEntry, signal?: AbortSignal): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    signal?.throwIfAborted();
    const some = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name.localeCompare(b.name, 'zh', { numeric: true });
