/** A property modifier: its code and where its operand stands ([MS-DOC] 2.2.5.1, Sprm). */
export interface Sprm {
  readonly code: number;
  readonly at: number;
  readonly size: number;
}

/** Sizes of operands by the three highest bits of the code; 6 says its own size. */
const sizes = [1, 1, 2, 4, 2, 2, 0, 3];

/** The definition of a table row says its size in two bytes. */
const DEFINE_TABLE = 0xd608;

/** The modifiers that stand one after the other between two places; a broken list ends early. */
export function* sprmsIn(data: DataView, from: number, to: number): Generator<Sprm> {
  const end = Math.min(to, data.byteLength);
  for (let at = from; at + 2 < end; ) {
    const code = data.getUint16(at, true);
    at += 2;
    let size = sizes[code >> 13]!;
    if (size === 0) {
      const wide = code === DEFINE_TABLE;
      if (at + 2 > end) return;
      size = wide ? data.getUint16(at, true) - 1 : data.getUint8(at);
      at += wide ? 2 : 1;
    }
    if (at + size > end || size < 0) return;
    yield { code, at, size };
    at += size;
  }
}

/** A run of the main stream with its properties. */
export interface Run<T> {
  readonly from: number;
  readonly to: number;
  readonly properties: T;
}

/** Of runs that do not overlap, the properties at a place; null between them. Asked mostly from front to back. */
export function lookup<T>(runs: Run<T>[]): (place: number) => T | null {
  runs.sort((a, b) => a.from - b.from);
  return (place) => {
    let low = 0;
    for (let high = runs.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if (runs[middle]!.from <= place) low = middle;
      else high = middle;
    }
    const run = runs[low];
    return run && place >= run.from && place < run.to ? run.properties : null;
  };
}

/** The pages of 512 bytes that a table of the table stream lists (PlcBtePapx, PlcBteChpx). */
export function pagesOf(main: Uint8Array, table: Uint8Array, fib: DataView, at: number): DataView[] {
  const data = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const start = fib.getUint32(at, true);
  const count = Math.floor((fib.getUint32(at + 4, true) - 4) / 8);
  const pages: DataView[] = [];
  for (let index = 0; index < count && start + 4 * (count + 1) + 4 * (index + 1) <= table.length; index++) {
    const place = (data.getUint32(start + 4 * (count + 1) + 4 * index, true) & 0x3fffff) * 512;
    if (place > 0 && place + 512 <= main.length) pages.push(new DataView(main.buffer, main.byteOffset + place, 512));
  }
  return pages;
}
