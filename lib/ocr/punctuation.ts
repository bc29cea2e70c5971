import { sidedQuotes } from './quotes';
import type { ReadSign } from './types';

/** Half-width signs as they stand in Chinese text. */
const WIDE: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '(': '（',
  ')': '）',
  '!': '！',
  '?': '？',
};
const CLOSING: Readonly<Record<string, string>> = {
  '〔': '〕',
  '【': '】',
  '（': '）',
  '《': '》',
  '[': ']',
  '［': '］',
  '(': ')',
};
const BRACKETS = new Set(['〕', '】', ']', '］', '）', ')']);

const HAN = /\p{Script=Han}/u;
const isHan = (sign: string | undefined): boolean =>
  sign !== undefined && /[\p{Script=Han}“”《》〔〕、。，；：（）]/u.test(sign);

/**
 * What the reading network tells apart badly, put right by what stands beside it: wide signs between Chinese ones, and
 * brackets that close as they open, 一 that fell apart.
 */
export function settled(signs: readonly ReadSign[]): ReadSign[] {
  return pairedBrackets(
    onceAround(
      ones(sidedQuotes(signs.map((read, at) => ({ ...read, sign: likeness(signs, at) ?? widened(signs, at) })))),
    ),
  );
}

/** The wide brackets of a document number are seen twice now and then, as two kinds of bracket: one stays on each side of the year. */
function onceAround(signs: readonly ReadSign[]): ReadSign[] {
  const text = signs.map(({ sign }) => sign[0] ?? ' ').join('');
  const [, before = '', open = '', close = ''] =
    /^(.*?)([[［【〔]+)(?:19|20)\d\d([\]］】〕]+)第?\d{1,5}号/.exec(text) ?? [];
  if (open.length + close.length <= 2) return [...signs];
  const from = before.length + open.length;
  return signs.filter(
    (_, at) => (at <= before.length || at >= from) && (at <= from + 4 || at >= from + 4 + close.length),
  );
}

/** Signs that look like Chinese ones, which they are where the picture said so as well, or where the word is one. */
const LIKE: Readonly<Record<string, { readonly sign: string; readonly before: RegExp }>> = {
  I: { sign: '工', before: /[业作程信会商人地资期]/ },
  '□': { sign: '口', before: /(?!)/ },
};

/** The Chinese sign that one between two Chinese signs is; null where it is what it seems. */
function likeness(signs: readonly ReadSign[], at: number): string | null {
  const { sign, others = [] } = signs[at]!;
  const like = LIKE[sign];
  const [before = '', after = ''] = [signs[at - 1]?.sign, signs[at + 1]?.sign];
  if (!like || !HAN.test(before)) return null;
  return like.before.test(after) || (others.includes(like.sign) && /[\p{Script=Han}\d]/u.test(after))
    ? like.sign
    : null;
}

const QUOTED = /[“”（）《》、]/;
const DASH = /^[-－–]$/;

/** A worn 一 is read as one dash or more; between Chinese signs no text has such dashes. Dashes of its own (——) are longer. */
function ones(signs: readonly ReadSign[]): ReadSign[] {
  const out: ReadSign[] = [];
  for (let at = 0; at < signs.length; at++) {
    const { sign } = signs[at]!;
    if (!DASH.test(sign)) {
      out.push(signs[at]!);
      continue;
    }
    let to = at;
    while (DASH.test(signs[to + 1]?.sign ?? '')) to++;
    const run = signs.slice(at, to + 1);
    const [before, after] = [out.at(-1)?.sign, signs[to + 1]?.sign];
    // One dash alone may join two names.
    const one = isHan(before) && isHan(after) && (to > at || QUOTED.test(`${before}${after}`));
    out.push(...(one ? [{ ...run[Math.floor(run.length / 2)]!, sign: '一' }] : run));
    at = to;
  }
  return out;
}

function widened(signs: readonly ReadSign[], at: number): string {
  const { sign } = signs[at]!;
  // Digits are narrow, however they were seen.
  if (sign >= '０' && sign <= '９') return sign.normalize('NFKC');
  const wide = WIDE[sign];
  if (!wide) return sign;
  const near = (step: 1 | -1): string | undefined => {
    let next = at + step;
    while (signs[next]?.sign === ' ') next += step;
    return signs[next]?.sign;
  };
  const [before, after] = [near(-1), near(1)];
  // Times (8:30) and numbers (1,000) keep theirs.
  if (/[,:]/.test(sign) && /\d/.test(before ?? '') && /\d/.test(after ?? '')) return sign;
  return isHan(before) || isHan(after) ? wide : sign;
}

/** 〔2026】 closes as it opened: the narrow ends of brackets are what is read worst. */
function pairedBrackets(signs: readonly ReadSign[]): ReadSign[] {
  const open: string[] = [];
  return signs.map((read, at) => {
    const { sign } = read;
    // Years of document numbers, whatever bracket was seen.
    if (/[[［【（(]/.test(sign) && isYear(signs, at + 1)) {
      open.push('〔');
      return { ...read, sign: '〔' };
    }
    if (sign in CLOSING) {
      open.push(sign);
      return read;
    }
    if (!BRACKETS.has(sign)) return read;
    const opened = open.pop();
    return opened === undefined ? read : { ...read, sign: CLOSING[opened]! };
  });
}

/** What issues documents by number, at the end of its mark: 云政发, 川委办, 县司函. */
const MARK = /[发办字函规]/;

/** Four digits, a closing bracket of some kind, a number and 号; behind a mark the line may end before them. */
function isYear(signs: readonly ReadSign[], from: number): boolean {
  const text = signs
    .slice(from, from + 12)
    .map(({ sign }) => sign)
    .join('');
  if (/^(?:19|20)\d\d[\]］】）〕)]第?\d{1,5}号/.test(text)) return true;
  return MARK.test(signs[from - 2]?.sign ?? '') && /^(?:19|20)\d\d[\]］】）〕)]第?\d{0,5}$/.test(text);
}
