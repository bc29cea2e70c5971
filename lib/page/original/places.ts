import type { FixedItem, FixedPage } from '../../formats/types';

/** A point on an original page, in points from its left upper corner. `page` counts from 0 in the list of pages. */
export interface Place {
  readonly page: number;
  readonly x: number;
  readonly y: number;
}

/** A line of an original that carries text: its upper edge, and the printed character it begins with. */
export interface Anchor extends Place {
  readonly ink: number;
}

/** Where printed characters stand on original pages, and which stand where. */
export interface Places {
  /** The printed character's place, its upper left corner; null where no page prints it. */
  placeOf(ink: number): Place | null;
  /** The page that prints it, or the one before that; null where there is none. */
  pageOf(ink: number): number | null;
  /** The lines around a point: the last one that begins at or above it and the first one below, over page breaks. */
  around(page: number, y: number): { readonly before: Anchor | null; readonly after: Anchor | null };
}

const inkLength = (text: string) => text.replace(/\s+/g, '').length;

/** The share of its size by which a character rises above the base line. */
export const ASCENT = 0.88;

export function placesOf(pages: readonly FixedPage[]): Places {
  /** First printed character of each page that has any, ascending. */
  const firsts: { readonly ink: number; readonly page: number }[] = [];
  for (const [page, { items }] of pages.entries()) {
    let ink = Number.POSITIVE_INFINITY;
    for (const item of items) if (item.ink !== null && item.ink < ink) ink = item.ink;
    if (Number.isFinite(ink)) firsts.push({ ink, page });
  }
  firsts.sort((a, b) => a.ink - b.ink);
  // Lines are asked for while the reader scrolls, of a page or two at a time.
  const kept = new Map<number, readonly Anchor[]>();
  const linesOn = (page: number): readonly Anchor[] => {
    let lines = kept.get(page);
    if (!lines) {
      lines = linesOf(pages[page]?.items ?? [], page);
      if (kept.size > 16) kept.clear();
      kept.set(page, lines);
    }
    return lines;
  };

  const pageOf = (ink: number): number | null => {
    let low = 0;
    let high = firsts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (firsts[middle]!.ink <= ink) low = middle + 1;
      else high = middle;
    }
    return firsts[low - 1]?.page ?? null;
  };

  return {
    pageOf,
    placeOf(ink) {
      const page = pageOf(ink);
      if (page === null) return null;
      let best: FixedItem | null = null;
      for (const item of pages[page]!.items) {
        if (item.ink === null || item.ink > ink) continue;
        if (best === null || item.ink > best.ink!) best = item;
      }
      if (!best) return null;
      const length = inkLength(best.text);
      const share = length === 0 ? 0 : Math.min(1, (ink - best.ink!) / length);
      return { page, x: best.x + best.width * share, y: best.y - best.size * ASCENT };
    },
    around(page, y) {
      let before: Anchor | null = null;
      let after: Anchor | null = null;
      for (const line of linesOn(page)) {
        if (line.y <= y) before = line;
        else {
          after = line;
          break;
        }
      }
      for (let at = page - 1; !before && at >= 0 && at > page - 20; at--) before = linesOn(at).at(-1) ?? null;
      for (let at = page + 1; !after && at < pages.length && at < page + 20; at++) after = linesOn(at)[0] ?? null;
      return { before, after };
    },
  };
}

/** The first run of each line, from the top; of a table's row, that of its first cell. */
function linesOf(items: readonly FixedItem[], page: number): Anchor[] {
  const lines: Anchor[] = [];
  const sorted = items.filter((item) => item.ink !== null).sort((a, b) => a.y - b.y || a.x - b.x);
  for (const { x, y, size, ink } of sorted) {
    const top = y - size * ASCENT;
    const last = lines[lines.length - 1];
    if (last && top - last.y < size * 0.5) continue;
    // The text goes on downwards; where it does not (a second column), the first column leads.
    if (last && ink! < last.ink) continue;
    lines.push({ page, x, y: top, ink: ink! });
  }
  return lines;
}
