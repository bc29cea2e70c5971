import { pageUrl } from './pages';

/** What the browser itself says of who sent a message; nothing in it comes from the sender. */
export interface Sender {
  readonly url?: string | undefined;
  /** Of a frame without an address of its own, that of the page that made it. */
  readonly origin?: string | undefined;
  readonly tab?: { readonly id?: number | undefined; readonly windowId?: number | undefined } | undefined;
  readonly frameId?: number | undefined;
  readonly documentId?: string | undefined;
}

/** The frame a message came from. */
export interface Place {
  readonly tabId: number;
  readonly windowId: number | undefined;
  readonly frameId: number;
  /** Changes with every page that is loaded; absent in browsers that do not tell. */
  readonly documentId: string | undefined;
  readonly url: string;
}

/** Composed, because the browser would give the frame's address of this run, which no sender has. */
const isFrame = ({ url }: Sender): boolean => url?.replace(/[?#].*$/s, '') === `${pageUrl('')}guest.html`;

/**
 * Whether a message comes from a page of ours, which may do everything; the frame over a web page is none: it shows what it is
 * told and has no rights.
 */
export const isOurs = (sender: Sender): boolean => (sender.url?.startsWith(pageUrl('')) ?? false) && !isFrame(sender);

/** The tab and frame of a web page or file whose content script sent a message; null: it is no content script. */
export function placeOf(sender: Sender): Place | null {
  const { tab, frameId = 0, documentId, url = '', origin } = sender;
  if (tab?.id === undefined || url.startsWith(pageUrl(''))) return null;
  // A frame by `srcdoc` or written by script has no address: it stands at the site that the browser counts it to.
  if (origin && `${origin}/` === pageUrl('')) return null;
  const placed = /^(?:about|blob|data):/i.test(url) && origin && origin !== 'null' ? `${origin}/` : url;
  return { tabId: tab.id, windowId: tab.windowId, frameId, documentId, url: placed };
}

/** The tab over whose page a frame of ours lies; null for any other sender. */
export const tabOfFrame = (sender: Sender): number | null => (isFrame(sender) ? (sender.tab?.id ?? null) : null);
