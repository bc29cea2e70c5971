import { type PeopleField, peopleFields } from '../../lib/follow/types';
import type { TaskRecord } from '../../lib/store/types';
import type { Documents } from './filter';

export const groupings = ['none', 'document', 'lead', ...peopleFields, 'month', 'tag', 'status'] as const;
export type GroupBy = (typeof groupings)[number];

/** One line of the list. A record stands under each of its tags, so its key is not its id. */
export type ListRow<Item> =
  | { readonly kind: 'group'; readonly key: string; readonly value: string | null; readonly ids: readonly string[] }
  | { readonly kind: 'record'; readonly key: string; readonly item: Item };

type Grouped = Pick<TaskRecord, 'id' | 'documentId' | 'tags'> &
  Partial<Pick<TaskRecord, 'lead' | 'dueDate' | 'status' | PeopleField>> & { readonly url: string };

/** What a record is put under; null: it has none. */
function valuesOf(item: Grouped, by: GroupBy, documents: Documents): readonly (string | null)[] {
  switch (by) {
    case 'none':
      return [];
    case 'document':
      return [documents.get(item.documentId)?.title ?? item.url];
    case 'lead':
      return [item.lead?.join('、') || null];
    case 'leaders':
    case 'offices':
    case 'handlers':
      return item[by]?.length ? item[by] : [null];
    case 'month':
      return [item.dueDate?.slice(0, 7) ?? null];
    case 'tag':
      return item.tags.length > 0 ? item.tags : [null];
    case 'status':
      return [item.status ?? null];
  }
}

/**
 * Rows of a list in groups: the groups in the order in which their first record comes, months by the calendar, what has
 * no value last; within a group the order of the list.
 *
 * @param folded Keys of the groups whose records are folded away.
 */
export function groupRows<Item extends Grouped>(
  items: readonly Item[],
  by: GroupBy,
  documents: Documents,
  folded: ReadonlySet<string>,
): ListRow<Item>[] {
  if (by === 'none') return items.map((item) => ({ kind: 'record', key: item.id, item }));
  const groups = new Map<string | null, Item[]>();
  for (const item of items) {
    for (const value of valuesOf(item, by, documents)) {
      const list = groups.get(value);
      if (list) list.push(item);
      else groups.set(value, [item]);
    }
  }
  const order = [...groups.keys()].filter((value) => value !== null);
  if (by === 'month') order.sort();
  const values = groups.has(null) ? [...order, null] : order;
  return values.flatMap((value): ListRow<Item>[] => {
    const list = groups.get(value) ?? [];
    const key = `g:${by}:${value ?? ''}`;
    const head: ListRow<Item> = { kind: 'group', key, value, ids: list.map(({ id }) => id) };
    if (folded.has(key)) return [head];
    return [head, ...list.map((item): ListRow<Item> => ({ kind: 'record', key: `${key}:${item.id}`, item }))];
  });
}
