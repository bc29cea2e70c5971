import type { Holdings, OptionsState } from '../../components/options/types';
import { browser } from '../../lib/browser';
import { faults } from '../../lib/diagnostics';
import { dismissedSites } from '../../lib/dismissals';
import { localBackups } from '../../lib/export/local-backups';
import { readReminding } from '../../lib/follow/reminding';
import { readRoster } from '../../lib/follow/roster';
import { readStatusWords } from '../../lib/follow/status-words';
import { managed } from '../../lib/managed';
import { allMarks } from '../../lib/paint/types';
import type { PolicyDocument } from '../../lib/policy/types';
import { settings } from '../../lib/settings';
import { store } from '../../lib/store/client';
import { readRoom } from '../../lib/store/room';
import { environment } from './environment';

/** All that the page shows. The store may fail; the settings are shown all the same. */
export async function readState(): Promise<OptionsState> {
  const [
    profiles,
    theme,
    pillMode,
    marks,
    dismissed,
    granted,
    holdings,
    decisions,
    keepFiles,
    lastRead,
    lastBackup,
    loss,
    roster,
    words,
    reminding,
    local,
    trash,
    governed,
    log,
  ] = await Promise.all([
    settings.profiles.getValue(),
    settings.theme.getValue(),
    settings.pillMode.getValue(),
    settings.marks.getValue(),
    dismissedSites(),
    grantedSites(),
    readHoldings().catch(() => null),
    settings.decisions.getValue(),
    settings.keepFiles.getValue(),
    readLast().catch(() => null),
    settings.lastBackup.getValue(),
    settings.loss.getValue(),
    settings.roster.getValue(),
    settings.statusWords.getValue(),
    settings.reminding.getValue(),
    localBackups().list(),
    store.trashed().catch(() => null),
    managed(),
    faults().catch(() => []),
  ]);
  const { version } = browser.runtime.getManifest();
  const setAside = decisions.filter(({ scope, verdict }) => scope === 'always' && verdict === 'dismissed');
  return {
    setAside,
    keepFiles,
    profiles,
    lastRead,
    lastBackup,
    loss,
    local,
    trash,
    theme,
    pillMode,
    marks: { ...allMarks, ...marks },
    dismissed,
    granted,
    holdings,
    version,
    roster: readRoster(roster),
    words: readStatusWords(words),
    reminding: readReminding(reminding),
    managed: governed,
    environment: environment(),
    faults: log,
  };
}

/** Match patterns that the reader granted, without those the extension always has. */
async function grantedSites(): Promise<string[]> {
  const { host_permissions: own = [] } = browser.runtime.getManifest() as { host_permissions?: string[] };
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((origin) => !own.includes(origin)).sort();
}

/** The document seen last: heads first, since a policy may be long. */
async function readLast(): Promise<PolicyDocument | null> {
  const heads = await store.documentHeads();
  if (heads.length === 0) return null;
  const last = heads.reduce((best, head) => (head.lastSeen > best.lastSeen ? head : best));
  return (await store.document(last.id))?.policy ?? null;
}

async function readHoldings(): Promise<Holdings> {
  const [counts, room, persisted] = await Promise.all([store.counts(), readRoom(), navigator.storage.persisted()]);
  return { ...counts, bytes: room?.used ?? null, room, persisted };
}
