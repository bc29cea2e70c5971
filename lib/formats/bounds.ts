/** Lines of a text that are read: the longest plans have some thousands. */
const MOST_LINES = 200_000;
/** Tags and signs by name of a page. Each becomes an object, whatever stands in it. */
const MOST_TAGS = 300_000;
/** Those of what our own readers write: a sheet of 20,000 rows has as many. */
export const MOST_OF_OURS = 600_000;
/** Signs of a text or a page, written out: a file may say once what it shows a thousand times. */
const MOST_SIGNS = 24_000_000;

/** Pages of a PDF that are read. */
const MOST_PAGES = 3000;
const FEWEST_PAGES = 300;

/** How many pages of a PDF are read: pdf.js goes through all that stand before one to find it, where nobody put them into groups. */
export const pagesWithin = (pages: number): number =>
  Math.min(pages, Math.max(FEWEST_PAGES, Math.floor(MOST_PAGES ** 2 / pages)));

/** As much of a text as is read, and whether that is less than all. */
export interface Bounded {
  readonly text: string;
  readonly cut: boolean;
}

/** A plain text up to the most lines. */
export function linesWithin(text: string): Bounded {
  const whole = text.length <= MOST_SIGNS;
  const end = /\r\n?|[\n\f\v\u0085\u2028\u2029]/g;
  end.lastIndex = 0;
  let at = whole ? text.length : MOST_SIGNS;
  for (let lines = 0; lines < MOST_LINES; lines++) {
    const found = end.exec(text);
    if (!found) break;
    if (lines === MOST_LINES - 1) at = Math.min(at, found.index);
  }
  return { text: at < text.length ? text.slice(0, at) : text, cut: at < text.length };
}

/**
 * The source of a page up to the most tags, signs by name (`&amp;`) counted among them: what stands open at the cut is closed
 * by whoever parses it.
 */
export function tagsWithin(html: string, most = MOST_TAGS): Bounded {
  let at = Math.min(html.length, MOST_SIGNS);
  // Few pages are so long that they could hold as many.
  if (html.length > 3 * most) {
    let count = 0;
    for (const { index } of html.matchAll(/<(?=[a-z!?])|&(?=[a-z#])/gi))
      if (++count > most) {
        at = Math.min(at, index);
        break;
      }
  }
  // Not in the middle of a tag.
  if (at < html.length) {
    const open = html.lastIndexOf('<', at - 1);
    if (open >= 0 && html.indexOf('>', open) >= at && at - open < 10_000) at = open;
  }
  return at < html.length ? { text: html.slice(0, at), cut: true } : { text: html, cut: false };
}

/** What is said of a text that was cut, unless that is said already. */
export const cutSaid = (
  { cut }: Bounded,
  said: readonly { readonly code: string }[] = [],
): { readonly code: 'limit-reached' }[] =>
  cut && !said.some(({ code }) => code === 'limit-reached') ? [{ code: 'limit-reached' }] : [];

/** Whether what is called a text is one: a binary file under a text's name would be read as pages of noise. */
export function isNoise(text: string): boolean {
  let zeros = 0;
  for (let at = text.indexOf('\0'); at >= 0; at = text.indexOf('\0', at + 1))
    if (++zeros > text.length / 100) return true;
  return false;
}
