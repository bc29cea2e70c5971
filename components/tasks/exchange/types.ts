import type { RefusedFile } from '../../../lib/export/exchange/file';
import type { LeftOut } from '../../../lib/export/exchange/left';
import type { ExchangePlan } from '../../../lib/export/exchange/merge';
import type { TaskRecord } from '../../../lib/store/types';

/** Files of colleagues, read and compared with what is here. */
export interface Received {
  readonly plan: ExchangePlan;
  /** What they say and the plan does not take. */
  readonly left: readonly LeftOut[];
  /** Which offices they are of; the file's name where it has none. */
  readonly from: readonly string[];
  /** Records in them that are broken, and left out. */
  readonly bad: number;
  /** Files that are none, and were passed over. */
  readonly refused: readonly RefusedFile[];
}

/** Tasks from office to office, as files. */
export interface ExchangeActions {
  /** Saves these tasks with their progress as one file. @returns its name. */
  readonly send: (tasks: readonly TaskRecord[]) => Promise<string>;
  /** Reads files; nothing is changed yet. */
  readonly receive: (files: readonly File[], tasks: readonly TaskRecord[]) => Promise<Received>;
  /** Changes what is chosen: all of it or nothing. @returns how many tasks, and the way back. */
  readonly apply: (
    plan: ExchangePlan,
    chosen: ReadonlySet<string>,
  ) => Promise<{ readonly changed: number; readonly undo: () => Promise<unknown> }>;
}
