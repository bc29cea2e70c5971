import type { Measure, PolicyDocument } from '../policy/types';

const repeated = new WeakMap<PolicyDocument, ReadonlySet<string>>();

/** Titles that more than one measure of a document has: the rows of a group of table cells that were merged. */
function repeatedIn(policy: PolicyDocument): ReadonlySet<string> {
  const known = repeated.get(policy);
  if (known) return known;
  const once = new Set<string>();
  const twice = new Set<string>();
  for (const { title } of policy.measures) {
    if (title !== null) (once.has(title) ? twice : once).add(title);
  }
  repeated.set(policy, twice);
  return twice;
}

/** What a measure is called among the others: where others have its title too, with the beginning of what it says. */
export function titleAmong(policy: PolicyDocument, { title, text }: Pick<Measure, 'title' | 'text'>): string | null {
  if (title === null || !repeatedIn(policy).has(title)) return title;
  const words = /^[^。；！？\n]+/.exec(text.trim())?.[0];
  return words && words !== title ? `${title}：${words}` : title;
}
