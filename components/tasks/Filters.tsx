import type { RefObject } from 'preact';
import { i18n } from '#i18n';
import { holderOf } from '../../lib/follow/holder';
import { peopleFields } from '../../lib/follow/types';
import type { Role } from '../../lib/policy/types';
import { byHand, type DocumentHead, type TaskStatus } from '../../lib/store/types';
import { statuses, statusWord } from '../records/words';
import { Button } from '../ui/Button';
import { FilterChip } from '../ui/Chip';
import { Icon } from '../ui/Icon';
import type { TagCount } from './EditorParts';
import { type DueFilter, type Filter, type InPlaces, isFiltered, noFilter, type Where } from './filter';
import './filters.css';
import { type GroupBy, groupings } from './groups';
import { PersonPick } from './people/PersonPick';
import type { SortKey } from './sort';

export interface FiltersProps {
  /** Annotations have neither status nor date. */
  readonly of: 'tasks' | 'annotations';
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly sort: SortKey;
  readonly onSort: (sort: SortKey) => void;
  readonly group: GroupBy;
  readonly onGroup: (group: GroupBy) => void;
  readonly documents: readonly DocumentHead[];
  /** Names of what tasks of no document came from: imported tables, meetings. */
  readonly sources: readonly string[];
  readonly tags: readonly TagCount[];
  /** Tasks of each status, of those that all else lets through; null while they are being read. */
  readonly counts: Readonly<Record<TaskStatus, number>> | null;
  /** How many have the words in the names of units, and how many elsewhere; null while they are being counted. */
  readonly places: InPlaces | null;
  readonly search: RefObject<HTMLInputElement | null>;
}

const dues: readonly DueFilter[] = ['any', 'overdue', 'week', 'month', 'thisMonth', 'thisQuarter', 'range', 'none'];
const roles: readonly Role[] = ['lead', 'participant', 'responsible'];
const sorts = {
  tasks: ['due', 'taken', 'updated', 'document', 'status', ...peopleFields],
  annotations: ['updated', 'document'],
} as const;
const groups: Readonly<Record<FiltersProps['of'], readonly GroupBy[]>> = {
  tasks: groupings,
  annotations: ['none', 'document', 'tag'],
};

export function Filters(props: FiltersProps) {
  const { filter, onFilter } = props;
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
      {tasks && filter.text.trim() !== '' && <Places filter={filter} places={props.places} set={set} />}
      {tasks && (
        <fieldset class="filters-status" aria-label={i18n.t('tasks.statusFilter')}>
          {statuses.map((status) => (
            <FilterChip
              key={status}
              on={filter.status === status}
              count={props.counts?.[status]}
              onToggle={() => set({ status: filter.status === status ? null : status })}
            >
              {statusWord(status)}
            </FilterChip>
          ))}
        </fieldset>
      )}
      <div class="filters-picks">
        {tasks && <TaskPicks filter={filter} set={set} />}
        <Picks {...props} set={set} />
        {isFiltered(filter) && (
          <Button
            small
            variant="quiet"
            icon="x"
            onClick={() => {
              onFilter(noFilter);
              // The button goes with the filter.
              props.search.current?.focus();
            }}
          >
            {i18n.t('tasks.clearFilter')}
          </Button>
        )}
      </div>
    </search>
  );
}

type Set = (part: Partial<Filter>) => void;

/** Where the words stand: 司法局 may be a unit that does it, or a word of what is to be done. */
function Places({ filter, places, set }: Pick<FiltersProps, 'filter' | 'places'> & { readonly set: Set }) {
  const chip = (where: Exclude<Where, 'any'>) => (
    <FilterChip
      on={filter.where === where}
      count={places?.[where]}
      onToggle={() => set({ where: filter.where === where ? 'any' : where })}
    >
      {i18n.t(`tasks.where.${where}`)}
    </FilterChip>
  );
  return (
    <fieldset class="filters-status" aria-label={i18n.t('tasks.where.label')}>
      {chip('units')}
      {chip('rest')}
    </fieldset>
  );
}

function TaskPicks({ filter, set }: { readonly filter: Filter; readonly set: Set }) {
  const day = (field: 'from' | 'to') => (
    <input
      class="input filters-day"
      type="date"
      aria-label={i18n.t(`tasks.${field}`)}
      title={i18n.t(`tasks.${field}`)}
      value={filter[field] ?? ''}
      onChange={(event) => set({ [field]: event.currentTarget.value || null })}
    />
  );
  return (
    <>
      <Pick
        label={i18n.t('tasks.roleFilter')}
        value={filter.role ?? ''}
        onChange={(role) => set({ role: (role || null) as Role | null })}
        options={[
          ['', i18n.t('tasks.allRoles')],
          ...roles.map((role): [string, string] => [role, i18n.t(`role.${role}`)]),
        ]}
      />
      <Pick
        label={i18n.t('tasks.dueFilter')}
        value={filter.due}
        onChange={(due) => set({ due: due as DueFilter })}
        options={dues.map((due) => [due, i18n.t(`tasks.due.${due}`)])}
      />
      {filter.due === 'range' && (
        <>
          {day('from')}
          {day('to')}
        </>
      )}
      <PersonPick value={filter.person} onPick={(person) => set({ person })} />
    </>
  );
}

function Picks({ filter, set, ...props }: FiltersProps & { readonly set: Set }) {
  return (
    <>
      <Pick
        label={i18n.t('tasks.documentFilter')}
        value={filter.documentId ?? ''}
        onChange={(id) => set({ documentId: id || null })}
        options={[
          ['', i18n.t('tasks.allDocuments')],
          ...props.documents.map(({ id, title, urls }): [string, string] => [id, title ?? urls[0] ?? id]),
          ...props.sources.map((name): [string, string] => [holderOf({ documentId: byHand, source: { name } }), name]),
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
      <Pick
        label={i18n.t('tasks.sort')}
        value={props.sort}
        onChange={(sort) => props.onSort(sort as SortKey)}
        options={sorts[props.of].map((sort) => [sort, i18n.t(`tasks.sortBy.${sort}`)])}
      />
      <Pick
        label={i18n.t('tasks.group')}
        value={props.group}
        onChange={(group) => props.onGroup(group as GroupBy)}
        options={groups[props.of].map((group) => [group, i18n.t(`tasks.groupBy.${group}`)])}
      />
    </>
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
