import { unfolding } from './as-seen';
import { declaredEncoding, decode } from './encoding';
import { pageFrom } from './page-from';
import type { Format } from './types';

/** Saved pages. Scripts never run: the page is parsed into a document without a window, then cleaned. */
export const open: Format['open'] = async (bytes, name) => {
  const { text, warnings } = decode(bytes, declaredEncoding(bytes));
  const page = pageFrom(text, unfolding(text));
  return { ...page, name, format: 'html', warnings: [...warnings, ...(page.warnings ?? [])] };
};
