import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Assignment, Measure, PolicyDocument, Role } from '../../lib/policy/types';

/** Where the real documents lie; null when they are not at hand. */
export const CORPUS: string | null = (() => {
  const folder = process.env.DUTYMARK_CORPUS ?? resolve(import.meta.dirname, '../../../shared/corpus');
  return existsSync(folder) ? folder : null;
})();

interface GoldMeasure {
  readonly path?: readonly string[];
  readonly number?: string | null;
  readonly part?: number | null;
  readonly lead?: readonly string[];
  readonly participants?: readonly string[];
  readonly responsible?: readonly string[];
}

const NOWHERE = { start: 0, end: 0 };

function assignments(measure: GoldMeasure): Assignment[] {
  const of = (role: Role, units: readonly string[] = []): Assignment[] =>
    units.map((unit) => ({
      role,
      unit,
      span: NOWHERE,
      resolved: null,
      collective: false,
      form: 'line',
      certainty: 1,
      openList: false,
    }));
  return [
    ...of('lead', measure.lead),
    ...of('participant', measure.participants),
    ...of('responsible', measure.responsible),
  ];
}

/** The reading a perfect engine would give: measures and units of the gold, so that matching is tested by itself. */
export function goldDocument(name: string, region: string | null): PolicyDocument {
  const gold = JSON.parse(readFileSync(`${CORPUS}/gold/${name}.json`, 'utf8')) as {
    doc?: { title?: string; issuer?: string; region?: string };
    measures: GoldMeasure[];
  };
  const measures = gold.measures.map(
    (measure, index): Measure => ({
      id: `${index}`,
      index,
      section: null,
      path: measure.path ?? [],
      number: measure.number ?? null,
      part: measure.part ?? null,
      title: null,
      text: '',
      span: NOWHERE,
      numberSpan: null,
      titleSpan: null,
      textSpan: NOWHERE,
      assignments: assignments(measure),
      deadlines: [],
      recurrences: [],
      certainty: 1,
    }),
  );
  return {
    class: 'task-policy',
    certainty: 1,
    kind: null,
    title: gold.doc?.title ?? null,
    attachmentTitle: null,
    issuer: gold.doc?.issuer ?? null,
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
  };
}

/** `3`, or `四/2` for the second part of item 四: how duties.json names measures. */
export function label(measure: Measure): string {
  return measure.part === null ? `${measure.number}` : `${measure.number}/${measure.part}`;
}
