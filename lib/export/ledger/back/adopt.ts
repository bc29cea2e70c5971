import { localDay } from '../../../follow/day';
import { begun } from '../../../follow/rounds';
import { handTask } from '../../../store/hand-task';
import { limits } from '../../../store/limits';
import type { TaskRecord } from '../../../store/types';
import { type Editable, type EditableField, fieldOf, shown } from '../fields';
import type { Offer } from './choose';
import type { ForeignRow } from './foreign-rows';

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
  'doneOn',
  'evidence',
] as const satisfies readonly EditableField[];

/**
 * Finds the tasks that rows are of: by their words, and of several with the same words by number, then by order. So a table
 * that is imported once more changes tasks, and makes none twice.
 */
export function planForeign(rows: readonly ForeignRow[], tasks: readonly TaskRecord[]): ForeignPlan {
  const here = new Map<string, TaskRecord[]>();
  for (const task of tasks) here.set(bare(task.title), [...(here.get(bare(task.title)) ?? []), task]);
  const added: ForeignRow[] = [];
  const offers: Offer[] = [];
  let same = 0;
  for (const row of rows) {
    const left = here.get(bare(row.title)) ?? [];
    const task = left.find(({ number }) => bare(number ?? '') === bare(row.number ?? '')) ?? left[0];
    if (!task) {
      added.push(row);
      continue;
    }
    here.set(
      bare(row.title),
      left.filter((each) => each !== task),
    );
    const own = offersOfRow(row, task);
    if (own.length === 0) same += 1;
    offers.push(...own);
  }
  return { added, offers, same };
}

const bare = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

function offersOfRow(row: ForeignRow, task: TaskRecord): Offer[] {
  return fields.flatMap((field) => {
    const after = row[field] as Editable[typeof field];
    const before = fieldOf(task, field);
    const empty = after === null || after.length === 0;
    if (empty || shown(field, after) === shown(field, before)) return [];
    return [{ key: `${task.id}/${field}`, id: task.id, field, place: row.place, before, after, conflict: null }];
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

/** Rows as tasks that no document holds, with all that they say. */
export function adoptedTasks(rows: readonly ForeignRow[], { name, now, newId }: Adoption): TaskRecord[] {
  const instant = now.toISOString();
  const today = localDay(now);
  const cut = (text: string, limit: number) => text.slice(0, limit);
  const facts = (list: readonly string[]) => list.slice(0, limits.facts).map((each) => cut(each, limits.fact));
  return rows.map((row): TaskRecord => {
    const { latest, problem, next } = row;
    const told = latest || problem || next;
    const [text, trouble, ahead] = [latest, problem, next].map((each) => cut(each, limits.note)) as [
      string,
      string,
      string,
    ];
    const entry = { id: newId(), on: today, text, percent: null, problem: trouble, next: ahead, by: '', at: instant };
    const from = [row.document, row.docNumber].filter(Boolean).join(' ') || name;
    const task = {
      ...handTask({
        title: cut(row.title, limits.title),
        dueDate: row.dueDate,
        note: cut(row.note, limits.note),
        tags: row.tags,
        source: { kind: 'other', name: cut(from, limits.title), date: null },
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
      status: row.status ?? 'open',
    };
    return { ...begun(task, today), id: newId(), created: instant, updated: instant };
  });
}
