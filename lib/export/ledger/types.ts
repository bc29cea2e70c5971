import type { DocumentHead, TaskRecord } from '../../store/types';

/** What the columns say of a task's document. */
export type DocumentFacts = Pick<DocumentHead, 'title' | 'docNumber' | 'issuer' | 'date'> & {
  /** When the time begins that it plans for, as its record says; absent where the record was not asked. */
  readonly begins?: string | null | undefined;
};

/**
 * What a column's cells hold. text: as typed, never taken for a number or a date. date: an ISO calendar date.
 * number: a count. link: an address. list: several texts, joined by the column's own sign.
 */
export type CellType = 'text' | 'date' | 'number' | 'link' | 'list';

/** A cell by its column's type: a number for number, texts for list, else one text; null and '' are empty. */
export type CellValue = string | number | readonly string[] | null;

/** What the store needs to know of a task to write its row; selectors and how it was found stay behind. */
export type LedgerTask = Omit<TaskRecord, 'selectors' | 'resolution'>;

/** One duty of a ledger. */
export interface LedgerRow {
  readonly task: LedgerTask;
  readonly document: DocumentFacts | undefined;
  /** The whole measure, clean: without number, title and assignments. Absent where only the excerpt is known. */
  readonly text?: string | null | undefined;
}

/** Words in the languages of the interface; what stands in files is Chinese. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** A column, declared once for every form the ledger takes. */
export interface LedgerColumn {
  /** Stable: column sets that readers keep name columns by it. */
  readonly key: string;
  readonly heading: Words;
  readonly type: CellType;
  /** In half-width characters, as spreadsheet programs count. */
  readonly width: number;
  /** @param index of the row in the whole ledger, from 0. */
  readonly value: (row: LedgerRow, index: number) => CellValue;
  /** Of a list: what joins its texts. */
  readonly join?: string;
  /** The words that its cells may hold. */
  readonly choices?: readonly string[];
  /** Other words may be typed, too, after a question: an office has words of its own. */
  readonly open?: boolean;
  /** Short cells (numbers, dates, single words) stand in the middle. */
  readonly centred?: boolean;
  /** Written so that rows can come back, not to be looked at. */
  readonly hidden?: boolean;
  /** Not on paper, where there is no room for it: in workbooks right of what is printed. */
  readonly beside?: boolean;
}

/** Rows under one head: a sheet of a workbook, a table of a text. */
export interface LedgerSheet {
  readonly name: string;
  /** Above the head: what the table is, and of which document. */
  readonly title: string;
  readonly line: string;
  readonly rows: readonly (readonly CellValue[])[];
}

/** A ledger as every writer takes it: plain values, nothing left to work out. */
export interface Ledger {
  readonly columns: readonly LedgerColumn[];
  readonly sheets: readonly LedgerSheet[];
  readonly paper: Paper;
}

/** The paper it is set for, in landscape. */
export type Paper = 'A4' | 'A3';
