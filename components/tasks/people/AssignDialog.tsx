import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type People, type PeopleField, peopleFields } from '../../../lib/follow/types';
import type { TaskPatch } from '../../../lib/store/port';
import type { TaskRecord } from '../../../lib/store/types';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { PeopleFields } from './PeopleFields';
import { namesOf, type OneName, peopleGone } from './remove';
import { usePeopleDraft } from './usePeopleDraft';

/**
 * Gives people to many tasks at once, or takes some of those they have away. What is left empty stays as each task has it;
 * what was typed is kept where the dialog is only closed: by Escape, or with the page.
 */
export function AssignDialog(props: {
  readonly tasks: readonly TaskRecord[];
  /** The same people for all of them. */
  readonly onAssign: (people: People) => void;
  /** Each task's people, where some are taken away. */
  readonly onPatch: (patches: ReadonlyMap<string, TaskPatch>) => void;
  readonly onClose: () => void;
}) {
  const draft = usePeopleDraft('assign');
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const leave = () => {
    draft.done();
    props.onClose();
  };
  const apply = () => {
    if (gone.size > 0) props.onPatch(peopleGone(props.tasks, gone, draft.said));
    else props.onAssign(draft.said);
    leave();
  };
  return (
    <Dialog
      title={i18n.t('follow.assignTitle', [props.tasks.length])}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={leave}>{i18n.t('common.cancel')}</Button>
          <Button
            variant="primary"
            icon="check"
            disabled={gone.size === 0 && Object.keys(draft.said).length === 0}
            onClick={apply}
          >
            {i18n.t(gone.size > 0 ? 'follow.assignAndRemove' : 'follow.assign')}
          </Button>
        </>
      }
    >
      <p class="field-hint">{i18n.t('follow.assignHint')}</p>
      {draft.left && <p class="field-hint">{i18n.t('follow.assignLeft')}</p>}
      <PeopleFields people={draft.people} typed={draft.typed} onChange={draft.change} />
      <Removal
        names={namesOf(props.tasks)}
        gone={gone}
        replaced={(field) => draft.said[field] !== undefined}
        onGone={setGone}
      />
    </Dialog>
  );
}

/** Everybody whom the chosen tasks are given to, to be taken out of them; nothing where they are nobody's. */
function Removal(props: {
  readonly names: readonly OneName[];
  readonly gone: ReadonlySet<string>;
  /** Whether others take the place of all that stand in this field. */
  readonly replaced: (field: PeopleField) => boolean;
  readonly onGone: (gone: ReadonlySet<string>) => void;
}) {
  const { names, gone, onGone } = props;
  if (names.length === 0) return null;
  const turn = (key: string) => {
    const next = new Set(gone);
    if (!next.delete(key)) next.add(key);
    onGone(next);
  };
  return (
    <fieldset class="people-removal">
      <legend>{i18n.t('follow.removePeople')}</legend>
      {peopleFields.map((field) => {
        const here = names.filter((each) => each.field === field);
        if (here.length === 0) return null;
        const word = i18n.t(`follow.people.${field}`);
        return (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset within one would be drawn as another.
          <div key={field} class="people-removal-field" role="group" aria-label={i18n.t('follow.removeFrom', [word])}>
            <span class="people-removal-word">{word}</span>
            {here.map(({ key, name, count }) => (
              <label key={key} class="check">
                <input
                  type="checkbox"
                  class="checkbox"
                  checked={gone.has(key)}
                  disabled={props.replaced(field)}
                  onChange={() => turn(key)}
                />
                {i18n.t('follow.removeName', [name, count])}
              </label>
            ))}
          </div>
        );
      })}
    </fieldset>
  );
}
