import type { Block } from './types';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Three or more blocks in a row that are links and nothing else: a list of other pages, not text of this one. */
export function markLinkLists(blocks: Mutable<Block>[], linked: readonly boolean[]): void {
  for (let at = 0; at < blocks.length; ) {
    let to = at;
    while (to < blocks.length && linked[to]) to++;
    if (to - at >= 3) for (let i = at; i < to; i++) blocks[i]!.furniture = true;
    at = Math.max(to, at + 1);
  }
}
