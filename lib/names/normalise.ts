import { foldedName } from '../text/folded';

const OPENING = /[〔［【〈《「『[{<]/gu;
const CLOSING = /[〕］】〉》」』\]}>]/gu;
/** White space, quotation marks, and the invisible characters that pages and converters leave inside a name. */
const BLANKS = /[\s“”"'‘’\u00ad\u200b-\u200f\u2028-\u202f\u2060\ufeff]+/gu;
const EDGES = /^[,、;:。.·*]+|[,、;:。.·*]+$/gu;
/** Longer than any designation of the genre; what is longer is prose and is cut, so that matching stays linear. */
const LONGEST = 120;

/**
 * One spelling for a unit as printed: compatibility forms, widths and traditional characters folded, all brackets round, no white space, no
 * quotation marks, no punctuation at the ends. `各乡镇(办事处)` and `各乡镇（办事处）` become the same string.
 */
export function normaliseUnit(name: string): string {
  return foldedName(name.slice(0, 4 * LONGEST).normalize('NFKC'))
    .replace(BLANKS, '')
    .replace(OPENING, '(')
    .replace(CLOSING, ')')
    .replace(EDGES, '')
    .slice(0, LONGEST);
}
