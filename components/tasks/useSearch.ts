import { useEffect, useMemo } from 'preact/hooks';
import type { Narrow } from './filter';
import { Search } from './search';

/** Fewer records than this are looked through as fast as they are prepared. */
const MANY = 2000;

/** Prepares records to be searched, whenever they are others, without holding the page up. */
export function useSearch<Item extends object>(
  items: readonly Item[],
  partsOf: (item: Item) => readonly string[],
): Narrow<Item> {
  const search = useMemo(() => new Search<Item>((item) => partsOf(item).join('\n')), [partsOf]);
  useEffect(() => {
    if (items.length >= MANY) return search.prepare(items);
  }, [search, items]);
  return useMemo(() => (items, word) => search.mayHold(items, word), [search]);
}
