import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { pageAt, type Stack } from './geometry';

/**
 * A change of scale leaves what stands in the middle where it is; at the very top, the top.
 *
 * @param stack null while there is none that anybody has seen.
 */
export function useKeepPlace(scroller: RefObject<HTMLElement | null>, stack: Stack | null): void {
  const before = useRef(stack);
  useLayoutEffect(() => {
    const box = scroller.current;
    const old = before.current;
    before.current = stack;
    if (!box || !old || !stack || old.scale === stack.scale || box.scrollTop === 0) return;
    const half = box.clientHeight / 2;
    const page = pageAt(old, box.scrollTop + half);
    const inside = (box.scrollTop + half - (old.tops[page] ?? 0)) / old.scale;
    box.scrollTop = (stack.tops[page] ?? 0) + inside * stack.scale - half;
    box.scrollLeft = (box.scrollWidth - box.clientWidth) / 2;
  }, [stack]);
}
