import type { TaskRecord } from '../../lib/store/types';
import type { Profile } from '../../lib/units/types';

/** The reader's units, as far as tasks are held against them. */
export type OwnUnit = Pick<Profile, 'name' | 'aliases'>;

/** Tasks whose role was said for a unit that is none of the reader's any more. */
export interface ForOthers {
  /** By this it is known that it was told. */
  readonly key: string;
  /** For whom they were taken on. */
  readonly unit: string;
  /** Whose they would be now. */
  readonly now: string;
  readonly tasks: readonly TaskRecord[];
}

/**
 * The unit that a task was taken on for, where it is none of the reader's any more; null where it still is, where that was
 * never said, and where the reader has no unit now: there is nobody else it could be for.
 */
export function formerUnit({ takenFor }: Pick<TaskRecord, 'takenFor'>, units: readonly OwnUnit[]): string | null {
  if (!takenFor?.length || units.length === 0) return null;
  const known = takenFor.some((name) => units.some((unit) => unit.name === name || unit.aliases.includes(name)));
  return known ? null : takenFor.join('、');
}

export const unitNames = (units: readonly OwnUnit[]): string => units.map(({ name }) => name).join('、');

/** The same of a whole list: by unit, most tasks first; those told of are left out. What is closed has been done as whoever. */
export function forOthers(
  tasks: readonly TaskRecord[],
  units: readonly OwnUnit[],
  told: readonly string[],
): ForOthers[] {
  const now = unitNames(units);
  const all = new Map<string, TaskRecord[]>();
  for (const task of tasks) {
    const unit = formerUnit(task, units);
    if (unit === null || task.status === 'done' || task.status === 'dropped') continue;
    const known = all.get(unit);
    if (known) known.push(task);
    else all.set(unit, [task]);
  }
  return [...all]
    .map(([unit, of]): ForOthers => ({ key: `unit ${unit} ${now}`, unit, now, tasks: of }))
    .filter(({ key }) => !told.includes(key))
    .sort((a, b) => b.tasks.length - a.tasks.length);
}
