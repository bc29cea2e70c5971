import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { inOrder } from '../../../lib/follow/latest';
import type { ProgressEntry } from '../../../lib/follow/types';
import { newKey } from '../../../lib/store/keys';
import { limits } from '../../../lib/store/limits';
import { Field } from '../../ui/Field';
import { DateField, TextField } from '../../ui/InputField';
import { draftIn, useDraft } from '../../ui/useDraft';
import { AskInPlace } from './AskInPlace';
import './follow.css';
import { Part } from './Part';
import { RemoveButton } from './RemoveButton';

export interface ProgressLogProps {
  readonly taskId: string;
  readonly progress: readonly ProgressEntry[];
  readonly today: string;
  readonly onChange: (progress: readonly ProgressEntry[]) => void;
}

/** What was told of a task, the last first, and a form for what there is to tell now. */
export function ProgressLog({ taskId, progress, today, onChange }: ProgressLogProps) {
  const entries = inOrder(progress).reverse();
  return (
    <Part name={i18n.t('follow.progress')}>
      <EntryForm
        taskId={taskId}
        today={today}
        percent={entries[0]?.percent ?? null}
        onAdd={(entry) => onChange([...progress, entry])}
      />
      <ol class="follow-entries">
        {entries.map((entry) => (
          <li key={entry.id}>
            <p class="follow-when">
              {entry.on}
              {entry.percent !== null && ` · ${entry.percent}%`}
              {entry.by && ` · ${entry.by}`}
              <RemoveButton
                label={i18n.t('follow.removeProgress', [entry.on])}
                onRemove={() => onChange(progress.filter(({ id }) => id !== entry.id))}
              />
            </p>
            <p class="follow-words">{entry.text}</p>
            {entry.problem && <p class="follow-words">{i18n.t('follow.problemIs', [entry.problem])}</p>}
            {entry.next && <p class="follow-words">{i18n.t('follow.nextIs', [entry.next])}</p>}
          </li>
        ))}
      </ol>
    </Part>
  );
}

const parts = ['text', 'problem', 'next'] as const;
const fieldOf = (taskId: string, part: (typeof parts)[number]) => `${taskId}:progress.${part}`;

function EntryForm(props: {
  readonly taskId: string;
  readonly today: string;
  readonly percent: number | null;
  readonly onAdd: (entry: ProgressEntry) => void;
}) {
  const { taskId, today } = props;
  const before = props.percent === null ? '' : String(props.percent);
  const [on, setOn] = useState(today);
  const [percent, setPercent] = useState(before);
  const words = {
    text: useDraft(fieldOf(taskId, 'text')),
    problem: useDraft(fieldOf(taskId, 'problem')),
    next: useDraft(fieldOf(taskId, 'next')),
  };
  const ready = on !== '' && parts.some((part) => words[part].value.trim() !== '');
  const clear = () => {
    for (const part of parts) words[part].done();
    setOn(today);
    setPercent(before);
  };
  const keep = () => {
    const share = percent === '' ? null : Math.min(100, Math.max(0, Math.round(Number(percent))));
    const [text, problem, next] = [words.text.value, words.problem.value, words.next.value];
    props.onAdd({ id: newKey(), on, text, problem, next, percent: share, by: '', at: new Date().toISOString() });
    clear();
    if (share !== null) setPercent(String(share));
  };
  return (
    <AskInPlace
      icon="plus"
      ask={i18n.t('follow.addProgress')}
      keep={i18n.t('follow.keep')}
      ready={ready}
      onKeep={keep}
      onCancel={clear}
      left={parts.some((part) => draftIn(fieldOf(taskId, part)) !== '')}
      beside={
        <>
          <DateField label={i18n.t('follow.told.on')} value={on} onValue={setOn} />
          <Field label={i18n.t('follow.told.percent')}>
            {(control) => (
              <input
                {...control}
                class="input"
                type="number"
                min="0"
                max="100"
                value={percent}
                onInput={({ currentTarget: { value } }) => setPercent(value)}
              />
            )}
          </Field>
        </>
      }
    >
      {parts.map((part) => (
        <TextField
          key={part}
          label={i18n.t(`follow.told.${part}`)}
          rows={part === 'text' ? 2 : 1}
          maxLength={limits.note}
          value={words[part].value}
          onValue={words[part].change}
        />
      ))}
    </AskInPlace>
  );
}
