import { type BadRecord, examine } from '../../store/examine';
import type { DocumentRecord, TaskRecord } from '../../store/types';
import { publicUrl } from '../address';

/** Tasks with what became of them, as one office hands them to another: without a server, as a file. */
export interface Exchange {
  /** Which office it is of; '' where it has no name. */
  readonly from: string;
  readonly created: string;
  readonly documents: readonly DocumentRecord[];
  readonly tasks: readonly TaskRecord[];
  /** Records that are broken, and were left out. */
  readonly bad: readonly BadRecord[];
}

/** not-json: no JSON at all. not-exchange: JSON of something else. newer: of a version that this one does not know. */
export type ExchangeErrorCode = 'not-json' | 'not-exchange' | 'newer';

export class ExchangeError extends Error {
  override readonly name = 'ExchangeError';
  constructor(readonly code: ExchangeErrorCode) {
    super(code);
  }
}

const format = 'dutymark-exchange';
const version = 1;

/**
 * Tasks as an exchange file. Progress of one's own gets the office's name; of local files only the names leave the machine,
 * and which pages a document was seen on earlier does not.
 */
export function exchangeText(
  tasks: readonly TaskRecord[],
  documents: readonly DocumentRecord[],
  from: string,
  now = new Date(),
): string {
  const named = tasks.map(({ resolution: _, ...task }) => ({
    ...task,
    url: publicUrl(task.url),
    ...(task.progress && { progress: task.progress.map((entry) => ({ ...entry, by: entry.by || from })) }),
  }));
  const bare = documents.map(({ changed: _, turnedAt: __, superseded: ___, urls, ...document }) => ({
    ...document,
    urls: urls.slice(0, 1).map(publicUrl),
  }));
  return JSON.stringify({ format, version, from, created: now.toISOString(), documents: bare, tasks: named });
}

/** Reads an exchange file; every record in it has been looked at. @throws ExchangeError */
export function readExchange(text: string): Exchange {
  const file = parsed(text);
  if (!isObject(file) || file.format !== format || !Number.isInteger(file.version))
    throw new ExchangeError('not-exchange');
  if ((file.version as number) > version) throw new ExchangeError('newer');
  const { documents, tasks } = file;
  if (!Array.isArray(documents) || !Array.isArray(tasks)) throw new ExchangeError('not-exchange');
  const { good, bad } = examine({ documents, tasks, annotations: [] });
  const word = (value: unknown) => (typeof value === 'string' ? value.slice(0, 200) : '');
  return { from: word(file.from), created: word(file.created), documents: good.documents, tasks: good.tasks, bad };
}

/** A file that could not be read, by its name, and why. */
export interface RefusedFile {
  readonly name: string;
  readonly code: ExchangeErrorCode;
}

/** A larger file is none of ours, and reading it would only fill the memory. */
const largest = 100_000_000;

/** Reads several files; one that is none does not keep the others out. A file without an office's name goes by its own. */
export async function readExchanges(
  files: readonly File[],
): Promise<{ readonly read: Exchange[]; readonly refused: RefusedFile[] }> {
  const read: Exchange[] = [];
  const refused: RefusedFile[] = [];
  for (const file of files) {
    try {
      if (file.size > largest) throw new ExchangeError('not-exchange');
      const found = readExchange(await file.text());
      read.push({ ...found, from: found.from || file.name });
    } catch (error) {
      if (!(error instanceof ExchangeError)) throw error;
      refused.push({ name: file.name, code: error.code });
    }
  }
  return { read, refused };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new ExchangeError('not-json');
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
