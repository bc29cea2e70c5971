import type { DutyCertainty, Why } from './types';

/** What one printed unit is to one profile in one document. */
export interface Verdict {
  readonly certainty: DutyCertainty;
  readonly relation: Why['relation'];
  /** See `Why.doubt`. */
  readonly doubt?: Why['doubt'];
}
