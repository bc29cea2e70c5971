import { clean } from '../unfit';

/** A cell of a table that came in, with what the program that wrote it took it for. */
export interface GridCell {
  /** As it shows; dates as 2026-06-30, numbers bare. */
  readonly text: string;
  readonly kind: 'text' | 'number' | 'date';
}

/** A table that came in: a sheet of a workbook, or a CSV. */
export interface Grid {
  /** Of the sheet; '' for a CSV. */
  readonly name: string;
  /** Short rows are short: what lies behind their end is empty. */
  readonly rows: readonly (readonly GridCell[])[];
  /** Cells that were merged, from the first to the last, rows and columns from 0. */
  readonly merged: readonly Area[];
}

export interface Area {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Where a row stands in what came in, for people: sheet and row from 1. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
}

export const emptyCell: GridCell = { text: '', kind: 'text' };

/** A heading as headings are compared: no blanks, no remark in brackets, one width. */
export const bareHeading = (text: string): string =>
  clean(text)
    .normalize('NFKC')
    .replace(/[\s*:]+/g, '')
    .replace(/\([^()]*\)$/, '')
    .toLowerCase();
