import { parseSteps } from '../policy/parse';
import type { PolicyDocument } from '../policy/types';
import type { LinearText } from '../text/types';
import { dutiesOf } from '../units/duties';
import type { Duty, DutyDecision, Profile } from '../units/types';

/** The reader's own units, and what the reader decided about single duties. */
export interface Mine {
  readonly profiles: readonly Profile[];
  readonly decisions: readonly DutyDecision[];
}

export const nobody: Mine = { profiles: [], decisions: [] };

/** What a session needs of the reading engine. */
export interface Engine {
  /** Reads a document in steps of a few milliseconds, each telling how far it is (0 to 1). */
  parse(text: LinearText): Generator<number, PolicyDocument>;
  duties(policy: PolicyDocument, mine: Mine, documentId: string): readonly Duty[];
}

export const readingEngine: Engine = {
  parse: (text) => parseSteps(text),
  duties: (policy, { profiles, decisions }, documentId) =>
    profiles.flatMap((profile) => dutiesOf(policy, profile, decisions, documentId)),
};
