import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualItem,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useReducer, useState } from 'preact/hooks';

/** The rows to draw now, and how to get at others. */
export interface Virtual {
  /** Height of all rows together, in CSS pixels. */
  readonly height: number;
  readonly items: readonly VirtualItem[];
  /** `ref` of each drawn row, which must carry `data-index`: its true height is measured. */
  readonly measure: (row: HTMLElement | null) => void;
  readonly show: (index: number) => void;
}

/**
 * Draws of a long list only what is near the view. Rows may be of any height and may change it.
 *
 * @param keys Of the rows, in order; the same array as long as they are the same.
 * @param scroller The element that scrolls.
 * @param estimate Height of a row that was not drawn yet, in CSS pixels.
 */
export function useVirtual(
  keys: readonly string[],
  scroller: RefObject<HTMLElement | null>,
  estimate: number,
): Virtual {
  const [, redraw] = useReducer<number, void>((count) => count + 1, 0);
  // The same function as long as the keys are: a new one has every row measured anew.
  const getItemKey = useCallback((index: number) => keys[index] ?? index, [keys]);
  const options = {
    count: keys.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimate,
    getItemKey,
    overscan: 8,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => redraw(),
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  return {
    height: virtualizer.getTotalSize(),
    items: virtualizer.getVirtualItems(),
    measure: virtualizer.measureElement,
    show: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  };
}
