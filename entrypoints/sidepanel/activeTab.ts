import { browser } from '../../lib/browser';

/**
 * Follows the tab that the panel stands beside: the active one of its window, or the one an address names
 * (`sidepanel.html?tab=12`: a panel in a window or tab of its own).
 *
 * @param listener Gets the tab's id at once and after every change.
 */
export function followTab(search: string, listener: (tabId: number) => void): void {
  const named = Number.parseInt(new URLSearchParams(search).get('tab') ?? '', 10);
  if (Number.isInteger(named)) {
    listener(named);
    return;
  }
  let own: number | undefined;
  const ask = async () => {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    own = tab?.windowId ?? own;
    if (tab?.id !== undefined) listener(tab.id);
  };
  browser.tabs.onActivated.addListener(({ tabId, windowId }) => {
    if (own === undefined || windowId === own) listener(tabId);
  });
  // A tab drawn into our window becomes the active one without being activated.
  browser.tabs.onAttached.addListener(() => void ask());
  void ask();
}
