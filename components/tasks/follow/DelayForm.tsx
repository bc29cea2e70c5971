import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { moved } from '../../../lib/follow/settle';
import type { TaskPatch } from '../../../lib/store/port';
import type { TaskRecord } from '../../../lib/store/types';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import './follow.css';

/** Moves a due date with a reason, and shows how it was moved before. */
export function Delays(props: {
  readonly task: TaskRecord;
  readonly today: string;
  readonly onSet: (patch: TaskPatch) => void;
}) {
  const { task, today, onSet } = props;
  const [asking, setAsking] = useState(false);
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
                {move.from} → {move.to ?? i18n.t('tasks.noDate')}
                {move.reason && ` · ${move.reason}`}
              </p>
            </li>
          ))}
        </ol>
      )}
      {from !== null && !asking && (
        <p>
          <Button small icon="calendar" onClick={() => setAsking(true)}>
            {i18n.t('follow.delay')}
          </Button>
        </p>
      )}
      {from !== null && asking && (
        <DelayForm
          from={from}
          onDelay={(to, reason) => {
            onSet({ dueDate: to, moves: moved(moves, { on: today, from, to, reason }) });
            setAsking(false);
          }}
          onCancel={() => setAsking(false)}
        />
      )}
    </>
  );
}

function DelayForm(props: {
  readonly from: string;
  readonly onDelay: (to: string, reason: string) => void;
  readonly onCancel: () => void;
}) {
  const [to, setTo] = useState(props.from);
  const [reason, setReason] = useState('');
  const ready = to !== '' && to !== props.from && reason.trim() !== '';
  return (
    <form
      class="follow-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) props.onDelay(to, reason.trim());
      }}
    >
      <Field label={i18n.t('follow.delayTo')}>
        {(control) => (
          <input
            {...control}
            class="input"
            type="date"
            min="1949-10-01"
            max="2199-12-31"
            value={to}
            onInput={({ currentTarget: { value } }) => setTo(value)}
          />
        )}
      </Field>
      <Field label={i18n.t('follow.reason')}>
        {(control) => (
          <input
            {...control}
            class="input"
            maxLength={500}
            value={reason}
            onInput={({ currentTarget: { value } }) => setReason(value)}
          />
        )}
      </Field>
      <div class="follow-line">
        <Button small type="submit" variant="primary" disabled={!ready}>
          {i18n.t('follow.delayNow')}
        </Button>
        <Button small onClick={props.onCancel}>
          {i18n.t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
