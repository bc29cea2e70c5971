import type { Draft } from './drafts';
import type { Role } from './types';

/**
 * Roles that are printed once for several members of a list, in place. 甲局（牵头）、乙局、丙局（配合）: what stands between the two takes part as the
 * last does. Cost: linear.
 *
 * @param first where the list begins in `drafts`
 * @param role what a member has that says no role
 */
export function shareRoles(drafts: Draft[], first: number, role: Role): void {
  byGroup(drafts, first, role);
  const own = drafts.slice(first);
  const last = own.findLastIndex((d) => d.role === 'participant' && d.role !== role);
  const lead = own.findIndex((d) => d.role === 'lead' && d.role !== role);
  for (let k = lead + 1; lead >= 0 && k < last; k++)
    if (own[k]!.role === role) drafts[first + k] = { ...own[k]!, role: 'participant' };
}

/** 甲局（总牵头）；乙局、丙局（分项牵头）；丁局（配合）: behind a ；, who stands before a role has it too. */
function byGroup(drafts: Draft[], first: number, role: Role): void {
  const lasts = new Map<number, Draft>();
  for (const d of drafts.slice(first)) lasts.set(d.group, d);
  if (lasts.size < 2 || [...lasts.values()].some((d) => d.role === role)) return;
  for (let k = first; k < drafts.length; k++) {
    const d = drafts[k]!;
    if (d.role === role) drafts[k] = { ...d, role: lasts.get(d.group)!.role };
  }
}
