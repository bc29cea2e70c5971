import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { repeatOf } from '../../../lib/follow/repeat';
import { nextRound, recurringFrom } from '../../../lib/follow/rounds';
import { titleBegins } from '../../../lib/policy/plan-begins';
import type { TaskPatch } from '../../../lib/store/port';
import type { TaskRecord } from '../../../lib/store/types';
import { Button } from '../../ui/Button';
import { Dated } from '../../ui/Dated';
import { TextField } from '../../ui/InputField';
import { useBeginsOf } from './begins';
import './follow.css';

/** Whether a duty comes back, when next, and what is behind it. */
export function RepeatField(props: {
  readonly task: TaskRecord;
  readonly today: string;
  /** Title of the task's document: what it plans for begins the series, where its record does not say. */
  readonly document?: string | null | undefined;
  readonly onSet: (patch: TaskPatch) => void;
}) {
  const { task, today, onSet } = props;
  const { repeat } = task;
  if (!repeat) return <RepeatForm {...props} />;
  const next = nextRound(task, today);
  return (
    <div class="follow-repeat">
      <p>
        <Dated
          text={[
            `↻ ${repeat.text}`,
            repeat.until && i18n.t('follow.until', [repeat.until]),
            next && i18n.t('follow.nextDue', [next]),
          ]
            .filter(Boolean)
            .join('')}
        />
      </p>
      {task.rounds && task.rounds.length > 0 && (
        <ol class="follow-entries">
          {task.rounds.map(({ due, done }, at) => (
            <li key={at} class="follow-words">
              <Dated text={i18n.t('follow.round', [at + 1, due ?? i18n.t('tasks.noDate'), done])} />
            </li>
          ))}
        </ol>
      )}
      <p>
        <Button small icon="x" onClick={() => onSet({ repeat: null })}>
          {i18n.t('follow.stopRepeat')}
        </Button>
      </p>
    </div>
  );
}

function RepeatForm({ task, today, document, onSet }: Parameters<typeof RepeatField>[0]) {
  const [text, setText] = useState(task.recurrenceText ?? '');
  const [wrong, setWrong] = useState(false);
  const beginsOf = useBeginsOf();
  const start = async () => {
    const begins = await beginsOf(task.documentId).catch(() => null);
    // What was printed as a deadline ends the series; a date of the reader's own is its first day.
    const until = task.deadlineText && task.dueDate ? task.dueDate : null;
    const set = recurringFrom(text, until, today, begins ?? titleBegins(document));
    setWrong(!set);
    if (set) onSet(!until && task.dueDate ? { repeat: set.repeat } : { ...set, moves: task.moves ?? [] });
  };
  return (
    <form
      class="follow-line follow-whole"
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <TextField
        label={i18n.t('follow.repeat')}
        hint={i18n.t('follow.repeatHint')}
        error={wrong ? i18n.t('follow.repeatWrong') : null}
        maxLength={200}
        value={text}
        onValue={(value) => {
          setText(value);
          setWrong(false);
        }}
      />
      <Button small type="submit" icon="repeat" disabled={text.trim() === '' || (wrong && !repeatOf(text))}>
        {i18n.t('follow.startRepeat')}
      </Button>
    </form>
  );
}
