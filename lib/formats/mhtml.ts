import { unfolding } from './as-seen';
import { isCut, pageIn } from './mhtml-page';
import { pageFrom } from './page-from';
import { type Format, FormatError, type FormatWarning } from './types';

/**
 * Saved pages in one file (.mht, .mhtml; also what some systems serve as .doc). The pages in it are read, frames
 * among them; its pictures are left out, and files attached to a letter, which is said. Cleaned as any saved page is. Of a file that was cut off, what is there is read, and said so.
 */
export const open: Format['open'] = async (bytes, name) => {
  const { html: page, warnings: said } = await pageIn(bytes);
  const cut = isCut(bytes);
  const warnings: FormatWarning[] = cut ? [{ code: 'truncated' }, ...said] : [...said];
  try {
    const read = pageFrom(page, unfolding(page));
    return { ...read, name, format: 'mhtml', warnings: [...warnings, ...(read.warnings ?? [])] };
  } catch (error) {
    throw cut ? new FormatError('truncated', 'cut off before its text') : error;
  }
};
