import { sprmsIn } from './sprms';
import type { Streams } from './text';

/** A part of the text, by the places of its characters in the whole of it. */
export interface Story {
  readonly from: number;
  readonly to: number;
}

/** What stands beside the main text of a file ([MS-DOC] 2.3): each as its part of the whole text. */
export interface Stories {
  readonly main: Story;
  /** Heads of pages, in the order in which they come into question; that of the first page alone is part of the paper. */
  readonly heads: readonly (Story & { readonly own: boolean })[];
  readonly feet: readonly Story[];
  /** Footnotes and endnotes, by the place of their mark. */
  readonly notes: ReadonlyMap<number, Story>;
  /** Text boxes, those of heads and feet too, by the place they are anchored at; those without one by a negative number. */
  readonly boxes: ReadonlyMap<number, Story>;
  readonly comments: number;
}

/** Places in the file information block of a table, and of its length. */
type Table = number;
const TABLES = {
  footnoteMarks: 0xaa,
  footnotes: 0xb2,
  comments: 0xba,
  sections: 0xca,
  heads: 0xf2,
  anchors: 0x1da,
  endnoteMarks: 0x20a,
  endnotes: 0x212,
  boxes: 0x25a,
  headAnchors: 0x1e2,
  headBoxes: 0x26a,
} as const;

/** Sizes of what a table holds for each of its stretches. */
const ANCHOR = 26;
const BOX = 22;
const COMMENT = 30;

/** Tables that are out of bounds in a broken file count as none. */
export function readStories({ main, table }: Streams): Stories {
  const fib = new DataView(main.buffer, main.byteOffset, main.byteLength);
  const data = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const lengths = Array.from({ length: 8 }, (_, part) => Math.max(0, fib.getInt32(0x4c + 4 * part, true)));
  const starts = lengths.map((_, part) => lengths.slice(0, part).reduce((sum, length) => sum + length, 0));
  const [, notesAt, headsAt, , , endnotesAt, boxesAt, headBoxesAt] = starts as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];

  /** The bounds of a table's stretches, and where what it holds of each begins. */
  const read = (at: Table, size: number): { bounds: number[]; place: (index: number) => number } => {
    const start = fib.getUint32(at, true);
    const length = fib.getUint32(at + 4, true);
    const count = Math.floor((length - 4) / (4 + size));
    if (length < 8 || start + length > table.length) return { bounds: [], place: () => 0 };
    const bounds = Array.from({ length: count + 1 }, (_, index) => data.getUint32(start + 4 * index, true));
    return { bounds, place: (index) => start + 4 * (count + 1) + size * index };
  };
  const storiesIn = (bounds: readonly number[], from: number): Story[] =>
    bounds.slice(1).map((to, index) => ({ from: from + bounds[index]!, to: from + to }));

  const notes = new Map<number, Story>();
  for (const [marks, texts, from] of [
    [TABLES.footnoteMarks, TABLES.footnotes, notesAt],
    [TABLES.endnoteMarks, TABLES.endnotes, endnotesAt],
  ] as const) {
    const places = read(marks, 2).bounds.slice(0, -1);
    const bodies = storiesIn(read(texts, 0).bounds, from);
    for (const [index, place] of places.entries()) if (bodies[index]) notes.set(place, bodies[index]);
  }
  const own = hasOwnFirstHead(main, data, read(TABLES.sections, 12));
  return {
    main: { from: 0, to: lengths[0]! },
    ...headStories(storiesIn(read(TABLES.heads, 0).bounds, headsAt), own),
    notes,
    boxes: new Map([
      ...boxStories(data, read(TABLES.anchors, ANCHOR), read(TABLES.boxes, BOX), boxesAt),
      ...[...boxStories(data, read(TABLES.headAnchors, ANCHOR), read(TABLES.headBoxes, BOX), headBoxesAt)]
        .filter(([place]) => place >= 0)
        .map(([place, box]) => [headsAt + place, box] as const),
    ]),
    comments: Math.max(0, read(TABLES.comments, COMMENT).bounds.length - 1),
  };
}

interface Found {
  readonly bounds: readonly number[];
  place(index: number): number;
}

/** Six of separators, then six of each section: heads of even and odd pages, feet of both, head and foot of the first. */
function headStories(all: readonly Story[], ownFirst: boolean): Pick<Stories, 'heads' | 'feet'> {
  const sections: Story[][] = [];
  for (let at = 6; at + 6 <= all.length; at += 6) sections.push(all.slice(at, at + 6));
  const some = (story: Story | undefined): story is Story => story !== undefined && story.to > story.from + 1;
  return {
    heads: sections.flatMap((section, index) =>
      [section[4], section[1], section[0]]
        .filter(some)
        .map((story) => ({ ...story, own: ownFirst && index === 0 && story === section[4] })),
    ),
    feet: [...sections].reverse().flatMap((section) => [section[3], section[2], section[5]].filter(some)),
  };
}

/** Whether the first section says that its first page has heads of its own (sprmSFTitlePage). */
function hasOwnFirstHead(main: Uint8Array, table: DataView, sections: Found): boolean {
  if (sections.bounds.length < 2) return false;
  const place = table.getUint32(sections.place(0) + 2, true);
  if (place + 2 > main.length) return false;
  const data = new DataView(main.buffer, main.byteOffset, main.byteLength);
  const from = place + 2;
  return [...sprmsIn(data, from, from + data.getUint16(place, true))].some(
    ({ code, at }) => code === 0x300a && data.getUint8(at) !== 0,
  );
}

/** Anchors and boxes name each other by the number of a shape. */
function boxStories(table: DataView, anchors: Found, boxes: Found, from: number): Map<number, Story> {
  const places = new Map<number, number>();
  for (let index = 0; index + 1 < anchors.bounds.length; index++)
    places.set(table.getUint32(anchors.place(index), true), anchors.bounds[index]!);
  const found = new Map<number, Story>();
  // The last stretch belongs to no box.
  for (let index = 0; index + 2 < boxes.bounds.length; index++) {
    const story = { from: from + boxes.bounds[index]!, to: from + boxes.bounds[index + 1]! };
    const shape = table.getUint32(boxes.place(index) + 14, true);
    if (story.to > story.from + 1) found.set(places.get(shape) ?? -1 - index, story);
  }
  return found;
}
