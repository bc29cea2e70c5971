import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { declaredEncoding, decode } from './encoding';
import { escapeHtml } from './escape';
import { FormatError, type FormatWarning } from './types';

/** A page in an MHTML file, or what a letter says. */
export interface MailPage {
  readonly html: string;
  /** That files are attached to it. */
  readonly warnings: readonly FormatWarning[];
}

/**
 * The HTML of the pages in an MHTML file, its frames among them; of a letter without a page its text, a line a paragraph.
 *
 * @throws FormatError
 */
export async function pageIn(bytes: Uint8Array): Promise<MailPage> {
  const raw = bytes.slice().buffer;
  const mail = await PostalMime.parse(raw, { maxNestingDepth: 20, forceRfc822Attachments: true }).catch(() => null);
  const html = (mail && htmlOf(mail)) ?? null;
  if (!mail || html === null) throw new FormatError(isCut(bytes) ? 'truncated' : 'damaged', 'no page in the file');
  const attached = mail.attachments.filter(isAttached).length;
  return { html, warnings: attached > 0 ? [{ code: 'attached-left-out', count: attached }] : [] };
}

function htmlOf({ html, text, attachments }: Email): string | null {
  if (html) return html;
  const part = attachments.find(({ mimeType }) => /html/i.test(mimeType));
  if (part) return textOf(part);
  return text?.trim()
    ? text
        .split(/\r?\n/)
        .map((line) => `<p>${escapeHtml(line)}</p>`)
        .join('')
    : null;
}

function textOf({ content }: Attachment): string {
  if (typeof content === 'string') return content;
  const page = new Uint8Array(content);
  return decode(page, declaredEncoding(page)).text;
}

/** Documents, by their types. */
const DOCUMENT = /msword|ms-excel|ms-powerpoint|officedocument|opendocument|pdf|ofd|rtf|zip|rar|7z|message\/rfc822/i;

/** What lies beside the page, not in it as its pictures, fonts and frames do. */
const isAttached = ({ mimeType, disposition, related, contentId }: Attachment): boolean =>
  (disposition === 'attachment' && !related) || (DOCUMENT.test(mimeType) && !contentId);

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
