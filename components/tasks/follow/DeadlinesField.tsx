import { i18n } from '#i18n';
import { metPatch } from '../../../lib/follow/deadlines';
import type { TaskPatch } from '../../../lib/store/port';
import type { TaskRecord } from '../../../lib/store/types';
import { Dated } from '../../ui/Dated';
import './follow.css';

/** The limits of a measure that has several: what is ticked is met, and the task is due at the next. */
export function DeadlinesField(props: {
  readonly task: Pick<TaskRecord, 'deadlines' | 'dueDate' | 'moves' | 'repeat'>;
  readonly today: string;
  readonly onSet: (patch: TaskPatch) => void;
}) {
  const { task, today, onSet } = props;
  const { deadlines = [] } = task;
  if (deadlines.length === 0) return null;
  return (
    <fieldset class="follow-limits">
      <legend>{i18n.t('follow.deadlines')}</legend>
      <ul class="follow-steps">
        {deadlines.map(({ text, date, done }, at) => (
          <li key={at}>
            <label class="check">
              <input
                type="checkbox"
                class="checkbox"
                checked={Boolean(done)}
                onChange={(event) => onSet(metPatch(task, at, event.currentTarget.checked ? today : null))}
              />
              <span class={done ? 'follow-done' : undefined}>
                <Dated text={date ? i18n.t('follow.deadlineOf', [text, date]) : text} />
              </span>
            </label>
            {done && (
              <span class="follow-when">
                <Dated text={i18n.t('follow.deadlineMet', [done])} />
              </span>
            )}
          </li>
        ))}
      </ul>
      <p class="field-hint">{i18n.t('follow.deadlinesHint')}</p>
    </fieldset>
  );
}
