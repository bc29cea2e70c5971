import { lookup, pagesOf, type Run, sprmsIn } from './sprms';
import type { Streams } from './text';

/** What stored properties say of a run of characters, as far as it matters here; null where the style decides. */
export interface CharacterProperties {
  readonly deleted: boolean;
  readonly inserted: boolean;
  /** 0 or 1; 0x80 as the style has it, 0x81 the other way round. */
  readonly hidden: number | null;
  /** 1 raised, 2 lowered. */
  readonly vertical: number;
  /** Number of the font of letters in the file's table of fonts. */
  readonly font: number | null;
  /** Where in the stream of data stands what belongs to the sign: a picture, a form field. */
  readonly data: number | null;
  /** Style of the run. */
  readonly style: number | null;
  /** A sign of a font of its own that stands for the character in the text. */
  readonly symbol: { readonly font: number; readonly code: number } | null;
}

export const plainCharacters: CharacterProperties = {
  deleted: false,
  inserted: false,
  hidden: null,
  vertical: 0,
  font: null,
  data: null,
  style: null,
  symbol: null,
};

/** Properties of the character at a place of the main stream ([MS-DOC] 2.8.5, PlcBteChpx). */
export function readCharacters({ main, table }: Streams): (place: number) => CharacterProperties {
  const fib = new DataView(main.buffer, main.byteOffset, main.byteLength);
  const at = lookup(pagesOf(main, table, fib, 0xfa).flatMap(page));
  return (place) => at(place) ?? plainCharacters;
}

/** One page: how many runs in its last byte, their bounds at its front, their properties from its back. */
function page(data: DataView): Run<CharacterProperties>[] {
  const count = Math.min(data.getUint8(511), 101);
  return Array.from({ length: count }, (_, index) => {
    const offset = data.getUint8(4 * (count + 1) + index) * 2;
    const length = offset === 0 ? 0 : data.getUint8(offset);
    return {
      from: data.getUint32(4 * index, true),
      to: data.getUint32(4 * index + 4, true),
      properties: length === 0 ? plainCharacters : characterProperties(data, offset + 1, offset + 1 + length),
    };
  });
}

/** Modifiers of characters between two places ([MS-DOC] 2.6.1). */
export function characterProperties(data: DataView, from: number, to: number): CharacterProperties {
  const found: { -readonly [K in keyof CharacterProperties]: CharacterProperties[K] } = { ...plainCharacters };
  for (const { code, at, size } of sprmsIn(data, from, to)) {
    if (code === 0x0800) found.deleted = data.getUint8(at) !== 0;
    else if (code === 0x0801) found.inserted = data.getUint8(at) !== 0;
    else if (code === 0x083c) found.hidden = data.getUint8(at);
    else if (code === 0x2a48) found.vertical = data.getUint8(at);
    else if (code === 0x4a30) found.style = data.getUint16(at, true);
    else if (code === 0x6a03 && size === 4) found.data = data.getUint32(at, true);
    else if (code === 0x4a4f) found.font = data.getUint16(at, true);
    else if (code === 0x6a09 && size === 4)
      found.symbol = { font: data.getUint16(at, true), code: data.getUint16(at + 2, true) };
  }
  return found;
}
