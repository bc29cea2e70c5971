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
  const { raw, label } = unlabelled(bytes);
  const mail = await PostalMime.parse(raw, { maxNestingDepth: 20, forceRfc822Attachments: true }).catch(() => null);
  const html = (mail && htmlOf(mail, label)) ?? null;
  if (!mail || html === null) throw new FormatError(isCut(bytes) ? 'truncated' : 'damaged', 'no page in the file');
  const attached = mail.attachments.filter(isAttached).length;
  return { html, warnings: attached > 0 ? [{ code: 'attached-left-out', count: attached }] : [] };
}

const TEXT_PART = /^(content-type:[ \t]*text\/(?:html|plain)\b)([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)/gim;
const CHARSET = /charset\s*=\s*"?([^\s";]+)"?/i;

/**
 * A letter whose text is said to be of single bytes, so that it comes as the bytes it is: what it says of its encoding is as
 * often wrong as what pages say. `label`: what the first part said.
 */
function unlabelled(bytes: Uint8Array): { raw: ArrayBuffer; label: string | null } {
  let label: string | null = null;
  const text = new TextDecoder(SINGLE).decode(bytes).replace(TEXT_PART, (_, type: string, more: string) => {
    label ??= CHARSET.exec(more)?.[1] ?? null;
    return CHARSET.test(more)
      ? type + more.replace(CHARSET, `charset="${SINGLE}"`)
      : `${type}; charset="${SINGLE}"${more}`;
  });
  return { raw: asBytes(text).buffer as ArrayBuffer, label };
}

/** Each byte is a sign of its own. */
const SINGLE = 'windows-1252';

/** Bytes that come as signs beyond their number. */
const HIGH: ReadonlyMap<string, number> = new Map(
  [...new TextDecoder(SINGLE).decode(Uint8Array.from({ length: 32 }, (_, at) => 0x80 + at))].map((sign, at) => [
    sign,
    0x80 + at,
  ]),
);

/** The bytes that such a text came from; signs that came from elsewhere (a subject in a head) by their number. */
function asBytes(text: string): Uint8Array {
  const plain = text.replace(/[\u0100-\uffff]/g, (sign) => (HIGH.has(sign) ? sign : `&#${sign.charCodeAt(0)};`));
  const bytes = new Uint8Array(plain.length);
  for (let at = 0; at < plain.length; at++) {
    const code = plain.charCodeAt(at);
    bytes[at] = code < 0x100 ? code : HIGH.get(plain[at]!)!;
  }
  return bytes;
}

const decoded = (text: string, label: string | null): string => {
  const bytes = asBytes(text);
  return decode(bytes, declaredEncoding(bytes) ?? label).text;
};

function htmlOf({ html, text: said, attachments }: Email, label: string | null): string | null {
  if (html) return decoded(html, label);
  const part = attachments.find(({ mimeType }) => /html/i.test(mimeType));
  if (part) return textOf(part);
  const text = said && decoded(said, label);
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
