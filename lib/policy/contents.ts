import type { Paragraph } from './paragraphs';

/** Fewer entries are no table of contents. */
const FEWEST = 3;
/** Longer than this is no entry. */
const LONGEST = 100;
/** By so many signs headings are looked up, and so many that begin alike are compared. */
const KEY = 4;
const ALIKE = 50;

/** The page at an entry's end, between dashes or brackets. */
const PAGE = /(\d{1,3})[\s\-—－–)）]*$/;
const LEADER = /[\s.．…·⋯・_—－–\-(（]+$/;

/**
 * Paragraphs with the table of contents marked as furniture: lines that end with a page, most of which stand further down as headings
 * without it. Read as items they would double every measure. Cost: linear.
 */
export function withContents(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  let out: Paragraph[] | null = null;
  let heads: ReadonlyMap<string, readonly number[]> | null = null;
  for (let from = 0; from < paragraphs.length; ) {
    let to = from;
    while (to < paragraphs.length && isEntry(paragraphs[to]!)) to++;
    if (to - from >= FEWEST) {
      heads ??= headsOf(paragraphs);
      const known = paragraphs.slice(from, to).filter((entry) => returns(entry, paragraphs, heads!, to)).length;
      if (known >= FEWEST && known * 3 >= (to - from) * 2) {
        out ??= [...paragraphs];
        for (let at = from; at < to; at++) out[at] = { ...paragraphs[at]!, furniture: true };
      }
    }
    from = Math.max(to, from + 1);
  }
  return out ?? paragraphs;
}

const isEntry = ({ strand, cell, furniture }: Paragraph): boolean =>
  !cell && !furniture && strand.length > KEY && strand.length <= LONGEST && PAGE.test(strand.text);

/** Where paragraphs stand that begin alike. */
function headsOf(paragraphs: readonly Paragraph[]): ReadonlyMap<string, readonly number[]> {
  const heads = new Map<string, number[]>();
  for (const [at, { strand }] of paragraphs.entries()) {
    const key = strand.text.slice(0, KEY);
    const like = heads.get(key);
    if (!like) heads.set(key, [at]);
    else if (like.length < ALIKE) like.push(at);
  }
  return heads;
}

/** A heading may end with a figure of its own: the page is what is left. */
function returns(
  { strand: { text } }: Paragraph,
  paragraphs: readonly Paragraph[],
  heads: ReadonlyMap<string, readonly number[]>,
  from: number,
): boolean {
  const digits = PAGE.exec(text)![1]!.length;
  const end = text.replace(/[\s\-—－–)）]+$/, '').length;
  const like = heads.get(text.slice(0, KEY)) ?? [];
  for (let taken = 1; taken <= digits; taken++) {
    const stem = text.slice(0, end - taken).replace(LEADER, '');
    if (stem.length >= KEY && like.some((at) => at >= from && paragraphs[at]!.strand.text.startsWith(stem)))
      return true;
  }
  return false;
}
