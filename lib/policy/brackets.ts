import { closesAt, closesWhat, loneAt, nextSign, opensAt, Sign } from '../text/chars';
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
