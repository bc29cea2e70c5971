import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Store, StoreChange } from '../../lib/store/port';
import type { AnnotationRecord, TaskRecord } from '../../lib/store/types';

export interface Records {
  readonly tasks: readonly TaskRecord[];
  readonly annotations: readonly AnnotationRecord[];
  /** All tags in use, most used first. */
  readonly tags: readonly { readonly tag: string; readonly count: number }[];
  /** Why the store could not be read; what was read before stays. */
  readonly error: unknown;
  readonly reload: () => Promise<void>;
}

type Loaded = Pick<Records, 'tasks' | 'annotations' | 'tags' | 'error'>;
const nothing: Loaded = { tasks: [], annotations: [], tags: [], error: null };

/** What is stored of a document, read anew after every write to it from whatever surface. */
export function useRecords(
  store: Store,
  watch: (listener: (change: StoreChange) => void) => () => void,
  documentId: string | null,
): Records {
  const [loaded, setLoaded] = useState<Loaded>(nothing);
  const run = useRef(0);
  const reload = useCallback(async () => {
    const own = ++run.current;
    if (documentId === null) return setLoaded(nothing);
    try {
      const [tasks, annotations, tags] = await Promise.all([
        store.tasks(documentId),
        store.annotations(documentId),
        store.tags(),
      ]);
      if (own === run.current) setLoaded({ tasks, annotations, tags, error: null });
    } catch (error) {
      if (own === run.current) setLoaded((before) => ({ ...before, error }));
    }
  }, [store, documentId]);
  useEffect(() => {
    setLoaded(nothing);
    reload();
    return watch((change) => {
      if (change.documentIds.length === 0 || (documentId !== null && change.documentIds.includes(documentId))) reload();
    });
  }, [reload, watch, documentId]);
  return { ...loaded, reload };
}
