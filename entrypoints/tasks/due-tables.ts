import type { TaskData } from '../../components/tasks/actions';
import type { Lists } from '../../lib/store/lists';
import type { BulkReceipt, Kept, StoreChange, TableName } from '../../lib/store/port';
import type { AnnotationRecord, TaskRecord } from '../../lib/store/types';

/** What has to be read again: all of a table, or these records of it. */
export type Due = Readonly<Partial<Record<TableName, 'all' | readonly string[]>>>;

/** What was read: records, and which of them were asked for where it was not all. */
type Read = {
  [Name in TableName]?: { readonly records: readonly Kept[Name][]; readonly ids: readonly string[] | null };
};

/** What the store answered, for the page to show before the store's own word of the change comes round. */
export interface Answered {
  readonly tasks?: readonly TaskRecord[];
  readonly annotations?: readonly AnnotationRecord[];
  /** What an edit of many has changed, of tasks or of annotations. */
  readonly edited?: { readonly table: 'tasks' | 'annotations'; readonly receipt: BulkReceipt };
}

export const everythingDue: Due = { documents: 'all', tasks: 'all', annotations: 'all' };

/** What a change of the store makes due. */
export function dueOf({ tables, documentIds, ids }: StoreChange): Due {
  const due: { [Name in TableName]?: Due[Name] } = {};
  for (const table of tables) {
    const named = table === 'documents' ? documentIds : (ids ?? []);
    due[table] = named.length > 0 ? named : 'all';
  }
  return due;
}

export function bothDue(one: Due, other: Due): Due {
  const due: { [Name in TableName]?: Due[Name] } = { ...one };
  for (const table of Object.keys(other) as TableName[]) {
    const [before, more] = [due[table], other[table]!];
    if (before === 'all' || more === 'all') due[table] = 'all';
    else due[table] = [...new Set([...(before ?? []), ...more])];
  }
  return due;
}

/** Reads what is due, one table after the other. @param onRead How many tasks and annotations were read so far. */
export async function readDue(lists: Lists, due: Due, onRead: (count: number) => void): Promise<Read> {
  let before = 0;
  const read = async <Name extends TableName>(table: Name): Promise<Read> => {
    const ids = due[table];
    if (!ids) return {};
    const records =
      ids === 'all'
        ? await lists.all(table, (count) => table !== 'documents' && onRead(before + count))
        : await lists.some(table, ids);
    if (table !== 'documents') before += records.length;
    return { [table]: { records, ids: ids === 'all' ? null : ids } } as Read;
  };
  return { ...(await read('documents')), ...(await read('tasks')), ...(await read('annotations')) };
}

/** What the page shows, with what was read in its place. */
export function withRead(data: TaskData, { documents, tasks, annotations }: Read): TaskData {
  return {
    ...data,
    documents: renewed(data.documents, documents),
    tasks: renewed(data.tasks, tasks),
    annotations: renewed(data.annotations, annotations),
  };
}

function renewed<Item extends { readonly id: string }>(
  list: readonly Item[],
  read: { readonly records: readonly Item[]; readonly ids: readonly string[] | null } | undefined,
): readonly Item[] {
  if (!read) return list;
  if (read.ids === null) return read.records;
  const asked = new Set(read.ids);
  const fresh = new Map(read.records.map((record) => [record.id, record]));
  const there = list.flatMap((item) => {
    if (!asked.has(item.id)) return [item];
    const now = fresh.get(item.id);
    fresh.delete(item.id);
    return now ? [now] : [];
  });
  return [...there, ...fresh.values()];
}

/** What the page shows, with what the store answered. */
export function withAnswered(data: TaskData, { tasks, annotations, edited }: Answered): TaskData {
  const next = {
    ...data,
    tasks: tasks?.length ? replaced(data.tasks, tasks) : data.tasks,
    annotations: annotations?.length ? replaced(data.annotations, annotations) : data.annotations,
  };
  if (!edited) return next;
  const { table, receipt } = edited;
  return { ...next, [table]: withEdit(next[table] as readonly Editable[], receipt) };
}

/** The list with the records that were answered in their places. */
function replaced<Item extends { readonly id: string }>(list: readonly Item[], answered: readonly Item[]): Item[] {
  const byId = new Map(answered.map((item) => [item.id, item]));
  return list.map((item) => byId.get(item.id) ?? item);
}

type Editable = { readonly id: string; readonly tags: readonly string[] };

function withEdit<Item extends Editable>(list: readonly Item[], { changes }: BulkReceipt): Item[] {
  const byId = new Map(changes.map((change) => [change.id, change]));
  return list.map((item) => editedBy(item, byId.get(item.id)));
}

function editedBy<Item extends Editable>(item: Item, change: BulkReceipt['changes'][number] | undefined): Item {
  if (!change) return item;
  const set = Object.fromEntries(change.fields.map(({ field, after }) => [field, after]));
  const tags = [...item.tags.filter((tag) => !change.removed.includes(tag)), ...change.added];
  return { ...item, ...set, tags: [...new Set(tags)] };
}

/** Edits of more records than this are shown in steps: copying each takes its time. */
export const MANY = 500;
/** Records that are copied at a time. */
const STEP = 250;

/**
 * What the page shows after an edit of many, made in steps between which it draws and answers.
 *
 * @returns to be done to what it shows by then: a record that was read anew meanwhile stays as it was read.
 */
export async function editInSteps(
  data: TaskData,
  { table, receipt }: NonNullable<Answered['edited']>,
): Promise<(data: TaskData) => TaskData> {
  const byId = new Map(receipt.changes.map((change) => [change.id, change]));
  const made = new Map<unknown, Editable>();
  const list = data[table] as readonly Editable[];
  for (let at = 0; at < list.length; at += STEP) {
    for (const item of list.slice(at, at + STEP))
      if (byId.has(item.id)) made.set(item, editedBy(item, byId.get(item.id)));
    await new Promise((resolve) => setTimeout(resolve));
  }
  return (now) => ({ ...now, [table]: (now[table] as readonly Editable[]).map((item) => made.get(item) ?? item) });
}

/** All tags in use, most used first, then in the order of the alphabet. */
export function tagsOf({ tasks, annotations }: Pick<TaskData, 'tasks' | 'annotations'>): TaskData['tags'] {
  const counts = new Map<string, number>();
  for (const list of [tasks, annotations]) {
    for (const { tags } of list) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .sort((a, b) => b.count - a.count || a.tag.localeCompare(b.tag, 'zh'));
}
