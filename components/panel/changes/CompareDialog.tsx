import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { compare } from '../../../lib/anchor/compare';
import type { PageTarget } from '../../../lib/page/types';
import type { PolicyDocument } from '../../../lib/policy/types';
import type { DocumentHead, TaskRecord } from '../../../lib/store/types';
import { dutiesOf } from '../../../lib/units/duties';
import { shortTitle } from '../../records/title';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { EmptyState } from '../../ui/EmptyState';
import { Field } from '../../ui/Field';
import type { PolicyPanelProps } from '../types';
import { errorWord } from '../words';
import { ChangeList } from './ChangeList';
import { entriesOf, type Told } from './entries';

const noTasks: ReadonlyMap<string, TaskRecord> = new Map();

/**
 * The document that is open beside another one of those that are kept: 征求意见稿 and 正式稿, last year's and this year's, a
 * city's and a district's. The other one counts as the earlier, until the reader turns them round.
 */
export function CompareDialog(props: {
  readonly panel: PolicyPanelProps;
  readonly onReveal: (target: PageTarget) => void;
  readonly onClose: () => void;
}) {
  const { panel, onReveal, onClose } = props;
  const { store, snapshot } = panel;
  const [heads, setHeads] = useState<readonly DocumentHead[] | null>(null);
  const [other, setOther] = useState<{ readonly id: string; readonly policy: PolicyDocument } | null>(null);
  const [turned, setTurned] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  useEffect(() => {
    store.documentHeads().then(
      (all) => setHeads(all.filter(({ id }) => id !== snapshot.documentId)),
      (error: unknown) => setWrong(errorWord(error)),
    );
  }, [store, snapshot.documentId]);
  /** The one that was chosen last: an answer about an earlier one may come behind it. */
  const wanted = useRef<string | null>(null);
  const choose = (id: string) => {
    wanted.current = id;
    return store.document(id).then(
      (record) => wanted.current === id && setOther(record && { id, policy: record.policy }),
      (error: unknown) => setWrong(errorWord(error)),
    );
  };
  const told = useMemo(() => other && toldOf(panel, other, turned), [panel, other, turned]);
  const count = told ? told.facts.length + told.entries.length + told.renumbered.length : 0;
  return (
    <Dialog
      title={i18n.t('changes.compare')}
      onClose={onClose}
      actions={
        <>
          <Button icon="repeat" disabled={!other} onClick={() => setTurned(!turned)}>
            {i18n.t('changes.turn')}
          </Button>
          <Button onClick={onClose}>{i18n.t('common.close')}</Button>
        </>
      }
    >
      {wrong && <p role="alert">{wrong}</p>}
      {heads?.length === 0 && (
        <EmptyState icon="file" title={i18n.t('changes.noOther')}>
          {i18n.t('changes.noOtherWhy')}
        </EmptyState>
      )}
      {heads && heads.length > 0 && (
        <Field label={i18n.t('changes.with')}>
          {(control) => (
            <select
              {...control}
              class="input"
              value={other?.id ?? ''}
              onChange={({ currentTarget: { value } }) => void choose(value)}
            >
              <option value="" disabled>
                {i18n.t('changes.choose')}
              </option>
              {heads.map(({ id, title, docNumber, date, urls }) => (
                <option key={id} value={id}>
                  {[title === null ? (urls[0] ?? id) : shortTitle(title), docNumber, date].filter(Boolean).join(' · ')}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {told && (
        <>
          <p role="status">{count === 0 ? i18n.t('changes.same') : i18n.t(said(turned), [count])}</p>
          <ChangeList
            told={told}
            taskOf={noTasks}
            onReveal={
              turned
                ? null
                : (target) => {
                    onClose();
                    onReveal(target);
                  }
            }
            onSetDue={() => undefined}
          />
        </>
      )}
    </Dialog>
  );
}

const said = (turned: boolean) => (turned ? 'changes.countTurned' : 'changes.count');

function toldOf(panel: PolicyPanelProps, other: { id: string; policy: PolicyDocument }, turned: boolean): Told {
  const { profiles, decisions, snapshot, policy } = panel;
  const theirs = profiles.flatMap((profile) => dutiesOf(other.policy, profile, decisions, other.id));
  const [before, after] = turned ? [policy, other.policy] : [other.policy, policy];
  const [old, now] = turned ? [snapshot.duties, theirs] : [theirs, snapshot.duties];
  const ids = (duties: readonly { readonly measure: string }[]) => new Set(duties.map(({ measure }) => measure));
  return entriesOf(compare(before, after), before, after, { before: ids(old), after: ids(now) });
}
