import type { BackupPreview, OptionsActions } from '../../components/options/types';
import { browser } from '../../lib/browser';
import { faults, forgetFaults } from '../../lib/diagnostics';
import { restoreSite } from '../../lib/dismissals';
import { bring, readBackup } from '../../lib/export/backup';
import { backupApart } from '../../lib/export/backup-apart';
import { backupSettings, profilesOf, takeSettings } from '../../lib/export/backup-settings';
import { download } from '../../lib/export/download';
import { localBackups } from '../../lib/export/local-backups';
import { exportName } from '../../lib/export/name';
import { clearOutgoing } from '../../lib/export/outgoing';
import { allMarks } from '../../lib/paint/types';
import { settings, updateDecisions, updateProfiles } from '../../lib/settings';
import { store } from '../../lib/store/client';
import { examine } from '../../lib/store/examine';
import { forgetTyped } from '../../lib/typed';
import { report } from './environment';

/** A larger file is no backup of ours, and reading it would only fill the memory. */
const largestBackup = 500_000_000;

const tooLarge = Object.assign(new Error('backup file is too large'), { code: 'not-backup' });

const gone = Object.assign(new Error('the backup is gone'), { code: 'not-found' });

const backups = localBackups();

/** What a backup would bring, all of it put aside in the store. */
async function previewOf(text: string, onProgress?: (done: number) => void): Promise<BackupPreview> {
  const { created, dump, settings: kept } = readBackup(text);
  const { good, bad } = examine(dump);
  const incoming = await bring(store, good, onProgress);
  return {
    created,
    documents: good.documents.length,
    tasks: good.tasks.length,
    annotations: good.annotations.length,
    profiles: profilesOf(kept).length,
    plan: incoming.plan,
    bad,
    merge: async () => {
      const report = await incoming.merge();
      await takeSettings(kept);
      return report;
    },
    undo: incoming.undo,
    drop: incoming.drop,
  };
}

export const actions: OptionsActions = {
  saveProfile: (profile) =>
    updateProfiles((profiles) =>
      profiles.some(({ id }) => id === profile.id)
        ? profiles.map((old) => (old.id === profile.id ? profile : old))
        : [...profiles, profile],
    ),
  removeProfile: (id) => updateProfiles((profiles) => profiles.filter((profile) => profile.id !== id)),
  setTheme: (theme) => settings.theme.setValue(theme),
  setPillMode: (mode) => settings.pillMode.setValue(mode),
  setMark: async (kind, on) =>
    settings.marks.setValue({ ...allMarks, ...(await settings.marks.getValue()), [kind]: on }),
  setKeepFiles: (keep) => settings.keepFiles.setValue(keep),
  openLibrary: () => location.assign('/reader.html?library'),
  restoreSite,
  grant: (...sites) => browser.permissions.request({ origins: sites.map((site) => `*://${site}/*`) }),
  takeBack: (decision) =>
    updateDecisions((all) => all.filter((other) => JSON.stringify(other) !== JSON.stringify(decision))),
  revoke: (origin) => browser.permissions.remove({ origins: [origin] }),
  backup: async () => {
    const name = exportName('backup', 'json');
    // Read from the database itself: through messages all of it would pass through the background's memory as well.
    download(await backupApart({ settings: await backupSettings(), name }), name);
    // The file is made, even where the disk has no room for saying so.
    await settings.lastBackup.setValue(new Date().toISOString()).catch(() => undefined);
  },
  preview: async (file, onProgress) => {
    if (file.size > largestBackup) throw tooLarge;
    return previewOf(await file.text(), onProgress);
  },
  previewLocal: async (name, onProgress) => {
    const text = await backups.read(name);
    if (text === null) throw gone;
    return previewOf(text, onProgress);
  },
  deleteAll: async () => {
    await store.clear();
    forgetTyped();
    await Promise.allSettled([backups.clear(), clearOutgoing()]);
    await browser.storage.local.clear();
  },
  setRoster: (roster) => settings.roster.setValue(roster),
  setWords: (words) => settings.statusWords.setValue(words),
  async setReminding(wish) {
    // Before anything else: the browser asks only in the turn of a click.
    const allowed = !wish.on || (await browser.permissions.request({ permissions: ['notifications'] }));
    await settings.reminding.setValue({ ...wish, on: wish.on && allowed });
    return allowed;
  },
  putBack: (ids) => store.putBack(ids),
  emptyTrash: () => store.emptyTrash(),
  persist: () => navigator.storage.persist(),
  seenLoss: () => settings.loss.setValue(null),
  saveDiagnostics: async () => download(report(await faults()), exportName('diagnostics', 'json')),
  forgetFaults,
  openTasks: () => location.assign('/tasks.html'),
};
