import type { Engine } from '../../lib/page/engine';
import type { Assignment, Measure, PolicyDocument, Role } from '../../lib/policy/types';
import { drain } from '../../lib/text/pause';
import type { LinearText, Span } from '../../lib/text/types';
import type { Duty, Profile } from '../../lib/units/types';

/** A document of which nothing is known. */
export const emptyPolicy: PolicyDocument = {
  class: 'other',
  certainty: 0.5,
  kind: null,
  title: null,
  attachmentTitle: null,
  issuer: null,
  docNumber: null,
  date: null,
  region: null,
  addressees: [],
  draft: false,
  defaultDeadline: null,
  cites: [],
  sections: [],
  measures: [],
  rules: [],
  unread: [],
};

const NOWHERE = { start: 0, end: 0 };

/** A measure of which nothing is known but where it stands among the others. */
export const emptyMeasure = (index: number): Measure => ({
  id: `${index}`,
  index,
  section: null,
  path: [],
  number: null,
  part: null,
  title: null,
  text: '',
  span: NOWHERE,
  numberSpan: null,
  titleSpan: null,
  textSpan: NOWHERE,
  assignments: [],
  deadlines: [],
  recurrences: [],
  certainty: 1,
});

/** A unit in a role, surely read, printed nowhere. */
export const assigned = (role: Role, unit: string): Assignment => ({
  role,
  unit,
  span: NOWHERE,
  resolved: null,
  collective: false,
  form: 'line',
  certainty: 1,
  openList: false,
});

const LABEL = /(牵头|参加|责任)单位：([^\n。]+(?:\n(?!\d|\S\S单位|版权)[^\n。]+)*)/g;
const ROLES: Record<string, Role> = { 牵头: 'lead', 参加: 'participant', 责任: 'responsible' };

/**
 * A reader of one simple form (`1. …` and `牵头单位：甲、乙` lines), so that the page's tests fail for the page's faults and
 * not for the engine's.
 */
export function* parseSimple(text: LinearText): Generator<number, PolicyDocument> {
  yield 0.5;
  const starts = [...text.text.matchAll(/(?<=^|\n)(\d+)\. /g)];
  const measures = starts.map((start, index): Measure => {
    const end = starts[index + 1]?.index ?? text.text.length;
    const all = text.text.slice(start.index, end);
    const labels = [...all.matchAll(LABEL)];
    const last = labels[labels.length - 1];
    const own = last ? all.slice(0, last.index + last[0].length) : all.split('\n')[0]!;
    const span: Span = { start: start.index, end: start.index + own.length };
    const body = own.slice(start[0].length).split('\n')[0]!;
    const assignments = labels.flatMap((label) => {
      let at = start.index + label.index + label[0].length - label[2]!.length;
      return label[2]!.split('、').map((unit) => {
        const place = { start: at, end: at + unit.length };
        at += unit.length + 1;
        return {
          role: ROLES[label[1]!]!,
          unit: unit.replace(/\s/g, ''),
          span: place,
          resolved: null,
          collective: unit.startsWith('各'),
          form: 'line' as const,
          certainty: 1,
          openList: false,
        };
      });
    });
    return {
      id: start[1]!,
      index,
      section: null,
      path: [],
      number: start[1]!,
      part: null,
      title: null,
      text: body,
      span,
      numberSpan: { start: start.index, end: start.index + start[1]!.length },
      titleSpan: null,
      textSpan: { start: start.index + start[0].length, end: start.index + start[0].length + body.length },
      assignments,
      deadlines: [],
      recurrences: [],
      certainty: 1,
    };
  });
  const title = text.blocks[0] ? text.text.slice(text.blocks[0].start, text.blocks[0].end) : null;
  return { ...emptyPolicy, class: measures.length > 0 ? 'task-policy' : 'other', title, measures };
}

/** Mine are the assignments that print the profile's name. */
export function simpleDuties(policy: PolicyDocument, { profiles }: { readonly profiles: readonly Profile[] }): Duty[] {
  return profiles.flatMap((profile) =>
    policy.measures.flatMap((measure): Duty[] => {
      const mine = measure.assignments.flatMap(({ unit }, index) => (unit === profile.name ? [index] : []));
      const first = measure.assignments[mine[0] ?? -1];
      if (!first) return [];
      const why = { unit: first.unit, role: first.role, relation: 'same-name' as const };
      return [
        { profile: profile.id, measure: measure.id, role: first.role, certainty: 'named', assignments: mine, why },
      ];
    }),
  );
}

export const simpleEngine: Engine = {
  parse: (text, signal, onProgress) => drain(parseSimple(text), { signal }, onProgress),
  duties: async (policy, mine) => simpleDuties(policy, mine),
};

export const profileNamed = (name: string): Profile => ({
  id: name,
  name,
  region: '',
  kind: 'government-department',
  aliases: [],
  colour: null,
});

export const mineIs = (...names: string[]) => ({ profiles: names.map(profileNamed), decisions: [] });
