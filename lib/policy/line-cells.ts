import type { Line } from '../text/lines';

/** Lines that were found to be a table: their cells, and where it ends. */
export interface FoundCells {
  readonly cells: readonly Line[];
  readonly end: number;
}

/** The same lines with each table that `find` finds at a place put in as its cells. Cost: linear, beside what `find` costs. */
export function withCells(lines: readonly Line[], find: (at: number) => FoundCells | null): readonly Line[] {
  let out: Line[] | null = null;
  let from = 0;
  for (let at = 0; at < lines.length; at++) {
    const found = find(at);
    if (!found) continue;
    out ??= [];
    out.push(...lines.slice(from, at), ...found.cells);
    from = found.end;
    at = found.end - 1;
  }
  if (!out) return lines;
  out.push(...lines.slice(from));
  return out;
}
