import { closesAt, closesWhat, codes, loneAt, nextSign, opensAt, Sign, stepAt } from '../text/chars';
import { endsOfSentence } from '../text/sentence';
import type { Strand } from '../text/strand';

interface Range {
  readonly start: number;
  readonly end: number;
}

/** A bracket group with its brackets, half open. */
export interface BracketGroup extends Range {
  /** What it holds, without brackets around the whole of it: （（甲局牵头））. */
  readonly inside: Range;
}

const none: readonly never[] = [];

/**
 * Outermost bracket groups of any shape. An opening bracket that is never closed hides nothing after it; in the last sentence it closes
 * where that ends. Linear.
 */
export function bracketGroups(strand: Strand): readonly BracketGroup[] {
  const groups = realBrackets(strand);
  // Brackets or labels beside them divide the work: then what is quoted is a saying.
  const divided = groups.length > 0 || /(?:单位|部门)[：:]/.test(strand.text);
  const quoted = divided || (strand.signs & Sign.opening) === 0 ? none : quotedGroups(strand.text);
  return quoted.length ? quoted : groups;
}

/** …改造。“甲局牵头，乙局配合”2.…: what is quoted right behind a sentence is set off from it as a bracket does. */
function quotedGroups(text: string): readonly BracketGroup[] {
  const found: BracketGroup[] = [];
  for (const { index } of text.matchAll(quotedBehind)) {
    const start = index + 1;
    const last = start < (found.at(-1)?.end ?? 0) ? -1 : quoteBehind(text, start);
    if (last > start + 3 && setsApart(text, start, last))
      found.push({ start, end: last + 1, inside: { start: start + 1, end: last } });
  }
  return found;
}

/** Where the quotation that opens at `open` closes; -1 where it does not. */
function quoteBehind(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < Math.min(text.length, open + longestClosing); at++) {
    depth += stepAt(text, at);
    if (depth === 0) return at;
  }
  return -1;
}

/** What is quoted ends a sentence or says its role, and asks nobody: “县林业局”品牌建设, “请水利局牵头” are words that are quoted. */
function setsApart(text: string, start: number, last: number): boolean {
  const quoted = text.slice(start + 1, last);
  if (/请|要(?!素)|应(?!急)|须|关于/.test(quoted)) return false;
  const behind = text[last + 1] ?? '。';
  return '。；，'.includes(behind) || /\d/.test(behind) || /(?:牵头|负责|配合|参加|参与|落实)$/.test(quoted);
}
const quotedBehind = /[。；！？](?=[“‘〈])/g;

/** Groups in brackets that are no quotation marks. */
function realBrackets({ text, signs }: Strand): readonly BracketGroup[] {
  if ((signs & Sign.bracket) === 0 && !closesAt(text, endsOfSentence(text) - 1)) return none;
  const groups: Range[] = [];
  const stack: number[] = [];
  for (let i = nextSign(text, 0, Sign.bracket); i >= 0 && i < text.length; i++) {
    if (opensAt(text, i)) stack.push(i);
    else if (stack.length && closesAt(text, i)) {
      const start = opened(text, stack, i);
      if (start < 0) continue;
      while (groups.length && groups.at(-1)!.start > start) groups.pop();
      groups.push({ start, end: i + 1 });
    }
  }
  const odd = leftOpen(text, stack) ?? neverOpened(text, groups);
  const whole = odd ? groups.filter(({ start }) => start < odd.start) : groups;
  const found = whole.map(({ start, end }) => ({ start, end, inside: within(text, start + 1, end - 1) }));
  return odd ? [...found, odd] : found;
}

/** The last sentence, where the bracket that closes it was never opened: …改造。牵头单位：甲局）. Null where there is none. */
function neverOpened(text: string, groups: readonly Range[]): BracketGroup | null {
  const end = endsOfSentence(text);
  const last = end - 1;
  if (last < 4 || !closesAt(text, last) || loneAt(text, last) || groups.at(-1)?.end === end) return null;
  const start = text.lastIndexOf('。', last) + 1;
  return start === 0 || last - start > longestClosing ? null : { start, end, inside: { start, end: last } };
}

/** Nobody sets more brackets around one thing; to look at all of a thousand would cost the square of their number. */
const mostDoubled = 3;

/** `[start, end)` without brackets around the whole of it. */
function within(text: string, start: number, end: number): Range {
  let from = start;
  let to = end;
  for (let k = 0; k < mostDoubled && to - from > 4 && opensAt(text, from); k++) {
    if (closing(text, from, to) !== to - 1) break;
    from++;
    to--;
  }
  return { start: from, end: to };
}

/** The first bracket of the last sentence that is never closed: …改造。（牵头单位：甲局. Null where there is none. */
function leftOpen(text: string, open: readonly number[]): BracketGroup | null {
  if (!open.length) return null;
  const end = endsOfSentence(text);
  const floor = Math.max(end - longestClosing, text.lastIndexOf('。', end - 1));
  const start = open.find((at) => at > floor && !loneAt(text, at));
  return start === undefined || start > end - 4 ? null : { start, end, inside: { start: start + 1, end } };
}

/** What the closing sign at `i` closes, taken off the stack; -1 where it closes nothing. ＜ means "less than" as well. */
function opened(text: string, stack: number[], i: number): number {
  while (stack.length && !closesWhat(text, stack.at(-1)!, i) && loneAt(text, stack.at(-1)!)) stack.pop();
  return stack.length && closesWhat(text, stack.at(-1)!, i) ? stack.pop()! : -1;
}

/** Where the bracket that opens at `open` closes before `end`; -1 where it does not. */
export function closing(text: string, open: number, end: number): number {
  let depth = 0;
  for (let i = open; i < end; i++) {
    if (opensAt(text, i)) depth++;
    else if (closesAt(text, i) && --depth === 0) return i;
  }
  return -1;
}

/** Longest closing between signs that are no brackets. */
const longestClosing = 400;
/** Signs that enclose where one stands before and one behind: *甲局牵头*, /甲局牵头/. */
const alike = codes('*＊/／|｜~～_#＃^=＝+＋$&%');

/**
 * What a paragraph ends with between quotation marks or between two signs that are alike: …全覆盖。《牵头单位：甲局》 ·
 * …全覆盖。*甲局牵头*. Null where it ends otherwise. Whether it divides work, its words must say. Cost: linear at most.
 */
export function closingGroup({ text }: Strand): BracketGroup | null {
  const end = endsOfSentence(text);
  const last = end - 1;
  if (last < 3 || closesAt(text, last)) return null;
  const start = stepAt(text, last) < 0 ? quoteBefore(text, last) : alikeBefore(text, last);
  return start < 0 || start >= last - 2 ? null : { start, end, inside: { start: start + 1, end: last } };
}

/** Where the quotation that closes at `last` opens; -1 where it does not. */
function quoteBefore(text: string, last: number): number {
  let depth = 0;
  for (let at = last; at >= Math.max(0, last - longestClosing); at--) {
    depth -= stepAt(text, at);
    if (depth === 0) return at;
  }
  return -1;
}

/** The first of the signs like that at `last` that stands behind the last 。; -1 where it is no such sign or stands alone. */
function alikeBefore(text: string, last: number): number {
  if (!alike.has(text.charCodeAt(last))) return -1;
  let from = last;
  while (from > 0 && text[from - 1] === text[last]) from--;
  const floor = Math.max(0, last - longestClosing, text.lastIndexOf('。', from - 1));
  const at = text.indexOf(text[last]!, floor);
  return at < from ? at : -1;
}
