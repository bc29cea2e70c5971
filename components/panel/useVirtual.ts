import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

export interface VirtualOptions {
  readonly count: number;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly keyOf: (index: number) => string;
  /** Height in CSS pixels before a row was measured. */
  readonly estimate: (index: number) => number;
  /** Where the list begins in the scroller, in CSS pixels. */
  readonly margin: number;
  /** Height at the scroller's top that something covers. */
  readonly covered: number;
}

/** Rows on demand: only those near the window are in the DOM, each measured once it is. */
export function useVirtual(options: VirtualOptions): Virtualizer<HTMLElement, HTMLElement> {
  const [, rerender] = useReducer((count: number) => count + 1, 0);
  const all = {
    count: options.count,
    getScrollElement: () => options.scroller.current,
    getItemKey: options.keyOf,
    estimateSize: options.estimate,
    scrollMargin: options.margin,
    scrollPaddingStart: options.covered + 8,
    scrollPaddingEnd: 8,
    overscan: 6,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => rerender(undefined as never),
  };
  const [virtual] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(all));
  virtual.setOptions(all);
  useLayoutEffect(() => virtual._didMount(), [virtual]);
  useLayoutEffect(() => virtual._willUpdate());
  return virtual;
}
