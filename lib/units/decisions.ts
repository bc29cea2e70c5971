import { normaliseUnit } from '../names/normalise';
import type { DutyDecision } from './types';
import type { Verdict } from './verdict';

export type { DutyDecision };

/** One assignment that reaches a profile. */
export interface Judged {
  readonly assignment: number;
  readonly unit: string;
  readonly verdict: Verdict;
  readonly confirmed?: boolean;
}

/** Where the duty stands, in the terms of a decision. */
export interface Seat {
  readonly profile: string;
  readonly document: string | null;
  readonly measure: string;
}

const NARROWNESS = { measure: 0, document: 1, always: 2 } as const;

function applies(decision: DutyDecision, unit: string, seat: Seat): boolean {
  if (decision.profile !== seat.profile) return false;
  if (decision.scope !== 'always' && (seat.document === null || decision.document !== seat.document)) return false;
  if (decision.scope === 'measure' && decision.measure !== seat.measure) return false;
  return decision.unit === null || normaliseUnit(decision.unit) === normaliseUnit(unit);
}

/**
 * What the reader decided, over what was read. The narrowest decision wins (this measure, this document, for good);
 * among equals the last. Dismissed assignments go; a confirmed `possible` becomes `named` where the name was in doubt and
 * `collective` where the class was.
 */
export function applyDecisions(judged: readonly Judged[], seat: Seat, decisions: readonly DutyDecision[]): Judged[] {
  if (decisions.length === 0) return [...judged];
  const kept: Judged[] = [];
  for (const one of judged) {
    let decision: DutyDecision | null = null;
    for (const candidate of decisions) {
      if (!applies(candidate, one.unit, seat)) continue;
      if (!decision || NARROWNESS[candidate.scope] <= NARROWNESS[decision.scope]) decision = candidate;
    }
    if (decision?.verdict === 'dismissed') continue;
    if (decision?.verdict === 'confirmed' && one.verdict.certainty === 'possible') {
      const { relation } = one.verdict;
      const certainty = relation.startsWith('class') ? 'collective' : 'named';
      kept.push({ ...one, verdict: { certainty, relation }, confirmed: true });
    } else kept.push(one);
  }
  return kept;
}
