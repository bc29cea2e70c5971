import type { Duty, DutyDecision } from '../../lib/units/types';

export type Scope = DutyDecision['scope'];
export type Verdict = DutyDecision['verdict'];

/** What the reader said of a duty, as it is kept. "Not ours" of a measure is about all that makes it ours. */
export function decisionOf(duty: Duty, documentId: string, scope: Scope, verdict: Verdict): DutyDecision {
  return {
    profile: duty.profile,
    verdict,
    scope,
    unit: scope === 'measure' && verdict === 'dismissed' ? null : duty.why.unit,
    document: scope === 'always' ? null : documentId,
    measure: scope === 'measure' ? duty.measure : null,
  };
}

/** What was decided about the same thing before, if anything. */
export const earlier = (decisions: readonly DutyDecision[], decision: DutyDecision): DutyDecision | null =>
  decisions.find((other) => keyOf(other) === keyOf(decision)) ?? null;

const keyOf = ({ profile, scope, unit, document, measure }: DutyDecision): string =>
  JSON.stringify([profile, scope, unit, document, measure]);

/** With the decision, which goes last; an earlier one about the same thing goes. */
export function decided(decisions: readonly DutyDecision[], decision: DutyDecision): DutyDecision[] {
  return [...undecided(decisions, decision), decision];
}

/** Without any decision about the same thing. */
export function undecided(decisions: readonly DutyDecision[], decision: DutyDecision): DutyDecision[] {
  const key = keyOf(decision);
  return decisions.filter((other) => keyOf(other) !== key);
}

/** What the reader has set aside in this document; what is set aside for good is undone in the options. */
export function setAsideIn(decisions: readonly DutyDecision[], documentId: string | null): DutyDecision[] {
  return decisions.filter(
    ({ verdict, document }) => verdict === 'dismissed' && document !== null && document === documentId,
  );
}
