import type { DocumentFacts, LedgerRow } from '../types';
import { diffLedger, type LedgerDiff, type Reader } from './diff';
import type { Grid } from './grid';
import { openGrids } from './open';
import { returnedRows } from './returned';

/** A file that came back, against the tasks that are here. */
export interface Comparison {
  readonly diff: LedgerDiff;
  /** Whether rows carry the ids of tasks; without them it is no ledger of ours, and nothing can be compared. */
  readonly ours: boolean;
  /** Ids that its rows carry. */
  readonly ids: readonly string[];
  /** Of the one document that all its rows with an id are of; null where they are of several, or of none. */
  readonly document: Pick<DocumentFacts, 'title' | 'docNumber' | 'begins'> | null;
  /** Sheets in which no head of ours was found. */
  readonly foreign: readonly string[];
  /** Where it is none of ours: its tables, to be read by what their columns stand for. */
  readonly tables: readonly Grid[];
}

/** What a reader's own ledgers say in words of their own, beside what is known of their writing. */
export interface Ours extends Reader {
  /** As in `returnedRows`. */
  readonly headings?: Readonly<Record<string, string>> | undefined;
}

/**
 * Reads a ledger that came back and compares it. Only tasks of documents that the file has rows of can be missing from it:
 * nobody knows which others were sent.
 *
 * @param reader what is known here beside the tasks
 * @throws FormatError as `openGrids`
 */
export const compareFile = (bytes: Uint8Array, rows: readonly LedgerRow[], reader?: Ours): Comparison =>
  compareGrids(openGrids(bytes), rows, reader);

/** The same of tables that were read already. */
export function compareGrids(grids: readonly Grid[], rows: readonly LedgerRow[], reader: Ours = {}): Comparison {
  const returned = returnedRows(grids, reader.headings);
  const ids = new Set(returned.rows.flatMap(({ id }) => id ?? []));
  const back = rows.filter(({ task }) => ids.has(task.id));
  const documents = new Set(back.map(({ task }) => task.documentId));
  const document = documents.size === 1 ? back[0]?.document : undefined;
  const sent = rows.filter(({ task }) => documents.has(task.documentId)).map(({ task }) => task.id);
  const ours = returned.columns.has('id');
  const diff = diffLedger(rows, returned, sent, reader);
  return {
    diff,
    ours,
    ids: [...ids],
    document: document?.title
      ? { title: document.title, docNumber: document.docNumber, begins: document.begins }
      : null,
    foreign: returned.foreign,
    tables: ours ? [] : grids.filter(hasText),
  };
}

const hasText = ({ rows }: Grid): boolean => rows.some((row) => row.some(({ text }) => text.trim() !== ''));
