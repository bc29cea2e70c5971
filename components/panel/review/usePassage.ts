import { useEffect, useState } from 'preact/hooks';
import type { Resolution } from '../../../lib/anchor/types';
import type { NewAnnotation } from '../../../lib/store/port';

/** Asks the page what is printed where an annotation or task was found; null where nothing is. */
export type FindPassage = (id: string) => Promise<NewAnnotation | null>;

/** What is printed now where it was found, null until the page has said; asked again when it was found elsewhere. */
export function usePassage(id: string, anchor: Resolution, findPassage: FindPassage): NewAnnotation | null {
  const [found, setFound] = useState<NewAnnotation | null>(null);
  const { start, end } = anchor.span ?? { start: -1, end: -1 };
  useEffect(() => {
    let alive = true;
    setFound(null);
    if (start >= 0) {
      findPassage(id).then(
        (next) => alive && setFound(next),
        () => undefined,
      );
    }
    return () => {
      alive = false;
    };
  }, [id, start, end]);
  return found;
}
