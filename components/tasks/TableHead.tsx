import { i18n } from '#i18n';
import { type Column, gridOf } from './layout';
import type { SortKey } from './sort';
import './task-table.css';

export interface TableHeadProps {
  readonly columns: readonly Column[];
  readonly sort: SortKey;
  readonly onSort: (sort: SortKey) => void;
}

/** What a click on a column's head sorts by, where it sorts at all. */
const sorts: Partial<Readonly<Record<Column, SortKey>>> = { due: 'due', document: 'document' };

/** The heads of the table's columns; they stay while the rows are scrolled. */
export function TableHead({ columns, sort, onSort }: TableHeadProps) {
  const head = (column: Column) => {
    const by = sorts[column];
    const name = i18n.t(`tasks.column.${column}`);
    if (!columns.includes(column)) return null;
    if (!by) {
      return (
        <span key={column} class={`cell cell-${column}`}>
          {name}
        </span>
      );
    }
    return (
      <button
        key={column}
        type="button"
        class={`cell cell-${column}`}
        aria-pressed={sort === by}
        onClick={() => onSort(by)}
      >
        {name}
      </button>
    );
  };
  return (
    <div class="task-cells task-heads" style={{ '--grid': gridOf(columns) }}>
      <span />
      <button type="button" class="cell" aria-pressed={sort === 'status'} onClick={() => onSort('status')}>
        {i18n.t('tasks.column.status')}
      </button>
      {head('number')}
      <span class="cell">{i18n.t('tasks.title')}</span>
      {(['role', 'lead', 'due', 'tags', 'document', 'note'] as const).map(head)}
      <span />
    </div>
  );
}
