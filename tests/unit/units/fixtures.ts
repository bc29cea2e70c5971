import type { Measure, PolicyDocument, Role } from '../../../lib/policy/types';
import type { Profile, UnitKind } from '../../../lib/units/types';
import { assigned, emptyMeasure, emptyPolicy } from '../../lib/policies';

/** A profile of an invented place. */
export function profile(name: string, region: string, kind: UnitKind, aliases: readonly string[] = []): Profile {
  return { id: 'me', name, region, kind, aliases, colour: null };
}

export interface Line {
  readonly lead?: readonly string[];
  readonly participant?: readonly string[];
  readonly responsible?: readonly string[];
}

/** A document of measures 1, 2, … with these units and nothing else. */
export function policy(
  region: string | null,
  lines: readonly Line[],
  facts: Partial<PolicyDocument> = {},
): PolicyDocument {
  const roles: readonly Role[] = ['lead', 'participant', 'responsible'];
  const measures = lines.map(
    (line, index): Measure => ({
      ...emptyMeasure(index),
      id: `${index + 1}`,
      number: `${index + 1}`,
      assignments: roles.flatMap((role) => (line[role] ?? []).map((unit) => assigned(role, unit))),
    }),
  );
  return { ...emptyPolicy, class: 'task-policy', certainty: 1, region, measures, ...facts };
}
