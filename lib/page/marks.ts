import type { Resolution } from '../anchor/types';
import { notesOf } from '../export/copy/notes';
import { type ChosenKind, choiceOf, type Mark, type MarkKind } from '../paint/types';
import type { PolicyDocument } from '../policy/types';
import type { AnnotationRecord, TaskRecord } from '../store/types';
import type { Span } from '../text/types';
import { oursIn } from '../units/ours';
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
 * more: only the assignments that are sure, for fill says "this is yours"; what may be mine is a mark of its own. What
 * needs review or was not found is not painted as if it were sure.
 */
export function marksOf(sources: MarkSources, shown: (kind: ChosenKind) => boolean): PageMark[] {
  const marks: PageMark[] = [];
  const add = (kind: MarkKind, span: Span | null, selects: PageMark['selects'], more: Partial<Mark> = {}): void => {
    const choice = choiceOf(kind);
    if (!span || span.end <= span.start || (choice && !shown(choice))) return;
    marks.push({ kind, span, target: selects.id, selects, ...more });
  };
  const duties = new Map<string, Duty[]>();
  for (const duty of sources.duties) {
    const known = duties.get(duty.measure);
    if (known) known.push(duty);
    else duties.set(duty.measure, [duty]);
  }
  for (const measure of sources.policy?.measures ?? []) {
    const selects: PageMark['selects'] = { kind: 'measure', id: measure.id };
    const ours = oursIn(duties.get(measure.id) ?? []);
    add('measure', measure.numberSpan ?? measure.titleSpan, selects);
    measure.assignments.forEach((assignment, index) => {
      add(assignment.role, assignment.span, selects);
      if (ours.sure.has(index)) add('mine', assignment.span, selects);
      else if (ours.possible.has(index)) add('possible', assignment.span, selects);
    });
    if (ours.sure.size > 0) add('mine', measure.numberSpan, selects);
    for (const deadline of measure.deadlines) if (!deadline.isDefault) add('deadline', deadline.span, selects);
  }
  for (const { record, span, number } of notesOf(sources.annotations, (id) => spanOf(sources.anchors[id]))) {
    add('annotation', span, { kind: 'annotation', id: record.id }, { colour: record.colour, note: number });
  }
  for (const { id, origin } of sources.tasks) {
    // A task from a measure shows as its measure does.
    if (origin === 'selection') add('task', spanOf(sources.anchors[id]), { kind: 'task', id });
  }
  return marks;
}

/** Where a stored passage stands for sure; null where that is not known. */
export function spanOf(resolution: Resolution | undefined): Span | null {
  return resolution && resolution.method !== 'review' && resolution.method !== 'orphan' ? resolution.span : null;
}
