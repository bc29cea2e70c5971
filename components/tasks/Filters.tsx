import type { RefObject } from 'preact';
import { i18n } from '#i18n';
import { peopleFields } from '../../lib/follow/types';
import type { DocumentHead, TaskStatus } from '../../lib/store/types';
import { Button } from '../ui/Button';
import { FilterChip } from '../ui/Chip';
import { Icon } from '../ui/Icon';
import { type DueFilter, type Filter, isFiltered, noFilter } from './filter';
import './filters.css';
import type { TagCount } from './EditorParts';
import { PersonPick } from './people/PersonPick';
import type { SortKey } from './sort';
import { statuses, statusWord } from './wording';

export interface FiltersProps {
  /** Annotations have neither status nor date. */
  readonly of: 'tasks' | 'annotations';
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly sort: SortKey;
  readonly onSort: (sort: SortKey) => void;
  readonly documents: readonly DocumentHead[];
  readonly tags: readonly TagCount[];
  /** Tasks of each status, whatever is filtered. */
  readonly counts: Readonly<Record<TaskStatus, number>>;
  readonly search: RefObject<HTMLInputElement | null>;
}

const dues: readonly DueFilter[] = ['any', 'overdue', 'week', 'month', 'none'];
const sorts = {
  tasks: ['due', 'updated', 'document', 'status', ...peopleFields],
  annotations: ['updated', 'document'],
} as const;

export function Filters({ filter, onFilter, ...props }: FiltersProps) {
  const set = (part: Partial<Filter>) => onFilter({ ...filter, ...part });
  const tasks = props.of === 'tasks';
  return (
    <search class="filters">
      <label class="filters-search">
        <Icon name="search" />
        <span class="visually-hidden">{i18n.t('tasks.search')}</span>
        <input
          ref={props.search}
          class="input"
          type="search"
          placeholder={i18n.t('tasks.search')}
          value={filter.text}
          onInput={(event) => set({ text: event.currentTarget.value })}
        />
        <kbd>/</kbd>
      </label>
      {tasks && (
        <fieldset class="filters-status" aria-label={i18n.t('tasks.statusFilter')}>
          {statuses.map((status) => (
            <FilterChip
              key={status}
              on={filter.status === status}
              count={props.counts[status]}
              onToggle={() => set({ status: filter.status === status ? null : status })}
            >
              {statusWord(status)}
            </FilterChip>
          ))}
        </fieldset>
      )}
      <div class="filters-picks">
        {tasks && (
          <Pick
            label={i18n.t('tasks.dueFilter')}
            value={filter.due}
            onChange={(due) => set({ due: due as DueFilter })}
            options={dues.map((due) => [due, i18n.t(`tasks.due.${due}`)])}
          />
        )}
        <Pick
          label={i18n.t('tasks.documentFilter')}
          value={filter.documentId ?? ''}
          onChange={(id) => set({ documentId: id || null })}
          options={[
            ['', i18n.t('tasks.allDocuments')],
            ...props.documents.map(({ id, title, urls }): [string, string] => [id, title ?? urls[0] ?? id]),
          ]}
        />
        <Pick
          label={i18n.t('tasks.tagFilter')}
          value={filter.tag ?? ''}
          onChange={(tag) => set({ tag: tag || null })}
          options={[
            ['', i18n.t('tasks.allTags')],
            ...props.tags.map(({ tag, count }): [string, string] => [tag, `${tag} (${count})`]),
          ]}
        />
        {tasks && <PersonPick value={filter.person} onPick={(person) => set({ person })} />}
        <Pick
          label={i18n.t('tasks.sort')}
          value={props.sort}
          onChange={(sort) => props.onSort(sort as SortKey)}
          options={sorts[props.of].map((sort) => [sort, i18n.t(`tasks.sortBy.${sort}`)])}
        />
        {isFiltered(filter) && (
          <Button small variant="quiet" icon="x" onClick={() => onFilter(noFilter)}>
            {i18n.t('tasks.clearFilter')}
          </Button>
        )}
      </div>
    </search>
  );
}

function Pick(props: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}) {
  return (
    <select
      class="input filters-pick"
      aria-label={props.label}
      title={props.label}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    >
      {props.options.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  );
}
