import type { PolicyDocument } from '../policy/types';
import type { LinearText } from '../text/types';
import type { Duty, DutyDecision, Profile } from '../units/types';

/** The reader's own units, and what the reader decided about single duties. */
export interface Mine {
  readonly profiles: readonly Profile[];
  readonly decisions: readonly DutyDecision[];
}

export const nobody: Mine = { profiles: [], decisions: [] };

/**
 * What a session needs of the reading engine. Our own reader has it beside itself (`reading-engine.ts`); a page's agent asks
 * the background for it (`remote-engine.ts`). Both reject with the signal's reason as soon as it is aborted.
 */
export interface Engine {
  /** Reads a document, and tells how far it is (0 to 1). */
  parse(text: LinearText, signal: AbortSignal, onProgress: (done: number) => void): Promise<PolicyDocument>;
  /** What these units have to do by it, in the order of units and measures. */
  duties(policy: PolicyDocument, mine: Mine, documentId: string, signal: AbortSignal): Promise<readonly Duty[]>;
}
