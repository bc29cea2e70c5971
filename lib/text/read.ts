import { addressOf } from './address';
import { domText } from './dom-text';
import { styleReaderOf } from './style';
import type { DomText, PageMeta } from './types';
import { walk } from './walk';

export interface ReadOptions {
  /** Parts of the page to leave out, beside what never is text (scripts, form fields, hidden parts, our own element). */
  readonly exclude?: (element: Element) => boolean;
  /** What style sheets print before elements (`printedBefore`), for pages that are not ours. */
  readonly printed?: (root: Node) => ReadonlyMap<Element, string>;
  /** The page's address where the document does not know it (a file read in Node). */
  readonly url?: string;
}

const nothing = (): boolean => false;

/**
 * Reads a DOM into one string in one walk.
 *
 * Where the browser renders the root, what its style hides is left out; in Node (linkedom) the `hidden` attribute and
 * inline styles decide. Works on any tree, however deep or broken; never throws on account of content.
 */
export function read(root: Element | Document | DocumentFragment, options: ReadOptions = {}): DomText {
  const steps = readSteps(root, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps of a few milliseconds, for a page that must stay responsive. The DOM must not change between them. */
export function* readSteps(
  root: Element | Document | DocumentFragment,
  options: ReadOptions = {},
): Generator<void, DomText> {
  const walked = yield* walk(root, styleReaderOf(root), options.exclude ?? nothing, options.printed?.(root));
  return domText(root, walked, metaOf(root, options.url));
}

/** Bounds against pages that put their whole text into meta tags. */
const MAX_FIELDS = 80;
const MAX_FIELD = 500;

/**
 * What the document says of itself: title, address, `<meta name content>` with names in lower case, first of a name. A part
 * of a page has its address alone: the rest is said of the page (in our reader, of the reader).
 */
export function metaOf(root: Node, url?: string): PageMeta {
  const around = (root.nodeType === 9 ? root : root.ownerDocument) as Document | null;
  const document = root === around || root === around?.documentElement || root === around?.body ? around : null;
  const fields: Record<string, string> = Object.create(null);
  let count = 0;
  for (const meta of document?.querySelectorAll('meta[name][content]') ?? []) {
    const name = (meta.getAttribute('name') ?? '').trim().toLowerCase();
    const content = (meta.getAttribute('content') ?? '').trim();
    if (name === '' || content === '' || name in fields) continue;
    if (++count > MAX_FIELDS) break;
    fields[name] = content.slice(0, MAX_FIELD);
  }
  const title = document?.querySelector('title')?.textContent?.replace(/\s+/g, ' ').trim() || null;
  const own = around?.defaultView ? addressOf(around) : null;
  return { url: url ?? own ?? null, title: title?.slice(0, MAX_FIELD) ?? null, fields: { ...fields } };
}
