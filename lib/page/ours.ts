import type { Duty } from '../units/types';
import type { Engine, Mine } from './engine';
import { codeOf, type PageReading } from './reading';
import type { PageErrorCode } from './types';

/**
 * What of a reading is ours, by the units and decisions as they are when it is known: who changes them meanwhile is not
 * shown what was so before.
 *
 * @param mine As they are now; another object once they are others.
 */
export async function oursIn(
  { policy, identity }: PageReading,
  engine: Engine,
  mine: () => Mine,
  signal: AbortSignal,
): Promise<readonly Duty[]> {
  for (;;) {
    const by = mine();
    // Who has named no unit asks nobody.
    const duties = by.profiles.length > 0 ? await engine.duties(policy, by, identity.id, signal) : [];
    signal.throwIfAborted();
    if (by === mine()) return duties;
  }
}

/**
 * The same of the reading that is shown.
 *
 * @param shown It, as it is now.
 * @returns why it could not be told; null where nothing is shown, or another reading or document by now.
 */
export async function oursOfShown(
  shown: () => PageReading | null,
  ...by: [engine: Engine, mine: () => Mine, signal: AbortSignal]
): Promise<readonly Duty[] | PageErrorCode | null> {
  const of = shown();
  if (!of) return null;
  const stays = (): boolean => shown()?.policy === of.policy && shown()?.identity.id === of.identity.id;
  try {
    const duties = await oursIn(of, ...by);
    return stays() ? duties : null;
  } catch (reason) {
    return !by[2].aborted && stays() ? codeOf(reason) : null;
  }
}
