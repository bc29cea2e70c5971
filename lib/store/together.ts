import type { Table } from 'dexie';

/** Fewer than these are asked for one by one. */
const FEW = 8;

/** Ids in the order of the database, each once: as `together` takes them, some at a time. */
export const inOrder = (ids: readonly string[]): string[] => [...new Set(ids)].sort();

/**
 * Records by their ids. Those that stand next to each other come in one answer, which takes a third of what an answer each takes;
 * where others stand in between, as many of these are read in vain as were asked for, at the most, and the rest one by one.
 *
 * No async function: it stands deep within transactions, and would lose them.
 *
 * @param ids In the order of the database (`inOrder`).
 * @returns Those that are there, in that order.
 */
export function together<Kept extends { readonly id: string }>(
  table: Table<Kept, string>,
  ids: readonly string[],
): PromiseLike<Kept[]> {
  const [first, last] = [ids[0], ids.at(-1)];
  if (ids.length < FEW || first === undefined || last === undefined) return oneByOne(table, ids);
  const wanted = new Set(ids);
  const most = 2 * ids.length;
  const reading = table.where(':id').between(first, last, true, true).limit(most).toArray();
  return reading.then<Kept[]>((read) => {
    const found = read.filter(({ id }) => wanted.has(id));
    const reached = read.at(-1)?.id;
    const rest = read.length < most || reached === undefined ? [] : ids.filter((id) => id > reached);
    return rest.length === 0 ? found : oneByOne(table, rest).then((more) => [...found, ...more]);
  });
}

const oneByOne = <Kept>(table: Table<Kept, string>, ids: readonly string[]): PromiseLike<Kept[]> =>
  table.bulkGet([...ids]).then((records) => records.filter((record) => record !== undefined));
