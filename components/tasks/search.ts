import { Signatures } from './signatures';

/** How long records are prepared at a time, in milliseconds, before the page draws and answers again. */
const SLICE = 8;

/** Tells of a list's record, by its place in the list, whether it may hold a word; one that does always may. */
export type MayHold = (at: number) => boolean;

/**
 * Words looked for in many records. What their texts hold is prepared once, in slices behind the page's back; a record that is
 * not prepared yet may hold anything.
 *
 * @param textOf All that is looked into, of the record alone.
 */
export class Search<Item extends object> {
  #rows = new Map<Item, number>();
  #free: number[] = [];
  #signatures = new Signatures();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The list that was prepared last, and the row of each of its records: no record is looked up while the reader types. */
  #prepared: { readonly items: readonly Item[]; readonly rows: Int32Array } | null = null;

  constructor(private readonly textOf: (item: Item) => string) {}

  /** Prepares these records, and forgets all others. @returns how to stop. */
  prepare(items: readonly Item[]): () => void {
    clearTimeout(this.#timer);
    const wanted = new Set(items);
    for (const [item, row] of this.#rows) {
      if (wanted.has(item)) continue;
      this.#rows.delete(item);
      this.#free.push(row);
    }
    this.#prepared = null;
    const rows = new Int32Array(items.length);
    let at = 0;
    const go = () => {
      const from = performance.now();
      for (; at < items.length && performance.now() - from < SLICE; at++) rows[at] = this.#add(items[at]!);
      if (at < items.length) this.#timer = setTimeout(go);
      else this.#prepared = { items, rows };
    };
    this.#timer = setTimeout(go);
    return () => clearTimeout(this.#timer);
  }

  /** @returns its row. */
  #add(item: Item): number {
    const known = this.#rows.get(item);
    if (known !== undefined) return known;
    const row = this.#free.pop() ?? this.#rows.size;
    // A row that is used again still has what stood there before: it may be looked at for nothing, and misses nothing.
    this.#signatures.add(row, this.textOf(item).toLowerCase());
    this.#rows.set(item, row);
    return row;
  }

  /** @param word In lower case. */
  mayHold(items: readonly Item[], word: string): MayHold {
    const bits = this.#signatures.mayHold(word);
    const has = (row: number) => ((bits[row >>> 5] ?? 0) & (1 << (row & 31))) !== 0;
    const prepared = this.#prepared;
    if (prepared?.items === items) return (at) => has(prepared.rows[at]!);
    return (at) => {
      const row = this.#rows.get(items[at]!);
      return row === undefined || has(row);
    };
  }
}
