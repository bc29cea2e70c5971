import { localDay } from '../../../follow/day';
import { begun } from '../../../follow/rounds';
import { handTask } from '../../../store/hand-task';
import { limits } from '../../../store/limits';
import type { TaskRecord } from '../../../store/types';
import { type Editable, type EditableField, fieldOf, shown } from '../fields';
import type { Offer } from './choose';
import type { ForeignRow } from './foreign-rows';
import { type Pair, pairUp } from './namesakes';
import { periodFields, roundOf } from './period';

/** What a table of an office's own comes to, beside the tasks that are here. Nothing of it is applied before somebody looked. */
export interface ForeignPlan {
  /** Rows of tasks that are not here. */
  readonly added: readonly ForeignRow[];
  /** What its rows say otherwise of tasks that are here. */
  readonly offers: readonly Offer[];
  /** Rows that say the same of a task that is here. */
  readonly same: number;
}

/** What a row may say otherwise; an empty cell says nothing. */
const fields = [
  'status',
  'dueDate',
  'note',
  'tags',
  'leaders',
  'offices',
  'handlers',
  'latest',
  'problem',
  'next',
  'percent',
  'doneOn',
  'evidence',
] as const satisfies readonly EditableField[];

/** Finds the tasks that rows are of, so that a table that is imported once more changes tasks, and makes none twice. */
export function planForeign(rows: readonly ForeignRow[], tasks: readonly TaskRecord[]): ForeignPlan {
  const pairs = pairUp(rows, tasks);
  const added: ForeignRow[] = [];
  const offers: Offer[] = [];
  let same = 0;
  for (const row of rows) {
    const pair = pairs.get(row);
    if (!pair) {
      added.push(row);
      continue;
    }
    const own = offersOfRow(row, pair);
    if (own.length === 0) same += 1;
    offers.push(...own);
  }
  return { added, offers, same };
}

function offersOfRow(row: ForeignRow, { task, unsure }: Pair): Offer[] {
  const over = roundOf(task, row.dueDate) !== null;
  // 每月5日前 says of no period which it is: that of a period that is over, or the present one.
  const doubtful = row.dueDate === null && (task.rounds?.length ?? 0) > 0;
  return fields.flatMap((field) => {
    const after = row[field] as Editable[typeof field];
    const before = fieldOf(task, field);
    const empty = after === null || (typeof after !== 'number' && after.length === 0);
    if (empty || shown(field, after) === shown(field, before)) return [];
    if (over && periodFields.has(field)) return [];
    if (field === 'status' && row.notDone && task.status !== 'done') return [];
    const guessed = row.yearGuessed && (field === 'dueDate' || field === 'doneOn');
    const derived = row.statusDerived && field === 'status';
    const doubt = unsure ? 'alike' : derived ? 'derived' : guessed ? 'guessed' : null;
    const conflict = doubtful && periodFields.has(field) ? 'passed' : doubt;
    return [{ key: `${task.id}/${field}`, id: task.id, field, place: row.place, before, after, conflict }];
  });
}

/** What making tasks of rows needs to know beside them. */
export interface Adoption {
  /** Of the file, without its ending: where the tasks are from, unless a row says it. */
  readonly name: string;
  readonly now: Date;
  /** Makes an id that nothing else has. */
  readonly newId: () => string;
}

/** Where a task of a row is from: its document, else the file. @param name of the file, without its ending */
export const sourceOf = ({ document, docNumber }: Pick<ForeignRow, 'document' | 'docNumber'>, name: string): string =>
  ([document, docNumber].filter(Boolean).join(' ') || name).slice(0, limits.title);

/** Rows as tasks that no document holds, with all that they say. Their ids keep their order: all come at one instant. */
export function adoptedTasks(rows: readonly ForeignRow[], { name, now, newId }: Adoption): TaskRecord[] {
  const instant = now.toISOString();
  const today = localDay(now);
  const cut = (text: string, limit: number) => text.slice(0, limit);
  const facts = (list: readonly string[]) => list.slice(0, limits.facts).map((each) => cut(each, limits.fact));
  const key = newId();
  return rows.map((row, at): TaskRecord => {
    const { latest, problem, next, percent } = row;
    const told = latest || problem || next || percent !== null;
    const [text, trouble, ahead] = [latest, problem, next].map((each) => cut(each, limits.note)) as [
      string,
      string,
      string,
    ];
    const entry = { id: newId(), on: today, text, percent, problem: trouble, next: ahead, by: '', at: instant };
    const task = {
      ...handTask({
        title: cut(row.title, limits.title),
        dueDate: row.dueDate,
        note: cut(row.note, limits.note),
        tags: row.tags,
        source: { kind: 'other', name: sourceOf(row, name), date: null },
        ...(row.leaders.length > 0 && { leaders: row.leaders }),
        ...(row.offices.length > 0 && { offices: row.offices }),
        ...(row.handlers.length > 0 && { handlers: row.handlers }),
        ...(row.evidence.length > 0 && { evidence: row.evidence }),
        ...(row.doneOn && { doneOn: row.doneOn }),
        ...(told && { progress: [entry] }),
      }),
      number: row.number && cut(row.number, limits.fact),
      path: facts(row.path),
      excerpt: cut(row.text ?? '', limits.passage),
      lead: facts(row.lead),
      participants: facts(row.participants),
      responsible: facts(row.responsible),
      deadlineText: row.deadlineText && cut(row.deadlineText, limits.fact),
      recurrenceText: row.recurrence && cut(row.recurrence, limits.fact),
      // A share that is more than nothing says that it was begun.
      status: row.status ?? (percent ? 'doing' : 'open'),
    };
    return { ...begun(task, today, row.begins), id: `${key}-${at}`, created: instant, updated: instant };
  });
}
