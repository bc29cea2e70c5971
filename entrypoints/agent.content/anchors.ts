import type { Anchor } from '../../components/guest/types';
import type { Where } from '../../lib/page/note-draft';
import { selectedSpan } from '../../lib/page/selection';
import type { PageSession } from '../../lib/page/session-types';
import type { PageTarget } from '../../lib/page/types';

/** The end of the selection, where the reader's hand is; null where nothing is selected. */
export function anchorOfSelection(): Anchor | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  return rangeAnchor(selection.getRangeAt(0).cloneRange());
}

/** The line of a mark that was clicked. A mark may run over lines, a measure over screens: the click says which line. */
export function anchorOf(session: PageSession, target: PageTarget, x: number, y: number): Anchor {
  const span = session.spanOf(target);
  const range = span && session.rangeOf({ start: span.start, end: Math.min(span.end, span.start + 1) });
  const context = range?.startContainer.parentElement ?? document.body;
  // Follows the page: what is clicked keeps its distance from the beginning of its target.
  const from = range?.getBoundingClientRect();
  const dx = x - (from?.left ?? 0);
  const dy = y - (from?.top ?? 0);
  const box = (): DOMRect => {
    const now = range?.getBoundingClientRect();
    return new DOMRect((now?.left ?? 0) + dx - 6, (now?.top ?? 0) + dy - 10, 12, 20);
  };
  return {
    contextElement: context,
    getBoundingClientRect: box,
    getClientRects: () => [box()] as unknown as DOMRectList,
  };
}

function rangeAnchor(range: Range): Anchor {
  const context = range.commonAncestorContainer;
  const element = context instanceof Element ? context : context.parentElement;
  return {
    ...(element && { contextElement: element }),
    getBoundingClientRect: () => range.getBoundingClientRect(),
    getClientRects: () => range.getClientRects(),
  };
}

/** Where what is selected stands in the page; null while it is not read. */
export function whereSelected(session: PageSession): Where | null {
  const reading = session.reading();
  const span = reading && selectedSpan(reading.text);
  return span ? { url: session.current().url, span } : null;
}
