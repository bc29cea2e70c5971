import { SIMPLIFIED } from './traditional';

/** Character facts the readers share. */

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  '○': 0,
  O: 0,
  Ｏ: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** 二十三 → 23, 二〇二四 → 2024, 12 → 12, １２ → 12; null for anything else. Numbers up to 9999. */
export function numeral(text: string): number | null {
  if (!text || text.length > 8) return null;
  const first = text.charCodeAt(0);
  if (first < 0x80 && text.length <= 4 && digitsOnly(text)) return Number(text);
  if (first < 0x4e00 || first > 0x9fff) {
    const plain = text.normalize('NFKC');
    if (/^\d{1,4}$/.test(plain)) return Number(plain);
  }
  let total = 0;
  let digit: number | null = null;
  let positional = '';
  let units = false;
  for (const c of text) {
    const d = digits[c];
    if (d !== undefined) {
      digit = d;
      positional += d;
      continue;
    }
    const unit = c === '十' ? 10 : c === '百' ? 100 : c === '千' ? 1000 : 0;
    if (!unit) return null;
    units = true;
    total += (digit ?? 1) * unit;
    digit = null;
  }
  if (!units) return positional.length > 4 ? null : Number(positional);
  return total + (digit ?? 0);
}

/** A set of characters by code unit: to look one up makes no string of it. */
export interface CodeSet {
  has(code: number): boolean;
}

/** Sets of characters share tables, a bit each, so that a look-up is one read of memory. */
let table = new Uint32Array(0);
let bit = 0;

/** The set of these characters. Made once, where a module is loaded. */
export function codes(characters: string): CodeSet {
  bit = (bit << 1) >>> 0;
  if (bit === 0) {
    table = new Uint32Array(0x10000);
    bit = 1;
  }
  const own = table;
  const mask = bit;
  for (const c of characters) own[c.charCodeAt(0)] = own[c.charCodeAt(0)]! | mask;
  return { has: (code) => (own[code]! & mask) !== 0 };
}

function digitsOnly(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) < 48 || text.charCodeAt(i) > 57) return false;
  return true;
}

/** What a character does to the depth of brackets and quotation marks, by code unit: 1 opens, 2 closes; +4 holds assignments. */
const kinds = new Uint8Array(0x10000);
const assigning = new Map(
  [...'（）()［］[]〔〕【】〖〗｛｝{}「」『』〘〙〚〛❨❩❲❳⟦⟧⟨⟩﹙﹚﹝﹞❪❫⦅⦆｢｣«»‹›⟪⟫＜＞<>'].map((c, i) => [
    c,
    i % 2 ? 2 : 1,
  ]),
);
const quoting = new Map([...'〈〉《》“”‘’'].map((c, i) => [c, i % 2 ? 2 : 1]));
/** Opening and closing signs that also stand alone (＜2万人): each closes only its own. */
const lone = new Map(
  [
    ['＞', '＜'],
    ['>', '<'],
  ].map(([close, open]) => [close!.charCodeAt(0), open!.charCodeAt(0)]),
);
for (const [c, k] of quoting) kinds[c.charCodeAt(0)] = k;
for (const [c, k] of assigning) kinds[c.charCodeAt(0)] = k + 4;

/**
 * What a stretch of text holds, one bit for each set of characters. A reader asks for the characters without which it
 * finds nothing before it looks closer: most paragraphs hold none of what most readers look for.
 */
export const Sign = {
  space: 1 << 0,
  /** A colon, or another sign that may part a label from its value. */
  colon: 1 << 1,
  /** A bracket that may hold assignments. */
  bracket: 1 << 2,
  /** Any opening bracket or quotation mark. */
  opening: 1 << 3,
  /** 《 */
  title: 1 << 4,
  /** # and *: Markdown. */
  markdown: 1 << 5,
  /** 月 年 季 末, without which no point of time is told. */
  time: 1 << 6,
  /** 内: within so many days. */
  within: 1 << 7,
  /** 每 任 届 按 一, with which what recurs begins. */
  recurs: 1 << 8,
  /** A character of each role word: 牵头 负责 配合 参与 参加 落实 主办 协办 协助 实施 承办 分工. */
  role: 1 << 9,
  /** 不: not listed again. */
  not: 1 << 10,
  /** A character of each word by which a sentence tells a duty: 牵头 负责 会同 配合 组织实施 具体实施 承担 归属 划归 主体 落实到. */
  speaks: 1 << 11,
  /** What a point of time may begin with. */
  timeStart: 1 << 12,
  // With which the set phrases of the genre begin: 现印发给你们, 请认真贯彻, 制定本方案 or 提出以下意见, 通知如下, 自印发之日起, 本办法所称.
  now: 1 << 13,
  please: 1 << 14,
  drawn: 1 << 15,
  follows: 1 << 16,
  since: 1 << 17,
  own: 1 << 18,
  /** 要 应 须 需 请, 责 of 责成 and 托 of 委托, 由, by which a sentence asks somebody to act. */
  asks: 1 << 19,
  /** A sign that is read as another digit or ideograph: see `folded`. */
  lookalike: 1 << 20,
} as const;

