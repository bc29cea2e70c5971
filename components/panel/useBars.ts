import { useLayoutEffect, useState } from 'preact/hooks';

/** The bars that stay at the top while the list is scrolled, and how much of it they cover, in CSS pixels. */
export interface Bars {
  /** `ref` of each; the filter comes and goes with what there is to filter. */
  readonly tabs: (element: HTMLElement | null) => void;
  readonly tabsHeight: number;
  readonly filter: (element: HTMLElement | null) => void;
  readonly filterHeight: number;
}

export function useBars(): Bars {
  const [tabs, setTabs] = useState<HTMLElement | null>(null);
  const [filter, setFilter] = useState<HTMLElement | null>(null);
  return { tabs: setTabs, filter: setFilter, tabsHeight: useHeight(tabs), filterHeight: useHeight(filter) };
}

function useHeight(element: HTMLElement | null): number {
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    if (!element) return setHeight(0);
    const measure = () => setHeight(element.offsetHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return height;
}
