/** What can be focused by Tab. */
const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex="0"]';

/** Parts of the page that are about one thing: a neighbour is looked for in them, not around them. */
const own = '[data-row], dialog, .bar';

/** Parts that are about many: what else is in them has nothing to do with what went. */
const wide = '.toasts, [role="tabpanel"], [tabindex="-1"], main, body';

/** Where one can stay while there is no better place. */
const home = '[tabindex="-1"], [role="tabpanel"], main';

/** So many elements that had the focus are remembered, the last one first. */
const remembered = 8;

/** Elements that are not kept from being forgotten: a page that was closed would stay in memory with them. */
type Weak = readonly WeakRef<HTMLElement>[];
const weak = (elements: readonly HTMLElement[]): Weak => elements.map((each) => new WeakRef(each));
const strong = (refs: Weak): HTMLElement[] => refs.flatMap((each) => each.deref() ?? []);

interface Held {
  readonly element: HTMLElement;
  readonly ancestors: readonly HTMLElement[];
  /** What could be focused beside it when it got the focus: what follows in the page, then what stands before, backwards. */
  readonly beside: Weak;
}

/**
 * Where the focus went away with what had it (a button that did its work and is gone, a field that was closed, an entry that
 * was deleted), it goes to a neighbour instead of the body, from where a keyboard or a screen reader begins at the top: to
 * the next control beside it, or the one before; where a whole row of a list is gone, to the list; else to what had the focus
 * before. Whoever moves the focus themselves in the same turn is let alone. Costs one query of the page at each move of the
 * focus, and a look at one element at each change of the page.
 *
 * @returns how to stop.
 */
export function keepFocus(document: Document = globalThis.document): () => void {
  let held: Held | null = null;
  let before: Weak = [];
  let frame = 0;
  const onFocus = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement) || target === document.body) return;
    before = weak([target, ...strong(before).filter((each) => each !== target)].slice(0, remembered));
    const order = [...document.querySelectorAll<HTMLElement>(focusable)];
    const at = order.indexOf(target);
    const beside = weak([...order.slice(at + 1), ...order.slice(0, Math.max(0, at)).reverse()]);
    held = { element: target, ancestors: ancestorsOf(target), beside };
  };
  const look = () => {
    frame = 0;
    if (!held || isThere(held.element)) return;
    // What was turned off keeps the focus until the browser has drawn it so.
    if (document.activeElement === held.element) frame = requestAnimationFrame(look);
    if (!isLost(document)) return;
    const gone = held;
    held = null;
    const rowGone = gone.ancestors.some((each) => each.matches('[data-row]') && !each.isConnected);
    const next = neighbourOf(gone) ?? (rowGone ? homeOf(gone) : null) ?? strong(before).find(isThere) ?? homeOf(gone);
    if (next && next.tabIndex < 0) next.tabIndex = -1;
    next?.focus({ preventScroll: true });
  };
  // A frame later: what was made in place of it may take the focus itself, and a button that is turned off loses it only then.
  const observer = new MutationObserver(() => {
    // Nothing is asked here that the browser would have to lay the page out for.
    if (held && isOff(held.element)) frame ||= requestAnimationFrame(() => requestAnimationFrame(look));
  });
  observer.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
  document.addEventListener('focusin', onFocus);
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', onFocus);
    cancelAnimationFrame(frame);
  };
}

const isLost = ({ activeElement, body }: Document): boolean => activeElement === null || activeElement === body;

const isOff = (element: HTMLElement): boolean => !element.isConnected || element.matches(':disabled');

const isThere = (element: HTMLElement): boolean => !isOff(element) && element.getClientRects().length > 0;

function ancestorsOf(element: HTMLElement): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let each = element.parentElement; each; each = each.parentElement) found.push(each);
  return found;
}

/**
 * The next control, or the one before, within the smallest part of the page that is left and has one; or what has come
 * there in the meantime (the entry whose form was closed).
 */
function neighbourOf({ ancestors, beside }: Held): HTMLElement | null {
  const near = strong(beside).filter(isThere);
  for (const part of ancestors) {
    if (part.matches(wide)) return null;
    if (part.isConnected) {
      const come = () => [...part.querySelectorAll<HTMLElement>(focusable)].find(isThere);
      const next = near.find((each) => part.contains(each)) ?? come();
      if (next) return next;
    }
    if (part.matches(own)) return null;
  }
  return null;
}

const homeOf = ({ ancestors }: Held): HTMLElement | null =>
  ancestors.find((each) => each.isConnected && each.matches(home)) ?? null;
