import type { LocalDocument } from '../../lib/formats/types';
import type { PolicyDocument } from '../../lib/policy/types';

/**
 * What an open document is called: a policy by its title, all else by its file. What a file's own facts call it is taken
 * last: the program that made it often filled them in.
 *
 * @param policy null until it was read
 */
export function headingOf(
  document: Pick<LocalDocument, 'name' | 'title'>,
  policy: Pick<PolicyDocument, 'class' | 'title'> | null,
): string | null {
  const printed = policy && policy.class !== 'other' ? policy.title : null;
  return printed || document.name || document.title || null;
}
