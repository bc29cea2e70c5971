import { type ComponentChild, render } from 'preact';
import cardStyle from '../../components/guest/card.css?inline';
import guestStyle from '../../components/guest/guest.css?inline';
import tokens from '../../components/theme/tokens.css?inline';
import type { PageSnapshot } from '../../lib/page/types';
import type { Theme } from '../../lib/settings';

const NAME = 'dutymark-root';

/** The one element that we add to a page, with all that is ours in its closed shadow root. */
export interface Host {
  /** What the page was found to be, for everybody to see. */
  tell(snapshot: PageSnapshot): void;
  theme(theme: Theme): void;
  draw(view: ComponentChild): void;
  /** Whether an event comes from our own interface. */
  owns(event: Event): boolean;
  /** Whether the reader is typing in our interface, or has the focus on one of its buttons. */
  focused(): boolean;
  remove(): void;
}

/** What goes on in our interface is none of the page's business: a key typed into a note is no shortcut of the page. */
const PRIVATE = [
  'keydown',
  'keyup',
  'keypress',
  'input',
  'beforeinput',
  'paste',
  'copy',
  'cut',
  'wheel',
  'click',
  'dblclick',
  'mousedown',
  'mouseup',
  'contextmenu',
];

/** Adds the element; one that an earlier version of the extension left behind goes first. */
export function createHost(): Host {
  for (const old of document.querySelectorAll(NAME)) old.remove();
  const root = document.createElement(NAME);
  const shadow = root.attachShadow({ mode: 'closed' });
  applyStyle(shadow, `${tokens}\n${guestStyle}\n${cardStyle}`);
  const mount = document.createElement('div');
  shadow.append(mount);
  for (const type of PRIVATE) mount.addEventListener(type, (event) => event.stopPropagation());
  // A press on a button must not take the selection it is about; a text field needs its caret.
  mount.addEventListener('mousedown', (event) => {
    if (!(event.target instanceof Element && event.target.closest('textarea'))) event.preventDefault();
  });

  return {
    tell({ state, policy }) {
      const found = policy && state === 'ready' ? policy.class : 'other';
      if (state !== 'reading') {
        set(root, 'data-measures', String(policy?.measures.length ?? 0));
        set(root, 'data-state', found);
      }
      if (!root.isConnected) document.documentElement.append(root);
    },
    theme(theme) {
      if (theme === 'auto') root.removeAttribute('data-theme');
      else set(root, 'data-theme', theme);
    },
    draw(view) {
      undoZoom(mount);
      render(view, mount);
    },
    owns: (event) => event.target === root,
    focused: () => document.activeElement === root,
    remove() {
      render(null, mount);
      root.remove();
    },
  };
}

/** A page that zooms itself by style would set our interface beside what it belongs to: it is drawn at its own size. */
function undoZoom(mount: HTMLElement): void {
  const { currentCSSZoom: zoom = 1 } = document.documentElement as { currentCSSZoom?: number };
  const undone = zoom === 1 || !(zoom > 0) ? '' : String(1 / zoom);
  if (mount.style.zoom !== undone) mount.style.zoom = undone;
}

function set(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** A constructed sheet is no inline style, so no page's content policy forbids it; a browser without takes the element. */
function applyStyle(shadow: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    shadow.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement('style');
    style.textContent = css;
    shadow.append(style);
  }
}
