import type { ReadPage } from '../../ocr/types';
import type { FixedPicture, FixedRule, Recognised } from '../types';
import type { DoubtedItem, RawPage } from './types';

/**
 * Pages with what was read on their pictures in place of what their files have as text.
 *
 * @param known By page number; its pictures were drawn of pages as they lie in the file.
 */
export const withRecognised = <T extends RawPage>(
  pages: readonly T[],
  known: Recognised | undefined,
): (T | RawPage)[] =>
  pages.map((page) => {
    const read = known?.get(page.number);
    return read ? recognisedPage(page, read) : page;
  });

/** Lines of one page as the items of a page; places in pixels become points. */
export function recognisedPage(page: RawPage, read: ReadPage): RawPage {
  const lying = page.turn % 2 === 1 ? [page.height, page.width] : [page.width, page.height];
  const [width, height] = (read.turn % 2 === 1 ? [lying[1], lying[0]] : lying) as [number, number];
  const scale = width / read.width;
  return {
    number: page.number,
    turn: read.turn,
    width,
    height,
    items: read.lines.map(
      ({ text, x, y, width: wide, size, certainty, doubts }): DoubtedItem => ({
        text,
        x: x * scale,
        y: y * scale,
        width: wide * scale,
        size: size * scale,
        certainty,
        ...(doubts && { doubts }),
      }),
    ),
    rules: read.rules.map(
      ({ x1, y1, x2, y2 }): FixedRule => ({ x1: x1 * scale, y1: y1 * scale, x2: x2 * scale, y2: y2 * scale }),
    ),
    scan: { skew: read.skew },
    ...(page.pictures && {
      pictures: page.pictures.map((picture) => turnedPicture(picture, read.turn, lying as [number, number])),
    }),
  };
}

/** A picture where it stands once its page is turned, and turned itself. */
function turnedPicture(picture: FixedPicture, turn: number, [wide, high]: readonly [number, number]): FixedPicture {
  if (turn === 0) return picture;
  const { x, y, width, height } = picture;
  const own = { ...picture, turn: ((picture.turn ?? 0) + turn) % 4 };
  if (turn === 1) return { ...own, x: high - y - height, y: x, width: height, height: width };
  if (turn === 2) return { ...own, x: wide - x - width, y: high - y - height };
  return { ...own, x: y, y: wide - x - width, width: height, height: width };
}

/**
 * Pages whose text is of no use, by index: pictures of pages, whatever stamp or scanner's line stands on them, and pages
 * whose signs mostly mean nothing. A page without text or picture is blank and none of them.
 *
 * @param raw As the file has them. @param clean With the text of their good fonts. @param pictures Of pages.
 */
export function unusable(raw: readonly RawPage[], clean: readonly RawPage[], pictures: ReadonlySet<number>): number[] {
  return [...clean.keys()].filter((index) => pictures.has(index) || inkOf(clean[index]!) < inkOf(raw[index]!) / 2);
}

const inkOf = ({ items, turned = [] }: RawPage): number =>
  [...items, ...turned].reduce((sum, { text }) => sum + text.replace(/\s+/g, '').length, 0);
