import { autoUpdate, computePosition, flip, hide, offset, type Placement, shift } from '@floating-ui/dom';
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Anchor } from './types';

/** Keeps an element beside an anchor of the page while both are there; away while the anchor is scrolled out. */
export function useFloating(element: RefObject<HTMLElement | null>, anchor: Anchor | null, placement: Placement): void {
  useEffect(() => {
    const floating = element.current;
    if (!floating || !anchor) return;
    return autoUpdate(anchor, floating, async () => {
      const { x, y, middlewareData } = await computePosition(anchor, floating, {
        placement,
        strategy: 'fixed',
        middleware: [offset(8), flip({ padding: 8 }), shift({ padding: 8 }), hide({ padding: -40 })],
      });
      Object.assign(floating.style, {
        left: `${Math.round(x)}px`,
        top: `${Math.round(y)}px`,
        visibility: middlewareData.hide?.referenceHidden ? 'hidden' : 'visible',
      });
    });
  }, [element, anchor, placement]);
}
