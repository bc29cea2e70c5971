import { type BackupSettings, type BackupSource, backupBlob, writeBackup } from './backup-writing';
import { type OwnFolder, ownFolder } from './own-folder';

/** The folder of our own that holds what is made to be downloaded. */
export const outgoing = 'outgoing';

export const openOutgoing = () => ownFolder(outgoing);

/**
 * A backup of everything as a file on the disk, to be downloaded: however large, it takes no room in memory. Where nothing can
 * be written (a full disk) it is made in memory: what is kept can be taken along all the same.
 *
 * @param name Of the file in our own folder, where it lies until the next is made.
 */
export async function backupFile(
  store: BackupSource,
  settings: BackupSettings,
  name: string,
  open: () => Promise<OwnFolder> = openOutgoing,
): Promise<Blob> {
  try {
    const folder = await open();
    await emptyFolder(folder);
    await folder.write(name, (write) => writeBackup(store, settings, write));
    const file = await folder.read(name);
    if (file) return file;
  } catch (reason) {
    console.debug('[dutymark] backup in memory:', reason);
  }
  return backupBlob(store, settings);
}

/** Removes what was made to be downloaded. */
export const clearOutgoing = async (): Promise<void> => emptyFolder(await openOutgoing());

async function emptyFolder(folder: OwnFolder): Promise<void> {
  for (const { name } of await folder.list()) await folder.remove(name);
}
