import { browser } from './browser';

interface FirefoxSidebar {
  open(): Promise<void>;
}

/**
 * Opens the panel beside a tab. Must be called in the same turn as the reader's click arrives: the browser takes the
 * click for spent after the first `await`.
 */
export function openPanel(tabId: number, windowId?: number): Promise<void> {
  return openSide(tabId, windowId).catch(() => openWindow(tabId, windowId));
}

/** `async`, so that what a browser throws at once is a rejection too; the call itself still is in the click's turn. */
async function openSide(tabId: number, windowId?: number): Promise<void> {
  const { sidebarAction } = browser as unknown as { sidebarAction?: FirefoxSidebar };
  if (browser.sidePanel?.open) return browser.sidePanel.open({ tabId, ...(windowId !== undefined && { windowId }) });
  if (sidebarAction) return sidebarAction.open();
  throw new Error('this browser has no side panel');
}

/**
 * Older Chromium kernels have no side panel, and Firefox opens its own only from the toolbar, a menu or a shortcut:
 * there the panel stands in a narrow window of its own, tied to the tab by its address.
 */
async function openWindow(tabId: number, windowId?: number): Promise<void> {
  const beside = windowId === undefined ? undefined : await browser.windows.get(windowId).catch(() => undefined);
  const width = 420;
  const plain = { url: browser.runtime.getURL(`/sidepanel.html?tab=${tabId}` as '/'), type: 'popup' as const, width };
  const placed = {
    ...plain,
    height: beside?.height ?? 800,
    ...(beside?.left !== undefined &&
      beside.width !== undefined && { left: Math.max(0, beside.left + beside.width - width) }),
    ...(beside?.top !== undefined && { top: beside.top }),
  };
  // A place that is not on the screen (a window half outside, a screen taken away) is refused: then the browser finds one.
  await browser.windows.create(placed).catch(() => browser.windows.create(plain));
}
