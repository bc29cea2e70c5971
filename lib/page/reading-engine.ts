import { parseSteps } from '../policy/parse';
import { drain } from '../text/pause';
import { dutySteps } from '../units/duties';
import type { Divided, Duty } from '../units/types';
import type { Engine, Mine } from './engine';

/** The engine where it runs: in slices of a few milliseconds. */
export const readingEngine: Engine = {
  parse: (text, signal, onProgress) => drain(parseSteps(text), { signal }, onProgress),
  duties: (policy, mine, documentId, signal) => drain(dutiesInSteps(policy, mine, documentId), { signal }),
};

/** What each of our units has to do, one after the other. */
export function* dutiesInSteps(
  policy: Divided,
  { profiles, decisions }: Mine,
  documentId: string,
): Generator<void, readonly Duty[]> {
  let all: readonly Duty[] = [];
  for (const profile of profiles) all = all.concat(yield* dutySteps(policy, profile, decisions, documentId));
  return all;
}
