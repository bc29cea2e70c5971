import MarkJs from 'mark.js';
import type { Span } from '../../../lib/text/types';

/**
 * The least that any reader of a page must do: visit its text nodes once and join their data. What the figures of other
 * rooms are held against.
 */
export function walkAndJoin(root: Node): string {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const parts: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) parts.push((node as Text).data);
  return parts.join('');
}

/** The usual way to mark spans: one `markRanges` of mark.js over the whole. Offsets run over its text nodes. */
export function markRanges(root: HTMLElement, spans: readonly Span[]): void {
  new MarkJs(root).markRanges(
    spans.map(({ start, end }) => ({ start, length: end - start })),
    {},
  );
}
