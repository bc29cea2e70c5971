import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PolicyDocument } from '../../lib/policy/types';
import { readTyped, type Suggestion, suggest } from '../../lib/units';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import './onboarding.css';

export interface OnboardingProps {
  readonly policy: PolicyDocument;
  readonly onSetProfile: (unit: Suggestion | null) => void;
  /** Whoever came here by key is about to type. */
  readonly focus?: boolean;
}

/** How many units are offered before one is typed for. */
const offered = 12;

/**
 * Whether a name holds what was typed so far. Whoever begins with the place (青桐区司法) finds what the document calls
 * by its last character only (区司法局).
 */
function begun(name: string, typed: string, region: string | null): boolean {
  if (name.includes(typed)) return true;
  const level = name[0] ?? '';
  const at = typed.indexOf(level, 1);
  return at > 0 && (region ?? '').includes(typed.slice(0, at + 1)) && name.startsWith(typed.slice(at));
}

/**
 * “Which of these are you?”: the units the open document names, most named first, narrowed by typing. A full name
 * (临澜县司法局) finds what it is called here, a mistyped one what it looks like. ↓ and ↑ go through the answers, Enter
 * takes one: the first, where none was gone to.
 */
export function Onboarding({ policy, onSetProfile, focus = false }: OnboardingProps) {
  const [text, setText] = useState('');
  const [active, setActive] = useState(-1);
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const root = useRef<HTMLElement>(null);
  useEffect(() => {
    if (focus) root.current?.querySelector('input')?.focus();
  }, [focus]);
  const units = useMemo(() => suggest(policy), [policy]);
  const typed = text.trim();
  const answer = useMemo(() => (typed ? readTyped(policy, units, typed) : null), [policy, units, typed]);
  const exact = (unit: Suggestion) => (unit.name === typed ? 0 : 1);
  const fits = units
    .filter(
      (unit) =>
        [unit.name, ...(unit.forms ?? [])].some((name) => begun(name, typed, policy.region)) ||
        answer?.matched.includes(unit),
    )
    .sort((a, b) => exact(a) - exact(b))
    .slice(0, offered);
  const near = fits.length === 0 ? (answer?.near ?? []) : [];
  const answers = [...fits, ...near];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && answers.length > 0) {
      const next = Math.max(0, Math.min(answers.length - 1, active + step));
      setActive(next);
      list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      // A name that is only like what was typed is not taken unasked.
      const chosen = answers[active] ?? fits[0] ?? (answer && answer.named > 0 ? answer.unit : null);
      if (!chosen || (typed === '' && active < 0)) return;
      onSetProfile(chosen);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section class="onboarding" ref={root} aria-labelledby="onboarding-title">
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
            aria-controls={id}
            value={text}
            onKeyDown={onKeyDown}
            onInput={(event) => {
              setText(event.currentTarget.value);
              setActive(-1);
            }}
          />
        )}
      </Field>
      {near.length > 0 && <p role="status">{i18n.t('panel.onboarding.near', [typed])}</p>}
      <ul class="onboarding-units" id={id} ref={list}>
        {answers.map((unit, at) => (
          <li key={unit.name}>
            <button
              type="button"
              class={at === active ? 'onboarding-unit onboarding-active' : 'onboarding-unit'}
              onClick={() => onSetProfile(unit)}
            >
              <span>
                {unit.name}
                {unit.forms && <span class="onboarding-forms"> {unit.forms.join('、')}</span>}
              </span>
              <span class="heading-count">{i18n.t('panel.onboarding.count', [`${unit.mentions}`])}</span>
            </button>
          </li>
        ))}
      </ul>
      {active >= 0 && (
        <p class="visually-hidden" aria-live="polite">
          {answers[active]?.name}
        </p>
      )}
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
