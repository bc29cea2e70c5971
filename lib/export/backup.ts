import { eachPage } from '../store/pages';
import type { MergeReport, Store, StoreDump } from '../store/port';

/** not-json: no JSON at all. not-backup: JSON of something else. newer: of a version that this one does not know. */
export type BackupErrorCode = 'not-json' | 'not-backup' | 'newer';

export class BackupError extends Error {
  override readonly name = 'BackupError';
  constructor(readonly code: BackupErrorCode) {
    super(code);
  }
}

const format = 'dutymark-backup';
const version = 1;

/** Settings by their names, as `lib/settings.ts` keeps them; the reader of a backup checks each. */
export type BackupSettings = Readonly<Record<string, unknown>>;

export interface Backup {
  readonly created: string;
  readonly dump: StoreDump;
  readonly settings: BackupSettings;
}

/** Records sent in one message: well under what a message may hold, even with long excerpts. */
const batch = 200;

/** Records that are held at a time: with more the browser gives what is written a larger room in memory. */
const HELD = 100;

/** Bytes of JSON that are held before they go into the file. */
const CHUNK = 1_000_000;

/** Takes a part of a file, and resolves when it has; what it is given is used again for the next. */
export type WritePart = (bytes: Uint8Array<ArrayBuffer>) => Promise<unknown> | unknown;

/** What a backup is read from: the store as a surface sees it, or the repository itself. */
export type BackupSource = Pick<Store, 'page' | 'document' | 'baseline'>;

/**
 * Writes a backup of everything, read page by page and document by document: what is held in memory at a time does not grow
 * with the store. What is changed meanwhile is in it as it was before or after.
 *
 * Each record's text is put into bytes at once, always the same ones: texts that wait for each other, and are joined, outlive
 * the moment, and the browser lets hundreds of megabytes of them gather.
 *
 * @param write Takes the text in UTF-8, a megabyte or so at a time.
 */
export async function writeBackup(
  store: BackupSource,
  settings: BackupSettings,
  write: WritePart,
  now = new Date(),
): Promise<void> {
  const encoder = new TextEncoder();
  const held = new Uint8Array(CHUNK);
  let length = 0;
  for await (const part of backupParts(store, settings, now)) {
    // A unit of UTF-16 takes three bytes at the most.
    const most = 3 * part.length;
    if (length + most > CHUNK) {
      await write(held.subarray(0, length));
      length = 0;
    }
    if (most > CHUNK) await write(encoder.encode(part));
    else length += encoder.encodeInto(part, held.subarray(length)).written;
  }
  await write(held.subarray(0, length));
}

/** A backup of everything as a file in the browser's memory. */
export async function backupBlob(store: BackupSource, settings: BackupSettings, now = new Date()): Promise<Blob> {
  let file = new Blob([]);
  const write: WritePart = (bytes) => {
    file = new Blob([file, bytes]);
  };
  await writeBackup(store, settings, write, now);
  return new Blob([file], { type: 'application/json' });
}

/** The text of a backup, part by part. */
async function* backupParts(store: BackupSource, settings: BackupSettings, now: Date): AsyncGenerator<string> {
  const changed: string[] = [];
  yield JSON.stringify({ format, version, created: now.toISOString() }).slice(0, -1);
  for (const table of ['tasks', 'annotations'] as const) {
    yield `,"${table}":`;
    yield* list(eachPage<unknown>((after) => store.page(table, after, HELD)));
  }
  // Behind the others: what is taken on while it is written has its document in it.
  yield ',"documents":';
  yield* list(eachDocument(store, changed));
  yield ',"baselines":';
  yield* list(eachBaseline(store, changed));
  yield `,"settings":${JSON.stringify(settings)}}`;
}

/** Pages as one JSON array. */
async function* list(pages: AsyncIterable<readonly unknown[]>): AsyncGenerator<string> {
  let between = '[';
  for await (const records of pages) {
    for (const record of records) {
      yield between;
      yield JSON.stringify(record);
      between = ',';
    }
  }
  yield between === '[' ? '[]' : ']';
}

/** @param changed Takes the ids of those whose text is not the one that the reader knows. */
async function* eachDocument(store: BackupSource, changed: string[]): AsyncGenerator<readonly unknown[]> {
  for await (const heads of eachPage((after) => store.page('documents', after))) {
    for (const { id } of heads) {
      const document = await store.document(id);
      if (document) yield [document];
      if (document?.changed) changed.push(id);
    }
  }
}

async function* eachBaseline(store: BackupSource, changed: readonly string[]): AsyncGenerator<readonly unknown[]> {
  for (const id of changed) {
    const baseline = await store.baseline(id);
    if (baseline) yield [baseline];
  }
}

/**
 * Reads a backup file as far as its frame; the records themselves are checked by the store that takes them.
 *
 * @throws BackupError
 */
export function readBackup(text: string): Backup {
  const file = parsed(text);
  if (!isObject(file) || file.format !== format || !isVersion(file.version)) throw new BackupError('not-backup');
  if (file.version > version) throw new BackupError('newer');
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
