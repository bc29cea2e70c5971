import { useEffect, useRef, useState } from 'preact/hooks';

/** How long a surface must have been seen whole before a click on it counts, in milliseconds. */
export const AIM_MS = 400;
/** The least that browsers allow between two looks at what lies over an element, in milliseconds. */
const LOOK_MS = 100;

/** seen: whole, and long enough; new: whole, but not for long; covered: something lies over it, or lets it shine through. */
export type Sight = 'seen' | 'new' | 'covered';

interface VisibilityEntry extends IntersectionObserverEntry {
  /** Only where the browser can tell (Chromium). */
  readonly isVisible?: boolean;
}

/**
 * Whether an element is seen by the person before the screen: inside the viewport of every frame it stands in, and with
 * nothing over it, no transparency and no filter, where the browser can tell (IntersectionObserver v2).
 */
export function useSeen(element: { readonly current: HTMLElement | null }): {
  readonly now: () => Sight;
  /** Whether it is `seen`; draws anew when that changes. */
  readonly ready: boolean;
} {
  const since = useRef<number | null>(null);
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const target = element.current;
    if (!target) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const take = ([...entries]: IntersectionObserverEntry[]) => {
      const { intersectionRatio, isVisible = true } = entries[entries.length - 1] as VisibilityEntry;
      const seen = intersectionRatio >= 0.98 && isVisible;
      if (seen === (since.current !== null)) return;
      since.current = seen ? Date.now() : null;
      clearTimeout(timer);
      if (seen) timer = setTimeout(() => setReady(true), AIM_MS);
      else setReady(false);
    };
    const options = { threshold: [0, 0.5, 0.98, 1], trackVisibility: true, delay: LOOK_MS };
    const observer = new IntersectionObserver(take, options as IntersectionObserverInit);
    observer.observe(target);
    return () => {
      observer.disconnect();
      clearTimeout(timer);
    };
  }, [element]);
  const now = (): Sight => {
    if (since.current === null) return 'covered';
    return Date.now() - since.current >= AIM_MS ? 'seen' : 'new';
  };
  return { now, ready };
}
