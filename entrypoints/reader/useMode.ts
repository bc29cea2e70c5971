import { useEffect, useState } from 'preact/hooks';
import { type ReaderMode, settings } from '../../lib/settings';
import { useSetting } from './useSetting';

/** Two panes and a panel want so much room; below, one of the two is shown. */
const WIDE = '(min-width: 64rem)';

export interface Mode {
  readonly mode: ReaderMode;
  readonly wide: boolean;
  readonly choose: (mode: ReaderMode) => void;
}

/** The reader's way of looking at a document, as chosen, as far as there is room for it. */
export function useMode(): Mode {
  const [chosen, choose] = useSetting(settings.readerMode);
  const [wide, setWide] = useState(() => matchMedia(WIDE).matches);
  useEffect(() => {
    const query = matchMedia(WIDE);
    const look = () => setWide(query.matches);
    query.addEventListener('change', look);
    return () => query.removeEventListener('change', look);
  }, []);
  const wanted = chosen ?? 'reading';
  return { mode: wanted === 'both' && !wide ? 'original' : wanted, wide, choose };
}
