import { codes, hasSign, Sign } from '../text/chars';
import { isOrgan } from './organ';

const separators = codes('、，,；;/／|｜。\n');

/** A sign that no name begins or ends with: ★ ☆ ● : · —. Brackets and quotation marks may. */
export const isOrnament = (code: number): boolean =>
  (code < 0x80 && !/[\w()[\]{}"'<>]/.test(String.fromCharCode(code))) ||
  (code >= 0x2010 && code <= 0x2bff && !(code >= 0x2018 && code <= 0x201f) && !(code >= 0x2460 && code <= 0x24ff)) ||
  (code >= 0x3001 && code <= 0x3003) ||
  (code >= 0xff01 && code <= 0xff0f && code !== 0xff08 && code !== 0xff09) ||
  (code > 0x80 && others.has(code));

/** Signs that stand apart from those blocks. */
const others = codes('§¦¨¬¯°±´¶·¸×÷〒〓〜〰・･：＝＠＼＾＿｀｜～￠￡￢￣￥⸺⸻﹉﹍﹏﹑﹒﹕﹟﹠﹡﹢﹣﹨﹪﹫');

/** Behind the ornaments at `from`, pictures (📌) among them, but not behind `to`. */
export function behindOrnaments(text: string, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (isOrnament(code)) at++;
    else if (code >= 0xd83c && code <= 0xd83e) at += 2;
    else break;
  }
  return Math.min(at, to);
}

/** A sign that may stand before a label or behind it: an ornament, or > of an arrow, which is none because it closes as well. */
export const setsOff = (code: number): boolean => isOrnament(code) || code === 0x3e;

/** 2031/8/31: between figures a stroke parts no names. */
const isInDate = (text: string, at: number): boolean =>
  (text[at] === '/' || text[at] === '／') && /^\d.\d/.test(text.slice(at - 1, at + 2));

/** Any other sign between two names parts them as 、 does: 县司法局＋县财政局. */
const isJoiningSign = (text: string, from: number, at: number): boolean =>
  isOrnament(text.charCodeAt(at)) &&
  (!hasSign(text, at, Sign.colon) || isDashBetween(text, at)) &&
  at > from + 1 &&
  !roleBehind.test(text.slice(at + 1, at + 8)) &&
  isOrgan(text.slice(from, at));

/** 县司法局—县财政局, 县司法局→县财政局: a dash or an arrow parts names where a name stands behind it as well; else what the unit does does. */
const isDashBetween = (text: string, at: number): boolean =>
  dashes.has(text.charCodeAt(at)) &&
  isOrgan(/^[—–]?([^、，,；;。：:（）—–→➔➜➝⇒⟶＝=▶►▷⇢>\s]{2,30})/.exec(text.slice(at + 1, at + 33))?.[1] ?? '');
const dashes = codes('—–→➔➜➝⇒⟶＝=▶►▷⇢>▏∥‖¦');

/** A role behind a sign goes with the name before it: 县教育局·主. */
const roleBehind =
  /^(?:[主牵配协参责承]|牵头|主责|主办|配合|协同|协办|协助|参与|参加|责任|负责|承办)(?:$|[、，,；;）)〕\]］】])/;

/** ①甲局②乙局, (1)甲局(2)乙局: does the number of a member stand at `at`, behind a name that began at `from`? */
export const beginsNumbered = (text: string, from: number, at: number): boolean =>
  mayNumber.has(text.charCodeAt(at)) &&
  at > from + 1 &&
  /^(?:[①-⑳]|[（(]\d{1,2}[）)])[\u4e00-\u9fff]/.test(text.slice(at, at + 5)) &&
  isOrgan(text.slice(from, at).replace(/^(?:[①-⑳]|[（(]\d{1,2}[）)])/, ''));
const mayNumber = codes('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳（(');

/** Does the sign at `at` part two names of a list, the last of which began at `from`? */
export const partsNames = (text: string, from: number, at: number): boolean =>
  (separators.has(text.charCodeAt(at)) && !isInDate(text, at)) || isJoiningSign(text, from, at);
