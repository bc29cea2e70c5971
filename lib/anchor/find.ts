import { beginsItem } from '../text/line';
import { type Reading, readingOf } from '../text/reading';
import { countBelow } from '../text/sorted';
import type { LinearText, Span } from '../text/types';
import { type Normalised, normalise, toPrinted } from './normalise';

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
 * into the next. The text is folded at the first search, each line break judged once.
 *
 * @returns spans as printed, in order, without overlap, at most `mostHits`; none for words without a printing sign.
 */
export function finder(linear: LinearText): Finder {
  let prepared: Prepared | null = null;
  return (words, { loose }) => {
    const wanted = loose ? lower(normalise(words).text) : words.replace(/\s+/g, ' ').trim();
    if (wanted === '') return [];
    prepared ??= prepare(linear);
    const { reading, loosely, folded, breaks } = prepared;
    const all = loose ? folded : reading.text;
    const found: Span[] = [];
    for (let at = all.indexOf(wanted); at >= 0 && found.length < mostHits; ) {
      const bare = { start: at, end: at + wanted.length };
      const span = loose ? toPrinted(loosely, bare) : bare;
      const within = !breaks.parts(span);
      if (within) found.push(reading.printedSpan(span));
      at = all.indexOf(wanted, within ? bare.end : at + 1);
    }
    return found;
  };
}

interface Prepared {
  readonly reading: Reading;
  readonly loosely: Normalised;
  readonly folded: string;
  readonly breaks: Breaks;
}

function prepare(linear: LinearText): Prepared {
  const reading = readingOf(linear);
  const loosely = normalise(reading.text);
  return { reading, loosely, folded: lower(loosely.text), breaks: breaksOf(linear, reading) };
}

interface Breaks {
  /** Whether a break in this span of the reading ends a paragraph. */
  parts(span: Span): boolean;
}

function breaksOf(linear: LinearText, reading: Reading): Breaks {
  const { text, lines } = reading;
  const lineAt = new Map(lines.map((line, index) => [line.start, index]));
  const judged = new Map<number, boolean>();
  // Sought once: to look for the next break at every hit would go through the rest of the text each time.
  const breaks: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) breaks.push(at);
  const partsAt = (at: number): boolean => {
    let parts = judged.get(at);
    if (parts === undefined) {
      parts = !joins(linear, reading, lineAt.get(at + 1) ?? -1);
      judged.set(at, parts);
    }
    return parts;
  };
  return {
    parts({ start, end }) {
      for (let index = countBelow(breaks, start); index < breaks.length && breaks[index]! < end; index++)
        if (partsAt(breaks[index]!)) return true;
      return false;
    },
  };
}

/**
 * Whether a line may go on with that before it. Where the reading does not join two lines, a word broken over them is
 * still meant to be found: what parts them for sure are a stop, a number or label, and another kind of block.
 */
function joins({ blocks }: LinearText, { text, lines }: Reading, after: number): boolean {
  const [above, below] = [lines[after - 1], lines[after]];
  const [one, two] = [blocks[above?.blocks.at(-1) ?? -1], blocks[below?.blocks[0] ?? -1]];
  if (!above || !below || !one || !two || one.kind !== two.kind) return false;
  if (one !== two && (one.kind === 'cell' || one.kind === 'item')) return false;
  if (/[。；;：:！!？?]$/.test(text.slice(above.start, above.end))) return false;
  return !beginsItem(text.slice(below.start, below.end));
}

/** Only the letters that keep their length: offsets must stay. */
const lower = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
