import { FormatError } from './types';

/**
 * What a file is by its first and last bytes; null where they say nothing (text). Names lie often enough: web systems
 * serve pages as .doc, and mail programs rename attachments.
 *
 * @throws FormatError for kinds known to us only by their cover: an encrypted Word file, an old spreadsheet.
 */
export function sniff(bytes: Uint8Array): string | null {
  const head = latin(bytes.subarray(0, 2048));
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK')) return zipKind(bytes);
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return compoundKind(bytes);
  if (head.startsWith('{\\rtf')) throw new FormatError('old-word', 'rtf');
  if (isMail(head.trimStart())) return 'mhtml';
  if (/^(?:\xef\xbb\xbf)?\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<!doctype html)/i.test(head)) return 'html';
  return null;
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

const latin = (bytes: Uint8Array) => new TextDecoder('windows-1252').decode(bytes);

/** A zip's names stand before each part and again at its end. */
function zipKind(bytes: Uint8Array): string | null {
  const names = `${latin(bytes.subarray(0, 65_536))}${latin(bytes.subarray(-65_536))}`;
  if (/(?:^|\W)OFD\.xml/i.test(names)) return 'ofd';
  if (/word\/(?:document|_rels|styles)/i.test(names)) return 'docx';
  if (/xl\/(?:workbook|worksheets|_rels)/i.test(names)) return 'xlsx';
  return null;
}

/** The container of Office before 2007, and of encrypted files of today; its directory names streams in UTF-16. */
function compoundKind(bytes: Uint8Array): string {
  const text = latin(bytes.subarray(0, 1 << 20)) + latin(bytes.subarray(-65_536));
  const wide = (name: string) => text.includes([...name].join('\0'));
  if (wide('EncryptedPackage')) throw new FormatError('encrypted', 'office');
  if (wide('WordDocument')) return 'doc';
  if (wide('Workbook') || wide('Book')) throw new FormatError('old-excel');
  throw new FormatError('old-word', 'compound file of another kind');
}
