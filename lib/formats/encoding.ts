import { decodeByLine, mostLinesAre } from './line-encoding';
import type { FormatWarning } from './types';

/** How much of a file is looked at to tell its encoding, in bytes. */
const SAMPLE = 65_536;

/** A text file as a string, its byte order mark removed. */
export interface DecodedText {
  readonly text: string;
  /** As `TextDecoder` names it: utf-8, gb18030, utf-16le … */
  readonly encoding: string;
  /** That some lines are in another encoding. */
  readonly warnings: readonly FormatWarning[];
}

/**
 * Decodes a text or HTML file.
 *
 * A byte order mark decides; then whether the bytes are valid UTF-8, which Chinese text in another encoding never is;
 * then which of what the file declares, GB18030 and Big5 gives the most ordinary text. A declaration is believed last
 * because site builders and "save as" keep the old one when they convert the bytes, and Latin labels are what programs
 * write that know no other. Lines pasted in from elsewhere are read in their own encoding.
 *
 * @param declared A label from a `<meta charset>`, if there is one.
 */
export function decode(bytes: Uint8Array, declared: string | null = null): DecodedText {
  const long = inFours(bytes);
  if (long) return { text: fromFours(bytes, long), encoding: long, warnings: [] };
  const encoding = detect(bytes, declared);
  const byLine = encoding === 'utf-8' || encoding === 'gb18030' ? decodeByLine(bytes, encoding) : null;
  if (byLine) return { text: byLine.text, encoding, warnings: [{ code: 'encoding-mixed', count: byLine.count }] };
  const text = new TextDecoder(encoding).decode(bytes);
  return { text: encoding === 'utf-8' ? (encodedOnce(text) ?? text) : text, encoding, warnings: [] };
}

/** UTF-32, by its mark, or by the two zeros of each of its signs; no decoder knows it. */
function inFours(bytes: Uint8Array): 'utf-32le' | 'utf-32be' | null {
  if (bytes.length < 8 || bytes.length % 4 > 0) return null;
  const words = Math.min(bytes.length, SAMPLE) / 4;
  if (bytes.subarray(0, SAMPLE).every((byte) => byte === 0)) return null;
  const isZero = (at: number) =>
    Array.from({ length: words }, (_, word) => bytes[4 * word + at]).every((byte) => byte === 0);
  // The third byte of a sign beyond the first plane is no zero: those of a paper are rare, and all within the first ones.
  if (bytes[3] === 0 && isZero(3) && isZero(2)) return 'utf-32le';
  return bytes[0] === 0 && isZero(0) && isZero(1) ? 'utf-32be' : null;
}

function fromFours(bytes: Uint8Array, encoding: 'utf-32le' | 'utf-32be'): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 4) {
    const code = view.getUint32(at, encoding === 'utf-32le');
    parts.push(code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd');
  }
  return parts.join('').replace(/^\ufeff/, '');
}

/** What Latin decoders make of the bytes 80 to 9f that are none of its signs. */
const LATIN = new Map(
  Array.from(
    new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 32 }, (_, at) => 128 + at)),
    (sign, at) => [sign, 128 + at],
  ),
);

/** Text that some program took for Latin and encoded a second time ("é’ç¦¾" for 青禾), encoded once; null for any other. */
function encodedOnce(text: string): string | null {
  const sample = text.slice(0, 4096);
  // Three accented letters or signs for each Chinese one, and not one that is Chinese.
  if ((sample.match(/[ä-é][\u0080-\u00bf\u0152-\u2122]{2}/g)?.length ?? 0) < 4 || /\p{Script=Han}/u.test(sample))
    return null;
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const byte = code < 256 ? code : LATIN.get(text[at]!);
    if (byte === undefined) return null;
    bytes[at] = byte;
  }
  const once = new TextDecoder('utf-8').decode(bytes);
  const broken = once.match(/\ufffd/g)?.length ?? 0;
  return broken <= once.length / 50 && /\p{Script=Han}/u.test(once) ? once : null;
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
  const unmarked = wideByItsSigns(sample);
  if (unmarked) return unmarked;
  // Damaged in places, or with lines pasted in: lines of another encoding are hardly ever valid UTF-8.
  if (mostLinesAre('utf-8', sample)) return 'utf-8';
  const label = known(declared);
  const other = label && label !== 'utf-8' && !label.startsWith('utf-16') ? [label === 'gbk' ? 'gb18030' : label] : [];
  // In doubt the first: a label that gives as ordinary a text as any other is right.
  const candidates = [...new Set([...other, 'utf-8', 'gb18030', 'big5'])];
  const scores = candidates.map((encoding) => strangeness(encoding, sample));
  return candidates[scores.indexOf(Math.min(...scores))]!;
}

function isValid(encoding: string, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Signs that official texts are full of, in either script. */
const COMMON =
  /[，。、：；（）《》〔〕的和及等一二三四五年月日人市县縣区區各部门門单單位工作责責任局政府发發关關于於]/g;

/**
 * How little a sample reads like what offices write, in one encoding: what no decoder can place, private use, and the
 * accented letters that two-byte text is full of under a Latin label, less what is common. Over the signs that are not ASCII
 * alone, so that a page's tags do not drown its text; and never more signs than bytes: a two-byte encoding that makes one
 * sign of what another makes two of is no stranger for it.
 */
function strangeness(encoding: string, sample: Uint8Array): number {
  const text = new TextDecoder(encoding).decode(sample, { stream: true }).replace(/\p{ASCII}+/gu, '');
  const impossible = text.match(/[\ufffd\ue000-\uf8ff]/g)?.length ?? 0;
  const odd = text.match(/[\u0080-\u024f\u2500-\u257f\uff61-\uff9f]/g)?.length ?? 0;
  const common = text.match(COMMON)?.length ?? 0;
  return (4 * impossible + odd - common) / Math.max(1, text.length);
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
  const bySigns = wideByItsSigns(sample);
  if (bySigns) return bySigns;
  if (zeros[1]! > 4 * zeros[0]!) return 'utf-16le';
  if (zeros[0]! > 4 * zeros[1]!) return 'utf-16be';
  return null;
}

/** UTF-16 of Chinese signs alone, without a NUL: in one order of bytes nearly all are ordinary, in the other hardly any. */
function wideByItsSigns(sample: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (sample.length < 12) return null;
  const even = sample.subarray(0, Math.min(sample.length - (sample.length % 2), 4096));
  const share = (encoding: string) => {
    const text = new TextDecoder(encoding).decode(even);
    const common = text.match(COMMON)?.length ?? 0;
    const ordinary = text.match(/[\t\r\n -~\u3000-\u303f\u4e00-\u9fff\uff00-\uff5e\u2010-\u2026]/g)?.length ?? 0;
    return common >= text.length / 20 ? ordinary / text.length : 0;
  };
  const [little, big] = [share('utf-16le'), share('utf-16be')];
  if (Math.max(little, big) < 0.95) return null;
  return little > big ? 'utf-16le' : 'utf-16be';
}

/** The encoding a page's first bytes declare (`<meta charset>`, `<meta http-equiv>`, `<?xml encoding>`), or null. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096));
  const found = /<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{2,20})|<\?xml[^>]{0,100}?encoding=["']([\w-]{2,20})/i.exec(
    head,
  );
  return found?.[1] ?? found?.[2] ?? null;
}
