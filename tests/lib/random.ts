/** Numbers that a seed makes the same everywhere (mulberry32). */
export interface Dice {
  /** From 0 to below `count`. */
  below(count: number): number;
  one<T>(of: readonly T[]): T;
  /** True with this chance. */
  likely(chance: number): boolean;
}

export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    below: (count) => Math.floor(next() * count),
    one: (of) => of[Math.floor(next() * of.length)]!,
    likely: (chance) => next() < chance,
  };
}
