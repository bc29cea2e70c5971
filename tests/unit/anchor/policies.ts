import type { Deadline, Measure, PolicyDocument, Role } from '../../../lib/policy/types';
import { assigned, emptyMeasure, emptyPolicy } from '../../lib/policies';

const nowhere = { start: 0, end: 0 };

/** One measure of an invented policy, as a line of data. */
export interface Item {
  readonly path?: readonly string[];
  readonly number?: string;
  readonly title?: string;
  readonly text: string;
  readonly units?: readonly (readonly [Role, string])[];
  readonly deadlines?: readonly (readonly [string, string | null])[];
}

function measure(item: Item, index: number): Measure {
  const path = item.path ?? ['一、总体任务'];
  const number = item.number ?? String(index + 1);
  return {
    ...emptyMeasure(index),
    id: `${path.join('›')}›${number}`,
    path,
    number,
    title: item.title ?? null,
    text: item.text,
    assignments: (item.units ?? []).map(([role, unit]) => assigned(role, unit)),
    deadlines: (item.deadlines ?? []).map(
      ([text, date]): Deadline => ({
        text,
        date,
        span: nowhere,
        yearInferred: false,
        isDefault: false,
        scope: null,
      }),
    ),
  };
}

/** A policy of invented measures, as the parser would give it, without spans. */
export function policyOf(items: readonly Item[], facts: Partial<PolicyDocument> = {}): PolicyDocument {
  return {
    ...emptyPolicy,
    class: 'task-policy',
    certainty: 1,
    kind: '实施方案',
    title: '清河市河道管护提升行动方案',
    measures: items.map(measure),
    ...facts,
  };
}
