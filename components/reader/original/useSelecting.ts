import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * Lets a selection be drawn over a page's blanks. Runs are scattered boxes: between them the browser would take the
 * nearest place in the document's order, mostly the page's end, and the selection would leap. While the button is down, a
 * cover that cannot be selected lies under the runs, in the order right behind the one the selection has reached: on a
 * blank it then stays where it is.
 */
export function useSelecting(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const pages = root.current;
    if (!pages) return;
    const { ownerDocument: document } = pages;
    const end = new AbortController();
    const { signal } = end;
    const covers = new Map<Element, HTMLElement>();

    const begin = (event: PointerEvent) => {
      if (event.button !== 0 || !(event.target instanceof Element) || !event.target.closest('.original-text')) return;
      for (const layer of pages.querySelectorAll('.original-text')) {
        const cover = document.createElement('div');
        cover.className = 'original-cover';
        layer.append(cover);
        covers.set(layer, cover);
      }
    };
    const follow = () => {
      const selection = covers.size > 0 ? document.getSelection() : null;
      const focus = selection?.focusNode;
      const run = (focus?.nodeType === 3 ? focus.parentElement : (focus as Element | null | undefined))?.closest(
        'span',
      );
      const layer = run?.closest('.original-text');
      const cover = layer && covers.get(layer);
      if (!selection || !focus || !run || !cover) return;
      const range = selection.getRangeAt(0);
      const backwards = range.startContainer === focus && range.startOffset === selection.focusOffset;
      if (backwards && !selection.isCollapsed) run.before(cover);
      else run.after(cover);
    };
    const stop = () => {
      for (const cover of covers.values()) cover.remove();
      covers.clear();
    };
    pages.addEventListener('pointerdown', begin, { signal });
    document.addEventListener('selectionchange', follow, { signal });
    for (const kind of ['pointerup', 'pointercancel']) document.addEventListener(kind, stop, { signal });
    addEventListener('blur', stop, { signal });
    return () => {
      stop();
      end.abort();
    };
  }, []);
}
