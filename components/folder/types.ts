import type { FolderState, Row } from '../../lib/folder/job';
import type { TakenMeasures } from '../../lib/folder/table';

/** The folder that is open, and what can be done with it. */
export interface FolderDesk {
  readonly state: FolderState;
  /** Whether the reader has said which unit is theirs. */
  readonly unit: boolean;
  /** What was taken on. */
  readonly taken: TakenMeasures;
  /** Fraction done while tasks are being taken on; null otherwise. */
  readonly taking: number | null;
  /** Absent in a build that cannot read scans. */
  readonly scans?: FolderScans;
  readonly onStop: () => void;
  /** Lists and reads the folder anew, after it was stopped or something of it could not be had. */
  readonly onAgain: () => void;
  readonly onClose: () => void;
  readonly onTakeOn: () => void;
  /** @param rows As they are shown. */
  readonly onExport: (rows: readonly Row[]) => void;
  readonly onOpen: (row: Row) => void;
  readonly onSetUnit: () => void;
}

/** Reading the scans of a folder: only when it is asked for. */
export interface FolderScans {
  /** Which file of how many is being read, and the fraction done of all; null while none is. */
  readonly now: { readonly at: number; readonly of: number; readonly fraction: number } | null;
  readonly onRead: () => void;
  readonly onStop: () => void;
}
