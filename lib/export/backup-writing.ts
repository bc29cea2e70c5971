import { eachPage } from '../store/pages';
import type { Store } from '../store/port';

/** What a backup says that it is. */
export const backupFormat = 'dutymark-backup';
export const backupVersion = 1;

/** Settings by their names, as `lib/settings.ts` keeps them; the reader of a backup checks each. */
export type BackupSettings = Readonly<Record<string, unknown>>;

/** Records that are held at a time: with more the browser gives what is written a larger room in memory. */
const HELD = 100;

/** Bytes of JSON that are held before they go into the file. */
const CHUNK = 1_000_000;

/** Takes a part of a file, and resolves when it has; what it is given is used again for the next. */
export type WritePart = (bytes: Uint8Array<ArrayBuffer>) => Promise<unknown> | unknown;

/** What a backup is read from: the store as a surface sees it, or the repository itself. */
export type BackupSource = Pick<Store, 'page' | 'document' | 'baseline'>;

/** In the order of the file: what is taken on while it is written has its document in it, for those come behind. */
const TABLES = ['tasks', 'annotations', 'documents', 'baselines'] as const;
type Table = (typeof TABLES)[number];

/** How far a backup is written: another thread can go on from it. */
export interface BackupPlace {
  /** That the next record is of. */
  readonly table: Table;
  /** Id of the last one read; none before a table's first. */
  readonly after?: string;
  /** Whether a record of the table stands in the file: the next one needs a comma. */
  readonly some?: boolean;
  /** Ids of documents whose text is not the one that the reader knows: their baselines come last. */
  readonly changed: readonly string[];
  /** Bytes of the file so far. */
  readonly size: number;
}

const START: BackupPlace = { table: 'tasks', changed: [], size: 0 };

/** A stretch of a backup. */
export interface Stretch {
  readonly created: Date;
  readonly from?: BackupPlace;
  /** Bytes, about: a stretch ends behind the record that reaches them. */
  readonly most?: number;
}

/**
 * Writes a stretch of a backup of everything, read page by page and document by document: what is held in memory at a time
 * does not grow with the store. What is changed meanwhile is in it as it was before or after.
 *
 * Each record's text is put into bytes at once, always the same ones: texts that wait for each other, and are joined, outlive
 * the moment, and the browser lets hundreds of megabytes of them gather.
 *
 * @param write Takes the text in UTF-8, a megabyte or so at a time.
 * @returns where the next stretch begins; null when the backup is whole.
 */
export async function writeStretch(
  store: BackupSource,
  settings: BackupSettings,
  write: WritePart,
  { created, from = START, most = Number.POSITIVE_INFINITY }: Stretch,
): Promise<BackupPlace | null> {
  const out = gathered(write);
  const changed = [...from.changed];
  if (from === START) await out.add(head(created));
  for (const table of TABLES.slice(TABLES.indexOf(from.table))) {
    const goesOn = table === from.table && from.after !== undefined;
    let some = goesOn && from.some === true;
    if (!goesOn) await out.add(`,"${table}":[`);
    for await (const { id, record } of recordsOf(store, table, goesOn ? from.after : undefined, changed)) {
      if (record !== undefined) await out.add(`${some ? ',' : ''}${JSON.stringify(record)}`);
      some ||= record !== undefined;
      if (out.size() < most) continue;
      await out.end();
      return { table, after: id, some, changed, size: from.size + out.size() };
    }
    await out.add(']');
  }
  await out.add(`,"settings":${JSON.stringify(settings)}}`);
  await out.end();
  return null;
}

/** Writes a backup of everything, as `writeStretch` does. */
export async function writeBackup(
  store: BackupSource,
  settings: BackupSettings,
  write: WritePart,
  created = new Date(),
): Promise<void> {
  await writeStretch(store, settings, write, { created });
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

/** Without the brace that closes it. */
const head = (created: Date): string =>
  JSON.stringify({ format: backupFormat, version: backupVersion, created: created.toISOString() }).slice(0, -1);

/** Texts, gathered into parts of about a megabyte. */
function gathered(write: WritePart) {
  const encoder = new TextEncoder();
  const held = new Uint8Array(CHUNK);
  let [length, size] = [0, 0];
  const end = async () => {
    await write(held.subarray(0, length));
    size += length;
    length = 0;
  };
  return {
    /** Written and held, in bytes. */
    size: () => size + length,
    end,
    async add(text: string) {
      // A unit of UTF-16 takes three bytes at the most.
      const most = 3 * text.length;
      if (length + most > CHUNK) await end();
      if (most <= CHUNK) length += encoder.encodeInto(text, held.subarray(length)).written;
      else {
        const bytes = encoder.encode(text);
        await write(bytes);
        size += bytes.length;
      }
    },
  };
}

/** A record that is gone meanwhile is undefined. */
interface Read {
  readonly id: string;
  readonly record: unknown;
}

async function* recordsOf(
  store: BackupSource,
  table: Table,
  after: string | undefined,
  changed: string[],
): AsyncGenerator<Read> {
  if (table === 'documents') yield* documents(store, after, changed);
  else if (table === 'baselines') yield* baselines(store, after, changed);
  else {
    const page = (last = after) => store.page(table, last, HELD);
    for await (const records of eachPage<{ readonly id: string }>(page)) {
      for (const record of records) yield { id: record.id, record };
    }
  }
}

/** @param changed Takes the ids of those whose text is not the one that the reader knows. */
async function* documents(store: BackupSource, after: string | undefined, changed: string[]): AsyncGenerator<Read> {
  for await (const heads of eachPage((last = after) => store.page('documents', last))) {
    for (const { id } of heads) {
      const record = (await store.document(id)) ?? undefined;
      if (record?.changed) changed.push(id);
      yield { id, record };
    }
  }
}

async function* baselines(
  store: BackupSource,
  after: string | undefined,
  changed: readonly string[],
): AsyncGenerator<Read> {
  for (const id of after === undefined ? changed : changed.slice(changed.indexOf(after) + 1)) {
    yield { id, record: (await store.baseline(id)) ?? undefined };
  }
}
