import { useEffect, useState } from 'preact/hooks';
import type { Resolution } from '../../../lib/anchor/types';
import type { NewAnnotation } from '../../../lib/store/port';

/** Asks the page what is printed where an annotation or task was found; null where nothing is. */
export type FindPassage = (id: string) => Promise<NewAnnotation | null>;

export interface Passage {
  /** What is printed now where it was found; null until the page has said, and where nothing is. */
  readonly found: NewAnnotation | null;
  /** The page has been asked and has not said yet. */
  readonly coming: boolean;
}

/** What is printed now where a record was found; asked again when it was found elsewhere. */
export function usePassage(id: string, anchor: Resolution, findPassage: FindPassage): Passage {
  const [passage, setPassage] = useState<Passage>({ found: null, coming: anchor.span !== null });
  const { start, end } = anchor.span ?? { start: -1, end: -1 };
  useEffect(() => {
    let alive = true;
    setPassage({ found: null, coming: start >= 0 });
    if (start >= 0) {
      findPassage(id).then(
        (found) => alive && setPassage({ found, coming: false }),
        () => alive && setPassage({ found: null, coming: false }),
      );
    }
    return () => {
      alive = false;
    };
  }, [id, start, end]);
  return passage;
}
