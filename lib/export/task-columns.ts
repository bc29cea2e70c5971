import { plain } from './ledger/cells';
import { columnsOf, csvSet } from './ledger/choice';
import { standardColumns } from './ledger/columns';
import type { LedgerColumn, LedgerRow } from './ledger/types';

/** A column: its head, and the cell of the n-th record (from 0). */
export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row, index: number) => string | number | null;
}

/**
 * The columns of a CSV of tasks, as cells of text. The order of the standard ones is a contract with the files that readers
 * have; behind them stands what is known of following these tasks up.
 */
export const taskColumnsFor = (rows: readonly LedgerRow[]): readonly Column<LedgerRow>[] =>
  columnsOf(csvSet(rows)).map(asText);

const asText = (column: LedgerColumn): Column<LedgerRow> => ({
  head: column.heading.zh,
  cell: (row, index) => plain(column, column.value(row, index)),
});

/** The standard columns alone. */
export const taskColumns: readonly Column<LedgerRow>[] = standardColumns.map(asText);
