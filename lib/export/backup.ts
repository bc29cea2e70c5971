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

/** Everything stored, document by document: all of it at once may be more than one message can carry. */
export async function gather(store: Store): Promise<StoreDump> {
  const heads = await store.documentHeads();
  const documents = [];
  const baselines = [];
  for (const { id } of heads) {
    const document = await store.document(id);
    if (document) documents.push(document);
    const baseline = document?.changed ? await store.baseline(id) : null;
    if (baseline) baselines.push(baseline);
  }
  return { documents, tasks: await store.tasks(), annotations: await store.annotations(), baselines };
}

export function writeBackup({ dump, settings }: Omit<Backup, 'created'>, now = new Date()): string {
  return JSON.stringify({ format, version, created: now.toISOString(), ...dump, settings });
}

/**
 * Reads a backup file as far as its frame; the records themselves are checked by the store that takes them.
 *
 * @throws BackupError
 */
export function readBackup(text: string): Backup {
  const file = parsed(text);
  if (!isObject(file) || file.format !== format || typeof file.version !== 'number')
    throw new BackupError('not-backup');
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

/**
 * Merges a dump into a store by id, in batches, documents first: what is here and as new stays, nothing is removed.
 * Doing it twice comes to the same, so a run that broke off is simply repeated.
 */
export async function mergeInto(store: Store, dump: StoreDump): Promise<MergeReport> {
  const report = { added: 0, updated: 0, kept: 0 };
  const empty: StoreDump = { documents: [], tasks: [], annotations: [] };
  const send = async (part: Partial<StoreDump>) => {
    const { added, updated, kept } = await store.merge({ ...empty, ...part });
    report.added += added;
    report.updated += updated;
    report.kept += kept;
  };
  // A document carries its whole policy: one a message.
  for (const document of dump.documents) {
    const baselines = dump.baselines?.filter((baseline) => baseline?.id === document?.id) ?? [];
    await send({ documents: [document], baselines });
  }
  for (const tasks of slices(dump.tasks)) await send({ tasks });
  for (const annotations of slices(dump.annotations)) await send({ annotations });
  return report;
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

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
