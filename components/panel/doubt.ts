import type { Assignment, Measure } from '../../lib/policy/types';

/** Below this the reader is asked to look: readings above it are right in all but a few of a hundred. */
const sure = 0.8;

export const isUnsure = (certainty: number): boolean => certainty < sure;

/** Of a document's class: a clear kind of document alone is worth 0.72 to the engine. */
const surelyClassed = 0.7;

export const isClassUnsure = (certainty: number): boolean => certainty < surelyClassed;

/** What is doubtful in a measure: its limits, or the assignments listed. */
export interface Doubt {
  readonly limits: boolean;
  readonly assignments: readonly Assignment[];
  /** The lowest certainty of all that is doubtful, 0 to 1. */
  readonly certainty: number;
  /** Where it was read from a picture: how sure the least sure of that is; null for text. */
  readonly recognised: number | null;
}

/** null where nothing is doubtful. */
export function doubtOf(measure: Measure): Doubt | null {
  const limits = isUnsure(measure.certainty);
  const assignments = measure.assignments.filter((assignment) => isUnsure(assignment.certainty));
  if (!limits && assignments.length === 0) return null;
  const certainties = assignments.map((assignment) => assignment.certainty);
  const read = [...assignments, ...(limits ? [measure] : [])].flatMap(({ recognised }) => recognised ?? []);
  return {
    limits,
    assignments,
    certainty: Math.min(...certainties, ...(limits ? [measure.certainty] : [])),
    recognised: read.length > 0 ? Math.min(...read) : null,
  };
}

export const isDoubtful = (measure: Measure): boolean => doubtOf(measure) !== null;
