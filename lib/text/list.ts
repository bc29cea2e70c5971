const DIGITS = '零一二三四五六七八九';

/** 1 to 9999 in Chinese numerals; beyond, digits. */
export function chineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 9999) return String(value);
  if (value === 0) return '零';
  let out = '';
  let gap = false;
  for (const [unit, sign] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) {
      gap = out !== '';
      continue;
    }
    if (gap) out += '零';
    gap = false;
    out += (digit === 1 && unit === 10 && out === '' ? '' : DIGITS[digit]) + sign;
  }
  return out;
}

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let out = '';
  for (const [size, sign] of [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ] as const) {
    while (rest >= size) {
      out += sign;
      rest -= size;
    }
  }
  return out;
}

function letters(value: number): string {
  if (value < 1) return String(value);
  let out = '';
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    out = String.fromCharCode(97 + ((rest - 1) % 26)) + out;
  }
  return out;
}

/** The `type` attribute of `<ol>` and `<li>` as a list style. */
const TYPES: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
};

/** A number as a counter style writes it, without what lists put behind it; styles that we do not know write digits. */
export function numeral(style: string, value: number): string {
  switch (style) {
    case 'decimal-leading-zero':
      return `${value >= 0 && value < 10 ? '0' : ''}${value}`;
    case 'lower-alpha':
    case 'lower-latin':
      return letters(value);
    case 'upper-alpha':
    case 'upper-latin':
      return letters(value).toUpperCase();
    case 'lower-roman':
      return roman(value);
    case 'upper-roman':
      return roman(value).toUpperCase();
    case 'cjk-ideographic':
    case 'simp-chinese-informal':
    case 'trad-chinese-informal':
    case 'cjk-decimal':
      return chineseNumber(value);
    default:
      return String(value);
  }
}

/**
 * The marker of an ordered list's item as browsers draw it, or undefined where none is drawn or it is a mere bullet.
 * Counter styles: https://www.w3.org/TR/css-counter-styles-3/
 */
export function markerOf(style: string, value: number): string | undefined {
  if (/^(?:none|disc|circle|square)$/.test(style)) return undefined;
  // A quoted string is printed as it is: list-style-type: "（一）".
  const quoted = /^"((?:[^"\\]|\\.)*)"$/.exec(style)?.[1];
  if (quoted !== undefined) return quoted.trim() || undefined;
  return `${numeral(style, value)}${/^(?:cjk|simp-chinese|trad-chinese)-/.test(style) ? '、' : '.'}`;
}

const integer = (text: string | null): number | null =>
  text !== null && /^\s*[+-]?\d{1,9}\s*$/.test(text) ? Number.parseInt(text, 10) : null;

/** Counts the items of one list. */
export interface ListCounter {
  readonly ordered: boolean;
  readonly style: string;
  /** The value of the next item, given its element. */
  next(item: Element): number;
}

/** A counter for an `<ol>` (or, without numbers, a `<ul>`/`<menu>`). */
export function listCounter(list: Element): ListCounter {
  const ordered = list.localName === 'ol';
  const reversed = ordered && list.hasAttribute('reversed');
  let items = 0;
  if (reversed)
    for (let at = list.firstElementChild; at; at = at.nextElementSibling) if (at.localName === 'li') items++;
  const step = reversed ? -1 : 1;
  let value = (integer(list.getAttribute('start')) ?? (reversed ? items : 1)) - step;
  return {
    ordered,
    style: ordered ? (TYPES[list.getAttribute('type') ?? '1'] ?? 'decimal') : 'disc',
    next(item) {
      value = integer(item.getAttribute('value')) ?? value + step;
      return value;
    },
  };
}
