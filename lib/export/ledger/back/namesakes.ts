import type { TaskRecord } from '../../../store/types';
import type { ForeignRow } from './foreign-rows';
import { groupBy } from './group-by';

/** The task that a row is of. */
export interface Pair {
  readonly task: TaskRecord;
  /** Nothing but their order says it: another of the same words may be meant as well. */
  readonly unsure: boolean;
}

/**
 * Finds the tasks that rows are of: by their words and number, then by their words alone. Of several with the same words it is the one
 * with the same units and day, units, day, office or place, and at last the next in order, which is a guess. Each is looked at a few times
 * at most, however many have the same words.
 */
export function pairUp(rows: readonly ForeignRow[], tasks: readonly TaskRecord[]): Map<ForeignRow, Pair> {
  const pairs = new Map<ForeignRow, Pair>();
  const taken = new Set<TaskRecord>();
  for (const words of [numbered, ({ title }: Named) => bare(title)]) {
    const here = groupBy(
      tasks.filter((task) => !taken.has(task)),
      words,
    );
    const there = groupBy(
      rows.filter((row) => !pairs.has(row)),
      words,
    );
    for (const [key, group] of there) {
      for (const [row, pair] of pairsOf(group, here.get(key) ?? [])) {
        pairs.set(row, pair);
        taken.add(pair.task);
      }
    }
  }
  return pairs;
}

type Named = Pick<ForeignRow | TaskRecord, 'title' | 'number'>;
/** What tells rows of the same words apart; a row and a task have it alike. */
type Marked = Pick<ForeignRow, 'lead' | 'participants' | 'responsible' | 'dueDate' | 'path'> & {
  readonly offices?: readonly string[] | undefined;
  readonly handlers?: readonly string[] | undefined;
};

const bare = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');
const numbered = ({ title, number }: Named): string => `${bare(number ?? '')}\n${bare(title)}`;

const unitsOf = ({ lead, participants, responsible }: Marked): string =>
  [...lead, ...participants, ...responsible].map(bare).sort().join('、');
const both = (...parts: readonly string[]): string => (parts.every(Boolean) ? parts.join('\n') : '');

/** The surest first; '' says nothing. */
const marks: readonly ((each: Marked) => string)[] = [
  (each) => both(unitsOf(each), each.dueDate ?? ''),
  unitsOf,
  ({ dueDate }) => dueDate ?? '',
  ({ offices = [], handlers = [] }) => [...offices, ...handlers].map(bare).sort().join('、'),
  ({ path }) => path.map(bare).join('›'),
];

/** Rows and tasks of the same words, each with the one it goes with. */
function pairsOf(rows: readonly ForeignRow[], tasks: readonly TaskRecord[]): Map<ForeignRow, Pair> {
  const pairs = new Map<ForeignRow, Pair>();
  let [left, open] = [rows, tasks];
  for (const mark of rows.length > 1 || tasks.length > 1 ? marks : []) {
    const here = groupBy(open, mark);
    for (const [key, [row, ...more]] of groupBy(left, mark)) {
      const [task, ...others] = here.get(key) ?? [];
      if (key && row && task && more.length + others.length === 0) pairs.set(row, { task, unsure: false });
    }
    const taken = new Set([...pairs.values()].map(({ task }) => task));
    left = left.filter((row) => !pairs.has(row));
    open = open.filter((task) => !taken.has(task));
  }
  // Of as many rows as tasks the last ones go together.
  const unsure = !(rows.length === tasks.length && open.length === 1);
  for (const [at, row] of left.entries()) {
    const task = open[at];
    if (task) pairs.set(row, { task, unsure });
  }
  return pairs;
}
