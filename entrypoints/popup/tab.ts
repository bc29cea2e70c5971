import { browser } from '../../lib/browser';
import { isAttachment } from '../../lib/formats/attachments';

export interface TabFacts {
  readonly id: number;
  readonly windowId: number;
  /** '' where the browser does not tell. */
  readonly url: string;
}

/** The tab the popup was opened over, or the one an address names (`popup.html?tab=12`). */
export async function askedTab(search: string): Promise<TabFacts | null> {
  const named = Number.parseInt(new URLSearchParams(search).get('tab') ?? '', 10);
  const [active] = Number.isInteger(named)
    ? [await browser.tabs.get(named)]
    : await browser.tabs.query({ active: true, currentWindow: true });
  if (active?.id === undefined) return null;
  return { id: active.id, windowId: active.windowId, url: active.url ?? '' };
}

/** Which page of ours the tab shows; null for any other. */
export function ownPage(url: string): 'reader' | 'other' | null {
  const root = browser.runtime.getURL('/');
  if (!url.startsWith(root)) return null;
  return url.slice(root.length).startsWith('reader.html') ? 'reader' : 'other';
}

/** What must be granted to read a site for good; null for pages that no site stands behind. */
export function originOf(url: string): string | null {
  try {
    const { protocol, hostname } = new URL(url);
    return /^https?:$/.test(protocol) && hostname ? `*://${hostname}/*` : null;
  } catch {
    return null;
  }
}

/** A file in the tab that the reader opens; null for a page. PDFs without a name that says so are asked of the page. */
export async function fileIn({ id, url }: TabFacts): Promise<string | null> {
  // Text is shown as a page, and read there.
  if (isAttachment(url) && !/\.(?:txt|md|csv|mht|mhtml)$/i.test(url)) return url;
  if (!/^(?:https?|file):/.test(url)) return null;
  const asked = await browser.scripting
    .executeScript({ target: { tabId: id }, func: () => document.contentType })
    .catch(() => []);
  return asked[0]?.result === 'application/pdf' ? url : null;
}

/**
 * Whether we may not read the tab because it holds a file of this machine: for sure, or perhaps, where the browser hides
 * the address from us, as it does for these and for pages of its own.
 */
export async function isBarredFile({ url }: TabFacts): Promise<'barred' | 'perhaps' | null> {
  if (url !== '' && !url.startsWith('file:')) return null;
  // Firefox knows no such leave: it always answers no, and lets us in all the same.
  if (browser.runtime.getURL('/').startsWith('moz-')) return null;
  if (await browser.extension.isAllowedFileSchemeAccess()) return null;
  return url === '' ? 'perhaps' : 'barred';
}
