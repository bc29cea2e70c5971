import { i18n } from '#i18n';
import type { KeepFiles } from '../../lib/settings';
import { Button } from '../ui/Button';
import { ManagedNote } from './ManagedNote';
import { Section } from './Section';
import './display.css';

const choices: readonly KeepFiles[] = ['yes', 'no', 'ask'];

export interface FilesProps {
  readonly keep: KeepFiles;
  /** The administrator has set it. */
  readonly managed?: boolean;
  readonly onKeep: (keep: KeepFiles) => void;
  readonly onLibrary: () => void;
}

/** Whether files that are opened are kept here, and the way to those that are. */
export function Files({ keep, managed = false, onKeep, onLibrary }: FilesProps) {
  return (
    <Section id="files" title={i18n.t('options.files')} intro={i18n.t('library.keep.intro')}>
      <fieldset class="choices" disabled={managed}>
        <legend class="field-label">{i18n.t('library.keep.legend')}</legend>
        {choices.map((choice) => (
          <label key={choice} class="choice">
            <input
              type="radio"
              name="keep-files"
              value={choice}
              checked={keep === choice}
              onChange={() => onKeep(choice)}
            />
            {i18n.t(`library.keep.${choice}`)}
          </label>
        ))}
        {managed && <ManagedNote />}
      </fieldset>
      <p>
        <Button icon="library" onClick={onLibrary}>
          {i18n.t('library.keep.see')}
        </Button>
      </p>
    </Section>
  );
}
