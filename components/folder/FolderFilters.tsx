import { i18n } from '#i18n';
import type { FolderState } from '../../lib/folder/job';
import { countRows, type RowFilter } from '../../lib/folder/table';
import { FilterChip } from '../ui/Chip';
import { Icon } from '../ui/Icon';

export interface FolderFiltersProps {
  readonly state: FolderState;
  readonly filter: RowFilter;
  readonly text: string;
  readonly onFilter: (filter: RowFilter) => void;
  readonly onText: (text: string) => void;
}

const filters: readonly RowFilter[] = ['all', 'ours', 'named', 'duties', 'failed'];

export function FolderFilters({ state, filter, text, onFilter, onText }: FolderFiltersProps) {
  const counts = countRows(state);
  return (
    <search class="folder-filters">
      <label class="folder-search">
        <Icon name="search" />
        <span class="visually-hidden">{i18n.t('library.folder.search')}</span>
        <input
          class="input"
          type="search"
          placeholder={i18n.t('library.folder.search')}
          value={text}
          onInput={(event) => onText(event.currentTarget.value)}
        />
      </label>
      <fieldset class="folder-chips" aria-label={i18n.t('library.folder.filterBy')}>
        {filters.map((each) => (
          <FilterChip
            key={each}
            on={filter === each}
            count={counts[each]}
            onToggle={() => onFilter(filter === each ? 'all' : each)}
          >
            {i18n.t(`library.folder.filter.${each}`)}
          </FilterChip>
        ))}
      </fieldset>
    </search>
  );
}
