import type { Drawn } from './drawn';
import { isUnseen } from './ground';

export interface Mark {
  readonly pale?: boolean;
  readonly away?: boolean;
  /** It is drawn and not seen: white on white, without ink, or below a box. */
  readonly unseen?: boolean;
}

interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly turn: number;
}

/**
 * Items of a page's text with what is known of their signs. Both come in the order in which the page is drawn; where they do
 * not say the same, nothing is known.
 */
export function marksOf<T extends Mark & Placed>(items: readonly T[], drawn: Drawn): (T & Mark)[] {
  const { signs, pale, away, white, ghost, patches, countless } = drawn;
  const covers = !countless && patches.some(({ kind }) => kind === 'cover');
  if (![pale, away, white, ghost].some((marks) => marks.includes(true)) && !covers) return [...items];
  const all = [...signs];
  let at = 0;
  return items.map((item) => {
    const own = [...item.text.replace(/\s+/g, '')];
    if (own.length === 0) return item;
    const from = at;
    if (!own.every((sign, index) => all[from + index] === sign)) {
      // A sign that one of the two leaves out: looked for a little further on.
      const next = all.indexOf(own[0]!, at);
      if (next < 0 || next > at + 40) return item;
      at = next;
    }
    const start = at;
    at += own.length;
    const most = (marks: readonly boolean[]) => marks.slice(start, at).filter(Boolean).length > own.length / 2;
    const ink = { from: start, to: at, white: most(white), ghost: most(ghost) };
    const unseen = !countless && (covers || ink.white || ink.ghost) && isUnseen(middle(item), ink, patches);
    return { ...item, ...(most(pale) && { pale: true }), ...(most(away) && { away: true }), ...(unseen && { unseen }) };
  });
}

/** About the middle of what an item prints, whichever way it runs. */
function middle({ x, y, width, size, turn }: Placed): [number, number] {
  const angle = (Math.max(0, turn) * Math.PI) / 2;
  const [along, up] = [width / 2, 0.35 * size];
  return [x + along * Math.cos(angle) + up * Math.sin(angle), y + along * Math.sin(angle) - up * Math.cos(angle)];
}
