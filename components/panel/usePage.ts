import { useEffect, useState } from 'preact/hooks';
import type { PageSnapshot, PageView } from '../../lib/page/types';

/** The page's snapshot as it changes; undefined until the page has answered, null when none of ours does. */
export function usePage(page: PageView): PageSnapshot | null | undefined {
  const [snapshot, setSnapshot] = useState<PageSnapshot | null | undefined>(undefined);
  useEffect(() => {
    let told = false;
    let alive = true;
    const stop = page.onSnapshot((next) => {
      told = true;
      setSnapshot(next);
    });
    setSnapshot(undefined);
    page.snapshot().then(
      // What the page has sent meanwhile is newer than its answer.
      (first) => alive && !told && setSnapshot(first),
      () => alive && !told && setSnapshot(null),
    );
    return () => {
      alive = false;
      stop();
    };
  }, [page]);
  return snapshot;
}
