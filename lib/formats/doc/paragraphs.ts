import type { Streams } from './text';

/** What a paragraph's stored properties say of it, as far as it matters here. */
export interface Properties {
  /** Stands in a table cell. */
  readonly inTable: boolean;
  /** Ends a table row. */
  readonly rowEnd: boolean;
  /** Has a number that Word makes. */
  readonly numbered: boolean;
}

const plain: Properties = { inTable: false, rowEnd: false, numbered: false };

interface Run {
  readonly from: number;
  readonly to: number;
  readonly properties: Properties;
}

/** Properties of the paragraph that ends at a place of the main stream ([MS-DOC] 2.8.6, PlcBtePapx). */
export function readProperties({ main, table }: Streams): (place: number) => Properties {
  const fib = new DataView(main.buffer, main.byteOffset, main.byteLength);
  const data = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const start = fib.getUint32(0x102, true);
  const count = Math.floor((fib.getUint32(0x106, true) - 4) / 8);
  const runs: Run[] = [];
  for (let index = 0; index < count && start + 4 * (count + 1) + 4 * (index + 1) <= table.length; index++)
    runs.push(...page(main, (data.getUint32(start + 4 * (count + 1) + 4 * index, true) & 0x3fffff) * 512));
  runs.sort((a, b) => a.from - b.from);
  return (place) => {
    let low = 0;
    for (let high = runs.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if (runs[middle]!.from <= place) low = middle;
      else high = middle;
    }
    const run = runs[low];
    return run && place >= run.from && place < run.to ? run.properties : plain;
  };
}

/** One page of 512 bytes: how many runs in its last byte, their bounds at its front, their properties from its back. */
function page(main: Uint8Array, at: number): Run[] {
  if (at <= 0 || at + 512 > main.length) return [];
  const data = new DataView(main.buffer, main.byteOffset + at, 512);
  const count = Math.min(data.getUint8(511), 29);
  return Array.from({ length: count }, (_, index) => {
    const offset = data.getUint8(4 * (count + 1) + 13 * index) * 2;
    return {
      from: data.getUint32(4 * index, true),
      to: data.getUint32(4 * index + 4, true),
      properties: offset === 0 || offset > 508 ? plain : properties(data, offset),
    };
  });
}

/** Sizes of what follows a property's code, by the three highest bits of the code; 6 says its own size. */
const sizes = [1, 1, 2, 4, 2, 2, 0, 3];

function properties(data: DataView, offset: number): Properties {
  const short = data.getUint8(offset);
  const start = short === 0 ? offset + 2 : offset + 1;
  const end = Math.min(511, start + (short === 0 ? data.getUint8(offset + 1) * 2 : short * 2 - 1));
  let inTable = false;
  let rowEnd = false;
  let numbered = false;
  // The style's number comes first.
  for (let at = start + 2; at + 2 < end; ) {
    const code = data.getUint16(at, true);
    at += 2;
    const kind = code >> 13;
    if (code === 0x2416) inTable = data.getUint8(at) !== 0;
    if (code === 0x2417) rowEnd = data.getUint8(at) !== 0;
    if (code === 0x460b && at + 2 <= end) numbered = data.getUint16(at, true) !== 0;
    if (kind !== 6) at += sizes[kind]!;
    else if (code === 0xd608) at += at + 2 <= end ? data.getUint16(at, true) + 1 : 512;
    else at += data.getUint8(at) + 1;
  }
  return { inTable, rowEnd, numbered };
}
