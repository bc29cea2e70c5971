import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { moved } from '../../../lib/follow/settle';
import type { TaskPatch } from '../../../lib/store/port';
import type { TaskRecord } from '../../../lib/store/types';
import { Dated } from '../../ui/Dated';
import { DateField, TextField } from '../../ui/InputField';
import { draftIn, useDraft } from '../../ui/useDraft';
import { AskInPlace } from './AskInPlace';
import './follow.css';

/** Moves a due date with a reason, and shows how it was moved before. */
export function Delays(props: {
  readonly task: TaskRecord;
  readonly today: string;
  readonly onSet: (patch: TaskPatch) => void;
}) {
  const { task, today, onSet } = props;
  const moves = task.moves ?? [];
  const from = task.dueDate;
  return (
    <>
      {moves.length > 0 && (
        <ol class="follow-entries">
          {moves.map((move, at) => (
            <li key={at}>
              <p class="follow-when">{i18n.t('follow.movedOn', [move.on])}</p>
              <p class="follow-words">
                <Dated text={`${move.from} → ${move.to ?? i18n.t('tasks.noDate')}`} />
                {move.reason && ` · ${move.reason}`}
              </p>
            </li>
          ))}
        </ol>
      )}
      {from !== null && (
        <DelayForm
          key={from}
          field={`${task.id}:delay`}
          from={from}
          onDelay={(to, reason) => onSet({ dueDate: to, moves: moved(moves, { on: today, from, to, reason }) })}
        />
      )}
    </>
  );
}

function DelayForm(props: {
  readonly field: string;
  readonly from: string;
  readonly onDelay: (to: string, reason: string) => void;
}) {
  const [to, setTo] = useState(props.from);
  const reason = useDraft(props.field);
  const why = reason.value.trim();
  const clear = () => {
    reason.done();
    setTo(props.from);
  };
  return (
    <AskInPlace
      icon="calendar"
      ask={i18n.t('follow.delay')}
      keep={i18n.t('follow.delayNow')}
      ready={to !== '' && to !== props.from && why !== ''}
      onKeep={() => {
        props.onDelay(to, why);
        clear();
      }}
      onCancel={clear}
      left={draftIn(props.field) !== ''}
    >
      <DateField label={i18n.t('follow.delayTo')} value={to} onValue={setTo} />
      <TextField label={i18n.t('follow.reason')} maxLength={500} value={reason.value} onValue={reason.change} />
    </AskInPlace>
  );
}
