import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { type Change, compare } from '../../lib/anchor/compare';
import type { PageSnapshot } from '../../lib/page/types';
import type { SeenDocument, Store } from '../../lib/store/port';
import type { DocumentRecord } from '../../lib/store/types';

/** What was kept of this document when it was seen before, and what has changed since. */
export interface Stored {
  readonly record: DocumentRecord | null;
  /** Between the kept version and the page's; empty where the text is the same. */
  readonly changes: readonly Change[];
  /** Ids, of either version, of measures that were reworded, given to others, dated anew or taken out. */
  readonly changed: ReadonlySet<string>;
  /** Keeps the page's version instead. */
  readonly accept: () => Promise<void>;
}

type Found = Pick<Stored, 'record' | 'changes'>;
const nothing: Found = { record: null, changes: [] };

/**
 * Compared once for each text of the page: taking on a task renews the record, which must not make the changes vanish
 * unread.
 */
export function useStored(store: Store, snapshot: PageSnapshot): Stored {
  const [found, setFound] = useState(nothing);
  const { documentId, fingerprint, policy, url } = snapshot;
  useEffect(() => {
    let alive = true;
    setFound(nothing);
    if (documentId === null || !policy) return;
    store.document(documentId).then(
      (record) => {
        if (!alive || !record) return;
        const changed = fingerprint !== null && record.fingerprint !== fingerprint;
        setFound({ record, changes: changed ? compare(record.policy, policy) : [] });
      },
      // The panel says in its list when the store does not answer.
      () => undefined,
    );
    return () => {
      alive = false;
    };
  }, [store, documentId, fingerprint]);

  const accept = useCallback(async () => {
    if (documentId === null || fingerprint === null || !policy) return;
    const seen: SeenDocument = { id: documentId, fingerprint, policy, url };
    const record = await store.saveDocument(seen);
    setFound({ record, changes: [] });
  }, [store, documentId, fingerprint, policy, url]);
  const changed = useMemo(() => changedIn(found.changes), [found.changes]);
  return { ...found, changed, accept };
}

/** A measure that only moved or got another number still asks for the same. */
function changedIn(changes: readonly Change[]): Set<string> {
  const kinds: readonly Change['kind'][] = ['reworded', 'units', 'deadlines', 'gone'];
  const ids = changes.flatMap((change) =>
    kinds.includes(change.kind) && 'before' in change ? [change.before, change.after] : [],
  );
  return new Set(ids.filter((id) => id !== null));
}
