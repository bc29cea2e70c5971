/**
 * Bytes → text. A byte order mark decides; then valid UTF-8; then what the page declares; then GB18030, in which the
 * older government pages are written. A declaration that is wrong loses to validity.
 */
export function decode(bytes: Uint8Array, html: boolean): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return new TextDecoder('utf-8').decode(bytes.subarray(3));
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8 throughout.
  }
  const declared = html
    ? /charset\s*=\s*["']?([\w-]+)/i.exec(latin(bytes.subarray(0, 2048)))?.[1]?.toLowerCase()
    : undefined;
  const gb = new TextDecoder('gb18030').decode(bytes);
  if (declared === 'utf-8' || declared === 'utf8') {
    const utf = new TextDecoder('utf-8').decode(bytes);
    return broken(utf) * 2 < broken(gb) || broken(utf) < utf.length / 200 ? utf : gb;
  }
  if (declared && !/^(?:gb|x-gbk|cp936)/.test(declared)) {
    try {
      return new TextDecoder(declared).decode(bytes);
    } catch {
      return gb;
    }
  }
  return gb;
}

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

const broken = (text: string): number => text.split('\ufffd').length - 1;
