import type { Table } from 'dexie';
import { StoreError } from './errors';
import { absentFields } from './follow-shapes';
import { limits } from './limits';
import type { BulkEdit, BulkReceipt, Changed } from './port';

interface Editable {
  readonly id: string;
  readonly tags: readonly string[];
  readonly updated: string;
}

/** What is peculiar to a kind of record: what an edit entails for one of them, and what is noted of it as it is written. */
export interface Manner<Kept> {
  readonly entail: (record: Kept, set: object, now: Date) => object;
  readonly note: (record: Kept, fields: readonly string[], now: Date) => object;
}

const plainly: Manner<unknown> = { entail: (_, set) => set, note: () => ({}) };

/**
 * Changes many records in the same way. To be called inside a transaction: all of them are changed or none.
 *
 * @returns What is different now, for each record that is: enough to undo this and nothing that came after it.
 * @throws StoreError `too-many` where a record would have more tags than it may; nothing is changed then.
 */
export async function editMany<Kept extends Editable>(
  table: Table<Kept, string>,
  ids: readonly string[],
  edit: BulkEdit<object>,
  now: Date,
  manner: Manner<Kept> = plainly,
): Promise<{ readonly records: Kept[]; readonly changes: Changed[] }> {
  const known = (await table.bulkGet([...new Set(ids)])).filter((record) => record !== undefined);
  const changes: Changed[] = [];
  const records: Kept[] = [];
  for (const record of known) {
    const set = manner.entail(record, edit.set ?? {}, now);
    const change = changeOf(record, { ...edit, set });
    if (!change) continue;
    changes.push(change);
    records.push(apply(record, change, now, manner));
  }
  await table.bulkPut(records);
  return { records, changes };
}

/** Takes back what an edit did, record by record and field by field, as far as it still stands. */
export async function undoMany<Kept extends Editable>(
  table: Table<Kept, string>,
  changes: readonly Changed[],
  now: Date,
  manner: Manner<Kept> = plainly,
): Promise<Kept[]> {
  const known = await table.bulkGet(changes.map(({ id }) => id));
  const records = known.flatMap((record, at) => {
    const change = changes[at]!;
    if (!record) return [];
    // A field that has another value by now was changed after, and stays.
    const still = change.fields.filter(({ field, after }) => same(record[field as keyof Kept], after));
    const back: Changed = {
      id: record.id,
      fields: still.map(({ field, before, after }) => ({ field, before: after, after: before })),
      added: change.removed.filter((tag) => !record.tags.includes(tag)),
      removed: change.added.filter((tag) => record.tags.includes(tag)),
    };
    return isEmpty(back) ? [] : [apply(record, back, now, manner)];
  });
  await table.bulkPut(records);
  return records;
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
  return { ...record, ...manner.note(record, touched, now), ...set, tags, updated: now.toISOString() };
}

const isEmpty = ({ fields, added, removed }: Changed): boolean => fields.length + added.length + removed.length === 0;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** An edit that ran once is answered the second time with what it did the first time. */
export const receiptOf = (changes: readonly Changed[]): BulkReceipt => ({ changed: changes.length, changes });
