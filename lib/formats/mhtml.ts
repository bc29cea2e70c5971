import PostalMime from 'postal-mime';
import { declaredEncoding, decode } from './encoding';
import { pageFrom } from './html';
import { type Format, FormatError } from './types';

/**
 * Saved pages in one file (.mht, .mhtml; also what some systems serve as .doc). The first page in it is read; its frames
 * and pictures are left out. Cleaned as any saved page is.
 */
export const open: Format['open'] = async (bytes, name) => ({
  ...pageFrom(await pageIn(bytes)),
  name,
  format: 'mhtml',
});

/**
 * The HTML of the first page in an MHTML file.
 *
 * @throws FormatError
 */
export async function pageIn(bytes: Uint8Array): Promise<string> {
  const raw = bytes.slice().buffer;
  const mail = await PostalMime.parse(raw, { maxNestingDepth: 20, forceRfc822Attachments: true }).catch(() => null);
  if (mail?.html) return mail.html;
  const part = mail?.attachments.find(({ mimeType }) => /html/i.test(mimeType));
  const content = part?.content;
  if (content === undefined) throw new FormatError('damaged', 'no page in the file');
  if (typeof content === 'string') return content;
  const page = new Uint8Array(content);
  return decode(page, declaredEncoding(page)).text;
}
