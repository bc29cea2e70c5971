import type { Resolution } from '../anchor/types';
import type { Mark, MarkKind } from '../paint/types';
import type { PolicyDocument } from '../policy/types';
import type { AnnotationRecord, TaskRecord } from '../store/types';
import type { Span } from '../text/types';
import type { Duty } from '../units/types';
import type { PageTarget } from './types';

/** A mark that knows what a click on it selects. */
export interface PageMark extends Mark {
  readonly selects: Exclude<PageTarget, { kind: 'passage' }>;
}

export interface MarkSources {
  readonly policy: PolicyDocument | null;
  readonly duties: readonly Duty[];
  readonly annotations: readonly AnnotationRecord[];
  readonly tasks: readonly TaskRecord[];
  readonly anchors: Readonly<Record<string, Resolution>>;
}

/**
 * What is painted, of the kinds that `shown` lets through. Each assignment is one mark; what is mine is marked once
 * more. A `possible` duty is not filled: fill says "this is yours". What needs review or was not found is not painted as
 * if it were sure.
 */
export function marksOf(sources: MarkSources, shown: (kind: MarkKind) => boolean): PageMark[] {
  const marks: PageMark[] = [];
  const add = (kind: MarkKind, span: Span | null, selects: PageMark['selects'], colour?: string): void => {
    if (!span || span.end <= span.start || !shown(kind)) return;
    marks.push({ kind, span, target: selects.id, selects, ...(colour === undefined ? {} : { colour }) });
  };
  const sure = new Map<string, Set<number>>();
  for (const { measure, certainty, assignments } of sources.duties) {
    if (certainty === 'possible') continue;
    const known = sure.get(measure) ?? new Set();
    for (const index of assignments) known.add(index);
    sure.set(measure, known);
  }
  for (const measure of sources.policy?.measures ?? []) {
    const selects: PageMark['selects'] = { kind: 'measure', id: measure.id };
    const mine = sure.get(measure.id);
    add('measure', measure.numberSpan ?? measure.titleSpan, selects);
    measure.assignments.forEach((assignment, index) => {
      add(assignment.role, assignment.span, selects);
      if (mine?.has(index)) add('mine', assignment.span, selects);
    });
    if (mine) add('mine', measure.numberSpan, selects);
    for (const deadline of measure.deadlines) if (!deadline.isDefault) add('deadline', deadline.span, selects);
  }
  for (const { id, colour } of sources.annotations) {
    add('annotation', spanOf(sources.anchors[id]), { kind: 'annotation', id }, colour);
  }
  for (const { id, origin } of sources.tasks) {
    // A task from a measure shows as its measure does.
    if (origin === 'selection') add('annotation', spanOf(sources.anchors[id]), { kind: 'task', id }, 'blue');
  }
  return marks;
}

/** Where a stored passage stands for sure; null where that is not known. */
export function spanOf(resolution: Resolution | undefined): Span | null {
  return resolution && resolution.method !== 'review' && resolution.method !== 'orphan' ? resolution.span : null;
}
