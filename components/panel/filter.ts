import type { Measure, Role } from '../../lib/policy/types';
import { fits } from '../records/terms';
import { isDoubtful } from './doubt';

/** What the reader wants to see of the measures; all conditions hold together. */
export interface Filter {
  readonly text: string;
  /** A unit as printed. */
  readonly unit: string | null;
  readonly role: Role | null;
  readonly dated: boolean;
  readonly taken: boolean;
  readonly doubtful: boolean;
}

export const noFilter: Filter = { text: '', unit: null, role: null, dated: false, taken: false, doubtful: false };

export const isFiltering = (filter: Filter): boolean =>
  filter.text.trim() !== '' ||
  filter.unit !== null ||
  filter.role !== null ||
  filter.dated ||
  filter.taken ||
  filter.doubtful;

const haystacks = new WeakMap<Measure, string>();

/** Everything of a measure that can be looked for, in lower case; built once a measure. */
function haystack(measure: Measure): string {
  const known = haystacks.get(measure);
  if (known !== undefined) return known;
  const text = [
    measure.number ?? '',
    measure.title ?? '',
    measure.text,
    ...measure.path,
    ...measure.assignments.flatMap(({ unit, resolved }) => [unit, resolved ?? '']),
    ...measure.deadlines.flatMap((deadline) => [deadline.text, deadline.date ?? '']),
    ...measure.recurrences.map((recurrence) => recurrence.text),
  ]
    .join('\n')
    .toLowerCase();
  haystacks.set(measure, text);
  return text;
}

/** Words of a time that never comes: 长期坚持. */
const ENDLESS = /长期|持续|常态|始终|一贯/;

/**
 * Has a time to be done by, be it its own or the document's (both are shown with it, and both bind), once or each month.
 */
const isDated = ({ deadlines, recurrences }: Measure): boolean =>
  recurrences.length > 0 || deadlines.some(({ date, text }) => date !== null || !ENDLESS.test(text));

/** How many rows each chip would leave. */
export interface ChipCounts {
  readonly roles: readonly Role[];
  readonly dated: number;
  readonly taken: number;
  readonly doubtful: number;
}

const roles: readonly Role[] = ['lead', 'participant', 'responsible'];

/**
 * Counts for the chips of a list.
 *
 * @param listed The measure of each row: one that stands in the list twice counts twice, as in the list's own number.
 * @param taken Ids of the measures taken on.
 */
export function chipsFor(listed: readonly Measure[], taken: ReadonlySet<string>): ChipCounts {
  const count = (fits: (measure: Measure) => boolean) => listed.filter(fits).length;
  return {
    roles: roles.filter((role) => listed.some(({ assignments }) => assignments.some((each) => each.role === role))),
    dated: count(isDated),
    taken: count(({ id }) => taken.has(id)),
    doubtful: count(isDoubtful),
  };
}

/** Whether a measure passes. @param taken Ids of the measures taken on. */
export function passes(
  measure: Measure,
  filter: Filter,
  terms: readonly string[],
  taken: ReadonlySet<string>,
): boolean {
  if (filter.dated && !isDated(measure)) return false;
  if (filter.taken && !taken.has(measure.id)) return false;
  if (filter.doubtful && !isDoubtful(measure)) return false;
  if (filter.unit !== null || filter.role !== null) {
    const fits = measure.assignments.some(
      ({ unit, resolved, role }) =>
        (filter.unit === null || unit === filter.unit || resolved === filter.unit) &&
        (filter.role === null || role === filter.role),
    );
    if (!fits) return false;
  }
  return fits(terms, () => haystack(measure), measure.number);
}
