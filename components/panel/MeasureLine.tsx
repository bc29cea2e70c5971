import { i18n } from '#i18n';
import { oursIn } from '../../lib/units/ours';
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
      title={<Marked text={snippet(head, terms, 140)} terms={terms} />}
      hint={head.slice(0, 200)}
      onOpen={props.onReveal}
    >
      {doubtOf(measure) && (
        <span class="line-flag" title={i18n.t('panel.toCheck')}>
          <span aria-hidden="true">!</span>
          <span class="visually-hidden">{i18n.t('panel.toCheck')}</span>
        </span>
      )}
      {duty && <RoleMark role={duty.role} certainty={duty.confirmed ? 'named' : duty.certainty} />}
      {deadline?.date && (
        <span
          class={deadline.isDefault ? 'line-date line-default' : 'line-date'}
          title={deadline.isDefault ? i18n.t('panel.defaultHere') : deadline.text}
        >
          {shortDate(deadline.date, props.today)}
        </span>
      )}
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
