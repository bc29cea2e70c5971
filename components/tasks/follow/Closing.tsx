import { i18n } from '#i18n';
import { latestOf } from '../../../lib/follow/latest';
import type { TaskPatch } from '../../../lib/store/port';
import type { TaskRecord } from '../../../lib/store/types';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { days } from '../../ui/InputField';
import { AddLine } from './AddLine';
import './follow.css';
import { Part } from './Part';
import { RemoveButton } from './RemoveButton';

/** When a task was done, and what proves it: names and paths, never the files. */
export function Closing({ task, onSet }: { readonly task: TaskRecord; readonly onSet: (patch: TaskPatch) => void }) {
  const evidence = task.evidence ?? [];
  return (
    <Part name={i18n.t('follow.closing')}>
      {(task.status === 'done' || task.doneOn) && (
        <Field label={i18n.t('follow.doneOn')}>
          {(control) => (
            <input
              {...control}
              {...days}
              class="input follow-date"
              type="date"
              value={task.doneOn ?? ''}
              onChange={({ currentTarget }) =>
                currentTarget.validity.valid && onSet({ doneOn: currentTarget.value || null })
              }
            />
          )}
        </Field>
      )}
      {latestOf(task)?.percent === 100 && (task.status === 'open' || task.status === 'doing') && (
        <Button small icon="check" onClick={() => onSet({ status: 'done' })}>
          {i18n.t('follow.allDone')}
        </Button>
      )}
      <ul class="follow-steps">
        {evidence.map((name) => (
          <li key={name}>
            <span class="follow-words">{name}</span>
            <RemoveButton
              label={i18n.t('common.removeItem', [name])}
              onRemove={() => onSet({ evidence: evidence.filter((each) => each !== name) })}
            />
          </li>
        ))}
      </ul>
      <AddLine
        label={i18n.t('follow.evidence')}
        placeholder={i18n.t('follow.evidenceHint')}
        maxLength={500}
        field={`${task.id}:evidence`}
        onAdd={(name) => !evidence.includes(name) && onSet({ evidence: [...evidence, name] })}
      />
    </Part>
  );
}
