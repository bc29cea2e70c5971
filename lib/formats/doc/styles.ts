import { type CharacterProperties, characterProperties, plainCharacters } from './characters';
import { type ParagraphProperties, paragraphProperties } from './paragraphs';
import type { Streams } from './text';

/** What a style says, everything it inherits included; null for what is said nowhere. */
export interface DocStyle {
  readonly name: string;
  readonly list: number | null;
  readonly level: number | null;
  readonly outline: number | null;
  readonly align: number | null;
  readonly hidden: boolean;
  readonly font: number | null;
}

const none: DocStyle = { name: '', list: null, level: null, outline: null, align: null, hidden: false, font: null };

interface RawStyle {
  readonly name: string;
  readonly base: number;
  readonly paragraph: ParagraphProperties | null;
  readonly characters: CharacterProperties;
}

/** The styles of a file by their number ([MS-DOC] 2.9.271, STSH). A broken sheet gives none. */
export function readStyles({ main, table }: Streams): (index: number | null) => DocStyle {
  let raw: (RawStyle | null)[] = [];
  try {
    raw = sheet(main, table);
  } catch {
    // Out of bounds: what cannot be told is as if nothing were said.
  }
  const known = new Map<number, DocStyle>();
  const styleAt = (index: number): DocStyle => {
    const found = known.get(index);
    if (found) return found;
    // Set before the parent is asked: a style based on itself ends here.
    known.set(index, none);
    const own = raw[index];
    const made = own ? merged(own, own.base === 0xfff ? none : styleAt(own.base)) : none;
    known.set(index, made);
    return made;
  };
  return (index) => (index === null ? none : styleAt(index));
}

function merged({ name, paragraph, characters }: RawStyle, base: DocStyle): DocStyle {
  return {
    name,
    list: paragraph?.list ?? base.list,
    level: paragraph?.level ?? base.level,
    outline: paragraph?.outline ?? base.outline,
    align: paragraph?.align ?? base.align,
    hidden: isHidden(characters.hidden, base.hidden),
    font: characters.font ?? base.font,
  };
}

/** A toggle against what it is laid over. */
export function isHidden(value: number | null, under: boolean): boolean {
  if (value === null || value === 0x80) return under;
  return value === 0x81 ? !under : value !== 0;
}

function sheet(main: Uint8Array, table: Uint8Array): (RawStyle | null)[] {
  const fib = new DataView(main.buffer, main.byteOffset, main.byteLength);
  const start = fib.getUint32(0xa2, true);
  const data = new DataView(
    table.buffer,
    table.byteOffset + start,
    Math.min(fib.getUint32(0xa6, true), table.length - start),
  );
  const head = data.getUint16(0, true);
  const count = Math.min(data.getUint16(2, true), 4096);
  const baseSize = data.getUint16(4, true);
  const styles: (RawStyle | null)[] = [];
  let at = 2 + head;
  for (let index = 0; index < count && at + 2 <= data.byteLength; index++) {
    const size = data.getUint16(at, true);
    at += 2;
    styles.push(size > baseSize ? style(data, at, size, baseSize) : null);
    at += size + (size % 2);
  }
  return styles;
}

function style(data: DataView, at: number, size: number, baseSize: number): RawStyle {
  const kind = data.getUint16(at + 2, true);
  const length = data.getUint16(at + baseSize, true);
  let name = '';
  for (let sign = 0; sign < length; sign++)
    name += String.fromCharCode(data.getUint16(at + baseSize + 2 + 2 * sign, true));
  let place = at + baseSize + 4 + 2 * length;
  const parts: { from: number; to: number }[] = [];
  for (let part = 0; part < (data.getUint16(at + 4, true) & 15) && place + 2 <= at + size; part++) {
    const bytes = data.getUint16(place, true);
    parts.push({ from: place + 2, to: Math.min(place + 2 + bytes, at + size) });
    place += 2 + bytes + (bytes % 2);
  }
  const isParagraph = (kind & 15) === 1;
  const [first, second] = parts;
  const letters = isParagraph ? second : (kind & 15) === 2 ? first : undefined;
  return {
    name,
    base: kind >> 4,
    paragraph: isParagraph && first ? paragraphProperties(data, first.from + 2, first.to) : null,
    characters: letters ? characterProperties(data, letters.from, letters.to) : plainCharacters,
  };
}
