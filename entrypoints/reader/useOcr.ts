import { useEffect, useState } from 'preact/hooks';
import { managed, watchManaged } from '../../lib/managed';

/** Whether pictures of text may be read here: absent from this build, forbidden by the administrator, or allowed. */
export type Ocr = 'allowed' | 'absent' | 'forbidden';

const built: Ocr = import.meta.env.DUTYMARK_OCR !== 'no' ? 'allowed' : 'absent';

/** The same as it stands now; what the administrator changes takes effect at once. */
export function useOcr(): Ocr {
  const [now, setNow] = useState<Ocr>(built);
  useEffect(() => {
    if (built === 'absent') return;
    const look = () => void managed().then(({ ocr }) => setNow(ocr === false ? 'forbidden' : 'allowed'));
    look();
    return watchManaged(look);
  }, []);
  return now;
}
