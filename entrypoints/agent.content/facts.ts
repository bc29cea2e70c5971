import type { CardFacts, MeasureFacts, PillState } from '../../components/guest/types';
import type { PageSnapshot, PageTarget } from '../../lib/page/types';
import type { Measure, Role } from '../../lib/policy/types';
import type { AnnotationRecord, TaskRecord } from '../../lib/store/types';
import { mainDuty, oursIn } from '../../lib/units/ours';

const ROLES: readonly Role[] = ['lead', 'participant', 'responsible'];

export function pillOf({ state, policy, progress }: PageSnapshot): PillState {
  return { state, class: policy?.class ?? 'other', measures: policy?.measures.length ?? 0, progress };
}

/** What a card shows of a target; null where there is nothing (any more). */
export function cardOf(
  target: PageTarget,
  snapshot: PageSnapshot,
  kept: { readonly annotations: readonly AnnotationRecord[]; readonly tasks: readonly TaskRecord[] },
): CardFacts | null {
  if (target.kind === 'measure') {
    const measure = snapshot.policy?.measures.find(({ id }) => id === target.id);
    if (!measure) return null;
    return measureFacts(
      measure,
      snapshot,
      kept.tasks.some(({ measureId, origin }) => origin === 'measure' && measureId === measure.id),
    );
  }
  if (target.kind === 'annotation') {
    const record = kept.annotations.find(({ id }) => id === target.id);
    if (!record) return null;
    const { id, quote, note, tags, colour } = record;
    return { kind: 'annotation', id, quote: quote.slice(0, 200), note, tags, colour };
  }
  if (target.kind === 'task') {
    const record = kept.tasks.find(({ id }) => id === target.id);
    return record ? { kind: 'task', id: record.id, title: record.title } : null;
  }
  return null;
}

function measureFacts(measure: Measure, snapshot: PageSnapshot, taken: boolean): MeasureFacts {
  const duties = snapshot.duties.filter((duty) => duty.measure === measure.id);
  const ours = oursIn(duties);
  const own = measure.deadlines.find(({ isDefault }) => !isDefault);
  const deadline = own ?? measure.deadlines[0] ?? snapshot.policy?.defaultDeadline ?? null;
  const duty = mainDuty(duties);
  return {
    kind: 'measure',
    id: measure.id,
    number: measure.number,
    title: measure.title ?? measure.text.slice(0, 80),
    units: ROLES.map((role) => ({
      role,
      names: measure.assignments.flatMap((assignment, index) =>
        assignment.role === role
          ? [{ name: assignment.unit, mine: ours.sure.has(index), possible: ours.possible.has(index) }]
          : [],
      ),
    })).filter(({ names }) => names.length > 0),
    deadline: deadline?.text ?? null,
    byDefault: deadline !== null && !own,
    recurrence: measure.recurrences[0]?.text ?? null,
    duty: duty ? { role: duty.role, certainty: duty.certainty } : null,
    taken,
  };
}
