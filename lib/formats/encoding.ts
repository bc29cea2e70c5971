/** How much of a file is looked at to tell its encoding, in bytes. */
const SAMPLE = 65_536;

/** A text file as a string, its byte order mark removed. */
export interface DecodedText {
  readonly text: string;
  /** As `TextDecoder` names it: utf-8, gb18030, utf-16le … */
  readonly encoding: string;
}

/**
 * Decodes a text or HTML file.
 *
 * A byte order mark decides; then whether the bytes are valid UTF-8, which Chinese text in another encoding never is;
 * then what the file declares; then GB18030, in which everything else of the genre is written. A declaration is believed
 * last because site builders and "save as" keep the old one when they convert the bytes.
 *
 * @param declared A label from a `<meta charset>`, if there is one.
 */
export function decode(bytes: Uint8Array, declared: string | null = null): DecodedText {
  const encoding = detect(bytes, declared);
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function detect(bytes: Uint8Array, declared: string | null): string {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE);
  const wide = unmarkedUtf16(sample);
  if (wide) return wide;
  // A file cut in the middle of a character is still UTF-8: an unfinished end is no error in a stream.
  if (isValid('utf-8', bytes)) return 'utf-8';
  const label = known(declared);
  if (label && label !== 'utf-8' && !label.startsWith('utf-16')) return label === 'gbk' ? 'gb18030' : label;
  // Damaged in places, yet mostly UTF-8: better a few replacement characters than mojibake throughout.
  return replaced('utf-8', sample) <= replaced('gb18030', sample) ? 'utf-8' : 'gb18030';
}

function isValid(encoding: string, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Share of characters that are not what government text is written in. */
function replaced(encoding: string, sample: Uint8Array): number {
  const text = new TextDecoder(encoding).decode(sample, { stream: true });
  // What no decoder can place, and what UTF-8 read as GB18030 is full of: private use and rare Latin.
  const odd = text.match(/[\ufffd\ue000-\uf8ff]/g)?.length ?? 0;
  const common = text.match(/[，。、：；（）的和市县区各部门单位工作]/g)?.length ?? 0;
  return (odd - common) / Math.max(1, text.length);
}

function known(label: string | null): string | null {
  try {
    return label === null ? null : new TextDecoder(label.trim()).encoding;
  } catch {
    return null;
  }
}

/** UTF-16 without its mark: in Chinese text and its ASCII alike, one half of each pair keeps to a few values. */
function unmarkedUtf16(sample: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (sample.length < 4) return null;
  const zeros = [0, 0];
  for (let i = 0; i + 1 < sample.length; i++) if (sample[i] === 0) zeros[i % 2]!++;
  // Neither UTF-8 nor GB18030 text holds NUL; UTF-16 has one in each line end and digit, always on the same side.
  if (zeros[0]! + zeros[1]! < sample.length / 500) return null;
  if (zeros[1]! > 4 * zeros[0]!) return 'utf-16le';
  if (zeros[0]! > 4 * zeros[1]!) return 'utf-16be';
  return null;
}

/** The encoding a page's first bytes declare (`<meta charset>`, `<meta http-equiv>`, `<?xml encoding>`), or null. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096));
  const found = /<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{2,20})|<\?xml[^>]{0,100}?encoding=["']([\w-]{2,20})/i.exec(
    head,
  );
  return found?.[1] ?? found?.[2] ?? null;
}
