import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { FontFacts } from '../layout/readable';
import type { RawItem, RawPage } from '../layout/types';
import { isOrdinary } from '../plausible';
import { signsOf, signTable } from '../symbols';
import type { PdfEngine } from './engine';

/** Pages that are asked for their fonts: that costs as much as drawing them, and few files have such fonts. */
const MOST_LOOKS = 4;
/** A font set on more is one of the text, which is judged by its text. */
const MOST_SIGNS = 400;

/** What pdf.js tells of a font when asked for more than it needs to draw. */
interface Font {
  readonly missingFile?: boolean;
  readonly name?: string;
  readonly composite?: boolean;
  readonly differences?: Record<number, string> | ReadonlyMap<number, string>;
}

interface Glyph {
  readonly unicode?: string;
  readonly originalCharCode?: number;
}

interface Sample {
  text: string;
  readonly page: number;
  /** Letters set as wide as Chinese signs, and all of them. */
  wide: number;
  letters: number;
}

/**
 * What the text of a page does not say of its fonts: which are fonts of signs, and which give codes for a text. Asked of the few
 * fonts in which something stands that no text has.
 */
export async function fontFacts(
  document: PDFDocumentProxy,
  pdfjs: PdfEngine,
  pages: readonly RawPage[],
): Promise<FontFacts> {
  const facts: { noise: Set<string>; signs: Map<string, ReadonlyMap<string, string>> } = {
    noise: new Set(),
    signs: new Map(),
  };
  const samples = samplesOf(pages);
  const odd = [...samples].filter(([, sample]) => isOdd(sample));
  // No letter is as wide as a Chinese sign: all of them together are Chinese signs by their codes.
  for (const [font, { wide, letters }] of odd) if (letters >= FEWEST && wide > 0.9 * letters) facts.noise.add(font);
  const asked = new Map<number, [string, Sample][]>();
  for (const entry of odd) {
    const onPage = asked.get(entry[1].page);
    if (onPage) onPage.push(entry);
    else asked.set(entry[1].page, [entry]);
  }
  for (const [index, entries] of [...asked].slice(0, MOST_LOOKS)) {
    const page = await document.getPage(pages[index]!.number);
    // Where one font only counts its glyphs, others of the page may as well: each of a few signs, some of them ordinary by chance.
    const near = [...samples].filter((entry) => entry[1].page === index && !entries.includes(entry));
    const seen = await glyphsOf(page, pdfjs, new Set([...entries, ...near].map(([font]) => font)));
    let counted = false;
    for (const [font, sample] of [...entries, ...near]) {
      const found = seen.get(font);
      const isNear = !entries.some(([own]) => own === font);
      if (!found || (isNear && !counted)) continue;
      const info = await fontOf(page, font);
      if (!info) continue;
      if (isNear) {
        if (isCounted(found, info)) facts.noise.add(font);
        continue;
      }
      counted ||= isCounted(found, info);
      const table = signTable(info.name);
      if (table) {
        facts.noise.delete(font);
        facts.signs.set(
          font,
          new Map(
            found.map(({ unicode = '', originalCharCode = 0 }) => [unicode, signOf(originalCharCode, info, table)]),
          ),
        );
      } else if (saysNothing(found, info, sample)) facts.noise.add(font);
    }
    page.cleanup();
  }
  return facts;
}

/** Fewer letters than this say nothing by their width. */
const FEWEST = 3;

/** Of each font with little text in it. */
function samplesOf(pages: readonly RawPage[]): Map<string, Sample> {
  const samples = new Map<string, Sample>();
  for (const [page, { items }] of pages.entries())
    for (const item of items) {
      const font = item.font ?? '';
      const sample = samples.get(font) ?? { text: '', page, wide: 0, letters: 0 };
      samples.set(font, sample);
      if (sample.text.length > MOST_SIGNS) continue;
      sample.text += item.text.replace(/\s+/g, '');
      const letters = lettersIn(item);
      sample.letters += letters;
      if (isWide(item)) sample.wide += letters;
    }
  for (const [font, { text }] of samples) if (text.length > MOST_SIGNS) samples.delete(font);
  return samples;
}

