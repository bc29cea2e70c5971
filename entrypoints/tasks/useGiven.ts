import { useEffect, useState } from 'preact/hooks';
import { takeOver } from '../../lib/export/ledger/hand-over';

/** The file that the reader hands over under a key; null until it is here, and where there is none. */
export function useGiven(key: string | null): File | null {
  const [file, setFile] = useState<File | null>(null);
  useEffect(() => {
    if (key === null) return;
    // Loaded anew, the page does not ask again: what was chosen then has been written.
    history.replaceState(null, '', location.pathname);
    void takeOver(key).then(setFile);
  }, [key]);
  return file;
}
