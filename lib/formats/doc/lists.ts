import { type Numbering, readNumbering } from '../docx/numbering';
import type { XmlElement } from '../xml';
import { characterProperties } from './characters';
import type { Streams } from './text';

/** Counting systems by number ([MS-OSHARED] 2.2.1.3, MSONFC), as today's files name them. */
const systems: Readonly<Record<number, string>> = Object.fromEntries(
  [
    'decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex chicago',
    'ideographDigital japaneseCounting aiueo iroha decimalFullWidth decimalHalfWidth japaneseLegal',
    'japaneseDigitalTenThousand decimalEnclosedCircle decimalFullWidth2 aiueoFullWidth irohaFullWidth decimalZero bullet',
    'ganada chosung decimalEnclosedFullstop decimalEnclosedParen decimalEnclosedCircleChinese ideographEnclosedCircle',
    'ideographTraditional ideographZodiac ideographZodiacTraditional taiwaneseCounting ideographLegalTraditional',
    'taiwaneseCountingThousand taiwaneseDigital chineseCounting chineseLegalSimplified chineseCountingThousand',
  ]
    .join(' ')
    .split(' ')
    .map((name, index) => [index, name]),
);

const element = (name: string, attributes: Record<string, string> = {}, children: XmlElement[] = []): XmlElement => ({
  name,
  attributes,
  children,
});
const valued = (name: string, value: string | number) => element(name, { val: String(value) });

export interface DocLists {
  readonly numbering: Numbering;
  /** The tables of lists could not be read: numbers are missing. */
  readonly broken: boolean;
}

/**
 * The lists of a file with their running counters. They say the same as `numbering.xml` does today and count by the same
 * rules, so they are put into its form and counted there. A broken table gives no list.
 */
export function readLists(streams: Streams, fontName: (index: number | null) => string | undefined): DocLists {
  let root: XmlElement | null = null;
  try {
    root = numberingOf(streams, fontName);
  } catch {
    // Out of bounds: no numbers, which is said.
  }
  return { numbering: readNumbering(root, () => undefined), broken: root === null };
}

function numberingOf({ main, table }: Streams, fontName: (index: number | null) => string | undefined): XmlElement {
  const fib = new DataView(main.buffer, main.byteOffset, main.byteLength);
  const data = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const start = fib.getUint32(0x2e2, true);
  const count = fib.getUint32(0x2e6, true) === 0 ? 0 : data.getUint16(start, true);
  let levelAt = start + 2 + 28 * count;
  const lists: XmlElement[] = [];
  for (let index = 0; index < count; index++) {
    const at = start + 2 + 28 * index;
    const simple = (data.getUint8(at + 26) & 1) !== 0;
    const levels: XmlElement[] = [];
    for (let level = 0; level < (simple ? 1 : 9); level++) {
      const { made, next } = readLevel(data, levelAt, level, fontName);
      const style = data.getUint16(at + 8 + 2 * level, true);
      levels.push(style === 0xfff ? made : { ...made, children: [...made.children, valued('pStyle', style)] });
      levelAt = next;
    }
    lists.push(element('abstractNum', { abstractNumId: String(data.getInt32(at, true)) }, levels));
  }
  return element('numbering', {}, [...lists, ...readUses(data, fib, fontName)]);
}

/** Uses of lists (PlfLfo), with beginnings and levels of their own. */
function readUses(data: DataView, fib: DataView, fontName: (index: number | null) => string | undefined): XmlElement[] {
  if (fib.getUint32(0x2ee, true) === 0) return [];
  const start = fib.getUint32(0x2ea, true);
  const count = Math.min(data.getUint32(start, true), 0x7ff);
  let at = start + 4 + 16 * count;
  return Array.from({ length: count }, (_, index) => {
    const use = start + 4 + 16 * index;
    const parts = [valued('abstractNumId', data.getInt32(use, true))];
    at += 4;
    for (let own = 0; own < data.getUint8(use + 12); own++) {
      const flags = data.getUint32(at + 4, true);
      const level = flags & 15;
      const inner: XmlElement[] = [];
      if (flags & 16) inner.push(valued('startOverride', data.getInt32(at, true)));
      at += 8;
      if (flags & 32) {
        const { made, next } = readLevel(data, at, level, fontName);
        inner.push(made);
        at = next;
      }
      parts.push(element('lvlOverride', { ilvl: String(level) }, inner));
    }
    return element('num', { numId: String(index + 1) }, parts);
  });
}

/** One level (LVL): how it counts, how its number is set, and its text, in which a level's number stands for its count. */
function readLevel(
  data: DataView,
  at: number,
  level: number,
  fontName: (index: number | null) => string | undefined,
): { made: XmlElement; next: number } {
  const flags = data.getUint8(at + 5);
  const letters = data.getUint8(at + 24);
  const paragraph = data.getUint8(at + 25);
  const textAt = at + 28 + letters + paragraph;
  const { font } = characterProperties(data, at + 28 + paragraph, textAt);
  const length = data.getUint16(textAt, true);
  let text = '';
  for (let index = 0; index < length; index++) {
    const code = data.getUint16(textAt + 2 + 2 * index, true);
    text += code < 9 ? `%${code + 1}` : String.fromCharCode(code);
  }
  const name = fontName(font);
  const suffix = ['tab', 'space', 'nothing'][data.getUint8(at + 15)] ?? 'tab';
  const system = data.getUint8(at + 4);
  const made = element('lvl', { ilvl: String(level) }, [
    valued('start', data.getInt32(at, true)),
    valued('numFmt', system === 57 ? 'numberInDash' : (systems[system] ?? 'none')),
    valued('lvlText', text),
    valued('suff', suffix),
    ...(flags & 4 ? [element('isLgl')] : []),
    ...(flags & 8 ? [valued('lvlRestart', data.getUint8(at + 26))] : []),
    ...(name ? [element('rPr', {}, [element('rFonts', { ascii: name })])] : []),
  ]);
  return { made, next: textAt + 2 + 2 * length };
}
