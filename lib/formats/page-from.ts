import { metaOf } from '../text/read';
import { cutSaid, tagsWithin } from './bounds';
import { sanitize } from './sanitize';
import { FormatError, type FormatWarning, type LocalDocument } from './types';

/**
 * A page, or a piece of one from the clipboard, as a document.
 *
 * @param unfold makes the page what its reader sees (`asSeen`); tells how many passages stay hidden
 * @throws FormatError `empty` when no text is left in it.
 */
export function pageFrom(text: string, unfold?: (page: Document) => number): Omit<LocalDocument, 'name' | 'format'> {
  const within = tagsWithin(text);
  const page = new DOMParser().parseFromString(within.text, 'text/html');
  const meta = metaOf(page);
  const left = unfold?.(page) ?? 0;
  const clean = sanitize(page.body.innerHTML);
  const shown = new DOMParser().parseFromString(clean, 'text/html');
  if ((shown.body.textContent ?? '').trim() === '') throw new FormatError('empty');
  const warnings: FormatWarning[] = cutSaid(within);
  if (left > 0) warnings.push({ code: 'hidden-left-out', count: left });
  return { title: meta.title, html: clean, fields: meta.fields, warnings };
}
