import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { People } from '../../../lib/follow/types';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { PeopleFields } from './PeopleFields';

/** Gives people to many tasks at once. What is left empty stays as each task has it. */
export function AssignDialog(props: {
  readonly count: number;
  readonly onAssign: (people: People) => void;
  readonly onClose: () => void;
}) {
  const [people, setPeople] = useState<People>({});
  const said = Object.entries(people).filter(([, names]) => names.length > 0);
  return (
    <Dialog
      title={i18n.t('follow.assignTitle', [props.count])}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{i18n.t('common.cancel')}</Button>
          <Button
            variant="primary"
            icon="check"
            disabled={said.length === 0}
            onClick={() => {
              props.onAssign(Object.fromEntries(said));
              props.onClose();
            }}
          >
            {i18n.t('follow.assign')}
          </Button>
        </>
      }
    >
      <p class="field-hint">{i18n.t('follow.assignHint')}</p>
      <PeopleFields people={people} onChange={(part) => setPeople({ ...people, ...part })} />
    </Dialog>
  );
}
