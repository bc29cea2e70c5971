/** The words looked for: separated by white space, all must be there. */
export const termsOf = (text: string): string[] => text.toLowerCase().split(/\s+/u).filter(Boolean);

/** The number meant by a word that names one as documents do: 第19, 第19项, 第十九条; null where it names none. */
const numberOf = (term: string): string | null =>
  /^第([\d〇一二三四五六七八九十百]+)[项条件号个]?$/u.exec(term)?.[1] ?? null;

/** What a word that names a number asks: of a record's own number, and of a text. */
export interface NumberTest {
  readonly isOwn: (number: string | null) => boolean;
  readonly isIn: (text: string) => boolean;
}

/** null for a word that names no number. Made once for many records. */
export function numberTest(term: string): NumberTest | null {
  const wanted = numberOf(term);
  if (wanted === null) return null;
  const count = countOf(wanted);
  // Thousands of records have few numbers.
  const counts = new Map<string, number>();
  const counted = (number: string) => {
    const known = counts.get(number) ?? countOf(number);
    counts.set(number, known);
    return known;
  };
  return {
    isOwn: (number) => number !== null && (number === wanted || counted(number) === count),
    isIn: (text) => hasNumber(text, term),
  };
}

/**
 * Whether all words are in a text.
 *
 * @param text In lower case; asked for only where there is a word to look for.
 * @param number The record's own number: 第19 is found by it alone.
 */
export function fits(terms: readonly string[], text: () => string, number: string | null): boolean {
  if (terms.length === 0) return true;
  const all = text();
  return terms.every((term) => {
    const named = numberTest(term);
    return named ? named.isOwn(number) || named.isIn(all) : all.includes(term);
  });
}

/** Whether 第19 stands in a text and not as the beginning of 第190. */
function hasNumber(text: string, term: string): boolean {
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
    if (!/[\d〇一二三四五六七八九十百]/u.test(text[at + term.length] ?? '')) return true;
  }
  return false;
}

const digits = '〇一二三四五六七八九';

/** 19 and 十九 are one number, and 19 is not 191. Up to 九百九十九; NaN for what is no number, which equals nothing. */
function countOf(written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  const found = /^(?:([一二三四五六七八九])百)?(?:〇?([一二三四五六七八九])?(十))?〇?([一二三四五六七八九])?$/u.exec(
    written,
  );
  if (!found || written === '') return Number.NaN;
  const of = (digit: string | undefined) => (digit ? digits.indexOf(digit) : 0);
  const tens = found[3] ? of(found[2]) || 1 : 0;
  return of(found[1]) * 100 + tens * 10 + of(found[4]);
}
