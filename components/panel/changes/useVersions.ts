import { useEffect, useMemo, useState } from 'preact/hooks';
import { compare } from '../../../lib/anchor/compare';
import { changesByMeasure } from '../../../lib/store/changed';
import type { Baseline } from '../../../lib/store/port';
import type { DocumentHead } from '../../../lib/store/types';
import { dutiesOf } from '../../../lib/units/duties';
import type { PolicyPanelProps } from '../types';
import { entriesOf, type Told } from './entries';

export interface Versions {
  /** The record that is kept of this document; null while nothing is. */
  readonly head: DocumentHead | null;
  readonly baseline: Baseline | null;
  /** What changed since the version the reader knows; null when nothing did. */
  readonly told: Told | null;
  /** Kinds of change by the `measureId` of tasks. */
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
  const changed = useMemo(() => (changes.length > 0 ? changesByMeasure(changes) : unchanged), [changes]);
  return { head, baseline, told, changed };
}
