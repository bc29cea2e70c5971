/** Whether the browser itself tells the frame what lies over it (Chromium). */
const told = (): boolean =>
  typeof IntersectionObserverEntry === 'function' && 'isVisible' in IntersectionObserverEntry.prototype;

/**
 * Whether nothing of the page can lie over our box. Where the browser tells the frame so (IntersectionObserver v2), that is
 * the frame's to know. Elsewhere the box is a popover, above all of the page but what the page has opened above all, too;
 * anything such that might be over it counts as lying over it, and so does a page that is itself in a frame.
 */
export function clearOf(box: HTMLElement): boolean {
  if (told()) return true;
  if (window.top !== window || !box.matches(':popover-open')) return false;
  const { left, top, right, bottom } = box.getBoundingClientRect();
  const root = (box.getRootNode() as ShadowRoot).host;
  const over = [...document.querySelectorAll(':popover-open, :modal, :fullscreen')].some((each) => each !== root);
  const points = [0.1, 0.5, 0.9].flatMap((x) =>
    [0.1, 0.5, 0.9].map((y) => [left + (right - left) * x, top + (bottom - top) * y]),
  );
  return !over && points.every(([x, y]) => document.elementFromPoint(x!, y!) === root);
}
