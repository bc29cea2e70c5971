import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Assignment, Measure, PolicyDocument, Role } from '../../lib/policy/types';
import { assigned, emptyMeasure, emptyPolicy } from '../lib/policies';

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

function assignments(measure: GoldMeasure): Assignment[] {
  const of = (role: Role, units: readonly string[] = []) => units.map((unit) => assigned(role, unit));
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
      ...emptyMeasure(index),
      path: measure.path ?? [],
      number: measure.number ?? null,
      part: measure.part ?? null,
      assignments: assignments(measure),
    }),
  );
  return {
    ...emptyPolicy,
    class: 'task-policy',
    certainty: 1,
    title: gold.doc?.title ?? null,
    issuer: gold.doc?.issuer ?? null,
    region,
    measures,
  };
}

/** `3`, or `四/2` for the second part of item 四: how duties.json names measures. */
export function label(measure: Measure): string {
  return measure.part === null ? `${measure.number}` : `${measure.number}/${measure.part}`;
}
