import type { ReadSign, Tensor } from './types';

/** What the reading network can say: nothing, a sign of the list, a blank. */
export interface Alphabet {
  readonly signs: readonly string[];
}

/** The list of signs as it comes, one a line. */
export const alphabetOf = (text: string): Alphabet => ({
  signs: ['', ...text.replace(/\r/g, '').replace(/\n$/, '').split('\n'), ' '],
});

/**
 * The signs of a line, from the chances of each step (greedy CTC: of what follows itself only the first counts, and what
 * says nothing parts the same sign said twice; Graves et al., 2006).
 *
 * @param read [1, steps, signs].
 */
export function decode({ data, dims }: Tensor, { signs }: Alphabet): ReadSign[] {
  const [steps = 0, count = 0] = dims.slice(-2);
  const found: ReadSign[] = [];
  let before = 0;
  for (let step = 0; step < steps; step++) {
    const best = likeliest(data, step * count, count);
    const certainty = data[step * count + best]!;
    if (best !== 0 && best !== before)
      found.push({ sign: signs[best] ?? '', at: (step + 0.5) / steps, certainty: Math.min(1, certainty) });
    before = best;
  }
  return found.filter(({ sign }) => sign !== '');
}

function likeliest(data: Float32Array, from: number, count: number): number {
  let best = 0;
  for (let at = 1; at < count; at++) if (data[from + at]! > data[from + best]!) best = at;
  return best;
}
