import type { ReadSign, Tensor } from './types';

/** What the reading network can say: nothing, a sign of the list, a blank. */
export interface Alphabet {
  readonly signs: readonly string[];
}

/** A sign less sure than this is in doubt: what else it may be is kept. */
const DOUBTED = 0.9;
/** What is less likely than this is not thought of. */
const LEAST_OTHER = 0.005;
const MOST_OTHERS = 4;

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
    if (best !== 0 && best !== before) {
      const others = certainty < DOUBTED ? runnersUp(data, step * count, count, best).map((at) => signs[at] ?? '') : [];
      found.push({
        sign: signs[best] ?? '',
        at: (step + 0.5) / steps,
        certainty: Math.min(1, certainty),
        ...(others.length > 0 && { others }),
      });
    }
    before = best;
  }
  return found.filter(({ sign }) => sign !== '');
}

/** The next likeliest signs, the first of them first. */
function runnersUp(data: Float32Array, from: number, count: number, best: number): number[] {
  const found: number[] = [];
  for (let at = 1; at < count; at++) if (at !== best && data[from + at]! >= LEAST_OTHER) found.push(at);
  return found.sort((a, b) => data[from + b]! - data[from + a]!).slice(0, MOST_OTHERS);
}

function likeliest(data: Float32Array, from: number, count: number): number {
  let best = 0;
  for (let at = 1; at < count; at++) if (data[from + at]! > data[from + best]!) best = at;
  return best;
}
