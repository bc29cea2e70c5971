import { i18n } from '#i18n';
import type { ChosenKind } from '../../lib/paint/types';
import type { MarkChoice, PillMode, Theme } from '../../lib/settings';
import './display.css';
import { ManagedNote } from './ManagedNote';
import { Section } from './Section';

const themes: readonly Theme[] = ['auto', 'light', 'dark'];
const kinds: readonly ChosenKind[] = [
  'mine',
  'lead',
  'participant',
  'responsible',
  'deadline',
  'measure',
  'annotation',
];

export interface DisplayProps {
  readonly theme: Theme;
  readonly pillMode: PillMode;
  readonly marks: MarkChoice;
  /** The administrator has set whether the pill is shown. */
  readonly pillManaged?: boolean;
  readonly onTheme: (theme: Theme) => void;
  readonly onPillMode: (mode: PillMode) => void;
  readonly onMark: (kind: ChosenKind, on: boolean) => void;
}

/** How things look, on our pages and on theirs. */
export function Display(props: DisplayProps) {
  return (
    <Section id="display" title={i18n.t('options.display')}>
      <fieldset class="choices">
        <legend class="field-label">{i18n.t('options.theme')}</legend>
        {themes.map((theme) => (
          <label key={theme} class="choice">
            <input
              type="radio"
              name="theme"
              value={theme}
              checked={props.theme === theme}
              onChange={() => props.onTheme(theme)}
            />
            {i18n.t(`options.themes.${theme}`)}
          </label>
        ))}
      </fieldset>
      <fieldset class="choices choices-marks">
        <legend class="field-label">{i18n.t('options.marks')}</legend>
        {kinds.map((kind) => (
          <label key={kind} class="choice">
            <input
              type="checkbox"
              class="checkbox"
              checked={props.marks[kind]}
              onChange={(event) => props.onMark(kind, event.currentTarget.checked)}
            />
            <span class={`mark-sample mark-${kind}`}>{i18n.t(`options.mark.${kind}`)}</span>
          </label>
        ))}
      </fieldset>
      <label class="check">
        <input
          type="checkbox"
          class="checkbox"
          checked={props.pillMode === 'shown'}
          disabled={props.pillManaged}
          onChange={(event) => props.onPillMode(event.currentTarget.checked ? 'shown' : 'hidden')}
        />
        {i18n.t('options.pill')}
        {props.pillManaged && <ManagedNote />}
      </label>
    </Section>
  );
}
