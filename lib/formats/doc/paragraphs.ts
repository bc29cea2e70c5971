import { lookup, pagesOf, type Run, sprmsIn } from './sprms';
import type { Streams } from './text';

/** What a paragraph's stored properties say of it, as far as it matters here; null where its style decides. */
export interface ParagraphProperties {
  readonly style: number;
  /** Stands in a table cell. */
  readonly inTable: boolean;
  /** Ends a table row. */
  readonly rowEnd: boolean;
  /** The use of a list, from 1; 0 for none. */
  readonly list: number | null;
  readonly level: number | null;
  /** 0 to 8 for a heading. */
  readonly outline: number | null;
  /** 0 left, 1 centred, 2 right. */
  readonly align: number | null;
  /** Of the row that ends here. */
  readonly row: RowShape | null;
}

/** A row of a table: the edges between its cells, in twentieths of a point, and how each hangs with others. */
export interface RowShape {
  readonly edges: readonly number[];
  readonly cells: readonly { readonly merged: boolean; readonly below: 'none' | 'starts' | 'goes on' }[];
}

const plain: ParagraphProperties = {
  style: 0,
  inTable: false,
  rowEnd: false,
  list: null,
  level: null,
  outline: null,
  align: null,
  row: null,
};

/** Properties of the paragraph that ends at a place of the main stream ([MS-DOC] 2.8.6, PlcBtePapx). */
export function readParagraphs({ main, table }: Streams): (place: number) => ParagraphProperties {
  const fib = new DataView(main.buffer, main.byteOffset, main.byteLength);
  const at = lookup(pagesOf(main, table, fib, 0x102).flatMap(page));
  return (place) => at(place) ?? plain;
}

/** One page of 512 bytes: how many runs in its last byte, their bounds at its front, their properties from its back. */
function page(data: DataView): Run<ParagraphProperties>[] {
  const count = Math.min(data.getUint8(511), 29);
  return Array.from({ length: count }, (_, index) => {
    const offset = data.getUint8(4 * (count + 1) + 13 * index) * 2;
    return {
      from: data.getUint32(4 * index, true),
      to: data.getUint32(4 * index + 4, true),
      properties: offset === 0 || offset > 508 ? plain : stored(data, offset),
    };
  });
}

function stored(data: DataView, offset: number): ParagraphProperties {
  const short = data.getUint8(offset);
  const start = short === 0 ? offset + 2 : offset + 1;
  const end = Math.min(511, start + (short === 0 ? data.getUint8(offset + 1) * 2 : short * 2 - 1));
  if (start + 2 > end) return plain;
  // The style's number comes first.
  return { ...paragraphProperties(data, start + 2, end), style: data.getUint16(start, true) };
}

/** Modifiers of paragraphs and rows between two places ([MS-DOC] 2.6.2 and 2.6.3). */
export function paragraphProperties(data: DataView, from: number, to: number): ParagraphProperties {
  const found: { -readonly [K in keyof ParagraphProperties]: ParagraphProperties[K] } = { ...plain };
  for (const { code, at, size } of sprmsIn(data, from, to)) {
    if (code === 0x2416) found.inTable = data.getUint8(at) !== 0;
    else if (code === 0x2417) found.rowEnd = data.getUint8(at) !== 0;
    else if (code === 0x460b) found.list = listNumber(data.getUint16(at, true));
    else if (code === 0x260a) found.level = data.getUint8(at);
    else if (code === 0x2640) found.outline = data.getUint8(at);
    else if (code === 0x2403 || code === 0x2461) found.align = data.getUint8(at);
    else if (code === 0xd608) found.row = rowShape(data, at, size);
  }
  return found;
}

/** Lists of files of before 1997 have numbers that lead nowhere. */
const listNumber = (value: number): number => (value < 0x7ff ? value : 0);

/** TDefTableOperand: how many cells, the edges between them, and 20 bytes a cell, of which the first two say how it hangs. */
function rowShape(data: DataView, at: number, size: number): RowShape | null {
  const count = data.getUint8(at);
  if (count === 0 || count > 63 || 1 + 2 * (count + 1) > size) return null;
  const edges = Array.from({ length: count + 1 }, (_, index) => data.getInt16(at + 1 + 2 * index, true));
  const first = at + 1 + 2 * (count + 1);
  const cells = Array.from({ length: count }, (_, index) => {
    const flags = first + 20 * index + 2 <= at + size ? data.getUint16(first + 20 * index, true) : 0;
    const below = flags & 0x20 ? (flags & 0x40 ? 'starts' : 'goes on') : 'none';
    return { merged: (flags & 2) !== 0, below } as const;
  });
  return { edges, cells };
}
