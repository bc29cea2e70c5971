import { i18n } from '#i18n';
import type { Deadline } from '../../lib/policy/types';
import { oursIn } from '../../lib/units/ours';
import { dueState } from '../due';
import { Line, RoleMark } from '../records/Line';
import { shortDate, taskWord } from '../records/words';
import { IconButton } from '../ui/Button';
import { doubtOf } from './doubt';
import { headline, snippet } from './headline';
import { Marked } from './Marked';
import type { MeasureRowProps } from './MeasureRow';

/** A measure in one line: number, title, in which role it is ours, by when, and what became of it. */
export function MeasureLine(props: MeasureRowProps) {
  const { measure, duty, task, terms } = props;
  const { head } = headline(measure);
  const deadline = measure.deadlines.find(({ isDefault }) => !isDefault) ?? measure.deadlines[0];
  const name = props.name ?? head;
  const mine = oursIn(props.duties).sure.size > 0;
  return (
    <Line
      class={mine ? 'measure measure-mine' : 'measure'}
      current={props.current}
      tick={
        <input
          type="checkbox"
          class="checkbox"
          aria-label={i18n.t('panel.pickMeasure', [head.slice(0, 40)])}
          checked={props.picked}
          onClick={(event) => props.onPick(event.shiftKey)}
        />
      }
      number={measure.number}
      title={<Marked text={snippet(name, terms, 140)} terms={terms} />}
      hint={name.slice(0, 200)}
      onOpen={props.onReveal}
    >
      {doubtOf(measure) && (
        <span class="line-flag" title={i18n.t('panel.toCheck')}>
          <span aria-hidden="true">!</span>
          <span class="visually-hidden">{i18n.t('panel.toCheck')}</span>
        </span>
      )}
      {duty && <RoleMark role={duty.role} certainty={duty.confirmed ? 'named' : duty.certainty} />}
      <Time {...props} deadline={deadline} />
      {task ? (
        <span class={`task-state line-state task-${task.status}`}>{taskWord(task)}</span>
      ) : duty?.certainty === 'possible' ? (
        <span class="line-answers">
          <IconButton
            icon="check"
            small
            label={i18n.t('panel.ours')}
            onClick={() => props.onDecide('measure', 'confirmed')}
          />
          <IconButton
            icon="x"
            small
            label={i18n.t('panel.notOurs')}
            onClick={() => props.onDecide('measure', 'dismissed')}
          />
        </span>
      ) : (
        <IconButton icon="plus" small label={i18n.t('panel.takeOn')} onClick={props.onTakeOn} />
      )}
    </Line>
  );
}

/** By when, or how often; words where there is no date. What is ours and late stands out, as among the tasks. */
function Time({ measure, duty, task, today, deadline }: MeasureRowProps & { readonly deadline: Deadline | undefined }) {
  if (deadline?.date) {
    const due = task ?? { dueDate: duty && deadline.date, status: 'open' as const };
    const late = !deadline.isDefault && dueState(due, today) === 'overdue';
    return (
      <span
        class={['line-date', deadline.isDefault && 'line-default', late && 'line-late'].filter(Boolean).join(' ')}
        title={deadline.isDefault ? i18n.t('panel.defaultHere') : deadline.text}
      >
        {shortDate(deadline.date, today)}
      </span>
    );
  }
  const words = measure.recurrences[0]?.text ?? deadline?.text;
  if (!words) return null;
  return (
    <span class="line-date line-words" title={words}>
      {words}
    </span>
  );
}
