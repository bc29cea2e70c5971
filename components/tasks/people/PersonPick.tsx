import { i18n } from '#i18n';
import { type PeopleField, peopleFields } from '../../../lib/follow/types';
import type { PersonFilter } from './filter';
import { useOffice } from './office';

/** Shows the tasks of one person or office; nothing while no task has any. */
export function PersonPick(props: {
  readonly value: PersonFilter | null;
  readonly onPick: (person: PersonFilter | null) => void;
}) {
  const { names } = useOffice();
  const inUse = (field: PeopleField) => names[field].filter(({ count }) => count > 0);
  if (!props.value && peopleFields.every((field) => inUse(field).length === 0)) return null;
  return (
    <select
      class="input filters-pick"
      aria-label={i18n.t('follow.personFilter')}
      title={i18n.t('follow.personFilter')}
      value={props.value ? `${props.value.field}:${props.value.name ?? ''}` : ''}
      onChange={({ currentTarget: { value } }) => {
        const [field, name] = [value.slice(0, value.indexOf(':')), value.slice(value.indexOf(':') + 1)];
        props.onPick(value ? { field: field as PeopleField, name: name || null } : null);
      }}
    >
      <option value="">{i18n.t('follow.allPeople')}</option>
      {peopleFields.map((field) => (
        <optgroup key={field} label={i18n.t(`follow.people.${field}`)}>
          {inUse(field).map(({ tag, count }) => (
            <option key={tag} value={`${field}:${tag}`}>
              {tag} ({count})
            </option>
          ))}
          <option value={`${field}:`}>{i18n.t('follow.without', [i18n.t(`follow.people.${field}`)])}</option>
        </optgroup>
      ))}
    </select>
  );
}
