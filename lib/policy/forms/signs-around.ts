import { hasSign, Sign } from '../../text/chars';
import { tick } from '../legend';

/** Signs that may stand before the units: ～甲局, >>甲局, #甲局, @甲局, ｜甲局, “甲局”. */
export const signed = /[~～>＞»›#＃@＠|｜☞✦“"‘'《〈<＜^＾$￥&＆*＊]/;

const signs = new RegExp(`${signed.source}+`, 'g');

/** Where signs stand behind `from`, each row of them once. */
export const signsOf = (text: string, from: number): number[] =>
  [...text.matchAll(signs)].map((m) => m.index).filter((at) => at > from);

/** Where the signs before `at` begin. */
export function withoutSigns(text: string, at: number): number {
  let from = at;
  while (
    from > 0 &&
    (signed.test(text[from - 1]!) || tick.test(text[from - 1]!) || hasSign(text, from - 1, Sign.colon))
  )
    from--;
  return from;
}

/** Where the signs that begin at `at` end. */
export function behindSigns(text: string, at: number): number {
  let to = at;
  while (to < text.length && signed.test(text[to]!)) to++;
  return to;
}

/** Where the signs that close what they opened begin: 县财政局> , 县财政局”. */
export function beforeSigns(text: string, to: number): number {
  let end = to;
  while (end > 0 && /[>＞»›”"'’》〉|｜]/.test(text[end - 1]!)) end--;
  return end;
}
