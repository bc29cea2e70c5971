import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** The bars that stay at the top while the list is scrolled, and how much of it they cover, in CSS pixels. */
export interface Bars {
  readonly tabs: RefObject<HTMLDivElement | null>;
  readonly tabsHeight: number;
  readonly filter: RefObject<HTMLDivElement | null>;
  readonly filterHeight: number;
}

export function useBars(): Bars {
  const tabs = useRef<HTMLDivElement>(null);
  const filter = useRef<HTMLDivElement>(null);
  const [heights, setHeights] = useState({ tabsHeight: 0, filterHeight: 0 });
  // The filter comes and goes with what there is to filter: after every drawing it may be another element.
  useLayoutEffect(() => {
    const measure = () => {
      const next = { tabsHeight: tabs.current?.offsetHeight ?? 0, filterHeight: filter.current?.offsetHeight ?? 0 };
      setHeights((now) => (now.tabsHeight === next.tabsHeight && now.filterHeight === next.filterHeight ? now : next));
    };
    const observer = new ResizeObserver(measure);
    for (const { current } of [tabs, filter]) if (current) observer.observe(current);
    measure();
    return () => observer.disconnect();
  });
  return { tabs, filter, ...heights };
}
