import { useEffect, useMemo, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Row } from '../../lib/folder/job';
import { doublesOf, type Sorting, type SortKey, type TakenMeasures, takenOf } from '../../lib/folder/table';
import { useVirtual } from '../records/useVirtual';
import { Icon } from '../ui/Icon';
import { FolderRow } from './FolderRow';

export interface FolderTableProps {
  /** As shown: filtered and sorted. */
  readonly rows: readonly Row[];
  readonly all: readonly Row[];
  readonly taken: TakenMeasures;
  readonly sorting: Sorting;
  readonly onSort: (by: SortKey) => void;
  readonly onOpen: (row: Row) => void;
}

const columns = ['path', 'class', 'measures', 'named', 'next'] as const;
/** Height of a row with one line of title, in CSS pixels. */
const rowHeight = 53;

/**
 * The table; only rows near the view are drawn. Arrow keys go from file to file, Enter opens one.
 */
export function FolderTable({ rows, all, taken, sorting, onSort, onOpen }: FolderTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const wanted = useRef<number | null>(null);
  // The rows change at every turn of the reading, their order seldom.
  const order = rows.map(({ id }) => id).join(' ');
  const keys = useMemo(() => (order === '' ? [] : order.split(' ')), [order]);
  const virtual = useVirtual({ keys, scroller, estimate: () => rowHeight });
  const doubles = useMemo(() => doublesOf(all), [all]);

  useEffect(() => {
    if (wanted.current === null) return;
    const button = scroller.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"] .folder-open`);
    if (!button) return;
    wanted.current = null;
    button.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const at = Number((event.target as HTMLElement).closest<HTMLElement>('[data-index]')?.dataset.index ?? Number.NaN);
    const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 };
    const to = moves[event.key];
    if (to === undefined || Number.isNaN(to) || !rows[to]) return;
    event.preventDefault();
    wanted.current = to;
    virtual.show(to);
    scroller.current?.querySelector<HTMLElement>(`[data-index="${to}"] .folder-open`)?.focus({ preventScroll: true });
  };

  return (
    <div class="folder-rows" ref={scroller}>
      <table class="folder-table" aria-rowcount={rows.length + 1} aria-label={i18n.t('library.folder.label')}>
        <thead>
          <tr class="folder-row folder-head" aria-rowindex={1}>
            {columns.map((by) => (
              <Head key={by} by={by} sorting={sorting} onSort={onSort} />
            ))}
            <th scope="col" class="folder-cell folder-state">
              {i18n.t('library.folder.column.state')}
            </th>
          </tr>
        </thead>
        <tbody class="folder-all" style={{ height: `${virtual.height}px` }} onKeyDown={onKeyDown}>
          {virtual.items.map(({ index, start }) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <FolderRow
                key={row.id}
                row={row}
                index={index}
                start={start}
                measure={virtual.measure}
                double={doubles.get(row.id) ?? null}
                taken={takenOf(row.brief, taken)}
                onOpen={onOpen}
              />
            );
          })}
        </tbody>
      </table>
      {rows.length === 0 && <p class="folder-nothing">{i18n.t('library.folder.nothingFits')}</p>}
    </div>
  );
}

interface HeadProps extends Pick<FolderTableProps, 'sorting' | 'onSort'> {
  readonly by: (typeof columns)[number];
}

function Head({ by, sorting, onSort }: HeadProps) {
  const name = i18n.t(`library.folder.column.${by}`);
  const on = sorting.by === by;
  return (
    <th
      scope="col"
      class={`folder-cell folder-${by}`}
      aria-sort={on ? (sorting.down ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        class={on ? 'folder-sort folder-sorted' : 'folder-sort'}
        title={i18n.t('library.folder.sortBy', [name])}
        data-down={on && sorting.down ? '' : undefined}
        onClick={() => onSort(by)}
      >
        {name}
        <Icon name="chevronDown" size={14} />
      </button>
    </th>
  );
}
