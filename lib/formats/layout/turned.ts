import { apply, compose, inverse, type Matrix } from '../geometry';
import { linesOf, piecesOf, tidy } from './lines';
import { joinStacked } from './stacked';
import type { Line, RawItem } from './types';

/** An item as it is found on a page, at whatever angle. */
export interface TurnedItem extends RawItem {
  /** Quarter turns of the text against the page, 0 to 3 (1: it runs down the page, 3: up); -1 for any other angle. */
  readonly turn: number;
}

export interface Upright {
  /** Quarter turns, clockwise, that set the page's text upright. */
  readonly turn: number;
  readonly width: number;
  readonly height: number;
  readonly items: RawItem[];
  readonly turned: RawItem[];
  readonly crossed: RawItem[];
  /** From the page as it lies to the page upright. */
  readonly matrix: Matrix;
}

/** The quarter turn of a base line that runs at an angle, in radians, y downwards; -1 between the quarters. */
export function quarterOf(angle: number): number {
  const quarters = (angle * 2) / Math.PI;
  return Math.abs(quarters - Math.round(quarters)) < 0.1 ? (Math.round(quarters) + 4) % 4 : -1;
}

/**
 * A page turned so that most of its text runs level. Text at another quarter turn (the side head of a table, a narrow
 * cell) comes as lines about their middles; text at any other angle is a watermark or a seal.
 */
export function setUpright(found: readonly TurnedItem[], width: number, height: number): Upright {
  const items = joinStacked(found);
  const turn = mainTurn(items);
  const [matrix, size] = uprightBy(turn, width, height);
  const level = items.filter((item) => item.turn === turn);
  const turned = [1, 2, 3].flatMap((more) => {
    const other = (turn + more) % 4;
    const own = items.filter((item) => item.turn === other);
    return own.length > 0 ? middles(own, uprightBy(other, width, height)[0], matrix) : [];
  });
  return {
    // Text that runs down the page (1) comes upright by three quarters clockwise, and so on.
    turn: (4 - turn) % 4,
    ...size,
    items: level.map((item) => moved(item, matrix)),
    turned,
    crossed: items.filter((item) => item.turn < 0).map((item) => moved(item, matrix)),
    matrix,
  };
}

/** The way most text runs: wide tables are printed sideways. */
function mainTurn(items: readonly TurnedItem[]): number {
  const ink = [0, 0, 0, 0];
  for (const item of items) if (item.turn >= 0) ink[item.turn]! += item.text.length;
  return ink.indexOf(Math.max(...ink));
}

function uprightBy(turn: number, width: number, height: number): [Matrix, { width: number; height: number }] {
  if (turn === 1) return [[0, -1, 1, 0, 0, width], { width: height, height: width }];
  if (turn === 2) return [[-1, 0, 0, -1, width, height], { width, height }];
  if (turn === 3) return [[0, 1, -1, 0, height, 0], { width: height, height: width }];
  return [[1, 0, 0, 1, 0, 0], { width, height }];
}

function moved({ turn: _, ...item }: TurnedItem, matrix: Matrix): RawItem {
  const [x, y] = apply(matrix, item.x, item.y);
  return { ...item, x, y };
}

/**
 * @param own From the page as it lies to the page on which this text is upright.
 * @param main The same for most text.
 */
function middles(items: readonly TurnedItem[], own: Matrix, main: Matrix): RawItem[] {
  const back = compose(main, inverse(own));
  return blocksOf(linesOf(piecesOf(items.map((item) => moved(item, own))), 1.5)).map((lines) => {
    const x = (Math.min(...lines.map(({ x0 }) => x0)) + Math.max(...lines.map(({ x1 }) => x1))) / 2;
    const y = (lines[0]!.y + lines.at(-1)!.y) / 2 - 0.35 * lines[0]!.size;
    const [midX, midY] = apply(back, x, y);
    const { size } = lines[0]!;
    const text = tidy(lines.map((line) => line.text.replace(/\s+/g, ' ')).join(''));
    return { text, x: midX - size / 2, y: midY + 0.35 * size, width: size, size };
  });
}

/** Lines below each other that one cell or head holds. */
function blocksOf(lines: readonly Line[]): Line[][] {
  const blocks: Line[][] = [];
  for (const line of lines) {
    const block = blocks.find((other) => {
      const last = other.at(-1)!;
      const over = Math.min(last.x1, line.x1) - Math.max(last.x0, line.x0);
      return over > 0 && line.y - last.y < 1.8 * line.size && Math.abs(line.size - last.size) < 0.2 * line.size;
    });
    if (block) block.push(line);
    else blocks.push([line]);
  }
  return blocks;
}
