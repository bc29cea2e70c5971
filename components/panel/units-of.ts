import type { PolicyDocument } from '../../lib/policy/types';

/** Units a document names one by one (collectives left out), with the measures that name each, most first. */
export function unitsOf(policy: PolicyDocument): { unit: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const measure of policy.measures) {
    const named = measure.assignments.filter(({ collective }) => !collective);
    for (const unit of new Set(named.map((assignment) => assignment.resolved ?? assignment.unit))) {
      counts.set(unit, (counts.get(unit) ?? 0) + 1);
    }
  }
  return [...counts].map(([unit, count]) => ({ unit, count })).sort((a, b) => b.count - a.count);
}
