import type { PolicyDocument } from '../policy/types';
import type { Duty } from '../units/types';

/**
 * The measure of ours that comes next in the document, or before; after the last comes the first again.
 *
 * @param from Id of the one that was gone to last; null: the first, or the last.
 * @returns Its id; null where nothing is ours.
 */
export function nextMine(
  policy: PolicyDocument,
  duties: readonly Duty[],
  from: string | null,
  step: 1 | -1,
): string | null {
  const ours = new Set(duties.map(({ measure }) => measure));
  const order = policy.measures.filter(({ id }) => ours.has(id)).map(({ id }) => id);
  if (order.length === 0) return null;
  const at = from === null ? (step > 0 ? -1 : 0) : order.indexOf(from);
  return order[(at + step + order.length) % order.length] ?? null;
}
