import { asSeen, mayLookOtherwise, seenSaid } from './as-seen';
import type { FormatWarning } from './types';
import { wholePage } from './whole-page';

/**
 * The source of a page as it is read where no browser draws it.
 *
 * linkedom comes with the first page that may look otherwise than its source says.
 */
export async function unseenPage(html: string): Promise<{ html: string; warnings: FormatWarning[] }> {
  if (!mayLookOtherwise(html)) return { html, warnings: [] };
  const { parseHTML } = (await import('linkedom/worker')) as unknown as {
    parseHTML(html: string): { document: Document };
  };
  const { document } = parseHTML(
    html.includes('<body') && /^\s*<(?:!doctype|html)/i.test(html) ? html : wholePage(html),
  );
  const seen = asSeen(document);
  return { html: document.toString(), warnings: seenSaid(seen) };
}
