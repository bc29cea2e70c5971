/** Signs of the two levels of GB 2312 and of Big5: nearly all of any text of our days. Made when first asked for. */
let ordinary: ReadonlySet<string> | null = null;

function ordinarySigns(): ReadonlySet<string> {
  if (ordinary) return ordinary;
  const made = new Set<string>();
  const add = (encoding: string, leads: readonly [number, number], trails: readonly [number, number]) => {
    const decoder = new TextDecoder(encoding);
    for (let lead = leads[0]; lead <= leads[1]; lead++)
      for (let trail = trails[0]; trail <= trails[1]; trail++) made.add(decoder.decode(new Uint8Array([lead, trail])));
  };
  add('gb18030', [0xb0, 0xf7], [0xa1, 0xfe]);
  add('big5', [0xa4, 0xc6], [0x40, 0xfe]);
  ordinary = made;
  return made;
}

/** Signs that a text of our days has by itself: Chinese ones of the usual sets, figures, marks of punctuation, boxes. */
export const isOrdinary = (sign: string): boolean =>
  /[\x20-\x7e\u00b0\u00b1\u00b7\u00d7\u00f7\u2010-\u206f\u2100-\u218f\u2190-\u27bf\u2e80-\u2fdf\u3000-\u303f\u3200-\u33ff\ufe10-\ufe4f\uff01-\uffee\ue000-\uf8ff]/.test(
    sign,
  ) || ordinarySigns().has(sign);

/** Too little to tell. */
const FEWEST = 8;

/** How often each sign stands in a text, white space and empty codes left out: a font may have set a hundred thousand. */
class Tally {
  readonly times: readonly (readonly [sign: string, count: number])[];
  readonly all: number;

  constructor(text: string) {
    const counts = new Map<number, number>();
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    const times = [...counts].map(([code, count]) => [String.fromCharCode(code), count] as const);
    this.times = times.filter(([sign]) => !/[\s\0]/.test(sign));
    this.all = this.times.reduce((sum, [, count]) => sum + count, 0);
  }

  /** How many of them are of a kind. */
  count(isOne: (sign: string) => boolean): number {
    return this.times.reduce((sum, [sign, count]) => (isOne(sign) ? sum + count : sum), 0);
  }

  share(signs: RegExp): number {
    return this.count(among(signs)) / this.all;
  }

  /** The signs of a kind, each once. */
  kinds(signs: RegExp): string[] {
    return this.times.flatMap(([sign]) => (among(signs)(sign) ? [sign] : []));
  }
}

/** Whatever place a global expression remembers. */
const among = (signs: RegExp) => (sign: string) => sign.search(signs) >= 0;

/**
 * Whether a text is no text but codes of a font that does not say what its signs mean: control signs, private use, signs
 * beyond any language, Chinese signs that hardly occur, or ASCII as nobody writes it.
 *
 * @param text all that is set in one font, as the file has it
 */
export function isNoise(text: string): boolean {
  const printed = new Tally(text);
  if (printed.all === 0) return false;
  if (printed.all < FEWEST) return printed.share(STRANGE) > 0.5;
  if (printed.share(CONTROL) > 0.2) return true;
  if (printed.share(PRIVATE) > 0.5 && printed.kinds(PRIVATE).length > FEWEST) return true;
  if (isOneSign(printed) || blocksOf(printed) >= 4) return true;
  if (printed.share(/[\u00a1-\u00b6\u00b8-\u00d6\u00d8-\u024f]/) > 0.5) return true;
  const isHan = among(/[\u3400-\u9fff]/);
  const han = printed.count(isHan);
  if (han >= 20) {
    const known = ordinarySigns();
    if (printed.count((sign) => isHan(sign) && !known.has(sign)) / han > 0.25) return true;
    return han >= 200 && printed.count(among(COMMON)) / han < 0.015;
  }
  return han < printed.all * 0.1 && isAsciiNoise(text);
}

/** Of any text some signs are these, names of people included. */
const COMMON =
  /[的和及等一二三四五六七八九十年月日人市县县区区各部门单单位工作责任局政府发展关于为在有是以国地建设管理加强推进实施完成落实水产业农业安全服务项目王李张张刘刘陈陈杨杨赵赵黄周吴]/g;

/** Signs of scripts that stand in our papers by the sentence or not at all: a few of them alone are codes. */
const STRANGE =
  /[\u0100\u0102-\u0112\u0114-\u011a\u011c-\u012a\u012c-\u0143\u0145-\u0147\u0149-\u014c\u014e-\u016a\u016c-\u01cd\u01cf\u01d1\u01d3\u01dd-\u0250\u0252-\u036f\u0400-\u1fff\u2440-\u245f\u2800-\u28ff\u2c00-\u2dff\ua000-\uabff\ufb07-\ufdff\ufffd]/g;

/** A map that leads all codes to one sign: a box, a question mark, 口. */
function isOneSign({ times, all }: Tally): boolean {
  if (all < 30) return false;
  const [sign, most] = times.reduce((best, entry) => (entry[1] > best[1] ? entry : best));
  return most > 0.8 * all && /[\u3400-\u9fff□?？�]/.test(sign);
}

/** How many blocks of letters beyond Latin a text has signs of: codes run through them all. */
const blocksOf = (text: Tally): number =>
  new Set(text.kinds(/[\u0180-\u036f\u0400-\u1fff]/).map((sign) => sign.charCodeAt(0) >> 7)).size;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
export const CONTROL = /[\u0001-\u0008\u000e-\u001f\u007f-\u009f\ufffd]/g;
export const PRIVATE = /[\ue000-\uf8ff]/g;

/** Leaders and rules repeat one sign; formulas use few; addresses and words are known by their form. */
function isAsciiNoise(text: string): boolean {
  const plain = text
    .replace(/(?:https?:|www\.)\S+/g, ' ')
    .replace(/\S+/g, withoutMail)
    .replace(/(.)\1{2,}/g, '$1');
  const ascii = plain.match(/[!-~]/g) ?? [];
  if (ascii.length < 12 || new Set(ascii).size < FEWEST) return false;
  // Figures with whatever stands between them, as in the cipher of an invoice.
  if (ascii.filter((sign) => /\d/.test(sign)).length > ascii.length / 2) return false;
  const odd = ascii.filter((sign) => /[!"#$&'*;<=>?@\\^_`{|}~]/.test(sign)).length / ascii.length;
  const words = plain.match(/[A-Za-z0-9]*[A-Za-z][A-Za-z0-9]*/g)?.filter((word) => word.length >= 4) ?? [];
  const strange = words.filter(
    (word) => !/[aeiouy]/i.test(word) || /[a-z][A-Z].*[a-z][A-Z]|[a-z]\d[A-Za-z]/.test(word),
  );
  const strangeness = strange.length / Math.max(1, words.length);
  // Code and markup are full of signs, too, but of known words as well.
  if (odd > 0.15) return words.length < 3 || strangeness > 0.35;
  return words.length >= 6 && strangeness > 0.6;
}

/** A word without the mail address in it. By hand: an expression for one takes the cube of the length of what is none. */
function withoutMail(word: string): string {
  const at = word.indexOf('@', 1);
  if (at < 0) return word;
  let dot = word.lastIndexOf('.');
  while (dot > at + 1 && !/\w/.test(word[dot + 1] ?? '')) dot = word.lastIndexOf('.', dot - 1);
  return dot > at + 1 ? ` ${word.slice(dot + 1).replace(/^\w+/, '')}` : word;
}
