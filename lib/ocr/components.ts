/** A connected patch of pixels: for each of its rows the first and last pixel. */
export interface Patch {
  readonly top: number;
  /** First and last pixel of each row from `top` on, alternating. */
  readonly edges: readonly number[];
  readonly pixels: number;
  /** Mean of the values of its pixels. */
  readonly mean: number;
}

interface Found {
  top: number;
  first: number[];
  last: number[];
  pixels: number;
  sum: number;
}

/**
 * Patches of pixels whose value is over a threshold, joined across edges and corners. Time and memory: by the number of
 * pixels; no recursion, so that a picture of one patch does no harm.
 *
 * @param values Row by row, `width` a row.
 */
export function patchesOf(values: Float32Array, width: number, height: number, threshold: number): Patch[] {
  const seen = new Uint8Array(width * height);
  const stack = new Int32Array(width * height);
  const found: Found[] = [];
  for (let start = 0; start < width * height; start++) {
    if (seen[start] || values[start]! <= threshold) continue;
    found.push(fill(start, { values, width, height, threshold, seen, stack }));
  }
  return found.map(({ top, first, last, pixels, sum }) => ({
    top,
    edges: first.flatMap((from, row) => [from, last[row]!]),
    pixels,
    mean: sum / pixels,
  }));
}

interface Field {
  readonly values: Float32Array;
  readonly width: number;
  readonly height: number;
  readonly threshold: number;
  readonly seen: Uint8Array;
  readonly stack: Int32Array;
}

/** Rows are met from the top, for the first pixel found of a patch is one of its highest. */
function fill(start: number, { values, width, height, threshold, seen, stack }: Field): Found {
  const patch: Found = { top: Math.floor(start / width), first: [], last: [], pixels: 0, sum: 0 };
  let depth = 0;
  stack[depth++] = start;
  seen[start] = 1;
  while (depth > 0) {
    const at = stack[--depth]!;
    const y = Math.floor(at / width);
    const x = at - y * width;
    add(patch, x, y, values[at]!);
    for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
      for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
        const next = ny * width + nx;
        if (seen[next] || values[next]! <= threshold) continue;
        seen[next] = 1;
        stack[depth++] = next;
      }
    }
  }
  return patch;
}

function add(patch: Found, x: number, y: number, value: number): void {
  const row = y - patch.top;
  patch.first[row] = Math.min(patch.first[row] ?? x, x);
  patch.last[row] = Math.max(patch.last[row] ?? x, x);
  patch.pixels++;
  patch.sum += value;
}
