import { rootNames } from './compound';
import { decode } from './encoding';
import { FormatError } from './types';
import { namesIn } from './zip-names';

/**
 * What a file is by its first and last bytes; null where they say nothing (text). Names lie often enough: web systems
 * serve pages as .doc, and mail programs rename attachments.
 *
 * @throws FormatError for kinds known to us only by their cover: a slide show, a spreadsheet written as codes.
 */
export function sniff(bytes: Uint8Array): string | null {
  const head = headOf(bytes);
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK')) return zipKind(bytes);
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return compoundKind(bytes);
  if (/^(?:\xef\xbb\xbf)?\s*\{\\rtf/.test(head.slice(0, 64))) return 'rtf';
  // Excel 2 to 4: a bare stream that begins with its BOF record.
  if (bytes[0] === 0x09 && [0, 2, 4].includes(bytes[1]!) && [4, 6, 8].includes(bytes[2]!) && bytes[3] === 0)
    return 'xls';
  // Read as a text they would be their codes: SYLK (.slk), in which each line names its kind, and DIF.
  if (/^(?:\xef\xbb\xbf)?(?:ID;P[^\r\n]{0,200}\r?\n[A-Z]{1,2};|TABLE\r?\n0,1\r?\n")/.test(head))
    throw new FormatError('unsupported', 'a spreadsheet of codes');
  if (isPicture(head)) return 'picture';
  if (isMail(head.trimStart())) return 'mhtml';
  return markupKind(head);
}

/** PNG, JPEG, WebP, BMP, GIF, TIFF. */
const isPicture = (head: string): boolean =>
  /^(?:\x89PNG\r\n|\xff\xd8\xff|RIFF[\s\S]{4}WEBP|BM[\s\S]{12}[\x28\x6c\x7c]|GIF8[79]a|II\*\0|MM\0\*)/.test(head);

/** Word and Excel also write XML as one file, and say so in its head; a page says so in its first tag. */
function markupKind(head: string): string | null {
  const start = head.replace(/^\xef\xbb\xbf/, '').trimStart();
  if (/^<\?xml/i.test(start)) {
    if (/progid="Word\.Document"|<(?:w:wordDocument|pkg:package)[\s>]/i.test(head)) return 'wordxml';
    if (/progid="Excel\.Sheet"|<(?:ss:)?Workbook\s[^>]*spreadsheet/i.test(head)) return 'xls';
  }
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html[\s>])/i.test(start)) return 'html';
  // Read as a text, XML of another kind (UOF, one-file OpenDocument, the data of a web system) would be its tags.
  const root =
    /^<\?xml[^>]*\?>\s*(?:<!--[\s\S]{0,1000}?-->\s*|<![a-z][^>]{0,1000}>\s*)*<([\w.:-]+|[\u4e00-\u9fff][^\s>]*)/i.exec(
      start,
    )?.[1];
  if (root && !/^(?:\w+:)?(?:html|head|body|table|div|p)$/i.test(root)) throw new FormatError('unsupported', 'xml');
  return null;
}

/** A piece of a page: its first sign begins a tag. */
export const isPage = (bytes: Uint8Array): boolean =>
  /^(?:\xef\xbb\xbf)?\s*<(?:head|body|meta|table|div|style|p|h\d|!--)[\s>-]/i.test(latin(bytes.subarray(0, 256)));

/** Signs that no text holds. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const STRANGE = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd\ue000-\uf8ff]/g;

/**
 * What a text is that comes under the name of a binary file, or of none: a page, a table by tabs, or plain text; null where
 * it is no text.
 */
export function textKind(bytes: Uint8Array): 'html' | 'csv' | 'txt' | null {
  const sample = decode(bytes.subarray(0, 65_536)).text;
  if (!/\p{Script=Han}/u.test(sample) || (sample.match(STRANGE)?.length ?? 0) > sample.length / 50) return null;
  if (/<(?:html|head|body|meta|table|div|p|span)\b[^<>]*>/i.test(sample.slice(0, 4096))) return 'html';
  return isTable(sample) ? 'csv' : 'txt';
}

/** Most lines hold tabs; or each of the first as many commas or semicolons as the one before. */
function isTable(sample: string): boolean {
  const rows = sample.split(/\r?\n/).filter((line) => line.trim() !== '');
  const tabbed = rows.filter((line) => line.includes('\t'));
  if (tabbed.length >= 2 && tabbed.length >= rows.length / 2) return true;
  const first = rows.slice(0, 20).map((line) => line.replace(/"(?:[^"]|"")*"/g, ''));
  return [',', ';'].some((separator) => {
    const counts = new Set(first.map((line) => line.split(separator).length));
    if (first.length < 2 || counts.size !== 1 || counts.has(1)) return false;
    // Two cells a line are a table where they begin with two words that head columns.
    return !counts.has(2) || first[0]!.split(separator).every((head) => /^[^。；：:,;]{1,12}$/.test(head.trim()));
  });
}

/** A text all of whose lines have the same two tabs or more: a table, whatever it is called. */
export function isTabbed(bytes: Uint8Array): boolean {
  const rows = decode(bytes.subarray(0, 65_536)).text.split(/\r?\n/);
  // The last line may be cut off.
  if (bytes.length > 65_536) rows.pop();
  const tabs = new Set(rows.filter((line) => line.trim() !== '').map((line) => line.split('\t').length));
  return tabs.size === 1 && [...tabs][0]! > 2 && rows.length > 2;
}

/** Mail headers, a name and a colon each, folded lines behind some, and the version of MIME among them. */
function isMail(head: string): boolean {
  let first = true;
  // Line by line: one expression over all of them would try each line end in two ways, and so take twice as long a line.
  for (const line of head.split('\n')) {
    if (/^MIME-Version:/i.test(line)) return true;
    if (!/^[\w-]+:/.test(line) && !(!first && /^[ \t]/.test(line))) return false;
    first = false;
  }
  return false;
}

/** The first signs; those of UTF-16 as the letters they are, for markup is said in letters. */
function headOf(bytes: Uint8Array): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  return wide ? new TextDecoder(wide).decode(bytes.subarray(0, 4096)) : latin(bytes.subarray(0, 2048));
}

