/** One printed line of a bench. */
export interface Row {
  readonly what: string;
  readonly [figure: string]: string | number | boolean;
}

/** Milliseconds of the fastest run: what the work costs when nothing else disturbs it. */
export function fastest(work: () => void, runs = 7): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    (globalThis as { gc?: () => void }).gc?.();
    const from = performance.now();
    work();
    best = Math.min(best, performance.now() - from);
  }
  return best;
}

/** A figure that must stay at or under its limit. */
export function atMost(what: string, value: number, limit: number, more: Record<string, number> = {}): Row {
  return { what, value: round(value), limit, ok: value <= limit, ...rounded(more) };
}

/** A figure that must reach its limit. */
export function atLeast(what: string, value: number, limit: number, more: Record<string, number> = {}): Row {
  return { what, value: round(value), limit, ok: value >= limit, ...rounded(more) };
}

export const round = (value: number): number => Math.round(value * 1000) / 1000;

const rounded = (figures: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, round(value)]));
