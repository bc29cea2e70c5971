import type { Counts } from '../store/tally';
import type { BackupSettings, BackupSource } from './backup-writing';
import { writeBackup } from './backup-writing';
import { type OwnFolder, ownFolder } from './own-folder';

/** A backup that was made by itself and lies in the browser's own storage. */
export interface LocalBackup {
  /** Of its file; names it among the others. */
  readonly name: string;
  /** ISO 8601. */
  readonly made: string;
  readonly counts: Counts;
  /** In bytes. */
  readonly size: number;
}

/** A day, in milliseconds: so often one is made. */
const DAY = 24 * 60 * 60 * 1000;
/** Of so many last days, weeks and months the newest is kept. */
const KEPT = { days: 3, weeks: 4, months: 2 };

const FOLDER = 'backups';
const NAME = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z-(\d+)-(\d+)-(\d+)\.json\.gz$/;

/** The name says what is in the file, so that a list reads none: 2026-11-28T09-31-00Z-12-340-5.json.gz */
export function nameOf(counts: Counts, now: Date): string {
  const made = now.toISOString().slice(0, 19).replaceAll(':', '-');
  return `${made}Z-${counts.documents}-${counts.tasks}-${counts.annotations}.json.gz`;
}

/** null: no file of ours. */
export function backupOf(name: string, size: number): LocalBackup | null {
  const [, day, hour, minute, second, documents, tasks, annotations] = NAME.exec(name) ?? [];
  if (day === undefined) return null;
  const counts = { documents: Number(documents), tasks: Number(tasks), annotations: Number(annotations) };
  return { name, made: `${day}T${hour}:${minute}:${second}Z`, counts, size };
}

/** Those that are no longer kept: of each of the last days, weeks and months that have one, the newest stays. */
export function outdated(backups: readonly LocalBackup[]): LocalBackup[] {
  const newest = [...backups].sort((a, b) => (a.made < b.made ? 1 : -1));
  const stay = new Set<LocalBackup>();
  const keep = (periodOf: (made: string) => string, most: number) => {
    const seen = new Set<string>();
    for (const backup of newest) {
      const period = periodOf(backup.made);
      if (seen.has(period) || seen.size >= most) continue;
      seen.add(period);
      stay.add(backup);
    }
  };
  keep((made) => made.slice(0, 10), KEPT.days);
  // Weeks are counted from a Monday.
  keep((made) => String(Math.floor((Date.parse(made) / DAY + 3) / 7)), KEPT.weeks);
  keep((made) => made.slice(0, 7), KEPT.months);
  return newest.filter((backup) => !stay.has(backup));
}

/** Whether it is time for the next. One of a day that has not come was made by a clock that was ahead, and tells nothing. */
export function isDue(backups: readonly LocalBackup[], now: Date): boolean {
  const past = backups.map(({ made }) => Date.parse(made)).filter((made) => made < now.getTime() + DAY);
  return past.length === 0 || now.getTime() - Math.max(...past) >= DAY;
}

export interface LocalBackups {
  /** Newest first; none where the browser keeps no files. */
  list(): Promise<LocalBackup[]>;
  /** Its text; null where it is gone. */
  read(name: string): Promise<string | null>;
  /**
   * Makes one if it is time and there is anything to keep, and removes those that are no longer kept. An empty store is
   * never backed up: it may have been emptied.
   *
   * @param onPart Called while it is written.
   * @returns whether one was made.
   */
  make(store: BackupSource, counts: Counts, settings: BackupSettings, onPart?: () => unknown): Promise<boolean>;
  /** Removes all. */
  clear(): Promise<void>;
}

export function localBackups(
  open: () => Promise<OwnFolder> = () => ownFolder(FOLDER),
  clock: () => Date = () => new Date(),
): LocalBackups {
  const list = async (): Promise<LocalBackup[]> => {
    const folder = await open().catch(() => null);
    const files = (await folder?.list().catch(() => [])) ?? [];
    const backups = files.flatMap(({ name, size }) => (size > 0 ? (backupOf(name, size) ?? []) : []));
    return backups.sort((a, b) => (a.made < b.made ? 1 : -1));
  };
  return {
    list,
    async read(name) {
      const file = await (await open()).read(name);
      if (!file) return null;
      return new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();
    },
    async make(store, counts, settings, onPart = () => {}) {
      const now = clock();
      if (counts.tasks + counts.annotations === 0 || !isDue(await list(), now)) return false;
      const folder = await open();
      const fill = (write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>) =>
        writeBackup(
          store,
          settings,
          async (bytes) => {
            onPart();
            await write(bytes);
          },
          now,
        );
      // What was begun and never ended, because the browser was gone, takes room: an empty file, and what was to become of it.
      for (const { name, size } of await folder.list()) {
        if (size === 0 || !backupOf(name, size)) await folder.remove(name).catch(() => undefined);
      }
      await folder.write(nameOf(counts, now), fill, { zipped: true });
      for (const { name } of outdated(await list())) await folder.remove(name);
      return true;
    },
    async clear() {
      const folder = await open();
      for (const { name } of await folder.list()) await folder.remove(name);
    },
  };
}
