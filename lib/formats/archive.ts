import { sniff } from './sniff';
import { FormatError } from './types';
import { cleanPath, openZip } from './zip';

/** A file packed into an archive. */
export interface PackedFile {
  /** With `/`, as it was packed. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * The files in an archive (.zip) that are worth reading, in order of their paths; null for a zip that is a document itself.
 * Archives in archives are given as they are.
 *
 * @param worth whether a file of this path is
 * @throws FormatError `locked` where the files ask for a password, or as `openZip` does
 */
export function filesInZip(bytes: Uint8Array, worth: (path: string) => boolean): PackedFile[] | null {
  if (sniff(bytes) !== null) return null;
  // Bit 0 of the flags of the first file: it is encrypted (APPNOTE 4.4.4).
  if ((bytes[6] ?? 0) & 1) throw new FormatError('locked', 'an archive with a password');
  const zip = openZip(bytes, (path) => worth(nameOf(path)));
  const files = zip.names.flatMap((name): PackedFile[] => {
    const content = name.endsWith('/') || !worth(nameOf(cleanPath(name))) ? undefined : zip.get(name);
    return content ? [{ path: nameOf(cleanPath(name)), bytes: content }] : [];
  });
  if (files.length === 0 && zip.truncated) throw new FormatError('truncated', 'an archive cut off');
  return files.sort((a, b) => a.path.localeCompare(b.path, 'zh', { numeric: true }));
}

/** Names come byte by byte where the archive does not say that they are in UTF-8: those packed in China are in GBK. */
function nameOf(path: string): string {
  if (!/[\u0080-\u00ff]/.test(path) || [...path].some((sign) => sign > '\u00ff')) return path;
  const bytes = Uint8Array.from(path, (sign) => sign.charCodeAt(0));
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not in this one.
    }
  return path;
}
