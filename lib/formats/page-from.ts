import { metaOf } from '../text/read';
import { withTagsEnded } from './as-written';
import { cutSaid, tagsWithin } from './bounds';
import { sanitize } from './sanitize';
import { FormatError, type FormatWarning, type LocalDocument } from './types';

/**
 * A page, or a piece of one from the clipboard, as a document.
 *
 * @param unfold makes the page what its reader sees (`asSeen`), and tells what is to be said of that
 * @throws FormatError `empty` when no text is left in it.
 */
export function pageFrom(
  text: string,
  unfold?: (page: Document) => FormatWarning[],
): Omit<LocalDocument, 'name' | 'format'> {
  const within = tagsWithin(withTagsEnded(text));
  const page = new DOMParser().parseFromString(within.text, 'text/html');
  const meta = metaOf(page);
  const seen = unfold?.(page) ?? [];
  const clean = sanitize(page.body.innerHTML);
  const shown = new DOMParser().parseFromString(clean, 'text/html');
  if ((shown.body.textContent ?? '').trim() === '') throw new FormatError('empty');
  return { title: meta.title, html: clean, fields: meta.fields, warnings: [...cutSaid(within, seen), ...seen] };
}
