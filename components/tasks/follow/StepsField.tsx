import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Step } from '../../../lib/follow/types';
import { newKey } from '../../../lib/store/keys';
import { limits } from '../../../lib/store/limits';
import { Button, IconButton } from '../../ui/Button';
import './follow.css';

/** The steps within a task, to be ticked off. */
export function StepsField(props: {
  readonly steps: readonly Step[];
  readonly onChange: (steps: readonly Step[]) => void;
}) {
  const { steps, onChange } = props;
  const [text, setText] = useState('');
  const add = (event: Event) => {
    event.preventDefault();
    if (text.trim() === '') return;
    onChange([...steps, { id: newKey(), text: text.trim(), done: false }]);
    setText('');
  };
  return (
    <section class="follow-part" aria-label={i18n.t('follow.steps')}>
      <h2>{i18n.t('follow.steps')}</h2>
      <ol class="follow-steps">
        {steps.map((step) => (
          <li key={step.id}>
            <label class="check">
              <input
                type="checkbox"
                class="checkbox"
                checked={step.done}
                onChange={({ currentTarget: { checked } }) =>
                  onChange(steps.map((each) => (each.id === step.id ? { ...each, done: checked } : each)))
                }
              />
              <span class={step.done ? 'follow-done' : undefined}>{step.text}</span>
            </label>
            <IconButton
              small
              icon="x"
              label={i18n.t('follow.removeStep', [step.text])}
              onClick={() => onChange(steps.filter(({ id }) => id !== step.id))}
            />
          </li>
        ))}
      </ol>
      <form class="follow-line" onSubmit={add}>
        <input
          class="input"
          aria-label={i18n.t('follow.addStep')}
          placeholder={i18n.t('follow.addStep')}
          maxLength={limits.title}
          value={text}
          onInput={({ currentTarget: { value } }) => setText(value)}
        />
        <Button small type="submit" icon="plus" disabled={text.trim() === ''}>
          {i18n.t('follow.add')}
        </Button>
      </form>
    </section>
  );
}
