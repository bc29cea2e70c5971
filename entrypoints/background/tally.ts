import { settings } from '../../lib/settings';
import type { Store } from '../../lib/store/port';
import { lossOf } from '../../lib/store/tally';
import { inOrder } from './order';

/**
 * Keeps the count of records outside the database, and compares when the background starts, before anything is written:
 * what is fewer by then, nobody removed. The loss is kept until the reader has seen it.
 *
 * Called in the first turn: the reading of the counts then stands before every write of this background's life.
 *
 * @returns to be called after each write.
 */
export function keepTally(store: Pick<Store, 'counts'>): () => Promise<void> {
  const compared = compare(store).catch(() => undefined);
  return async () => {
    await compared;
    // One after the other: an earlier count must not be kept behind a later one. One that fails is made good by the next.
    await inOrder('tally', () => store.counts().then(settings.tally.setValue)).catch(() => undefined);
  };
}

async function compare(store: Pick<Store, 'counts'>): Promise<void> {
  const present = await store.counts();
  const loss = lossOf(await settings.tally.getValue(), present);
  if (loss) await settings.loss.setValue({ noted: loss, present });
  await settings.tally.setValue(present);
}
