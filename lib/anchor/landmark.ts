import { endings } from './distance';
import type { IndexParts } from './index';
import { toNormalised } from './normalise';
import type { Landmark } from './types';

/** As much of an item's opening, in normalised characters, tells it from its neighbours. */
const LENGTH = 20;
/** An item that opens farther away than this says little about where in it a passage stands. */
const FARTHEST = 4000;
/** The share of the opening that may differ, as of a quote. */
const MAX_ERROR_SHARE = 0.3;
/** How far a passage may slide within its item: what stands in front of it grows and shrinks. */
const SLIDE = 16;
const SLIDE_SHARE = 0.1;

/**
 * The words that the numbered item around a passage opens with, and how far before the passage they stand. Contexts of
 * 32 characters cannot tell 参加单位：各乡镇 of one measure from that of the next; what the measure is about can.
 * Where the passage itself is the opening, those of the item before; null at the beginning of a text.
 *
 * @param start of the passage, in normalised offsets.
 */
export function landmarkOf(parts: IndexParts, start: number): Landmark | null {
  const openings = openingsOf(parts);
  let low = 0;
  let high = openings.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (openings[middle]! + LENGTH <= start) low = middle + 1;
    else high = middle;
  }
  const at = openings[low - 1];
  if (at === undefined || start - at > FARTHEST) return null;
  return { text: parts.normalised.text.slice(at, at + LENGTH), distance: start - at };
}

/** Tells whether a place (in normalised offsets) has the landmark as far before it as the passage had. */
export function nearLandmark(
  { normalised }: IndexParts,
  { text, distance }: Landmark,
): (place: { start: number }) => boolean {
  const slide = SLIDE + distance * SLIDE_SHARE;
  const allowed = Math.floor(text.length * MAX_ERROR_SHARE);
  return ({ start }) => {
    const from = Math.max(0, Math.floor(start - distance - slide));
    const to = Math.min(start, Math.ceil(start - distance + slide) + text.length);
    const length = to - from;
    if (length < text.length / 2) return false;
    if (edits.length <= length) edits = new Uint8Array(2 * length);
    endings(text, normalised.text, from, length, 1, edits);
    for (let at = 1; at <= length; at++) if (edits[at]! <= allowed) return true;
    return false;
  };
}

/** Kept from call to call: there are hundreds. */
let edits = new Uint8Array(512);

const ITEM = /^[ \t\u3000]{0,8}(?:[（(]?[一二三四五六七八九十百\d]{1,4}[）)、.．]|第.{1,4}条)/gm;

const known = new WeakMap<IndexParts, readonly number[]>();

/** Where the items of a text begin, behind their numbers, in normalised offsets; found once for all passages. */
function openingsOf(parts: IndexParts): readonly number[] {
  const made = known.get(parts);
  if (made) return made;
  const { normalised } = parts;
  const openings = Array.from(normalised.printed.matchAll(ITEM), ({ index, 0: opening }) =>
    toNormalised(normalised, index + opening.length),
  );
  known.set(parts, openings);
  return openings;
}
