/** An affine map as OFD and PDF write it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function compose(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  return [
    a * inner[0] + c * inner[1],
    b * inner[0] + d * inner[1],
    a * inner[2] + c * inner[3],
    b * inner[2] + d * inner[3],
    a * inner[4] + c * inner[5] + e,
    b * inner[4] + d * inner[5] + f,
  ];
}

export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** "0 0 210 297" as numbers; what is no number is left out. */
export function numbers(text: string | undefined): number[] {
  return (text ?? '').split(/[\s,]+/).flatMap((word) => {
    const value = Number.parseFloat(word);
    return Number.isFinite(value) ? [value] : [];
  });
}

export function matrixOf(text: string | undefined): Matrix {
  const values = numbers(text);
  return values.length === 6 ? (values as unknown as Matrix) : identity;
}

/** OFD measures in millimetres, we in points. */
export const POINTS = 72 / 25.4;

/** "3 g 4 1.5 3": `g n v` stands for n times v (GB/T 33190, 11.3). At most `most` values. */
export function deltas(text: string | undefined, most: number): number[] {
  const words = (text ?? '').split(/[\s,]+/).filter(Boolean);
  const result: number[] = [];
  for (let index = 0; index < words.length && result.length < most; index++) {
    if (words[index] === 'g') {
      const count = Math.min(Number.parseInt(words[index + 1] ?? '', 10) || 0, most - result.length);
      const value = Number.parseFloat(words[index + 2] ?? '') || 0;
      for (let repeat = 0; repeat < count; repeat++) result.push(value);
      index += 2;
    } else result.push(Number.parseFloat(words[index]!) || 0);
  }
  return result;
}

/** The map back; the identity where there is none. */
export function inverse([a, b, c, d, e, f]: Matrix): Matrix {
  const size = a * d - b * c;
  if (Math.abs(size) < 1e-9) return identity;
  return [d / size, -b / size, -c / size, a / size, (c * f - d * e) / size, (b * e - a * f) / size];
}
