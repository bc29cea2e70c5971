import { unfolding } from './as-seen';
import { isCut, pageIn } from './mhtml-page';
import { pageFrom } from './page-from';
import { type Format, FormatError, type FormatWarning } from './types';

/**
 * Saved pages in one file (.mht, .mhtml; also what some systems serve as .doc). The first page in it is read; its frames
 * and pictures are left out. Cleaned as any saved page is. Of a file that was cut off, what is there is read, and said so.
 */
export const open: Format['open'] = async (bytes, name) => {
  const page = await pageIn(bytes);
  const warnings: FormatWarning[] = isCut(bytes) ? [{ code: 'truncated' }] : [];
  try {
    const read = pageFrom(page, unfolding(page));
    return { ...read, name, format: 'mhtml', warnings: [...warnings, ...(read.warnings ?? [])] };
  } catch (error) {
    throw warnings.length > 0 ? new FormatError('truncated', 'cut off before its text') : error;
  }
};
