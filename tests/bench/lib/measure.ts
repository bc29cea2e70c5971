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

/**
 * The clock tells tenths of a millisecond: what is shorter than this is done several times. Not longer, so that some
 * sample comes through undisturbed on a machine that does other work.
 */
const LONG_ENOUGH = 3;

/** Each work is done for so long before it is measured: till then the browser compiles it, and the short works are hurt most. */
const WARM = 300;

/**
 * Milliseconds of the fastest run of each work, turn and turn about, so that a machine that is busy for a while is so for
 * all of them. What is short is done several times a run.
 */
export function turnAbout(works: readonly (() => void)[], runs = 8): number[] {
  const times = works.map((work) => {
    const from = performance.now();
    let warm = 0;
    while (performance.now() - from < WARM) {
      work();
      warm++;
    }
    return Math.max(1, Math.ceil((LONG_ENOUGH * warm) / WARM));
  });
  const best = works.map(() => Number.POSITIVE_INFINITY);
  for (let run = 0; run < runs; run++) {
    works.forEach((work, at) => {
      // A long work pays for its own garbage alone. A short one is not helped: each collection makes the browser forget
      // some of what it compiled.
      if (times[at] === 1) (globalThis as { gc?: () => void }).gc?.();
      const from = performance.now();
      for (let time = 0; time < times[at]!; time++) work();
      best[at] = Math.min(best[at]!, (performance.now() - from) / times[at]!);
    });
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
