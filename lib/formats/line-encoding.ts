/** Lines in another encoding than their file's. */
export interface ByLine {
  readonly text: string;
  /** How many lines were in the other one. */
  readonly count: number;
}

/** A Chinese sign, full-width punctuation, or what else stands in Chinese text beside ASCII. */
const ORDINARY =
  /^[\p{ASCII}\u00a0\u00b7\u2010-\u2027\u2030-\u203b\u2103\u2460-\u2473\u3000-\u303f\u4e00-\u9fff\uff00-\uff5e]*$/u;

/** Fewer signs than this may be valid in the other encoding by chance. */
const fewest = 3;

/**
 * A UTF-8 text with lines in GB18030 in it, or the other way round, as programs leave it that append to a file. Only lines
 * that are invalid in the file's encoding (or, in a GB18030 file, valid UTF-8) and read as ordinary Chinese in the other
 * are taken; null where there is none, which costs one look at the bytes.
 */
export function decodeByLine(bytes: Uint8Array, encoding: 'utf-8' | 'gb18030'): ByLine | null {
  if (encoding === 'utf-8' && whole('utf-8', bytes) !== null) return null;
  const other = encoding === 'utf-8' ? 'gb18030' : 'utf-8';
  const main = new TextDecoder(encoding);
  const out: string[] = [];
  let count = 0;
  for (const line of linesOf(bytes)) {
    const foreign = isAscii(line) ? null : foreignLine(line, encoding, other);
    if (foreign !== null) count++;
    out.push(foreign ?? main.decode(line));
  }
  return count > 0 ? { text: out.join('').replace(/^\ufeff/, ''), count } : null;
}

/** Whether more than half of the lines that are not ASCII alone are valid in an encoding. */
export function mostLinesAre(encoding: string, bytes: Uint8Array): boolean {
  let all = 0;
  let valid = 0;
  for (const line of linesOf(bytes)) {
    if (isAscii(line)) continue;
    all++;
    if (whole(encoding, line) !== null) valid++;
  }
  return valid > all / 2;
}

/** Lines with their ends. In the encodings in question a byte of 10 is a line feed and nothing else. */
function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; ) {
    const feed = bytes.indexOf(0x0a, from);
    const to = feed < 0 ? bytes.length : feed + 1;
    yield bytes.subarray(from, to);
    from = to;
  }
}

function foreignLine(line: Uint8Array, encoding: 'utf-8' | 'gb18030', other: 'utf-8' | 'gb18030'): string | null {
  if (encoding === 'utf-8' && whole('utf-8', line) !== null) return null;
  const text = whole(other, line);
  if (text === null || !ORDINARY.test(text)) return null;
  return text.replace(/\p{ASCII}/gu, '').length >= fewest ? text : null;
}

const isAscii = (line: Uint8Array): boolean => line.every((byte) => byte < 0x80);

/** The text of bytes that are valid in an encoding throughout. */
function whole(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
