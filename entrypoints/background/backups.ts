import { browser } from '../../lib/browser';
import { sweepDrafts } from '../../lib/drafts';
import { backupSettings } from '../../lib/export/backup-settings';
import { localBackups } from '../../lib/export/local-backups';
import { clearOutgoing } from '../../lib/export/outgoing';
import { settings } from '../../lib/settings';
import type { Repository } from '../../lib/store/repository';
import { inOrder } from './order';

/** So long after the last write, in milliseconds: nobody waits for the disk by then. */
const REST = 5000;

/**
 * Keeps backups in the browser's own storage, one a day while something is written. None is made while a loss stands that the
 * reader has not seen: it would take the place of one that still has what was lost.
 *
 * @returns to be called after each write.
 */
export function keepBackups(store: Repository): () => void {
  const backups = localBackups();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const make = async () => {
    if (await settings.loss.getValue()) return;
    // A call of the browser's keeps the worker awake while it writes.
    const onPart = () => browser.runtime.getPlatformInfo();
    await backups.make(store, await store.counts(), await backupSettings(), onPart);
  };
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => void inOrder('backup', () => make().catch(unmade)), REST);
  };
}

/** No room, or no such storage: the next write tries again, and the settings say how old the last one is. */
const unmade = (reason: unknown) => console.debug('[dutymark] no backup:', reason);

/** What was begun and never ended is taken back, what nobody can ask back any more is forgotten. */
export async function tidyUp(store: Repository): Promise<void> {
  await Promise.allSettled([store.tidy(), clearOutgoing(), sweepDrafts()]);
}
