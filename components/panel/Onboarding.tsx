import { useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PolicyDocument } from '../../lib/policy/types';
import { readTyped, type Suggestion, suggest } from '../../lib/units';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import './onboarding.css';

export interface OnboardingProps {
  readonly policy: PolicyDocument;
  readonly onSetProfile: (unit: Suggestion | null) => void;
}

/** How many units are offered before one is typed for. */
const offered = 12;

/**
 * “Which of these are you?”: the units the open document names, most named first, narrowed by typing. A full name
 * (临澜县司法局) finds what it is called here, a mistyped one what it looks like.
 */
export function Onboarding({ policy, onSetProfile }: OnboardingProps) {
  const [text, setText] = useState('');
  const units = useMemo(() => suggest(policy), [policy]);
  const typed = text.trim();
  const answer = useMemo(() => (typed ? readTyped(policy, units, typed) : null), [policy, units, typed]);
  const fits = units.filter((unit) => unit.name.includes(typed) || answer?.matched.includes(unit)).slice(0, offered);
  const near = fits.length === 0 ? (answer?.near ?? []) : [];
  return (
    <section class="onboarding" aria-labelledby="onboarding-title">
      <h2 id="onboarding-title" class="onboarding-title">
        {i18n.t('panel.onboarding.title')}
      </h2>
      <p class="onboarding-text">{i18n.t('panel.onboarding.text')}</p>
      <Field label={i18n.t('panel.onboarding.search')} hideLabel>
        {(control) => (
          <input
            {...control}
            class="input"
            type="text"
            placeholder={i18n.t('panel.onboarding.search')}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      {near.length > 0 && <p role="status">{i18n.t('panel.onboarding.near', [typed])}</p>}
      <ul class="onboarding-units">
        {[...fits, ...near].map((unit) => (
          <li key={unit.name}>
            <button type="button" class="onboarding-unit" onClick={() => onSetProfile(unit)}>
              <span>{unit.name}</span>
              <span class="heading-count">{i18n.t('panel.onboarding.count', [`${unit.mentions}`])}</span>
            </button>
          </li>
        ))}
      </ul>
      {answer && fits.every(({ name }) => name !== typed) && (
        <Button variant={answer.named > 0 ? 'primary' : 'plain'} onClick={() => onSetProfile(answer.unit)}>
          {answer.named > 0
            ? i18n.t('panel.onboarding.useNamed', [typed, `${answer.named}`])
            : i18n.t('panel.onboarding.useUnnamed', [typed])}
        </Button>
      )}
      <Button variant="quiet" onClick={() => onSetProfile(null)}>
        {i18n.t('panel.onboarding.byHand')}
      </Button>
    </section>
  );
}
