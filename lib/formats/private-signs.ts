/** Signs of the private area; those of Word's fonts of signs are known (`symbols.ts`). */
const OWN = '\\ue000-\\uf01f\\uf100-\\uf8ff';
const HAN = '\\u3400-\\u9fff';
const RUN = new RegExp(`[${OWN}]+`, 'g');
const IS_HAN = new RegExp(`[${HAN}]`);
/** Inside words: an icon stands by itself. */
const isBeside = (text: string, start: number, end: number): boolean =>
  IS_HAN.test(text[start - 1] ?? '') || IS_HAN.test(text[end] ?? '');
const WRITTEN = /&#(?:x([ef][\da-f]{3})|(5[7-9]\d{3}|6[0-3]\d{3}));/gi;

/** What printers set for a sign that they lack. */
const LACKING = '〓';

/**
 * HTML in which signs that only a font of the file or the site knows are seen to be missing, and how many there are: what they mean
 * stands nowhere, and a name without them is another name (县局).
 */
export function withPrivateSeen(html: string): { readonly html: string; readonly count: number } {
  const plain = html.includes('&#')
    ? html.replace(WRITTEN, (all, hex?: string, decimal?: string) => {
        const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
        return code >= 0xe000 && code <= 0xf8ff ? String.fromCharCode(code) : all;
      })
    : html;
  let count = 0;
  const seen = plain.replace(RUN, (signs, at: number) => {
    if (!isBeside(plain, at, at + signs.length)) return signs;
    count += signs.length;
    return LACKING.repeat(signs.length);
  });
  return count > 0 ? { html: seen, count } : { html, count };
}
