import { browser } from '../../lib/browser';

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

/** What must be granted to read a site for good; null for pages that no site stands behind. */
export function originOf(url: string): string | null {
  try {
    const { protocol, hostname } = new URL(url);
    return /^https?:$/.test(protocol) && hostname ? `*://${hostname}/*` : null;
  } catch {
    return null;
  }
}

interface FirefoxSidebar {
  open(): Promise<void>;
}

/**
 * Opens the panel beside the tab. Must be called in the very turn of the click: both browsers insist on a gesture, and
 * where there is no side panel the panel stands in a window of its own.
 */
export function openPanel({ id, windowId }: TabFacts): Promise<unknown> {
  const { sidebarAction } = browser as unknown as { sidebarAction?: FirefoxSidebar };
  const side = browser.sidePanel?.open
    ? browser.sidePanel.open({ tabId: id, windowId })
    : sidebarAction
      ? sidebarAction.open()
      : Promise.reject(new Error('no side panel'));
  const url = browser.runtime.getURL(`/sidepanel.html?tab=${id}` as '/');
  return side.catch(() => browser.windows.create({ url, type: 'popup', width: 420, height: 800 }));
}
