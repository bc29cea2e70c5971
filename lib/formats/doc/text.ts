import { FormatError } from '../types';

/** The streams of a Word 97–2003 file. */
export interface Streams {
  readonly main: Uint8Array;
  readonly table: Uint8Array;
  /** What pictures and form fields keep beside the text. */
  readonly data?: Uint8Array;
}

/** A stretch of text: where it stands in the main stream, and how its characters are written. */
interface Stretch {
  readonly text: string;
  readonly offset: number;
  readonly wide: boolean;
}

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Which of its two table streams a file uses, and whether it can be read at all ([MS-DOC] 2.5.1, FibBase). */
export function tableName(main: Uint8Array): '0Table' | '1Table' {
  if (main.length < 0x200 || view(main).getUint16(0, true) !== 0xa5ec) throw new FormatError('old-word', 'not Word 97');
  const flags = view(main).getUint16(0x0a, true);
  if (flags & 0x0100) throw new FormatError('locked', 'Word 97');
  return flags & 0x0200 ? '1Table' : '0Table';
}

/** A character of the document's own text with its place in the main stream, for its paragraph's properties. */
export interface DocText {
  readonly text: string;
  /** Place in the main stream of the character at an index of `text`. */
  placeOf(index: number): number;
}

/**
 * The text with all that stands beside it (notes, heads, comments, boxes, one after the other), put together from the pieces it is stored in ([MS-DOC] 2.4.1). What is
 * out of bounds in a broken file is left out.
 */
export function readText({ main, table }: Streams): DocText {
  const fib = view(main);
  const length = Array.from({ length: 8 }, (_, part) => fib.getInt32(0x4c + 4 * part, true)).reduce(
    (sum, part) => sum + Math.max(0, part),
    0,
  );
  const stretches = pieces(table, fib.getUint32(0x1a2, true), fib.getUint32(0x1a6, true), main, length);
  const starts: number[] = [];
  let text = '';
  for (const stretch of stretches) {
    starts.push(text.length);
    text += stretch.text;
  }
  return {
    text,
    placeOf(index) {
      let low = 0;
      for (let high = starts.length; high - low > 1; ) {
        const middle = (low + high) >> 1;
        if (starts[middle]! <= index) low = middle;
        else high = middle;
      }
      const stretch = stretches[low];
      return stretch ? stretch.offset + (index - starts[low]!) * (stretch.wide ? 2 : 1) : 0;
    },
  };
}

function pieces(table: Uint8Array, start: number, size: number, main: Uint8Array, length: number): Stretch[] {
  const data = view(table);
  const end = Math.min(start + size, table.length);
  let at = start;
  // Formatting that pieces share stands before the piece table.
  while (at + 3 <= end && table[at] === 1) at += 3 + data.getUint16(at + 1, true);
  if (at + 5 > end || table[at] !== 2) throw new FormatError('damaged', 'no piece table');
  const count = Math.floor((data.getUint32(at + 1, true) - 4) / 12);
  const first = at + 5;
  const result: Stretch[] = [];
  for (let piece = 0; piece < count && first + 4 * (count + 1) + 8 * (piece + 1) <= end; piece++) {
    const from = data.getUint32(first + 4 * piece, true);
    const to = Math.min(data.getUint32(first + 4 * piece + 4, true), length);
    if (to <= from) continue;
    const place = data.getUint32(first + 4 * (count + 1) + 8 * piece + 2, true);
    const wide = (place & 0x40000000) === 0;
    const offset = wide ? place : (place & 0x3fffffff) >> 1;
    const bytes = main.subarray(offset, offset + (to - from) * (wide ? 2 : 1));
    result.push({ text: new TextDecoder(wide ? 'utf-16le' : 'windows-1252').decode(bytes), offset, wide });
  }
  return result;
}
