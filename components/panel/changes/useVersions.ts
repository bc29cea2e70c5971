import { useEffect, useMemo, useState } from 'preact/hooks';
import { compare } from '../../../lib/anchor/compare';
import type { PolicyDocument } from '../../../lib/policy/types';
import { changesByMeasure } from '../../../lib/store/changed';
import type { Baseline, Store } from '../../../lib/store/port';
import type { DocumentHead } from '../../../lib/store/types';
import { followed } from '../../../lib/store/versions';
import { dutiesOf } from '../../../lib/units/duties';
import type { PolicyPanelProps } from '../types';
import { entriesOf, type Told } from './entries';

export interface Versions {
  /** The record that is kept of this document; null while nothing is. */
  readonly head: DocumentHead | null;
  readonly baseline: Baseline | null;
  /** The present version, where the page shows another: an older copy, or a change that was not yet kept. */
  readonly present: PolicyDocument | null;
  /** What changed since the version the reader knows; null when nothing did. */
  readonly told: Told | null;
  /** Kinds of change by the `measureId` that tasks have in this page (`tasksIn`). */
  readonly changed: NonNullable<DocumentHead['changed']>;
}

const unchanged: Versions['changed'] = {};

/** What is kept of the document, and how the page differs from the version that its reader knows. */
export function useVersions(panel: PolicyPanelProps): Versions {
  const { store, watchStore, snapshot, policy, profiles, decisions } = panel;
  const { documentId } = snapshot;
  const [kept, setKept] = useState<Pick<Versions, 'head' | 'baseline'>>({ head: null, baseline: null });
  useEffect(() => {
    let run = 0;
    const load = async () => {
      const own = ++run;
      if (documentId === null) return;
      // Neither list nor changes are worth an error: the panel says so where it reads the tasks.
      const [heads, baseline] = await Promise.all([store.documentHeads(), store.baseline(documentId)]).catch(
        () => [[], null] as const,
      );
      if (own === run) setKept({ head: heads.find(({ id }) => id === documentId) ?? null, baseline });
    };
    setKept({ head: null, baseline: null });
    void load();
    const stop = watchStore(({ tables, documentIds }) => {
      if (!tables.includes('documents')) return;
      if (documentIds.length === 0 || (documentId !== null && documentIds.includes(documentId))) void load();
    });
    return () => {
      run = Number.POSITIVE_INFINITY;
      stop();
    };
  }, [store, watchStore, documentId]);

  const { head, baseline } = kept;
  const present = usePresent(store, head, snapshot.fingerprint);
  const changes = useMemo(
    () => (baseline && baseline.fingerprint !== snapshot.fingerprint ? compare(baseline.policy, policy) : []),
    [baseline, policy, snapshot.fingerprint],
  );
  const told = useMemo(() => {
    if (!baseline || changes.length === 0) return null;
    const ours = profiles.flatMap((profile) => dutiesOf(baseline.policy, profile, decisions, documentId ?? ''));
    const mine = {
      before: new Set(ours.map(({ measure }) => measure)),
      after: new Set(snapshot.duties.map(({ measure }) => measure)),
    };
    return entriesOf(changes, baseline.policy, policy, mine);
  }, [baseline, changes, profiles, decisions, snapshot.duties, policy, documentId]);
  const changed = useMemo(() => {
    if (changes.length > 0) return changesByMeasure(changes);
    // An older copy: what has changed elsewhere since is said of its tasks here too.
    return present && head?.changed ? changedIn(policy, head.changed, present) : unchanged;
  }, [changes, policy, head, present]);
  return { head, baseline, present, told, changed };
}

function usePresent(store: Store, head: DocumentHead | null, shown: string | null): PolicyDocument | null {
  const [present, setPresent] = useState<PolicyDocument | null>(null);
  useEffect(() => {
    let on = true;
    setPresent(null);
    if (head && shown !== null && head.fingerprint !== shown) {
      store.document(head.id).then(
        (record) => on && record && record.fingerprint !== shown && setPresent(record.policy),
        // As above: the lists say what is wrong with the store.
        () => undefined,
      );
    }
    return () => {
      on = false;
    };
  }, [store, head, shown]);
  return present;
}

/** Kinds of change by the ids that measures have in the version that is shown. */
function changedIn(shown: PolicyDocument, changed: Versions['changed'], present: PolicyDocument): Versions['changed'] {
  const ids = Object.keys(changed).map((measureId) => ({ measureId, excerpt: '' }));
  const here = followed(ids, present, shown);
  return Object.fromEntries(here.map(({ measureId }, at) => [measureId, changed[ids[at]!.measureId] ?? []]));
}
