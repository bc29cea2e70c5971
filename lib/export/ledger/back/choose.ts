import { localDay } from '../../../follow/day';
import { latestOf } from '../../../follow/latest';
import type { StatusWord } from '../../../follow/status-words';
import type { ProgressEntry } from '../../../follow/types';
import type { TaskPatch } from '../../../store/port';
import type { TaskRecord } from '../../../store/types';
import { type Editable, type EditableField, entryFields, toldFields } from '../fields';
import type { LedgerDiff } from './diff';
import type { Place } from './grid';
import { statusIn } from './status-in';

/** One thing that a ledger which came back would change, to be taken over or not. */
export interface Offer {
  /** Unique among the offers of one file. */
  readonly key: string;
  readonly id: string;
  readonly field: EditableField;
  readonly place: Place;
  readonly before: Editable[EditableField];
  readonly after: Editable[EditableField];
  /** Why it needs a decision of its own (guessed: the day's year is; derived: no cell says the status; alike: another task of the same words may be meant); null for a plain change. */
  readonly conflict: 'both' | 'twice' | 'passed' | 'guessed' | 'derived' | 'alike' | null;
  /** Progress that begins nothing: of a period that is over, or beside a status that was refused. */
  readonly quiet?: boolean | undefined;
}

/** Every change and every side of every conflict, in the order of the file. */
export function offersOf({ changed, conflicts, problems }: LedgerDiff): Offer[] {
  const refused = new Set(problems.flatMap(({ id, field }) => (field === 'status' || field === 'word' ? [id] : [])));
  const quiet = (id: string, field: EditableField, passed: boolean) =>
    toldFields.has(field) && (passed || refused.has(id)) ? { quiet: true } : {};
  const plain = changed.flatMap(({ id, place, changes }) =>
    changes.map(({ field, before, after }): Offer => {
      return { key: `${id}/${field}`, id, field, place, before, after, conflict: null, ...quiet(id, field, false) };
    }),
  );
  const disputed = conflicts.flatMap(({ id, field, why, here, there }) =>
    there.map(({ place, value }, at): Offer => {
      const key = `${id}/${field}/${at}`;
      return {
        key,
        id,
        field,
        place,
        before: here,
        after: value,
        conflict: why,
        ...quiet(id, field, why === 'passed'),
      };
    }),
  );
  return [...plain, ...disputed];
}

/** What is taken over unless somebody says otherwise: changes, never a side of a conflict. */
export const firstChoice = (offers: readonly Offer[]): ReadonlySet<string> =>
  new Set(offers.filter(({ conflict }) => conflict === null).map(({ key }) => key));

/** Takes an offer in or out. Of several for one field only one can be in. */
export function toggled(
  chosen: ReadonlySet<string>,
  offers: readonly Offer[],
  { key, id, field }: Offer,
): ReadonlySet<string> {
  const next = new Set(chosen);
  if (next.delete(key)) return next;
  for (const other of offers) if (other.id === id && other.field === field) next.delete(other.key);
  return next.add(key);
}

/** What turning offers into changes needs to know beside them. */
export interface Ground {
  readonly tasks: readonly Pick<TaskRecord, 'id' | 'status' | 'progress'>[];
  /** Status words of the office's own. */
  readonly own: readonly StatusWord[];
  readonly now: Date;
  /** Makes an id that nothing else has. */
  readonly newId: () => string;
}

/** What is chosen as changes to the store, by task. Progress that came back is a new entry: nothing told before goes. */
export function patchesOf(
  offers: readonly Offer[],
  chosen: ReadonlySet<string>,
  ground: Ground,
): Map<string, TaskPatch> {
  const patches = new Map<string, TaskPatch>();
  const told = new Map<string, Told>();
  const silent = new Set<string>();
  for (const { key, id, field, after, quiet } of offers) {
    if (!chosen.has(key)) continue;
    if (toldFields.has(field)) {
      told.set(id, { ...told.get(id), [entryFields[field as keyof typeof entryFields]]: after });
      if (quiet) silent.add(id);
      continue;
    }
    patches.set(id, { ...patches.get(id), ...patchOf(field, after, ground.own) });
  }
  const byId = new Map(ground.tasks.map((task) => [task.id, task]));
  for (const [id, words] of told) {
    const task = byId.get(id);
    const progress = task?.progress ?? [];
    // A status that is set, be it to what it is, is not set by progress.
    const status = task && silent.has(id) ? { status: task.status } : {};
    patches.set(id, { ...status, ...patches.get(id), progress: [...progress, entryOf(progress, words, ground)] });
  }
  return patches;
}

type Told = Partial<Pick<ProgressEntry, 'text' | 'problem' | 'next' | 'percent' | 'on'>>;

function patchOf(field: EditableField, after: Editable[EditableField], own: readonly StatusWord[]): TaskPatch {
  // A date that comes from a colleague is no default of the document's.
  if (field === 'dueDate') return { dueDate: after as string | null, dueByDefault: false };
  if (field !== 'word') return { [field]: after };
  const word = own.find((each) => each.word === after);
  const status = word?.status ?? statusIn(after as string, own);
  return { ...(status && { status }), word: word ? word.word : null };
}

/** What the file does not say anew is as it was told last. */
function entryOf(progress: readonly ProgressEntry[], words: Told, { now, newId }: Ground): ProgressEntry {
  const last = latestOf({ progress });
  const before = { text: last?.text ?? '', problem: last?.problem ?? '', next: last?.next ?? '' };
  const instant = now.toISOString();
  return {
    id: newId(),
    on: localDay(now),
    percent: last?.percent ?? null,
    ...before,
    ...words,
    by: '',
    at: instant,
  };
}
