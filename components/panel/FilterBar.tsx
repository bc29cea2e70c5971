import type { RefObject } from 'preact';
import { i18n } from '#i18n';
import { IconButton } from '../ui/Button';
import { FilterChip, RemovableChip } from '../ui/Chip';
import { Icon } from '../ui/Icon';
import './filter-bar.css';
import { type ChipCounts, type Filter, isFiltering, noFilter } from './filter';
import type { Density } from './types';
import { roleWord } from './words';

export interface FilterBarProps {
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
  readonly input: RefObject<HTMLInputElement | null>;
  /** Which chips make sense for what is listed; null: none do. */
  readonly chips: ChipCounts | null;
  /** Of all, how many are shown. */
  readonly shown: number;
  readonly total: number;
  readonly density: Density;
  readonly onDensity: (density: Density) => void;
}

export function FilterBar(props: FilterBarProps) {
  const { filter, onChange, input, chips, shown, total, density } = props;
  const set = (patch: Partial<Filter>) => onChange({ ...filter, ...patch });
  return (
    <search class="filter">
      <div class="filter-line">
        <div class="filter-box">
          <Icon name="search" size={15} />
          <input
            ref={input}
            type="text"
            class="filter-text"
            enterkeyhint="search"
            aria-label={i18n.t('panel.filter')}
            aria-keyshortcuts="/"
            placeholder={i18n.t('panel.filterHint')}
            value={filter.text}
            onInput={(event) => set({ text: event.currentTarget.value })}
          />
          {isFiltering(filter) && (
            <>
              <span class="filter-count" role="status">
                {i18n.t('panel.shownOf', [`${shown}`, `${total}`])}
              </span>
              <IconButton icon="x" small label={i18n.t('panel.clearFilter')} onClick={() => onChange(noFilter)} />
            </>
          )}
        </div>
        <IconButton
          small
          icon={density === 'dense' ? 'rowsDense' : 'rowsLoose'}
          label={i18n.t(density === 'dense' ? 'panel.toLoose' : 'panel.toDense')}
          aria-keyshortcuts="v"
          onClick={() => props.onDensity(density === 'dense' ? 'loose' : 'dense')}
        />
      </div>
      {chips && (
        <fieldset class="filter-chips">
          <legend class="visually-hidden">{i18n.t('panel.filterBy')}</legend>
          {filter.unit !== null && <RemovableChip text={filter.unit} onRemove={() => set({ unit: null })} />}
          {chips.roles.length > 1 &&
            chips.roles.map((role) => (
              <FilterChip
                key={role}
                on={filter.role === role}
                onToggle={() => set({ role: filter.role === role ? null : role })}
              >
                {roleWord(role)}
              </FilterChip>
            ))}
          {(chips.dated > 0 || filter.dated) && (
            <FilterChip on={filter.dated} count={chips.dated} onToggle={() => set({ dated: !filter.dated })}>
              {i18n.t('panel.dated')}
            </FilterChip>
          )}
          {(chips.taken > 0 || filter.taken) && (
            <FilterChip on={filter.taken} count={chips.taken} onToggle={() => set({ taken: !filter.taken })}>
              {i18n.t('panel.taken')}
            </FilterChip>
          )}
          {(chips.doubtful > 0 || filter.doubtful) && (
            <FilterChip
              on={filter.doubtful}
              count={chips.doubtful}
              onToggle={() => set({ doubtful: !filter.doubtful })}
            >
              {i18n.t('panel.toCheck')}
            </FilterChip>
          )}
        </fieldset>
      )}
    </search>
  );
}
