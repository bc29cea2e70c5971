import { read } from '../../text/read';
import { declaredEncoding, decode } from '../encoding';
import { pageIn } from '../mhtml-page';
import { nestedWithin } from '../nesting';
import { plainHtml } from '../plain-html';
import { sniff, textKind } from '../sniff';
import { textToHtml } from '../txt';
import { unseenPage } from '../unseen-page';
import { wholePage } from '../whole-page';

/**
 * A file that was inserted into a Word document (`w:altChunk`), as web systems make them, as clean HTML; null for kinds
 * that are not read there.
 *
 * @param document opens a Word document inside the document
 */
export async function chunkHtml(
  bytes: Uint8Array,
  document: (bytes: Uint8Array) => Promise<string>,
): Promise<string | null> {
  try {
    const kind = sniff(bytes) ?? textKind(bytes);
    if (kind === 'docx' || kind === 'wordxml') return await document(bytes);
    if (kind === 'rtf') return (await (await import('../rtf')).open(bytes, '')).html;
    if (kind === 'doc') return (await (await import('../doc')).open(bytes, '')).html;
    if (kind === 'mhtml') return await pageHtml((await pageIn(bytes)).html);
    if (kind === 'html') return await pageHtml(decode(bytes, declaredEncoding(bytes)).text);
    return kind === 'txt' || kind === 'csv' ? textToHtml(decode(bytes).text) : null;
  } catch {
    return null;
  }
}

/** linkedom comes with the first such page: it weighs as much as all of this room. */
async function pageHtml(page: string): Promise<string> {
  const { parseHTML } = (await import('linkedom/worker')) as unknown as {
    parseHTML(html: string): { document: Document };
  };
  const seen = await unseenPage(nestedWithin(page).text);
  return plainHtml(read(parseHTML(wholePage(seen.html)).document));
}
