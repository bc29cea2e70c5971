/** A picture of a page: red, green, blue and alpha, a byte each, row by row from the top. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray | Uint8Array;
}

/** A rectangle at any angle, in pixels of its picture. */
export interface Rectangle {
  /** Its middle. */
  readonly x: number;
  readonly y: number;
  /** Along its `angle`, and across it. */
  readonly width: number;
  readonly height: number;
  /** Of its width against the picture's rows, in radians, clockwise as y runs down. */
  readonly angle: number;
}

/** Numbers of a network's entry or exit, with their shape. */
export interface Tensor {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

/** The three networks, run by whatever runtime there is. One picture or line at a time. */
export interface Networks {
  /** [1, 3, height, width], both divisible by 32 → [1, 1, height, width]: how surely each pixel is inside a line of text. */
  detect(input: Tensor): Promise<Tensor>;
  /** [1, 3, 48, 192] → [1, 2]: how surely the line stands upright, and on its head. */
  direct(input: Tensor): Promise<Tensor>;
  /** [1, 3, 48, width] → [1, steps, signs + 2]: for each step from left to right the chance of nothing, of each sign, of a blank. */
  read(input: Tensor): Promise<Tensor>;
}

/** A sign that was read, and where: share of its line's width, from the left. */
export interface ReadSign {
  readonly sign: string;
  readonly at: number;
  /** 0 to 1. */
  readonly certainty: number;
  /** What else it may be where that is in doubt, the likeliest first. */
  readonly others?: readonly string[];
}

/** A sign of a line that was not read surely. */
export interface Doubt {
  /** Its index in the line's text. */
  readonly at: number;
  /** What else it may be, the likeliest first. */
  readonly others: readonly string[];
}

/** A line of text on a page, in pixels of the page set upright and level. */
export interface ReadLine {
  readonly text: string;
  /** Left end of the base line. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Of its type. */
  readonly size: number;
  /** Of the least sure quarter of its signs and of all, whichever says less; 0 to 1. */
  readonly certainty: number;
  /** Absent where nothing is in doubt. */
  readonly doubts?: readonly Doubt[];
}

/** A straight drawn line, in the same pixels. */
export interface ReadRule {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** What was read on a page. */
export interface ReadPage {
  /** Quarter turns, clockwise, that set the picture upright. */
  readonly turn: number;
  /** How far the page, so turned, still leans, in radians, clockwise: its lines and rules are given as if it did not. */
  readonly skew: number;
  /** Of the page upright, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly lines: readonly ReadLine[];
  readonly rules: readonly ReadRule[];
}
