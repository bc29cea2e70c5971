import { stampsOf } from '../../../follow/stamps';
import type { StatusWord } from '../../../follow/status-words';
import { titleBegins } from '../../../policy/plan-begins';
import { byHand, type TaskRecord } from '../../../store/types';
import { entryFields } from '../fields';
import { rowOfAdded } from './added';
import { planForeign, sourceOf } from './adopt';
import type { Offer } from './choose';
import type { Comparison } from './compare';
import type { AddedRow } from './diff';
import type { ForeignRow } from './foreign-rows';
import { groupBy } from './group-by';

/** A row of a ledger of ours that a colleague added; `task` is what it would be, null where it does not say what is to be done. */
export interface Addition {
  readonly row: AddedRow;
  readonly task: ForeignRow | null;
}

/** The rows that a file has beyond the tasks it was written of. */
export interface Additions {
  /** Nobody has these yet. */
  readonly fresh: readonly Addition[];
  /** These became tasks when the file, or one like it, was taken back before. */
  readonly known: readonly ForeignRow[];
  /** What the known ones say otherwise by now. */
  readonly offers: readonly Offer[];
}

/**
 * Tells rows that a colleague added from those that were added here before: they have no id of ours, and are known by their words,
 * number and order among the tasks that came from the same document or file and that the file has no other row of. A task of the
 * same title from elsewhere is another one.
 *
 * A field that was set here after the task came is not overwritten unasked, since nobody knows whether the cell is older.
 *
 * @param name of the file, without its ending: rows are from there where nothing names their document
 */
export function additionsOf(
  { diff, ids, document }: Pick<Comparison, 'diff' | 'ids' | 'document'>,
  tasks: readonly TaskRecord[],
  own: readonly StatusWord[],
  name = '',
): Additions {
  const there = new Set(ids);
  const may = tasks.filter(({ id, documentId }) => documentId === byHand && !there.has(id));
  const additions = diff.added.map((row): Addition => {
    const task = rowOfAdded(row, own);
    return { row, task: task && ofDocument(task, document) };
  });
  const rows = additions.flatMap(({ task }) => task ?? []);
  const from = groupBy(rows, (row) => origin(sourceOf(row, name)));
  const here = groupBy(may, ({ source }) => origin(source?.name ?? ''));
  const plans = [...from].map(([source, rows]) => planForeign(rows, here.get(source) ?? []));
  const unknown = new Set(plans.flatMap(({ added }) => added));
  const byId = new Map(may.map((task) => [task.id, task]));
  return {
    fresh: additions.filter(({ task }) => task === null || unknown.has(task)),
    known: rows.filter((row) => !unknown.has(row)),
    offers: plans.flatMap(({ offers }) => offers).flatMap((offer) => ofKnown(offer, byId.get(offer.id)!)),
  };
}

/** Its document stands above the table where all rows are of one, and in none of them. */
function ofDocument(task: ForeignRow, all: Comparison['document']): ForeignRow {
  const bare = task.document === null && !task.docNumber;
  const { document, docNumber } = bare && all ? { document: all.title, docNumber: all.docNumber } : task;
  const same = all !== null && document === all.title;
  return { ...task, document, docNumber, begins: (same && all.begins) || titleBegins(document) };
}

/** A source as it is compared: 台账 (1) and 台账 - 副本 are copies of 台账. */
const origin = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/(?:-副本)?(?:\(\d{1,3}\))?$/, '');

/** Progress that was told before is told once; a field that was set here since stays unless somebody says otherwise. */
function ofKnown(offer: Offer, task: TaskRecord): Offer[] {
  const part = entryFields[offer.field as keyof typeof entryFields];
  if (part) return task.progress?.some((entry) => entry[part] === offer.after) ? [] : [offer];
  const set = (stampsOf(task) as Readonly<Record<string, string | undefined>>)[offer.field];
  return [set !== undefined && set > task.created ? { ...offer, conflict: 'both' } : offer];
}