const signs: readonly (readonly [number, string])[] = [
  [
    Sign.space,
    ' \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\ufe00\ufe01\ufe02\ufe03\ufe04\ufe05\ufe06\ufe07\ufe08\ufe09\ufe0a\ufe0b\ufe0c\ufe0d\ufe0e\ufe0f',
  ],
  [Sign.colon, '：:︰∶﹕꞉→➔➜⇒⟶＝=▶►▷｜|—–⇢>▏∥‖¦'],
  [
    Sign.bracket,
    [...assigning]
      .filter(([, k]) => k === 1)
      .map(([c]) => c)
      .join(''),
  ],
  [
    Sign.opening,
    [...assigning, ...quoting]
      .filter(([, k]) => k === 1)
      .map(([c]) => c)
      .join(''),
  ],
  [Sign.title, '《'],
  [Sign.markdown, '#*'],
  [Sign.time, '月年季末'],
  [Sign.within, '内'],
  [Sign.recurs, '每任届按一'],
  [Sign.role, '牵负配参落主协施承分'],
  [Sign.not, '不'],
  [Sign.speaks, '牵负同配施担属归体落'],
  [Sign.now, '现'],
  [Sign.please, '请'],
  [Sign.drawn, '制提'],
  [Sign.follows, '如'],
  [Sign.since, '自'],
  [Sign.own, '本'],
  [Sign.asks, '要应须需请责托由'],
  [Sign.timeStart, '0123456789一二三四五六七八九十今本当明次翌来后年上下第前“"\'‘'],
];
const signTable = new Uint32Array(0x10000);
for (const [sign, characters] of signs)
  for (const c of characters) signTable[c.charCodeAt(0)] = signTable[c.charCodeAt(0)]! | sign;

for (const [from, to] of [
  [0xff10, 0xff19],
  [0x2e80, 0x2fd5],
  [0xf900, 0xfaff],
  // Vertical, small and half-width forms of Chinese signs: ︰ ﹑ ﹔ ｡ ､ ｢.
  [0xfe10, 0xfe19],
  [0xfe35, 0xfe44],
  [0xfe47, 0xfe48],
  [0xfe50, 0xfe66],
  [0xff61, 0xff65],
] as const)
  for (let c = from; c <= to; c++) signTable[c] = signTable[c]! | Sign.lookalike;
// Signs whose neighbours say what they stand for: , ; : . and the frame of a keycap.
for (const c of ',;:.\u20e3') signTable[c.charCodeAt(0)] = signTable[c.charCodeAt(0)]! | Sign.lookalike;
for (const c of SIMPLIFIED.keys()) signTable[c.charCodeAt(0)] = signTable[c.charCodeAt(0)]! | Sign.lookalike;
/** A digit in full width is a digit wherever one is looked for. */
for (let c = 0xff10; c <= 0xff19; c++) signTable[c] = signTable[c]! | Sign.timeStart;

/** The signs in `[start, end)` of a text. Cost: linear, about a nanosecond a character. */
export function signsIn(text: string, start = 0, end = text.length): number {
  let found = 0;
  for (let i = start; i < end; i++) found |= signTable[text.charCodeAt(i)]!;
  return found;
}

/** Where the next character of a sign stands, at `from` or behind it; -1 where none does. */
export function nextSign(text: string, from: number, sign: number): number {
  for (let i = from; i < text.length; i++) if (signTable[text.charCodeAt(i)]! & sign) return i;
  return -1;
}

export const hasSign = (text: string, i: number, sign: number): boolean =>
  (signTable[text.charCodeAt(i)]! & sign) !== 0;

/** 1 for an opening bracket or quotation mark at `i`, -1 for a closing one, 0 otherwise. */
export function stepAt(text: string, i: number): -1 | 0 | 1 {
  const k = kinds[text.charCodeAt(i)]! & 3;
  return k === 0 ? 0 : k === 1 ? 1 : -1;
}

/** Round, square or hexagonal bracket at `i`: the kinds that hold assignments, mixed widths alike. */
export const opensAt = (text: string, i: number): boolean => kinds[text.charCodeAt(i)] === 5;
export const closesAt = (text: string, i: number): boolean => kinds[text.charCodeAt(i)] === 6;

/** Does the closing sign at `i` close what the opening sign at `open` opened? Widths and shapes may be mixed. */
export function closesWhat(text: string, open: number, i: number): boolean {
  const own = lone.get(text.charCodeAt(i));
  return own === undefined ? !loneOpen.has(text.charCodeAt(open)) : text.charCodeAt(open) === own;
}
const loneOpen = new Set(lone.values());
/** An opening sign that may stand alone. */
export const loneAt = (text: string, i: number): boolean => loneOpen.has(text.charCodeAt(i));

export const isOpen = (c: string): boolean => c !== '' && kinds[c.charCodeAt(0)] === 5;
export const isClose = (c: string): boolean => c !== '' && kinds[c.charCodeAt(0)] === 6;

/** Every bracket of a short text is closed in it, and closes something. */
export function isBalanced(text: string): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (opensAt(text, i)) depth++;
    else if (closesAt(text, i) && --depth < 0) return false;
  }
  return depth === 0;
}

/** NFKC for comparing, white space out. */
export const fold = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '');
