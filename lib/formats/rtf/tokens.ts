/** What an RTF file is made of (Rich Text Format 1.9.1). */
export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'word'; readonly word: string; readonly value: number | null }
  /** A byte of text, in the code page that holds. */
  | { readonly kind: 'byte'; readonly byte: number };

const letter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const digit = (code: number) => code >= 48 && code <= 57;

/** The tokens of a file, in order. Line ends of the file are none; what is cut off ends the list. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  for (let at = 0; at < bytes.length; at++) {
    const code = bytes[at]!;
    if (code === 0x7b) yield { kind: 'open' };
    else if (code === 0x7d) yield { kind: 'close' };
    else if (code === 0x5c) {
      const next = bytes[at + 1] ?? 0;
      if (next === 0x27) {
        const byte = Number.parseInt(String.fromCharCode(bytes[at + 2] ?? 0, bytes[at + 3] ?? 0), 16);
        if (!Number.isNaN(byte)) yield { kind: 'byte', byte };
        at += 3;
      } else if (letter(next)) {
        let to = at + 1;
        while (letter(bytes[to] ?? 0)) to++;
        let end = to;
        if (bytes[end] === 0x2d) end++;
        while (digit(bytes[end] ?? 0)) end++;
        const number = Number.parseInt(text(bytes, to, end), 10);
        const word = text(bytes, at + 1, to);
        yield { kind: 'word', word, value: Number.isNaN(number) ? null : number };
        // One blank after a word belongs to it.
        at = bytes[end] === 0x20 ? end : end - 1;
        // What a picture holds as it is is no text.
        if (word === 'bin' && number > 0) at += number;
      } else {
        yield { kind: 'word', word: String.fromCharCode(next), value: null };
        at++;
      }
    } else if (code !== 0x0a && code !== 0x0d && code !== 0) yield { kind: 'byte', byte: code };
  }
}

const text = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
