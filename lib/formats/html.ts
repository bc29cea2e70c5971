import { metaOf } from '../text/read';
import { declaredEncoding, decode } from './encoding';
import { sanitize } from './sanitize';
import { type Format, FormatError, type LocalDocument } from './types';

/** Saved pages. Scripts never run: the page is parsed into a document without a window, then cleaned. */
export const html: Format = {
  name: 'html',
  extensions: ['html', 'htm', 'xhtml', 'shtml'],
  types: ['text/html', 'application/xhtml+xml'],
  async open(bytes, name) {
    const { text, warnings } = decode(bytes, declaredEncoding(bytes));
    return { ...pageFrom(text), name, format: 'html', warnings };
  },
};

/**
 * A page, or a piece of one from the clipboard, as a document.
 *
 * @throws FormatError `empty` when no text is left in it.
 */
export function pageFrom(text: string): Omit<LocalDocument, 'name' | 'format'> {
  const page = new DOMParser().parseFromString(text, 'text/html');
  const meta = metaOf(page);
  const clean = sanitize(page.body.innerHTML);
  const shown = new DOMParser().parseFromString(clean, 'text/html');
  if ((shown.body.textContent ?? '').trim() === '') throw new FormatError('empty');
  return { title: meta.title, html: clean, fields: meta.fields };
}
