import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { TaskRecord } from '../../lib/store/types';
import { dueState } from '../due';
import { Icon } from '../ui/Icon';
import { days } from '../ui/InputField';
import { dateWord, dueWord } from './wording';
import './row-parts.css';

export interface DueFieldProps {
  readonly task: Pick<TaskRecord, 'dueDate' | 'status' | 'title' | 'dueByDefault'>;
  readonly today: string;
  readonly onChange: (date: string | null) => void;
}

/** A date to read, which a click turns into one to set. */
export function DueField({ task, today, onChange }: DueFieldProps) {
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const leave = () => {
    setEditing(false);
    queueMicrotask(() => button.current?.focus());
  };
  if (editing) return <DateInput value={task.dueDate} title={task.title} onChange={onChange} onLeave={leave} />;
  const word = isCalm(task, today) ? i18n.t('tasks.duePassed') : dueWord(task, today);
  const date = task.dueDate === null ? null : dateWord(task.dueDate, today);
  const byDefault = date !== null && task.dueByDefault ? i18n.t('tasks.byDefault') : '';
  const seen = [date, word, byDefault].filter(Boolean).join(' ');
  return (
    <button
      type="button"
      ref={button}
      class={`due due-${isCalm(task, today) ? 'passed' : dueState(task, today)}`}
      // Says what is seen, so that a voice command of the seen words reaches it.
      aria-label={i18n.t('tasks.dueOf', [task.title, seen || i18n.t('tasks.noDate')])}
      title={i18n.t('tasks.setDue')}
      onClick={() => setEditing(true)}
    >
      {date === null ? (
        <span class="due-none">
          <Icon name="calendar" size={14} />
        </span>
      ) : (
        <>
          <span class="due-date">{date}</span>
          <span class="due-printed" aria-hidden="true">
            {task.dueDate}
          </span>
        </>
      )}
      {date && word && ' '}
      {word && <span class="due-word">{word}</span>}
      {byDefault && ' '}
      {byDefault && <span class="due-default">{byDefault}</span>}
    </button>
  );
}

/** The document's own deadline has passed: told once for all of its tasks, and no fault of each of them. */
const isCalm = (task: DueFieldProps['task'], today: string): boolean =>
  task.dueByDefault === true && dueState(task, today) === 'overdue';

function DateInput(props: {
  readonly value: string | null;
  readonly title: string;
  readonly onChange: (date: string | null) => void;
  readonly onLeave: () => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    try {
      input.current?.showPicker();
    } catch {
      // Without a click that the browser counts (a key, a test) there is the field alone.
    }
  }, []);
  // A year is typed digit by digit, and each makes a date: only what was left or confirmed is meant.
  const commit = () => {
    const value = input.current?.value || null;
    if (value !== props.value) props.onChange(value);
  };
  return (
    <input
      ref={input}
      class="input due-input"
      type="date"
      {...days}
      aria-label={i18n.t('tasks.setDueOf', [props.title])}
      defaultValue={props.value ?? ''}
      onBlur={() => {
        commit();
        props.onLeave();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') input.current?.blur();
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        if (input.current) input.current.value = props.value ?? '';
        input.current?.blur();
      }}
    />
  );
}
