import { Dexie, type Table } from 'dexie';
import { stampAfter } from './clock';
import { StoreError } from './errors';
import { absentFields } from './follow-shapes';
import { limits } from './limits';
import { mergedPatch } from './patch';
import type { BulkEdit, BulkReceipt, Changed } from './port';
import { inOrder, together } from './together';

interface Editable {
  readonly id: string;
  readonly documentId: string;
  readonly tags: readonly string[];
  readonly updated: string;
}

/** What is peculiar to a kind of record: what an edit entails for one of them, and what is noted of it as it is written. */
export interface Manner<Kept> {
  readonly entail: (record: Kept, set: object, now: Date) => object;
  readonly note: (record: Kept, fields: readonly string[], now: Date) => object;
}

const plainly: Manner<unknown> = { entail: (_, set) => set, note: () => ({}) };

/** Which record was changed. */
export type Edited = Pick<Editable, 'id' | 'documentId'>;

/** Records that are read, changed and written together. */
const SLICE = 500;

/** How many records are worked through: what is peculiar to them, and who is told how many of how many have been dealt with. */
export interface How<Kept> {
  readonly manner?: Manner<Kept> | undefined;
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
}

/**
 * Changes many records, some at a time. To be called inside a transaction: all of them are changed or none.
 *
 * @param editOf The edit of each, mostly the same.
 * @returns What is different now, for each record that is: enough to undo this and nothing that came after it; and which
 *   records these are.
 * @throws StoreError `too-many` where a record would have more tags than it may, `conflict` as `mergedPatch`; nothing is
 *   changed then.
 */
export async function editMany<Kept extends Editable>(
  table: Table<Kept, string>,
  ids: readonly string[],
  editOf: (id: string) => BulkEdit<object>,
  now: Date,
  { manner = plainly, onProgress = () => {} }: How<Kept> = {},
): Promise<{ readonly records: Edited[]; readonly changes: Changed[] }> {
  const changes: Changed[] = [];
  const edited: Edited[] = [];
  const edit = (record: Kept): Kept | null => {
    const change = changeBy(record, editOf(record.id), now, manner);
    if (!change) return null;
    changes.push(change);
    edited.push({ id: record.id, documentId: record.documentId });
    return apply(record, change, now, manner);
  };
  await rewrite(table, inOrder(ids), edit, onProgress);
  return { records: edited, changes };
}

/** What an edit makes of one record; null where it is so already. Pure. @throws as `editMany`. */
export function editedRecord<Kept extends Editable>(
  record: Kept,
  edit: BulkEdit<object>,
  now: Date,
  manner: Manner<Kept>,
): Kept | null {
  const change = changeBy(record, edit, now, manner);
  return change && apply(record, change, now, manner);
}

/** Takes back what an edit did, record by record and field by field, as far as it still stands. */
export async function undoMany<Kept extends Editable>(
  table: Table<Kept, string>,
  changes: readonly Changed[],
  now: Date,
  { manner = plainly, onProgress = () => {} }: How<Kept> = {},
): Promise<Edited[]> {
  const undone: Edited[] = [];
  const byId = new Map(changes.map((change) => [change.id, change]));
  const undo = (record: Kept): Kept | null => {
    const back = reverseOf(record, byId.get(record.id)!);
    if (!back) return null;
    undone.push({ id: record.id, documentId: record.documentId });
    return apply(record, back, now, manner);
  };
  await rewrite(table, inOrder([...byId.keys()]), undo, onProgress);
  return undone;
}

/**
 * Reads records, changes and writes them, some at a time. The next are read while these are written: most of the time goes by in
 * the browser's own process, which would stand still while records are made ready here.
 *
 * No async function: a third, within its caller and the transaction's work, would lose the transaction.
 *
 * @param ids In the order of the database.
 * @param change The record as it is to be; null where it stays as it is.
 */
function rewrite<Kept extends Editable>(
  table: Table<Kept, string>,
  ids: readonly string[],
  change: (record: Kept) => Kept | null,
  onProgress: (done: number, of: number) => void,
): PromiseLike<unknown> {
  const read = (at: number) => together(table, ids.slice(at, at + SLICE));
  const from = (at: number, reading: ReturnType<typeof read>): PromiseLike<unknown> =>
    reading.then<unknown>((known) => {
      const next = at + SLICE;
      // Asked for before these are written, so that two slices are held at the most.
      const further = next < ids.length ? read(next) : null;
      const writing = table.bulkPut(known.flatMap((record) => change(record) ?? []));
      onProgress(Math.min(ids.length, next), ids.length);
      return further ? Dexie.Promise.all([writing, from(next, further)]) : writing;
    });
  return from(0, read(0));
}

/** What takes a change back, as far as it still stands; null where nothing of it does. */
function reverseOf(record: Editable, { id, fields, added, removed }: Changed): Changed | null {
  // A field that has another value by now was changed after, and stays.
  const still = fields.filter(({ field, after }) => same((record as unknown as Record<string, unknown>)[field], after));
  const back: Changed = {
    id,
    fields: still.map(({ field, before, after }) => ({ field, before: after, after: before })),
    added: removed.filter((tag) => !record.tags.includes(tag)),
    removed: added.filter((tag) => record.tags.includes(tag)),
  };
  return isEmpty(back) ? null : back;
}

function changeBy<Kept extends Editable>(
  record: Kept,
  { set = {}, base, ...tags }: BulkEdit<object>,
  now: Date,
  manner: Manner<Kept>,
): Changed | null {
  return changeOf(record, { ...tags, set: manner.entail(record, mergedPatch(record, set, base), now) });
}

/** null where the record is so already. */
function changeOf(record: Editable, { set = {}, addTags = [], removeTags = [] }: BulkEdit<object>): Changed | null {
  const fields = Object.entries(set).flatMap(([field, after]) => {
    const before = (record as unknown as Record<string, unknown>)[field];
    return same(before, after) ? [] : [{ field, before: before ?? null, after }];
  });
  const change: Changed = {
    id: record.id,
    fields,
    added: [...new Set(addTags)].filter((tag) => !record.tags.includes(tag)),
    removed: [...new Set(removeTags)].filter((tag) => record.tags.includes(tag)),
  };
  return isEmpty(change) ? null : change;
}

function apply<Kept extends Editable>(record: Kept, change: Changed, now: Date, manner: Manner<Kept>): Kept {
  const { fields, added, removed } = change;
  const tags = [...record.tags.filter((tag) => !removed.includes(tag)), ...added];
  if (tags.length > limits.tags && tags.length > record.tags.length) {
    const detail = { field: 'tags', limit: limits.tags, actual: tags.length };
    throw new StoreError('too-many', `more than ${limits.tags} tags`, detail);
  }
  // What was absent arrives as null: JSON has no other word for it.
  const value = (field: string, after: unknown) => (after === null && absentFields.has(field) ? undefined : after);
  const set = Object.fromEntries(fields.map(({ field, after }) => [field, value(field, after)]));
  const touched = [...fields.map(({ field }) => field), ...(added.length + removed.length > 0 ? ['tags'] : [])];
  return { ...record, ...manner.note(record, touched, now), ...set, tags, updated: stampAfter(record.updated, now) };
}

const isEmpty = ({ fields, added, removed }: Changed): boolean => fields.length + added.length + removed.length === 0;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** An edit that ran once is answered the second time with what it did the first time. */
export const receiptOf = (changes: readonly Changed[]): BulkReceipt => ({ changed: changes.length, changes });
