import type { Assignment, Measure, PolicyDocument, Role } from '../../../lib/policy/types';
import type { Profile, UnitKind } from '../../../lib/units/types';

const NOWHERE = { start: 0, end: 0 };

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
  const assignment = (role: Role, unit: string): Assignment => ({
    role,
    unit,
    span: NOWHERE,
    resolved: null,
    collective: false,
    form: 'line',
    certainty: 1,
    openList: false,
  });
  const measures = lines.map((line, index): Measure => {
    const roles: Role[] = ['lead', 'participant', 'responsible'];
    return {
      id: `${index + 1}`,
      index,
      section: null,
      path: [],
      number: `${index + 1}`,
      part: null,
      title: null,
      text: '',
      span: NOWHERE,
      numberSpan: null,
      titleSpan: null,
      textSpan: NOWHERE,
      assignments: roles.flatMap((role) => (line[role] ?? []).map((unit) => assignment(role, unit))),
      deadlines: [],
      recurrences: [],
      certainty: 1,
    };
  });
  return {
    class: 'task-policy',
    certainty: 1,
    kind: null,
    title: null,
    attachmentTitle: null,
    issuer: null,
    docNumber: null,
    date: null,
    region,
    addressees: [],
    draft: false,
    defaultDeadline: null,
    cites: [],
    sections: [],
    measures,
    rules: [],
    unread: [],
    ...facts,
  };
}