/** Letters and signs of ASCII that are narrow in every font. */
const NARROW = /[!-$&'*;-?A-LN-VX-Z[-ln-vx-z{-~]/g;
const lettersIn = ({ text }: RawItem): number => text.match(NARROW)?.length ?? 0;
const isWide = ({ text, width, size }: RawItem): boolean => {
  const all = [...text.trim()].length;
  return all > 0 && /^[!-~]+$/.test(text.trim()) && width > 0.88 * size * all;
};

const isOdd = ({ text, wide, letters }: Sample): boolean => {
  const signs = [...text];
  if (signs.length === 0) return false;
  const strange = signs.filter((sign) => sign > '~' && !isOrdinary(sign)).length;
  if (strange > 0.2 * signs.length) return true;
  // Bullets stand alone, one sign again and again.
  const lone = signs.length <= 40 && new Set(signs).size <= 6 && letters === signs.length;
  return lone || (letters > 0 && wide > 0.5 * letters);
};

/** The glyphs of the fonts asked for, each once. */
async function glyphsOf(
  page: PDFPageProxy,
  { OPS }: PdfEngine,
  fonts: ReadonlySet<string>,
): Promise<Map<string, Glyph[]>> {
  const list = await page.getOperatorList({ annotationMode: 0 }).catch(() => null);
  const found = new Map<string, Map<number, Glyph>>();
  let font = '';
  for (const [index, operator] of (list?.fnArray ?? []).entries()) {
    const args = list!.argsArray[index] as unknown[];
    if (operator === OPS.setFont) font = String(args[0]);
    if (operator !== OPS.showText || !fonts.has(font)) continue;
    const own = found.get(font) ?? new Map<number, Glyph>();
    found.set(font, own);
    for (const glyph of args[0] as (Glyph | number | null)[])
      if (glyph && typeof glyph === 'object' && glyph.unicode?.trim()) own.set(glyph.originalCharCode ?? -1, glyph);
  }
  return new Map([...found].map(([name, glyphs]) => [name, [...glyphs.values()]]));
}

/** It comes with the drawing, but not at once. */
const fontOf = (page: PDFPageProxy, font: string): Promise<Font | null> =>
  new Promise((resolve) => {
    page.commonObjs.get(font, (found: unknown) => resolve(found instanceof Object ? (found as Font) : null));
  });

/** Of a code of a font of signs. By glyphs Wingdings and its like begin with the blank as their third. */
function signOf(code: number, { composite }: Font, table: ReadonlyMap<number, string>): string {
  const byGlyph = composite === true && code < 0x80;
  return signsOf(String.fromCharCode(byGlyph ? code + 29 : code), table) || '•';
}

/** Names that only count glyphs. */
const COUNTED = /^(?:g|G|c|C|cid|gid|glyph|index|a|uF)[-_]?[0-9A-F]{1,5}$/;

/** Whether what is taken for text are codes: of a font of two bytes unchanged, or of one byte under names that count. */
function saysNothing(
  glyphs: readonly Glyph[],
  { composite, differences }: Font,
  { text, wide, letters }: Sample,
): boolean {
  const sameAsCode = glyphs.every(({ unicode, originalCharCode }) => unicode?.codePointAt(0) === originalCharCode);
  if (composite) {
    const signs = [...text];
    const strange = signs.filter((sign) => sign > '~' && !isOrdinary(sign)).length;
    return sameAsCode && (strange > 0.3 * signs.length || (letters > 0 && wide > 0.5 * letters));
  }
  return isCounted(glyphs, { composite, differences });
}

/** Whether the glyphs of a font of one byte have names that count, and are taken for what is counted. */
function isCounted(glyphs: readonly Glyph[], { composite, differences }: Font): boolean {
  const name = (code: number) =>
    (differences instanceof Map
      ? differences.get(code)
      : (differences as Record<number, string> | undefined)?.[code]) ?? '';
  const isNumber = ({ unicode = '', originalCharCode = -1 }: Glyph) => {
    const code = unicode.codePointAt(0);
    return (
      code === originalCharCode ||
      code === Number.parseInt(name(originalCharCode).replace(/^\D*?(?=[0-9A-F]+$)/, ''), 16)
    );
  };
  return (
    !composite &&
    glyphs.length > 0 &&
    glyphs.every((glyph) => COUNTED.test(name(glyph.originalCharCode ?? -1)) && isNumber(glyph))
  );
}
