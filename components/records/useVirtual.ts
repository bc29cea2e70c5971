import {
  elementScroll,
  measureElement,
  observeElementOffset,
  observeElementRect,
  type VirtualItem,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useReducer, useState } from 'preact/hooks';

export interface VirtualOptions {
  /** Of the rows, in order; the same array as long as they are the same. */
  readonly keys: readonly string[];
  /** The element that scrolls. */
  readonly scroller: RefObject<HTMLElement | null>;
  /** Height of a row that was not drawn yet, in CSS pixels. */
  readonly estimate: (index: number) => number;
  /** Where the list begins in the scroller, in CSS pixels. */
  readonly margin?: number;
  /** Height at the scroller's top that something covers. */
  readonly covered?: number;
}

type Measured = Virtualizer<HTMLElement, HTMLElement>;

/**
 * A row that was just drawn counts as it was estimated until the browser has laid it out by itself, in the same frame: asked for its
 * height at once it would lay out all rows within the turn that draws them, which took as long again.
 */
function heightOf(row: HTMLElement, entry: ResizeObserverEntry | undefined, virtualizer: Measured): number {
  if (entry) return measureElement(row, entry, virtualizer);
  const index = virtualizer.indexFromElement(row);
  const { getItemKey, estimateSize } = virtualizer.options;
  return virtualizer.itemSizeCache.get(getItemKey(index)) ?? estimateSize(index);
}

/** The rows to draw now, and how to get at others. */
export interface Virtual {
  /** Height of all rows together, in CSS pixels. */
  readonly height: number;
  readonly items: readonly VirtualItem[];
  /** How far the list is scrolled, in CSS pixels. */
  readonly offset: number;
  /** `ref` of each drawn row, which must carry `data-index`: its true height is measured. */
  readonly measure: (row: HTMLElement | null) => void;
  readonly show: (index: number, align?: 'auto' | 'start') => void;
}

/** Draws of a long list only what is near the view. Rows may be of any height and may change it. */
export function useVirtual({ keys, scroller, estimate, margin = 0, covered = 0 }: VirtualOptions): Virtual {
  const [, redraw] = useReducer<number, void>((count) => count + 1, 0);
  // The same function as long as the keys are: a new one has every row measured anew.
  const getItemKey = useCallback((index: number) => keys[index] ?? index, [keys]);
  const options = {
    count: keys.length,
    getScrollElement: () => scroller.current,
    estimateSize: estimate,
    getItemKey,
    scrollMargin: margin,
    scrollPaddingStart: covered + 4,
    scrollPaddingEnd: 4,
    overscan: 8,
    measureElement: heightOf,
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
    offset: virtualizer.scrollOffset ?? 0,
    measure: virtualizer.measureElement,
    show: (index, align = 'auto') => virtualizer.scrollToIndex(index, { align }),
  };
}
