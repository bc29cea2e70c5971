import { closesAt, closesWhat, codes, loneAt, nextSign, opensAt, Sign, stepAt } from '../text/chars';
import { endsOfSentence } from '../text/sentence';
import type { Strand } from '../text/strand';

/** A bracket group with its brackets, half open. */
export interface BracketGroup {
  readonly start: number;
  readonly end: number;
}

const none: readonly never[] = [];

/** Outermost bracket groups of any shape; an opening bracket that is never closed hides nothing after it. Linear. */
export function bracketGroups({ text, signs }: Strand): readonly BracketGroup[] {
  if ((signs & Sign.bracket) === 0) return none;
  const groups: BracketGroup[] = [];
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
  return groups;
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
  return start < 0 || start >= last - 2 ? null : { start, end };
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
