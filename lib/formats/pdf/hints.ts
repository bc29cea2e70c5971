import { Inflate } from 'fflate';

/** Of one stream so much is looked at, unpacked, and of a file so much in all, in bytes. */
const MOST = 2 << 20;
const ALL = 16 << 20;
/** So far before a stream its dictionary is looked for. */
const BEFORE = 1024;

/** Streams that are no drawing of a page. */
const OTHER =
  /\/(?:Image|Length[123]|ObjStm|XRef|Metadata|ICCBased|N \d|Type1C|CIDFontType0C|OpenType|CMapName|FunctionType)\b/;

/** White, by its operators, as a number, three or four; text without ink. */
const HINT =
  /(?:^|[\s\]])(?:1(?:\.0*)?\s+(?:g|scn?)|(?:1(?:\.0*)?\s+){3}(?:rg|scn?)|(?:(?:0(?:\.0*)?|\.0+)\s+){4}(?:k|scn?)|[37]\s+Tr)\s/;

/** What sets the colour of signs, keeps and gives it back, or shows signs. */
const STEP =
  /(?:^|[\s\])>])(?:((?:[\d.]+\s+){1,4})(g|rg|k|scn?|Tr)|\/[\w.+-]{1,60}\s+(scn|cs)|(q|Q)|(Tj|TJ))(?=[\s[(<]|$)/g;

/**
 * Whether a page may hold text that is drawn in white or without ink. pdf.js tells the colours of text only with all that draws a page,
 * so that is asked for only where this says so. What is packed in another way than nearly all files are, or locked, says nothing.
 */
export function mayHide(bytes: Uint8Array): boolean {
  let left = ALL;
  for (const stream of streamsOf(bytes)) {
    const text = textOf(stream);
    left -= text.length;
    if (left < 0) return false;
    if (HINT.test(text) && showsUnseen(text)) return true;
  }
  return false;
}

const latin = (bytes: Uint8Array): string => new TextDecoder('windows-1252').decode(bytes);

interface Packed {
  readonly bytes: Uint8Array;
  readonly deflated: boolean;
}

/** The streams of a file that may draw, as they lie in it. */
function* streamsOf(bytes: Uint8Array): Generator<Packed> {
  const [word, end] = [codes('stream'), codes('endstream')];
  for (let at = find(bytes, word, 0); at >= 0; ) {
    const before = latin(bytes.subarray(Math.max(0, at - BEFORE), at));
    const dictionary = before.slice(Math.max(0, before.lastIndexOf(' obj')));
    const start = at + 6 + (bytes[at + 6] === 13 ? 1 : 0) + 1;
    const stop = find(bytes, end, start);
    if (stop < 0) return;
    const filters = dictionary.match(/\/\w+Decode\b/g) ?? [];
    const plain = filters.length === 0;
    if (!OTHER.test(dictionary) && (plain || (filters.length === 1 && filters[0] === '/FlateDecode')))
      yield { bytes: bytes.subarray(start, stop), deflated: !plain };
    at = find(bytes, word, stop + end.length);
  }
}

const codes = (word: string): number[] => [...word].map((sign) => sign.charCodeAt(0));

function find(bytes: Uint8Array, word: readonly number[], from: number): number {
  for (let at = bytes.indexOf(word[0]!, from); at >= 0; at = bytes.indexOf(word[0]!, at + 1))
    if (word.every((code, index) => bytes[at + index] === code)) return at;
  return -1;
}

/** As much of a stream as is looked at; what cannot be unpacked is empty from there on. */
function textOf({ bytes, deflated }: Packed): string {
  if (!deflated) return latin(bytes.subarray(0, MOST));
  const parts: string[] = [];
  let length = 0;
  try {
    // Behind two bytes of a head that says nothing.
    const inflate = new Inflate((chunk) => {
      parts.push(latin(chunk));
      length += chunk.length;
    });
    for (let at = 2; at < bytes.length && length < MOST; at += 65_536)
      inflate.push(bytes.subarray(at, at + 65_536), false);
  } catch {
    // Broken or locked: what came out before.
  }
  return parts.join('');
}

/** Whether signs are shown while the colour is white, or there is no ink. */
function showsUnseen(text: string): boolean {
  const saved: { white: boolean; ghost: boolean }[] = [];
  let now = { white: false, ghost: false };
  // Words without ink over a picture are those that were read from it.
  const pictures = /\sDo(?:\s|$)/.test(text);
  for (const [, numbers, operator, pattern, state, shows] of text.matchAll(STEP)) {
    if (shows && (now.white || now.ghost)) return true;
    if (state === 'q' && saved.length < 1000) saved.push(now);
    else if (state === 'Q') now = saved.pop() ?? now;
    else if (pattern) now = { ...now, white: false };
    else if (operator === 'Tr') now = { ...now, ghost: !pictures && Number(numbers) % 4 === 3 };
    else if (operator) now = { ...now, white: isWhite(numbers!.trim().split(/\s+/).map(Number)) };
  }
  return false;
}

const isWhite = (parts: readonly number[]): boolean =>
  parts.length === 4 ? parts.every((part) => part < 0.02) : parts.every((part) => part > 0.98);
