import PostalMime from 'postal-mime';
import { declaredEncoding, decode } from './encoding';
import { FormatError } from './types';

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
  if (content === undefined) throw new FormatError(isCut(bytes) ? 'truncated' : 'damaged', 'no page in the file');
  if (typeof content === 'string') return content;
  const page = new Uint8Array(content);
  return decode(page, declaredEncoding(page)).text;
}

/** Headers are at the very start; a program that writes more of them is unknown. */
const HEAD = 16_384;

/** A whole file of several parts ends with the line that closes them (RFC 2046, 5.1.1). */
export function isCut(bytes: Uint8Array): boolean {
  const latin = new TextDecoder('windows-1252');
  const boundary = /boundary\s*=\s*(?:"([^"\r\n]{1,70})"|([^\s;"]{1,70}))/i.exec(latin.decode(bytes.subarray(0, HEAD)));
  if (!boundary) return !/\r?\n\r?\n/.test(latin.decode(bytes.subarray(0, HEAD)));
  const close = `--${boundary[1] ?? boundary[2]}--`;
  // Mail programs may add a line or two of their own.
  return !latin.decode(bytes.subarray(-HEAD)).includes(close);
}
