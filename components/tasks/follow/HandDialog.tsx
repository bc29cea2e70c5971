import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { sourceKinds } from '../../../lib/follow/types';
import { limits } from '../../../lib/store/limits';
import type { HandTask } from '../../../lib/store/port';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { DateField, TextField } from '../../ui/InputField';
import { useDraft } from '../../ui/useDraft';
import { Choice } from '../Choice';
import { PeopleFields } from '../people/PeopleFields';
import { usePeopleDraft } from '../people/usePeopleDraft';
import './follow.css';

/** A task that stands in no document: what, from where, by when, whose. */
export function HandDialog(props: {
  readonly today: string;
  /** Rejects when it could not be stored, which has been said by then. */
  readonly onAdd: (task: HandTask) => Promise<unknown>;
  readonly onClose: () => void;
}) {
  const title = useDraft('hand:title');
  const from = useDraft('hand:kind', 'meeting');
  const kind = sourceKinds.find((each) => each === from.value) ?? 'meeting';
  const name = useDraft('hand:name');
  const on = useDraft('hand:on', props.today);
  const due = useDraft('hand:due');
  const people = usePeopleDraft('hand');
  const [busy, setBusy] = useState(false);
  const ready = title.value.trim() !== '';
  /** What was typed is kept where the dialog is only closed: by Escape, or with the page. */
  const leave = () => {
    for (const part of [title, from, name, on, due, people]) part.done();
    props.onClose();
  };
  const add = async () => {
    if (!ready || busy) return;
    setBusy(true);
    const source = { kind, name: name.value.trim(), date: on.value || null };
    const facts = { title: title.value.trim(), dueDate: due.value || null, note: '', tags: [] };
    const task: HandTask = { ...facts, source, ...people.said };
    await props.onAdd(task).then(leave, () => setBusy(false));
  };
  return (
    <Dialog
      title={i18n.t('hand.title')}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={leave}>{i18n.t('common.cancel')}</Button>
          <Button variant="primary" icon="plus" busy={busy} disabled={!ready} onClick={() => void add()}>
            {i18n.t('hand.keep')}
          </Button>
        </>
      }
    >
      <TextField
        label={i18n.t('hand.what')}
        rows={2}
        maxLength={limits.title}
        value={title.value}
        onValue={title.change}
      />
      <div class="follow-line">
        <Choice
          label={i18n.t('hand.kind')}
          value={kind}
          values={sourceKinds}
          word={(each) => i18n.t(`follow.source.${each}`)}
          onPick={from.change}
        />
        <TextField
          label={i18n.t('hand.name')}
          placeholder={i18n.t('hand.nameExample')}
          maxLength={200}
          value={name.value}
          onValue={name.change}
        />
      </div>
      <div class="follow-line">
        <DateField label={i18n.t('hand.on')} value={on.value} onValue={on.change} />
        <DateField label={i18n.t('hand.due')} value={due.value} onValue={due.change} />
      </div>
      <PeopleFields people={people.people} typed={people.typed} onChange={people.change} />
    </Dialog>
  );
}