const latin = (bytes: Uint8Array) => new TextDecoder('windows-1252').decode(bytes);

/** A zip by the names of its parts: documents packed into it have names of their own, which are none of its. */
function zipKind(bytes: Uint8Array): string | null {
  const names = namesIn(bytes);
  const has = (wanted: RegExp) => names.some((name) => wanted.test(name));
  if (has(/^[\\/.]*OFD\.xml$/i)) return 'ofd';
  if (has(/^[\\/.]*word[\\/](?:document|styles)\d*\.xml$|^[\\/.]*word[\\/]_rels[\\/]/i)) return 'docx';
  if (has(/^[\\/.]*xl[\\/](?:workbook\.(?:xml|bin)$|worksheets[\\/]|_rels[\\/])/i))
    return has(/^[\\/.]*xl[\\/]workbook\.bin$/i) ? 'xls' : 'xlsx';
  const start = latin(bytes.subarray(0, 512));
  if (start.includes('mimetypeapplication/vnd.oasis.opendocument.spreadsheet')) return 'ods';
  if (start.includes('mimetypeapplication/vnd.oasis.opendocument.text')) return 'odt';
  return null;
}

/** The container of Office before 2007, and of encrypted files of today: what its own streams are, not those of objects in it. */
function compoundKind(bytes: Uint8Array): string {
  const names = rootNames(bytes);
  // Without a directory that can be read, what is named anywhere.
  const text = names.size === 0 ? latin(bytes.subarray(0, 1 << 20)) + latin(bytes.subarray(-65_536)) : '';
  const has = (...wanted: string[]) =>
    wanted.some((name) => names.has(name.toLowerCase()) || (text !== '' && text.includes([...name].join('\0'))));
  if (has('EncryptedPackage')) return 'locked';
  if (has('WordDocument')) return 'doc';
  if (has('Workbook', 'Book')) return 'xls';
  throw new FormatError(has('PowerPoint Document') ? 'unsupported' : 'old-word', 'ppt');
}
