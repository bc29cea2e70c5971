import { type ComponentChild, render } from 'preact';
import basics from '../../components/guest/basics.css?inline';
import guestStyle from '../../components/guest/guest.css?inline';
import tokens from '../../components/theme/tokens.css?inline';
import type { PageSnapshot } from '../../lib/page/types';
import type { Theme } from '../../lib/settings';

const NAME = 'dutymark-root';

/**
 * The one element that we add to a page. In its closed shadow root stand the pill, which everybody may read, a sheet over
 * the text, which nobody can read, and a box for the frame of our own origin that holds all the rest.
 */
export interface Host {
  /** What the page was found to be, for everybody to see. */
  tell(snapshot: PageSnapshot): void;
  theme(theme: Theme): void;
  /** Draws what everybody may see. */
  draw(view: ComponentChild): void;
  /** Whether an event comes from our own interface. */
  owns(event: Event): boolean;
  /** Whether the reader is typing in our interface, or has the focus on one of its buttons. */
  focused(): boolean;
  /** What the marks are painted on that are nobody's business but the reader's. */
  readonly sheet: HTMLCanvasElement;
  /** For the map along the scrollbar; the same on every page. */
  readonly gutter: HTMLCanvasElement;
  /** For the frame. */
  readonly box: HTMLElement;
  remove(): void;
}

/** What goes on in our interface is none of the page's business: a key on the pill is no shortcut of the page. */
const PRIVATE = ['keydown', 'keyup', 'keypress', 'wheel', 'click', 'dblclick', 'mousedown', 'mouseup', 'contextmenu'];

/** Adds the element; one that an earlier version of the extension left behind goes first. */
export function createHost(): Host {
  for (const old of document.querySelectorAll(NAME)) old.remove();
  const { root, shadow } = made();
  applyStyle(shadow, `${tokens}\n${basics}\n${guestStyle}`);
  const sheet = document.createElement('canvas');
  sheet.className = 'sheet';
  const gutter = document.createElement('canvas');
  gutter.className = 'gutter';
  const box = document.createElement('div');
  box.className = 'over';
  const mount = document.createElement('div');
  shadow.append(sheet, gutter, mount, box);
  for (const type of PRIVATE) {
    // Only a person works our interface; and what a person does in it, the page need not hear of.
    mount.addEventListener(type, (event) => event.isTrusted || event.stopImmediatePropagation(), { capture: true });
    mount.addEventListener(type, (event) => event.stopPropagation());
  }
  // A press on a button must not take the selection it is about.
  mount.addEventListener('mousedown', (event) => event.preventDefault());

  return {
    sheet,
    gutter,
    box,
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
      undoZoom(mount, box);
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

/**
 * Our element with its shadow root. A page may define an element of its own under our name, and the browser hands its class
 * the closed shadow root of every such element that is made from then on (`ElementInternals`): so ours is made in a document
 * that knows no definitions. Where it is let into the page and becomes one of the page's, its shadow root was there before,
 * and is not handed on.
 */
function made(): { readonly root: HTMLElement; readonly shadow: ShadowRoot } {
  const root = document.implementation.createHTMLDocument('').createElement(NAME);
  const shadow = root.attachShadow({ mode: 'closed' });
  document.adoptNode(root);
  return { root, shadow };
}

/** A page that zooms itself by style would set our interface beside what it belongs to: it is drawn at its own size. */
function undoZoom(...parts: readonly HTMLElement[]): void {
  const { currentCSSZoom: zoom = 1 } = document.documentElement as { currentCSSZoom?: number };
  const undone = zoom === 1 || !(zoom > 0) ? '' : String(1 / zoom);
  for (const { style } of parts) if (style.zoom !== undone) style.zoom = undone;
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
