import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type People, type SourceKind, sourceKinds } from '../../../lib/follow/types';
import { limits } from '../../../lib/store/limits';
import type { HandTask } from '../../../lib/store/port';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { Choice } from '../Choice';
import { PeopleFields } from '../people/PeopleFields';
import './follow.css';

/** A task that stands in no document: what, from where, by when, whose. */
export function HandDialog(props: {
  readonly today: string;
  /** Rejects when it could not be stored, which has been said by then. */
  readonly onAdd: (task: HandTask) => Promise<unknown>;
  readonly onClose: () => void;
}) {
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState<SourceKind>('meeting');
  const [name, setName] = useState('');
  const [on, setOn] = useState(props.today);
  const [due, setDue] = useState('');
  const [people, setPeople] = useState<People>({});
  const [busy, setBusy] = useState(false);
  const ready = title.trim() !== '';
  const add = async () => {
    if (!ready || busy) return;
    setBusy(true);
    const source = { kind, name: name.trim(), date: on || null };
    const task: HandTask = { title: title.trim(), dueDate: due || null, note: '', tags: [], source, ...people };
    await props.onAdd(task).then(props.onClose, () => setBusy(false));
  };
  return (
    <Dialog
      title={i18n.t('hand.title')}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{i18n.t('common.cancel')}</Button>
          <Button variant="primary" icon="plus" busy={busy} disabled={!ready} onClick={() => void add()}>
            {i18n.t('hand.keep')}
          </Button>
        </>
      }
    >
      <Field label={i18n.t('hand.what')}>
        {(control) => (
          <textarea
            {...control}
            class="input"
            rows={2}
            maxLength={limits.title}
            value={title}
            onInput={({ currentTarget: { value } }) => setTitle(value)}
          />
        )}
      </Field>
      <div class="follow-line">
        <Choice
          label={i18n.t('hand.kind')}
          value={kind}
          values={sourceKinds}
          word={(each) => i18n.t(`follow.source.${each}`)}
          onPick={setKind}
        />
        <Field label={i18n.t('hand.name')}>
          {(control) => (
            <input
              {...control}
              class="input"
              placeholder={i18n.t('hand.nameExample')}
              maxLength={200}
              value={name}
              onInput={({ currentTarget: { value } }) => setName(value)}
            />
          )}
        </Field>
      </div>
      <div class="follow-line">
        <DateField label={i18n.t('hand.on')} value={on} onValue={setOn} />
        <DateField label={i18n.t('hand.due')} value={due} onValue={setDue} />
      </div>
      <PeopleFields people={people} onChange={(part) => setPeople({ ...people, ...part })} />
    </Dialog>
  );
}

function DateField(props: {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
}) {
  return (
    <Field label={props.label}>
      {(control) => (
        <input
          {...control}
          class="input"
          type="date"
          min="1949-10-01"
          max="2199-12-31"
          value={props.value}
          onInput={({ currentTarget: { value } }) => props.onValue(value)}
        />
      )}
    </Field>
  );
}
