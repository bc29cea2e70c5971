import { useEffect, useState } from 'preact/hooks';
import type { ProgressDialog } from './ProgressDialog';

/** The dialog of 督办 text, loaded when it is first asked for: most visits to the list need it not. Null until then. */
export function useProgressDialog(wanted: boolean): typeof ProgressDialog | null {
  const [loaded, setLoaded] = useState<{ readonly Dialog: typeof ProgressDialog } | null>(null);
  useEffect(() => {
    if (!wanted || loaded) return;
    void import('./ProgressDialog').then(({ ProgressDialog }) => setLoaded({ Dialog: ProgressDialog }));
  }, [wanted, loaded]);
  return loaded?.Dialog ?? null;
}
