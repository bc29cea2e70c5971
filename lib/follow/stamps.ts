import { type FollowUp, stampedFields } from './types';

type Stamped = Pick<FollowUp, 'at'> & { readonly created?: string; readonly updated?: string };

/**
 * When each field of a task was last changed. Of a task that was changed before fields had stamps, any of them may have been
 * by then; what was never changed has none.
 */
export function stampsOf({ at, created, updated }: Stamped): Readonly<Record<string, string>> {
  if (at) return at;
  if (!created || !updated || updated <= created) return {};
  return Object.fromEntries(stampedFields.map((field) => [field, updated]));
}
