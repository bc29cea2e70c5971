/** How often, about, it is looked at what hides our box where the browser does not tell, in milliseconds. */
const LOOK_MS = 100;

/** Whether the browser itself tells the frame what lies over it (Chromium). */
const told = (): boolean =>
  typeof IntersectionObserverEntry === 'function' && 'isVisible' in IntersectionObserverEntry.prototype;

/**
 * Whether nothing of the page can lie over our box. Where the browser tells the frame so (IntersectionObserver v2), that is
 * the frame's to know. Elsewhere the box is a popover, above all of the page but what the page has opened above all, too;
 * anything such that might be over it counts as lying over it, and so does a page that is itself in a frame. What our element
 * stands in must not take it from sight either.
 */
export function clearOf(box: HTMLElement): boolean {
  if (told()) return true;
  if (window.top !== window || !box.matches(':popover-open')) return false;
  const { left, top, right, bottom } = box.getBoundingClientRect();
  const root = (box.getRootNode() as ShadowRoot).host;
  const over = isUnderAnother(document, root);
  const points = [0.1, 0.5, 0.9].flatMap((x) =>
    [0.1, 0.5, 0.9].map((y) => [left + (right - left) * x, top + (bottom - top) * y]),
  );
  return !over && !isVeiled(root) && points.every(([x, y]) => document.elementFromPoint(x!, y!) === root);
}

/** What the browser draws above all else. */
const ABOVE = ':popover-open, :modal, :fullscreen';

/** Of Firefox, for extensions: the shadow tree also where the page has closed it. */
type Hosting = Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null };

/** Whether anything but ours is above all of the page: in the page's shadow trees as well, which no selector enters. */
function isUnderAnother(tree: Document | ShadowRoot, ours: Element): boolean {
  if (tree.querySelector(ABOVE)) return true;
  for (const each of tree.querySelectorAll<Hosting>('*')) {
    const shadow = each === ours ? null : each.openOrClosedShadowRoot;
    if (shadow && isUnderAnother(shadow, ours)) return true;
  }
  return false;
}

/** Whether styles of the page hide what can be clicked all the same. A grey page (a day of mourning) is seen. */
function isVeiled(root: Element): boolean {
  const { documentElement } = document;
  for (let each: Element | null = root; each; each = each.parentElement) {
    const { opacity, filter, clipPath, maskImage, mixBlendMode } = getComputedStyle(each);
    const plain = clipPath === 'none' && maskImage === 'none' && mixBlendMode === 'normal';
    if (!plain || Number(opacity) < 1 || !/^(?:none|grayscale\([\d.%]*\))$/.test(filter)) return true;
  }
  const transition = ':active-view-transition';
  return CSS.supports(`selector(${transition})`) && documentElement.matches(transition);
}

/**
 * Looks again and again, where the browser does not tell: a page that hides our box could bring it back in the moment of the
 * click, of which it hears by the focus that goes. Each look is one between two frames and one in the middle of the next, for a
 * page may hide our box only while it is drawn; and it comes when no page can tell, so that none hides our box in step with it.
 *
 * @param onCovered Called as long as the box is not clear of the page.
 * @returns ends it.
 */
export function watchOver(box: HTMLElement, onCovered: () => void): () => void {
  if (told()) return () => {};
  let next: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  const look = (): number => {
    const began = performance.now();
    if (!clearOf(box)) onCovered();
    return performance.now() - began;
  };
  /** @param cost Of the look before, in milliseconds: a page with a great many elements pays a tenth of its time at the most. */
  const soon = (cost: number): void => {
    next = setTimeout(
      () => {
        const first = look();
        frame = requestAnimationFrame(() => soon(first + look()));
      },
      Math.max(LOOK_MS * (0.3 + Math.random()), 9 * cost),
    );
  };
  soon(0);
  return () => {
    clearTimeout(next);
    cancelAnimationFrame(frame);
  };
}
