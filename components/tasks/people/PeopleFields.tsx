import { i18n } from '#i18n';
import { type People, type PeopleField, peopleFields } from '../../../lib/follow/types';
import { TagInput } from '../../ui/TagInput';
import type { Draft } from '../../ui/useDraft';
import { useOffice } from './office';
import './people.css';

/** Who leads, which office and who handles a task, chosen from one's own office or typed. */
export function PeopleFields(props: {
  readonly people: People;
  readonly onChange: (people: People) => void;
  /** Of each field what is typed and no name yet, where it is kept. */
  readonly typed?: Readonly<Record<PeopleField, Draft>>;
}) {
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
            {...(props.typed && { typed: props.typed[field] })}
          />
        </div>
      ))}
    </div>
  );
}
