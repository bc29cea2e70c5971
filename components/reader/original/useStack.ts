import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { pageAt, type Stack } from './geometry';

/** First and last page to be in the DOM. */
export interface Window {
  readonly first: number;
  readonly last: number;
}

/** How far beyond what is seen pages are made ready, in heights of the scroller. */
const AHEAD = 0.75;

/** The pages near what is seen of a stack; all others are not in the DOM. */
export function useStack(scroller: RefObject<HTMLElement | null>, stack: Stack): Window {
  const [near, setNear] = useState<Window>({ first: 0, last: 0 });
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    let frame = 0;
    const look = () => {
      frame = 0;
      const more = box.clientHeight * AHEAD;
      const first = pageAt(stack, box.scrollTop - more);
      const last = pageAt(stack, box.scrollTop + box.clientHeight + more);
      setNear((before) => (before.first === first && before.last === last ? before : { first, last }));
    };
    const soon = () => {
      frame ||= requestAnimationFrame(look);
    };
    look();
    box.addEventListener('scroll', soon, { passive: true });
    const observer = new ResizeObserver(soon);
    observer.observe(box);
    return () => {
      cancelAnimationFrame(frame);
      box.removeEventListener('scroll', soon);
      observer.disconnect();
    };
  }, [stack]);
  const most = Math.max(0, stack.tops.length - 2);
  return { first: Math.min(near.first, most), last: Math.min(near.last, most) };
}
