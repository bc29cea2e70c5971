import { useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { filterRows, type RowFilter, type Sorting, sortRows } from '../../lib/folder/table';
import { EmptyState } from '../ui/EmptyState';
import { FolderActions } from './FolderActions';
import { FolderFilters } from './FolderFilters';
import { FolderStatus } from './FolderStatus';
import { FolderTable } from './FolderTable';
import './folder.css';
import type { FolderDesk } from './types';

/** A folder's files as a table, with how far reading them is and what can be done with all of them at once. */
export function FolderView(desk: FolderDesk) {
  const { state, taken, onOpen } = desk;
  const [filter, setFilter] = useState<RowFilter>('all');
  const [text, setText] = useState('');
  const [sorting, setSorting] = useState<Sorting>({ by: 'path', down: false });
  const rows = useMemo(() => sortRows(filterRows(state.rows, filter, text), sorting), [state, filter, text, sorting]);
  const empty = state.rows.length === 0 && state.phase !== 'listing';
  return (
    <section class="folder" aria-label={i18n.t('library.folder.label')}>
      <FolderStatus state={state} onStop={desk.onStop} />
      <FolderActions {...desk} shown={rows} />
      {empty ? (
        <EmptyState icon="folderOpen" title={i18n.t('library.folder.none')}>
          <p>{i18n.t('library.folder.noneText')}</p>
        </EmptyState>
      ) : (
        <>
          <FolderFilters state={state} filter={filter} text={text} onFilter={setFilter} onText={setText} />
          <FolderTable
            rows={rows}
            all={state.rows}
            taken={taken}
            sorting={sorting}
            onSort={(by) => setSorting((now) => ({ by, down: now.by === by ? !now.down : startsDown(by) }))}
            onOpen={onOpen}
          />
        </>
      )}
    </section>
  );
}

/** Of counts the reader wants the largest first. */
const startsDown = (by: Sorting['by']): boolean => by === 'named' || by === 'measures';
