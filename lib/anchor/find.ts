import { beginsItem } from '../text/line';
import { type Reading, readingOf } from '../text/reading';
import type { LinearText, Span } from '../text/types';
import { normalise, toPrinted } from './normalise';

/** How words are looked for. */
export interface FindOptions {
  /** Full and half width, capitals, compatibility forms, radicals and blanks count as the same. */
  readonly loose: boolean;
}

/** More are of no use to anybody, and painting them would take long. */
export const mostHits = 5000;

/** Finds words in one revision of a text; what it prepares is shared by all searches. */
export type Finder = (words: string, options: FindOptions) => Span[];

/**
 * Prepares to find words in a text, wherever its lines were broken by the paper: the text is searched as it is read
 * (`readingOf`), so a hit may run over a hard line break or a page number, but never from one paragraph, cell or item
 * into the next.
 *
 * @returns spans as printed, in order, without overlap, at most `mostHits`; none for words without a printing sign.
 */
export function finder(linear: LinearText): Finder {
  const reading = readingOf(linear);
  const loosely = normalise(reading.text);
  const folded = lower(loosely.text);
  return (words, { loose }) => {
    const wanted = loose ? lower(normalise(words).text) : words.replace(/\s+/g, ' ').trim();
    if (wanted === '') return [];
    const all = loose ? folded : reading.text;
    const found: Span[] = [];
    for (let at = all.indexOf(wanted); at >= 0 && found.length < mostHits; ) {
      const bare = { start: at, end: at + wanted.length };
      const span = loose ? toPrinted(loosely, bare) : bare;
      const within = runsOn(linear, reading, span);
      if (within) found.push(reading.printedSpan(span));
      at = all.indexOf(wanted, within ? bare.end : at + 1);
    }
    return found;
  };
}

/**
 * Whether a span of the reading stays in one paragraph. Where the reading does not join two lines, a word broken over
 * them is still meant to be found: what parts them for sure are a stop, a number or label, and another kind of block.
 */
function runsOn({ blocks }: LinearText, { text, lines }: Reading, { start, end }: Span): boolean {
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
    const after = lines.findIndex((line) => line.start === at + 1);
    const [above, below] = [lines[after - 1], lines[after]];
    const [one, two] = [blocks[above?.blocks.at(-1) ?? -1], blocks[below?.blocks[0] ?? -1]];
    if (!above || !below || !one || !two || one.kind !== two.kind) return false;
    if (one !== two && (one.kind === 'cell' || one.kind === 'item')) return false;
    if (/[。；;：:！!？?]$/.test(text.slice(above.start, above.end))) return false;
    if (beginsItem(text.slice(below.start, below.end))) return false;
  }
  return true;
}

/** Only the letters that keep their length: offsets must stay. */
const lower = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
