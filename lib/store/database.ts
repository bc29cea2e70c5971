import { Dexie, type Table } from 'dexie';
import type { PolicyDocument } from '../policy/types';
import { StoreError, toStoreError } from './errors';
import type { JournalRow } from './journal';
import { migrations } from './migrations';
import type { Migration } from './migrations/types';
import type { Baseline } from './port';
import type { TrashRow } from './trash';
import type { AnnotationRecord, DocumentHead, FileData, FileHead, TaskRecord } from './types';

/** The database `dutymark`. The background opens it; our own pages do for files, whose bytes travel in no message. */
export class Database extends Dexie {
  declare readonly documents: Table<DocumentHead, string>;
  declare readonly policies: Table<{ readonly id: string; readonly policy: PolicyDocument }, string>;
  declare readonly baselines: Table<Baseline, string>;
  declare readonly tasks: Table<TaskRecord, string>;
  declare readonly annotations: Table<AnnotationRecord, string>;
  declare readonly trash: Table<TrashRow, string>;
  declare readonly files: Table<FileHead, string>;
  declare readonly journal: Table<JournalRow, [string, number]>;
  declare readonly fileData: Table<FileData, string>;

  /** @param steps The schema's history; tests pass shorter and longer ones. */
  constructor(
    name = 'dutymark',
    private readonly steps: readonly Migration[] = migrations,
  ) {
    // What was told to be kept is on the disk by then, not in a buffer that a power cut takes along.
    super(name, { autoOpen: false, chromeTransactionDurability: 'strict' });
    for (const step of steps) {
      const version = this.version(step.version).stores(step.tables);
      const { upgrade } = step;
      if (upgrade) version.upgrade((transaction) => upgrade(transaction).catch(blameStep(step.version)));
    }
    // A newer version of the extension waits: let go at once, or its upgrade is blocked.
    this.on('versionchange', () => this.close());
  }

  /**
   * Dexie opens a newer database in a forgiving way, and mends what it misses in it; an older extension must not touch one that
   * it cannot know.
   *
   * @param version As the browser counts it; that of the open database where none is given.
   */
  refuseNewer(version = this.backendDB().version): void {
    // Whole numbers are ours; Dexie adds fractions when it mends missing indexes.
    const found = Math.floor(version / 10);
    if (found <= newestOf(this.steps)) return;
    this.close();
    throw new StoreError('newer-version', `database version ${found}, this extension knows ${newestOf(this.steps)}`);
  }
}

const newestOf = (steps: readonly Migration[]): number => Math.max(...steps.map(({ version }) => version));

/** A fault of the step itself is told apart from a full disk in the middle of it. */
const blameStep = (version: number) => (error: unknown) => {
  const { code, message } = toStoreError(error);
  throw new StoreError(code === 'unknown' ? 'failed-migration' : code, `version ${version}: ${message}`);
};
