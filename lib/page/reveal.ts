import type { Resolution } from '../anchor/types';
import type { Painter } from '../paint/types';
import type { DomText, Span } from '../text/types';
import type { PageReading } from './reading';
import type { PageTarget } from './types';

/** Where in the viewport a revealed passage comes to stand, as a share of its height from the top. */
const STAND = 0.3;

/** Scrolls a passage into view, through scrolling boxes and frames; false when it is printed nowhere. */
export function scrollTo(text: DomText, span: Span): boolean {
  const range = text.rangeOf({ start: span.start, end: Math.min(span.end, span.start + 40) });
  const element = range?.startContainer.parentElement;
  if (!range || !element?.isConnected) return false;
  const view = element.ownerDocument.defaultView;
  if (!view) return false;
  // Through frames and boxes to the element; a paragraph may be many screens high, so the rest is done by hand.
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  for (let box: Element | null = element; box; box = box.parentElement) {
    if (box.scrollHeight <= box.clientHeight + 1 || box === element.ownerDocument.scrollingElement) continue;
    if (!/auto|scroll/.test(view.getComputedStyle(box).overflowY)) continue;
    const frame = box.getBoundingClientRect();
    box.scrollTop += range.getBoundingClientRect().top - frame.top - frame.height * STAND;
  }
  view.scrollBy({ top: range.getBoundingClientRect().top - view.innerHeight * STAND, behavior: 'instant' });
  return true;
}

/** Scrolls a passage into view and flashes it; false when it is printed nowhere. */
export function show(text: DomText, span: Span, painter: Painter | null): boolean {
  const shown = scrollTo(text, span);
  if (shown) painter?.flash(span);
  return shown;
}

/** Where a target is printed in the present revision; null where it is not. A passage under review counts. */
export function placeOf(
  target: PageTarget,
  now: {
    readonly reading: PageReading | null;
    readonly anchors: Readonly<Record<string, Resolution>>;
    readonly revision: number;
  },
): Span | null {
  if (target.kind === 'passage') return target.revision === now.revision ? target.span : null;
  if (target.kind !== 'measure') return now.anchors[target.id]?.span ?? null;
  return now.reading?.policy.measures.find(({ id }) => id === target.id)?.span ?? null;
}
