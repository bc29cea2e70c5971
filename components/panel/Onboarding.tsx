import { useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PolicyDocument } from '../../lib/policy/types';
import { guessKind, regionOf, type Suggestion, suggest } from '../../lib/units';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import './onboarding.css';

export interface OnboardingProps {
  readonly policy: PolicyDocument;
  readonly onSetProfile: (unit: Suggestion | null) => void;
}

/** How many units are offered before one is typed for. */
const offered = 12;

/** “Which of these are you?”: the units the open document names, most named first, narrowed by typing. */
export function Onboarding({ policy, onSetProfile }: OnboardingProps) {
  const [text, setText] = useState('');
  const units = useMemo(() => suggest(policy), [policy]);
  const typed = text.trim();
  const fits = units.filter(({ name }) => name.includes(typed)).slice(0, offered);
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
      <ul class="onboarding-units">
        {fits.map((unit) => (
          <li key={unit.name}>
            <button type="button" class="onboarding-unit" onClick={() => onSetProfile(unit)}>
              <span>{unit.name}</span>
              <span class="heading-count">{i18n.t('panel.onboarding.count', [`${unit.mentions}`])}</span>
            </button>
          </li>
        ))}
      </ul>
      {typed !== '' && fits.every(({ name }) => name !== typed) && (
        <Button variant="primary" onClick={() => onSetProfile(byName(typed, policy.region))}>
          {i18n.t('panel.onboarding.use', [typed])}
        </Button>
      )}
      <Button variant="quiet" onClick={() => onSetProfile(null)}>
        {i18n.t('panel.onboarding.byHand')}
      </Button>
    </section>
  );
}

/** A unit that the document does not name, as far as its name tells. */
function byName(name: string, region: string | null): Suggestion {
  return { name, kind: guessKind(name), region: regionOf(name, region) ?? region ?? '', mentions: 0, leads: 0 };
}
