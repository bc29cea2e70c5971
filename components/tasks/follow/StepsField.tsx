import { i18n } from '#i18n';
import type { Step } from '../../../lib/follow/types';
import { newKey } from '../../../lib/store/keys';
import { limits } from '../../../lib/store/limits';
import { AddLine } from './AddLine';
import './follow.css';
import { Part } from './Part';
import { RemoveButton } from './RemoveButton';

/** The steps within a task, to be ticked off. */
export function StepsField(props: {
  readonly taskId: string;
  readonly steps: readonly Step[];
  readonly onChange: (steps: readonly Step[]) => void;
}) {
  const { taskId, steps, onChange } = props;
  return (
    <Part name={i18n.t('follow.steps')}>
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
            <RemoveButton
              label={i18n.t('follow.removeStep', [step.text])}
              onRemove={() => onChange(steps.filter(({ id }) => id !== step.id))}
            />
          </li>
        ))}
      </ol>
      <AddLine
        label={i18n.t('follow.addStep')}
        placeholder={i18n.t('follow.addStep')}
        maxLength={limits.title}
        field={`${taskId}:step`}
        onAdd={(text) => onChange([...steps, { id: newKey(), text, done: false }])}
      />
    </Part>
  );
}
