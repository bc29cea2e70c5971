import { plain } from './ledger/cells';
import { standardColumns } from './ledger/columns';
import type { LedgerRow } from './ledger/types';

/** A column: its head, and the cell of the n-th record (from 0). */
export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row, index: number) => string | number | null;
}

/** The ledger's standard columns as cells of text. Their order is a contract with the files that readers have. */
export const taskColumns: readonly Column<LedgerRow>[] = standardColumns.map((column) => ({
  head: column.heading.zh,
  cell: (row, index) => plain(column, column.value(row, index)),
}));
