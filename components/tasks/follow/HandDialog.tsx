import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type People, type SourceKind, sourceKinds } from '../../../lib/follow/types';
import { limits } from '../../../lib/store/limits';
import type { HandTask } from '../../../lib/store/port';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { DateField, TextField } from '../../ui/InputField';
import { useDraft } from '../../ui/useDraft';
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
  const title = useDraft('hand:title');
  const [kind, setKind] = useState<SourceKind>('meeting');
  const name = useDraft('hand:name');
  const [on, setOn] = useState(props.today);
  const [due, setDue] = useState('');
  const [people, setPeople] = useState<People>({});
  const [busy, setBusy] = useState(false);
  const ready = title.value.trim() !== '';
  /** What was typed is kept where the dialog is only closed: by Escape, or with the page. */
  const leave = () => {
    title.done();
    name.done();
    props.onClose();
  };
  const add = async () => {
    if (!ready || busy) return;
    setBusy(true);
    const source = { kind, name: name.value.trim(), date: on || null };
    const task: HandTask = { title: title.value.trim(), dueDate: due || null, note: '', tags: [], source, ...people };
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
          onPick={setKind}
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
        <DateField label={i18n.t('hand.on')} value={on} onValue={setOn} />
        <DateField label={i18n.t('hand.due')} value={due} onValue={setDue} />
      </div>
      <PeopleFields people={people} onChange={(part) => setPeople({ ...people, ...part })} />
    </Dialog>
  );
}
