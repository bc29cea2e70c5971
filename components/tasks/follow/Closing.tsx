import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { TaskPatch } from '../../../lib/store/port';
import type { TaskRecord } from '../../../lib/store/types';
import { Button, IconButton } from '../../ui/Button';
import { Field } from '../../ui/Field';
import './follow.css';

/** When a task was done, and what proves it: names and paths, never the files. */
export function Closing({ task, onSet }: { readonly task: TaskRecord; readonly onSet: (patch: TaskPatch) => void }) {
  const [text, setText] = useState('');
  const evidence = task.evidence ?? [];
  const add = (event: Event) => {
    event.preventDefault();
    const name = text.trim();
    if (name !== '' && !evidence.includes(name)) onSet({ evidence: [...evidence, name] });
    setText('');
  };
  return (
    <section class="follow-part" aria-label={i18n.t('follow.closing')}>
      <h2>{i18n.t('follow.closing')}</h2>
      {(task.status === 'done' || task.doneOn) && (
        <Field label={i18n.t('follow.doneOn')}>
          {(control) => (
            <input
              {...control}
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
      <ul class="follow-steps">
        {evidence.map((name) => (
          <li key={name}>
            <span class="follow-words">{name}</span>
            <IconButton
              small
              icon="x"
              label={i18n.t('common.removeItem', [name])}
              onClick={() => onSet({ evidence: evidence.filter((each) => each !== name) })}
            />
          </li>
        ))}
      </ul>
      <form class="follow-line" onSubmit={add}>
        <input
          class="input"
          aria-label={i18n.t('follow.evidence')}
          placeholder={i18n.t('follow.evidenceHint')}
          maxLength={500}
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
