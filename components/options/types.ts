import type { Fault } from '../../lib/diagnostics';
import type { LocalBackup } from '../../lib/export/local-backups';
import type { Reminding } from '../../lib/follow/reminding';
import type { Roster } from '../../lib/follow/roster';
import type { StatusWord } from '../../lib/follow/status-words';
import type { Managed } from '../../lib/managed';
import type { ChosenKind } from '../../lib/paint/types';
import type { PolicyDocument } from '../../lib/policy/types';
import type { KeepFiles, Loss, MarkChoice, PillMode, Theme } from '../../lib/settings';
import type { BadRecord } from '../../lib/store/examine';
import type { MergeReport, Trash } from '../../lib/store/port';
import type { Room } from '../../lib/store/room';
import type { DutyDecision, Profile } from '../../lib/units/types';
import type { Environment } from './Diagnostics';

/** How much is kept. */
export interface Holdings {
  readonly documents: number;
  readonly tasks: number;
  readonly annotations: number;
  /** Of the disk, in bytes; null where the browser does not say. */
  readonly bytes: number | null;
  /** The room there is; null where the browser does not say. */
  readonly room?: Room | null;
  /** The browser has said that it will not clear what is kept by itself. */
  readonly persisted?: boolean;
}

/** What a backup file says of itself, before anything is taken from it. */
export interface BackupPreview {
  /** ISO 8601; '' where the file does not say. */
  readonly created: string;
  readonly documents: number;
  readonly tasks: number;
  readonly annotations: number;
  readonly profiles: number;
  /** What taking it over would come to. */
  readonly plan?: MergeReport;
  /** Records that are broken, and would be left out. */
  readonly bad?: readonly BadRecord[];
  /** Takes it over: by id, newer wins, nothing is removed; all of it or nothing. */
  readonly merge: () => Promise<MergeReport>;
  /** Takes that back, as far as nothing was changed since. */
  readonly undo?: () => Promise<unknown>;
  /** It is not wanted. */
  readonly drop?: () => Promise<unknown>;
}

export interface OptionsState {
  readonly profiles: readonly Profile[];
  /** The document seen last of those kept: what a mistyped unit is compared with. */
  readonly lastRead?: PolicyDocument | null;
  readonly theme: Theme;
  readonly pillMode: PillMode;
  readonly marks: MarkChoice;
  readonly keepFiles: KeepFiles;
  /** Sites on which the pill was told to go away. */
  readonly dismissed: readonly string[];
  /** Match patterns of sites granted beside the government's own. */
  readonly granted: readonly string[];
  /** null while it is counted. */
  readonly holdings: Holdings | null;
  /** When everything was last backed up to a file, ISO 8601; null: never. */
  readonly lastBackup: string | null;
  readonly loss: Loss | null;
  /** Backups that were made by themselves, newest first. */
  readonly local?: readonly LocalBackup[];
  /** What was deleted; null where it could not be read. */
  readonly trash?: Trash | null;
  readonly version: string;
  readonly roster: Roster;
  /** Status words of the office's own. */
  readonly words: readonly StatusWord[];
  readonly reminding: Reminding;
  /** What this copy runs on, and what went wrong in it. */
  readonly environment?: Environment;
  readonly faults?: readonly Fault[];
  /** What the administrator has set; left out: nothing. */
  readonly managed?: Managed;
  /** What was set aside for good, in any document. */
  readonly setAside: readonly DutyDecision[];
}

/** Each rejects when it could not; the view says so. */
export interface OptionsActions {
  readonly seenLoss: () => Promise<unknown>;
  readonly saveProfile: (profile: Profile) => Promise<unknown>;
  readonly removeProfile: (id: string) => Promise<unknown>;
  readonly setTheme: (theme: Theme) => Promise<unknown>;
  readonly setPillMode: (mode: PillMode) => Promise<unknown>;
  readonly setMark: (kind: ChosenKind, on: boolean) => Promise<unknown>;
  readonly setKeepFiles: (keep: KeepFiles) => Promise<unknown>;
  readonly openLibrary: () => void;
  readonly restoreSite: (site: string) => Promise<unknown>;
  /** Must be called in the turn of a click: the browser asks the reader. false: refused. */
  readonly grant: (...sites: string[]) => Promise<boolean>;
  readonly takeBack: (decision: DutyDecision) => Promise<unknown>;
  readonly revoke: (origin: string) => Promise<unknown>;
  readonly backup: () => Promise<unknown>;
  /** @param onProgress From 0 to 1, while it is read in. */
  readonly preview: (file: File, onProgress?: (done: number) => void) => Promise<BackupPreview>;
  readonly previewLocal: (name: string, onProgress?: (done: number) => void) => Promise<BackupPreview>;
  /** @returns how many records were put back. */
  readonly putBack: (ids: readonly string[]) => Promise<number>;
  readonly emptyTrash: () => Promise<unknown>;
  /** Asks the browser not to clear what is kept by itself; it may ask the reader. */
  readonly persist: () => Promise<boolean>;
  readonly deleteAll: () => Promise<unknown>;
  readonly setRoster: (roster: Roster) => Promise<unknown>;
  readonly setWords: (words: readonly StatusWord[]) => Promise<unknown>;
  /** As `grant`, where it turns reminders on. */
  readonly setReminding: (wish: Reminding) => Promise<boolean>;
  readonly openTasks: () => void;
  readonly saveDiagnostics: () => Promise<unknown>;
  readonly forgetFaults: () => Promise<unknown>;
}
