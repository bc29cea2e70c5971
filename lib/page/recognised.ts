import type { RecognisedInk } from '../formats/types';
import type { Assignment, Measure, PolicyDocument } from '../policy/types';
import type { LinearText, Span } from '../text/types';
import type { Engine } from './engine';
import { inkOf } from './original/ink';

/**
 * A reading of a text of which some was read from pictures: what stands in such lines is only as sure as they are.
 *
 * @param recognised As `LocalDocument` has it; empty or absent: the reading as it was.
 */
export function weighed(
  policy: PolicyDocument,
  text: LinearText,
  recognised: readonly RecognisedInk[] | undefined,
): PolicyDocument {
  if (!recognised || recognised.length === 0) return policy;
  const pieces = [...recognised].sort((a, b) => a.ink - b.ink);
  const ink = inkOf(text.text);
  const sure = (span: Span): Sure | null => sureOf(pieces, ink.before(span.start), ink.before(span.end));
  const assignment = (one: Assignment): Assignment => {
    const share = sure(one.span);
    // One misread sign makes a name another one.
    return share === null ? one : { ...one, certainty: one.certainty * share.least, recognised: share.least };
  };
  const measure = (one: Measure): Measure => {
    const share = sure(one.span);
    const assignments = one.assignments.map(assignment);
    if (share === null)
      return assignments.some((each, at) => each !== one.assignments[at]) ? { ...one, assignments } : one;
    return { ...one, assignments, certainty: one.certainty * share.mean, recognised: share.mean };
  };
  return { ...policy, measures: policy.measures.map(measure) };
}

/** An engine whose readings are weighed so. */
export const weighing = (engine: Engine, recognised: readonly RecognisedInk[] | undefined): Engine =>
  recognised && recognised.length > 0
    ? {
        ...engine,
        parse: async (text, signal, onProgress) =>
          weighed(await engine.parse(text, signal, onProgress), text, recognised),
      }
    : engine;

interface Sure {
  readonly least: number;
  readonly mean: number;
}

/** How sure the pieces in a stretch of printed characters are; null where none of it was read from pictures. */
function sureOf(pieces: readonly RecognisedInk[], from: number, to: number): Sure | null {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pieces[middle]!.ink + pieces[middle]!.length <= from) low = middle + 1;
    else high = middle;
  }
  let least = 1;
  let sum = 0;
  let count = 0;
  for (let at = low; at < pieces.length && pieces[at]!.ink < to; at++) {
    const { ink, length, certainty } = pieces[at]!;
    const shared = Math.min(to, ink + length) - Math.max(from, ink);
    least = Math.min(least, certainty);
    sum += shared * certainty;
    count += shared;
  }
  return count > 0 ? { least, mean: sum / count } : null;
}
