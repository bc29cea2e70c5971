import { useEffect, useState } from 'preact/hooks';
import { type Loss, settings } from '../../lib/settings';

/** A loss of records that the reader has not yet seen. */
export function useLoss(): Loss | null {
  const [loss, setLoss] = useState<Loss | null>(null);
  useEffect(() => {
    settings.loss.getValue().then(setLoss, () => undefined);
    return settings.loss.watch(setLoss);
  }, []);
  return loss;
}
