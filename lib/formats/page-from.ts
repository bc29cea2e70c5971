import { metaOf } from '../text/read';
import { sanitize } from './sanitize';
import { FormatError, type LocalDocument } from './types';

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
