import type { FixedItem } from '../../formats/types';
import type { Ink } from './ink';

/** A run of an original page, and what it is in the document's text; null where the text leaves it out. */
export interface Run {
  readonly item: FixedItem;
  readonly text: string;
  readonly start: number | null;
}

const printed = (text: string) => text.replace(/\s+/g, '');

/**
 * The runs of a page, those of the text first and in its order, so that a selection over the page is one over the text.
 * A run's text is the document's own for its characters, so places in both are the same offsets.
 */
export function runsOf(items: readonly FixedItem[], text: string, ink: Ink): Run[] {
  const known: Run[] = [];
  const others: Run[] = [];
  for (const item of items) {
    const signs = printed(item.text);
    const start = item.ink === null || signs === '' ? null : ink.offsetOf(item.ink);
    const own = start === null ? '' : text.slice(start, ink.offsetOf(item.ink! + signs.length - 1) + 1);
    // What was cleaned away on the way must not shift all that follows.
    if (start !== null && printed(own) === signs) known.push({ item, text: own, start });
    else others.push({ item, text: item.text, start: null });
  }
  return [...known.sort((a, b) => a.start! - b.start!), ...others];
}
