import { i18n } from '#i18n';
import type { Roster } from '../../lib/follow/roster';
import type { StatusWord } from '../../lib/follow/status-words';
import { peopleFields } from '../../lib/follow/types';
import { TagInput } from '../ui/TagInput';
import './office.css';
import { Reminding, type RemindingProps } from './Reminding';
import { Section } from './Section';
import { StatusWords } from './StatusWords';

export interface OfficeProps extends RemindingProps {
  readonly roster: Roster;
  readonly words: readonly StatusWord[];
  readonly onRoster: (roster: Roster) => void;
  readonly onWords: (words: readonly StatusWord[]) => void;
}

/** How the reader's office follows its tasks up: who there is, which words it uses, when it wants to be reminded. */
export function Office(props: OfficeProps) {
  const { roster, onRoster } = props;
  return (
    <Section id="office" title={i18n.t('office.title')} intro={i18n.t('office.intro')}>
      {peopleFields.map((field) => (
        <div class="field" key={field}>
          <span class="field-label" aria-hidden="true">
            {i18n.t(`follow.people.${field}`)}
          </span>
          <TagInput
            label={i18n.t(`follow.people.${field}`)}
            tags={roster[field]}
            suggestions={[]}
            maxTags={200}
            onChange={(names) => onRoster({ ...roster, [field]: names })}
          />
        </div>
      ))}
      <StatusWords words={props.words} onWords={props.onWords} />
      <Reminding reminding={props.reminding} onReminding={props.onReminding} />
    </Section>
  );
}
