import type { MergeReport, Store, StoreDump } from '../store/port';
import { type BackupSettings, backupFormat, backupVersion } from './backup-writing';

/** not-json: no JSON at all. not-backup: JSON of something else. newer: of a version that this one does not know. */
export type BackupErrorCode = 'not-json' | 'not-backup' | 'newer';

export class BackupError extends Error {
  override readonly name = 'BackupError';
  constructor(readonly code: BackupErrorCode) {
    super(code);
  }
}

export interface Backup {
  readonly created: string;
  readonly dump: StoreDump;
  readonly settings: BackupSettings;
}

/** Records sent in one message: well under what a message may hold, even with long excerpts. */
const batch = 200;

/**
 * Reads a backup file as far as its frame; the records themselves are checked by the store that takes them.
 *
 * @throws BackupError
 */
export function readBackup(text: string): Backup {
  const file = parsed(text);
  if (!isObject(file) || file.format !== backupFormat || !isVersion(file.version)) throw new BackupError('not-backup');
  if (file.version > backupVersion) throw new BackupError('newer');
  const { documents, tasks, annotations, baselines, created } = file;
  if (!Array.isArray(documents) || !Array.isArray(tasks) || !Array.isArray(annotations)) {
    throw new BackupError('not-backup');
  }
  return {
    created: typeof created === 'string' ? created : '',
    dump: { documents, tasks, annotations, ...(Array.isArray(baselines) && { baselines }) },
    settings: isObject(file.settings) ? file.settings : {},
  };
}

/** A dump that was put aside in the store, whole, and waits for a yes. */
export interface Incoming {
  /** What merging it would come to. */
  readonly plan: MergeReport;
  /** All of it or nothing; twice comes to the same. */
  merge(): Promise<MergeReport>;
  /** Takes the merge back, as far as nothing came after it; false where there is none to take back. */
  undo(): Promise<boolean>;
  /** Forgets it. */
  drop(): Promise<void>;
}

/**
 * Puts a dump aside, part by part, and asks what merging it would come to: what is here and as new stays, nothing is
 * removed. Nothing of it is in use before `merge`. A run that breaks off leaves what was here as it was.
 *
 * @param onProgress From 0 to 1.
 */
export async function bring(
  store: Store,
  dump: StoreDump,
  onProgress: (done: number) => void = () => {},
): Promise<Incoming> {
  const key = crypto.randomUUID();
  const parts = [...partsOf(dump)];
  for (const [at, part] of parts.entries()) {
    await store.putAside(key, at, part);
    onProgress((at + 1) / parts.length);
  }
  return {
    plan: await store.planAside(key),
    merge: () => store.mergeAside(key),
    undo: () => store.takeBack(key),
    drop: () => store.dropAside(key),
  };
}

/** Merges a dump into a store: all of it or nothing. Doing it twice comes to the same. */
export const mergeInto = async (store: Store, dump: StoreDump): Promise<MergeReport> =>
  (await bring(store, dump)).merge();

/** Messages hold so much and no more: a document, which carries its whole policy, by itself; the others in batches. */
function* partsOf(dump: StoreDump): Generator<StoreDump> {
  const empty: StoreDump = { documents: [], tasks: [], annotations: [] };
  const baselines = new Map((dump.baselines ?? []).map((baseline) => [baseline.id, baseline]));
  yield empty;
  for (const document of dump.documents) {
    const baseline = baselines.get(document.id);
    yield { ...empty, documents: [document], ...(baseline && { baselines: [baseline] }) };
  }
  for (const tasks of slices(dump.tasks)) yield { ...empty, tasks };
  for (const annotations of slices(dump.annotations)) yield { ...empty, annotations };
}

function* slices<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += batch) yield items.slice(at, at + batch);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new BackupError('not-json');
  }
}

const isVersion = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 1;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
