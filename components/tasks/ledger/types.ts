import type { Comparison } from '../../../lib/export/ledger/back/compare';
import type { LedgerFormat } from '../../../lib/export/ledger/formats';
import type { LedgerOptions } from '../../../lib/export/ledger/ledger';
import type { KnownMapping, LedgerMemory } from '../../../lib/export/ledger/memory';
import type { LedgerRow } from '../../../lib/export/ledger/types';
import type { StatusWord } from '../../../lib/follow/status-words';
import type { OneEdit, TaskPatch } from '../../../lib/store/port';
import type { TaskRecord } from '../../../lib/store/types';
import type { Import } from './useForeign';

/** What the dialog starts from. */
export interface LedgerDraft {
  readonly rows: readonly LedgerRow[];
  readonly memory: LedgerMemory;
  /** Whose duties they are, for the title; '' where no unit is set. */
  readonly unit: string;
}

export interface WritingOptions {
  readonly signal: AbortSignal;
  /** null: at work, and not known how long. */
  readonly onProgress: (fraction: number | null) => void;
}

/** What the dialog that writes a ledger can do. */
export interface LedgerActions {
  /** The tasks as rows, in this order, with the whole text of their measures. */
  readonly prepare: (tasks: readonly TaskRecord[]) => Promise<LedgerDraft>;
  /** Writes and saves a file, away from the page's own thread. @returns its name. @throws the reason of an abort. */
  readonly save: (
    format: LedgerFormat,
    rows: readonly LedgerRow[],
    options: LedgerOptions,
    how: WritingOptions,
  ) => Promise<string>;
  /** @param html null: as plain text only. @returns whether it is on the clipboard. */
  readonly copy: (html: string | null, plain: string) => Promise<boolean>;
  /** Status words of the office's own. */
  readonly statusWords: () => Promise<readonly StatusWord[]>;
  /** How tables of the office's own were read before. */
  readonly mappings: () => Promise<readonly KnownMapping[]>;
  /**
   * Keeps rows of such a table as tasks, changes those that are here, and keeps how it was read: all of it or nothing.
   *
   * @returns how many of each, and the one way back
   */
  readonly adopt: (
    found: Import,
    edits: readonly OneEdit<TaskPatch>[],
  ) => Promise<{ readonly added: number; readonly changed: number; readonly undo: () => Promise<unknown> }>;
  /** What a ledger that was filled in would change of these tasks. @throws FormatError, or the reason of the abort. */
  readonly compare: (file: File, tasks: readonly TaskRecord[], signal: AbortSignal) => Promise<Comparison>;
  readonly remember: (memory: LedgerMemory) => Promise<void>;
}
