import { i18n } from '#i18n';
import type { Resolution } from '../../lib/anchor/types';
import type { AnnotationRecord } from '../../lib/store/types';
import type { Why } from '../../lib/units/types';
import { Button } from '../ui/Button';
import { NotNamed } from './NotNamed';
import { isWaiting } from './review/queue';
import { dutyGroups, type GroupKey } from './rows';
import type { Actions, PolicyPanelProps, TabKey } from './types';
import { groupWord, oursWord } from './words';

export interface ListHeadProps {
  readonly tab: TabKey;
  readonly panel: PolicyPanelProps;
  readonly taken: ReadonlySet<string>;
  /** Ids of the measures that name us or that the reader has said are ours. */
  readonly claimed: readonly string[];
  readonly actions: Actions;
  /** Leads to “which of these is your unit?”. */
  readonly onChooseUnit: () => void;
  readonly onJump: (group: GroupKey) => void;
  /** Of the document, as listed. */
  readonly annotations: readonly AnnotationRecord[];
  readonly onReview: (id: string) => void;
}

/** Ours by a name, not by a collective designation. */
const byName: ReadonlySet<Why['relation']> = new Set(['same-name', 'alias', 'short-form', 'renamed', 'probable-alias']);

/** What stands above a list: for duties, whose they are and all that name us in one click. */
export function ListHead(props: ListHeadProps) {
  const { tab, panel, taken, claimed, actions, onChooseUnit, onJump, annotations, onReview } = props;
  const { duties } = panel.snapshot;
  if (tab === 'measures' && panel.profiles.length === 0 && panel.policy.measures.length > 0) {
    return (
      <p class="list-head">
        <Button variant="quiet" small icon="user" onClick={onChooseUnit}>
          {i18n.t('panel.setProfile')}
        </Button>
      </p>
    );
  }
  const doubtful = tab === 'annotations' ? toReview(annotations, panel.snapshot.anchors) : [];
  if (doubtful.length > 0) {
    return (
      <p class="list-head">
        <Button variant="quiet" small icon="alert" onClick={() => doubtful[0] && onReview(doubtful[0])}>
          {i18n.t('panel.anchor.queue', [`${doubtful.length}`])}
        </Button>
      </p>
    );
  }
  if (tab !== 'duties' || duties.length === 0) return null;
  const confirmed = duties.some((duty) => duty.confirmed);
  const fresh = claimed.filter((id) => !taken.has(id));
  const groups = dutyGroups(duties);
  return (
    <div class="list-head">
      <p class="list-head-who">
        {panel.profiles.map((profile) => (
          <span key={profile.id}>{profile.name}</span>
        ))}
        <span class="list-head-count">{oursWord(duties)}</span>
      </p>
      {claimed.length === 0 && (
        <NotNamed
          policy={panel.policy}
          profiles={panel.profiles}
          onEdit={panel.onOpenOptions}
          asked={duties.some(({ why }) => byName.has(why.relation))}
        />
      )}
      {claimed.length > 0 && (
        <Button
          small
          variant={fresh.length > 0 ? 'primary' : 'plain'}
          icon="checkCheck"
          disabled={fresh.length === 0}
          onClick={() => actions.takeOn(fresh)}
        >
          {fresh.length === 0
            ? i18n.t('panel.allNamedTaken')
            : i18n.t(confirmed ? 'panel.takeOnClaimed' : 'panel.takeOnNamed', [`${fresh.length}`])}
        </Button>
      )}
      {groups.length > 1 && (
        <p class="list-head-groups">
          {groups.map(({ group, count }) => (
            <button key={group} type="button" class="link-quiet group-link" onClick={() => onJump(group)}>
              {groupWord(group)} <span class="heading-count">{count}</span>
            </button>
          ))}
        </p>
      )}
    </div>
  );
}

/** Ids of annotations whose place is a guess or found by likeness, waiting for the reader. */
function toReview(annotations: readonly AnnotationRecord[], anchors: Readonly<Record<string, Resolution>>): string[] {
  return annotations.map(({ id }) => id).filter((id) => anchors[id] && isWaiting(anchors[id]));
}
