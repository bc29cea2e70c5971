import { i18n } from '#i18n';
import { type People, peopleFields } from '../../../lib/follow/types';
import { TagInput } from '../../ui/TagInput';
import { useOffice } from './office';
import './people.css';

/** Who leads, which office and who handles a task, chosen from one's own office or typed. */
export function PeopleFields(props: { readonly people: People; readonly onChange: (people: People) => void }) {
  const { names } = useOffice();
  return (
    <div class="people-fields">
      {peopleFields.map((field) => (
        <div class="field" key={field}>
          <span class="field-label" aria-hidden="true">
            {i18n.t(`follow.people.${field}`)}
          </span>
          <TagInput
            label={i18n.t(`follow.people.${field}`)}
            tags={props.people[field] ?? []}
            suggestions={names[field]}
            onChange={(next) => props.onChange({ [field]: next })}
          />
        </div>
      ))}
    </div>
  );
}
