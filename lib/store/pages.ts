import type { Table } from 'dexie';
import type { Page } from './port';

/** Records read at a time. */
const COUNT = 500;
/** UTF-16 code units of a page's JSON: in UTF-8, three bytes a sign, a fifth of the 64 MiB that one message carries. */
const SIZE = 4_000_000;

/**
 * The records after a key, in the order of keys, as many as travel well in one message and at least one.
 *
 * Each page is a read of its own: a record that comes or goes between two pages is in the list or not. Who shows the
 * list reads again on `storeChanged`.
 *
 * @param after The last key of the page before; none for the first page.
 * @param most As many records at the most.
 */
export async function pageOf<Kept extends { readonly id: string }>(
  table: Table<Kept, string>,
  after?: string,
  most = COUNT,
): Promise<Page<Kept>> {
  const count = Math.min(COUNT, most);
  const from = after === undefined ? table.orderBy(':id') : table.where(':id').above(after);
  const read = await from.limit(count).toArray();
  const records = read.slice(0, fitting(read));
  const more = records.length < read.length || read.length === count;
  return { records, next: more ? (records.at(-1)?.id ?? null) : null };
}

/** How many of the first records fit. Each is written as JSON once more for this: 5 ms a megabyte, against a lost list. */
function fitting(records: readonly object[]): number {
  let size = 0;
  const last = records.findIndex((record) => {
    size += JSON.stringify(record).length;
    return size > SIZE;
  });
  return last < 0 ? records.length : Math.max(1, last);
}

/** All pages, one after the other. At any time one message is on its way. */
export async function allPages<Kept>(read: (after?: string) => Promise<Page<Kept>>): Promise<Kept[]> {
  const all: Kept[] = [];
  for await (const records of eachPage(read)) for (const record of records) all.push(record);
  return all;
}

/** The pages as they come, for who need not hold them all. */
export async function* eachPage<Kept>(read: (after?: string) => Promise<Page<Kept>>): AsyncGenerator<readonly Kept[]> {
  let after: string | null | undefined;
  while (after !== null) {
    const { records, next }: Page<Kept> = await read(after);
    yield records;
    after = next;
  }
}
