import type { Line } from './types';

/** The lines of a page outside tables, top to bottom, with the page's height. */
interface PageLines {
  readonly height: number;
  readonly lines: readonly Line[];
}

/** — 3 —, - 3 -, 第 3 页 共 9 页, 3/9, ·3·; a number alone. */
const pageNumber =
  /^(?:[—―–─\-－~·•\s]*\d{1,4}[—―–─\-－~·•\s]*|第?\s?\d{1,4}\s?页(?:[，,\s/]*共\s?\d{1,4}\s?页)?|\d{1,4}\s?\/\s?\d{1,4}|[ivxlⅰ-ⅻ]{1,6})$/i;

/** Whether a line at a height of the page is its number and nothing else. */
export const isPageNumber = ({ text, y }: Line, height: number): boolean =>
  (y < height * zone || y > height * (1 - zone)) && pageNumber.test(text.trim());

/** How far from the edge page numbers and running heads stand, as a share of the height. */
const zone = 0.12;

/**
 * Lines that belong to the page and not to the text: page numbers, and heads and feet that return on page after page
 * (numbers in them may differ). Only the outermost lines of a page come into question, so that a number standing alone in
 * the text stays.
 */
export function furnitureOf(pages: readonly PageLines[]): Set<Line> {
  const found = new Set<Line>();
  const seen = new Map<string, { count: number; lines: Line[] }>();
  for (const page of pages) {
    for (const line of edges(page)) {
      if (pageNumber.test(line.text.trim())) {
        found.add(line);
        continue;
      }
      const place = Math.round(line.y / 6);
      const key = line.text.replace(/\d+/g, '#').replace(/\s+/g, '');
      const entry = seen.get(`${place}/${key}`) ?? { count: 0, lines: [] };
      entry.count++;
      entry.lines.push(line);
      seen.set(`${place}/${key}`, entry);
    }
  }
  const fewest = pages.length === 2 ? 2 : 3;
  const heads = [...seen.values()].filter(({ count }) => count >= fewest && count >= pages.length / 4);
  const all = new Set([...found, ...heads.flatMap(({ lines }) => lines)]);
  // A document of which nothing would be left has no furniture: slides, cards, forms.
  return pages.some(({ lines }) => lines.some((line) => !all.has(line))) ? all : found;
}

/** The first two and last two lines, where they stand near the edge. */
function edges({ height, lines }: PageLines): Line[] {
  const top = lines.slice(0, 2).filter((line) => line.y < height * zone);
  const foot = lines.slice(-2).filter((line) => line.y > height * (1 - zone) && !top.includes(line));
  return [...top, ...foot];
}
