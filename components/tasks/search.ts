import { Signatures } from './signatures';

/** How long records are prepared at a time, in milliseconds, before the page draws and answers again. */
const SLICE = 8;

/** Tells of a record whether it may hold all of some words; one that does always may. */
export type MayHold<Item> = (item: Item) => boolean;

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
    let at = 0;
    const go = () => {
      const from = performance.now();
      for (; at < items.length && performance.now() - from < SLICE; at++) this.#add(items[at]!);
      if (at < items.length) this.#timer = setTimeout(go);
    };
    this.#timer = setTimeout(go);
    return () => clearTimeout(this.#timer);
  }

  #add(item: Item): void {
    if (this.#rows.has(item)) return;
    const row = this.#free.pop() ?? this.#rows.size;
    // A row that is used again still has what stood there before: it may be looked at for nothing, and misses nothing.
    this.#signatures.add(row, this.textOf(item).toLowerCase());
    this.#rows.set(item, row);
  }

  /** @param words In lower case. */
  mayHold(words: readonly string[]): MayHold<Item> {
    const rows = words.map((word) => this.#signatures.mayHold(word));
    return (item) => {
      const row = this.#rows.get(item);
      return row === undefined || rows.every((bits) => ((bits[row >>> 5] ?? 0) & (1 << (row & 31))) !== 0);
    };
  }
}
