import { BLOCK, nameOf } from './tags';
import { isUnseenAsWritten, unseenIn } from './unseen';

/** What the walk asks of an element's style. */
export interface StyleReader {
  hidden(element: Element, name: string): boolean;
  block(element: Element, name: string): boolean;
  /** Line feeds of the source are printed. */
  preserves(element: Element): boolean;
  /** `list-style-type` of a list item; null: the name of the element decides. */
  listStyle(item: Element): string | null;
  /** null: nothing said here, the parent's holds. */
  align(element: Element): 'center' | 'right' | 'other' | null;
  /** The same by computed style, where there is one; asked for short blocks only. */
  computedAlign(element: Element): 'center' | 'right' | 'other' | null;
}

const HIDING = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/i;
const DISPLAY = /(?:^|;)\s*display\s*:\s*([a-z-]+)/i;
const ALIGN = /(?:^|;)\s*text-align\s*:\s*(?:-webkit-|-moz-)?([a-z]+)/i;
const SPACE = /(?:^|;)\s*white-space(?:-collapse)?\s*:\s*(pre|preserve|break-spaces)/i;
const LIST = /(?:^|;)\s*list-style(?:-type)?\s*:\s*([^;]+)/i;

const side = (value: string): 'center' | 'right' | 'other' =>
  value === 'center' ? 'center' : value === 'right' || value === 'end' ? 'right' : 'other';

const outer = (display: string): boolean => display !== 'contents' && !/^(?:inline|ruby)/.test(display);

/** Without a layout (files in Node, detached documents): attributes and inline styles alone. */
export const writtenStyle: StyleReader = {
  hidden(element, name) {
    // Some sites hide the body until their script has run; a file has no script to wait for.
    if (name === 'html' || name === 'body') return false;
    if (element.hasAttribute('hidden')) return true;
    if (name === 'dialog' && !element.hasAttribute('open')) return true;
    const style = element.getAttribute('style');
    return style !== null && (HIDING.test(style) || isUnseenAsWritten(element, style));
  },
  block(element, name) {
    const style = element.getAttribute('style');
    const display = style === null ? undefined : DISPLAY.exec(style)?.[1]?.toLowerCase();
    return display === undefined ? BLOCK.has(name) : outer(display);
  },
  preserves(element) {
    const style = element.getAttribute('style');
    return style !== null && SPACE.test(style);
  },
  listStyle(item) {
    for (let at: Element | null = item, up = 0; at && up < 2; at = at.parentElement, up++) {
      const style = at.getAttribute('style');
      const found = style === null ? undefined : LIST.exec(style)?.[1];
      if (found) return found.trim().split(/\s+/)[0]!.toLowerCase();
    }
    return null;
  },
  align(element) {
    const style = element.getAttribute('style');
    const found = style === null ? undefined : ALIGN.exec(style)?.[1];
    if (found) return side(found.toLowerCase());
    const attribute = element.getAttribute('align');
    if (attribute !== null && nameOf(element) !== 'table') return side(attribute.toLowerCase());
    return nameOf(element) === 'center' ? 'center' : null;
  },
  computedAlign: () => null,
};

/** `visibilityProperty` is the newer name of `checkVisibilityCSS`. */
const VISIBLE = { visibilityProperty: true, checkVisibilityCSS: true };

/** More lookups than this on one page are not worth their time: alignment only helps to find titles and signatures. */
const ALIGN_BUDGET = 1500;

/**
 * With a layout. Computed style is the dearest question of the walk, so it is asked where attributes cannot answer:
 * visibility once an element that makes a block or carries a class or style, display once for each kind of inline
 * element (name and class), white space where a text node holds an inner line feed.
 */
export function renderedStyle(view: Window): StyleReader {
  const displays = new Map<string, boolean>();
  const unseen = unseenIn(view);
  let budget = ALIGN_BUDGET;
  const computed = (element: Element) => view.getComputedStyle(element);
  return {
    hidden(element, name) {
      // Without attributes it looks as its kind does: an inline element is as visible as its parent, and a block that a
      // rule hides is hidden by `display`.
      if (!element.hasAttributes()) return BLOCK.has(name) && !element.checkVisibility();
      return !element.checkVisibility(VISIBLE) || unseen(element);
    },
    block(element, name) {
      const style = element.getAttribute('style');
      const inline = style === null ? undefined : DISPLAY.exec(style)?.[1]?.toLowerCase();
      if (inline !== undefined) return outer(inline);
      if (BLOCK.has(name)) return true;
      const className = element.getAttribute('class');
      if (className === null && !name.includes('-')) return false;
      const key = `${name} ${className ?? ''} ${element.parentElement?.getAttribute('class') ?? ''}`;
      const known = displays.get(key);
      if (known !== undefined) return known;
      const answer = outer(computed(element).display);
      displays.set(key, answer);
      return answer;
    },
    preserves: (element) => /^(?:pre|break-spaces)/.test(computed(element).whiteSpace),
    listStyle: (item) => computed(item).listStyleType,
    align: writtenStyle.align,
    computedAlign: (element) => (budget-- > 0 ? side(computed(element).textAlign.replace(/^-[a-z]+-/, '')) : null),
  };
}

/** The style reader a root allows: rendered when its document is shown and the browser can tell visibility. */
export function styleReaderOf(root: Node): StyleReader {
  const document = root.nodeType === 9 ? (root as Document) : root.ownerDocument;
  const view = document?.defaultView;
  const probe = document?.documentElement as Element | null | undefined;
  if (!view || typeof view.getComputedStyle !== 'function' || typeof probe?.checkVisibility !== 'function') {
    return writtenStyle;
  }
  return root.isConnected ? renderedStyle(view) : writtenStyle;
}
