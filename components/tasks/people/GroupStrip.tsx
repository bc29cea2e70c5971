import { i18n } from '#i18n';
import type { PeopleField } from '../../../lib/follow/types';
import type { TaskRecord } from '../../../lib/store/types';
import { dueState } from '../../due';
import { FilterChip } from '../../ui/Chip';
import { groupsBy, type PersonFilter } from './filter';
import './people.css';

/** The groups that a list sorted by people falls into, with how much each has and how much of it is late. */
export function GroupStrip(props: {
  readonly field: PeopleField;
  /** Shown but for the choice of a person. */
  readonly tasks: readonly TaskRecord[];
  readonly today: string;
  readonly person: PersonFilter | null;
  readonly onPick: (person: PersonFilter | null) => void;
}) {
  const { field, person } = props;
  const groups = groupsBy(props.tasks, field, (task) => dueState(task, props.today) === 'overdue');
  return (
    <fieldset class="group-strip" aria-label={i18n.t('follow.groups', [i18n.t(`follow.people.${field}`)])}>
      {groups.map(({ name, count, late }) => {
        const on = person?.field === field && person.name === name;
        return (
          <FilterChip key={name ?? ''} on={on} count={count} onToggle={() => props.onPick(on ? null : { field, name })}>
            {name ?? i18n.t('follow.nobody')}
            {late > 0 && <span class="group-late">{i18n.t('follow.late', [late])}</span>}
          </FilterChip>
        );
      })}
    </fieldset>
  );
}
