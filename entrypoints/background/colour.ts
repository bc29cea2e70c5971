import { browser } from '../../lib/browser';
import { mineRule } from '../../lib/paint/colour';

/**
 * Gives what is mine in a frame the reader's own colour, instead of the one it had. By the browser and not by the page's
 * own style sheets, which the page's scripts see and replace.
 */
export async function paintMine(
  place: { readonly tabId: number; readonly frameId: number },
  before: string | null,
  now: string | null,
): Promise<void> {
  const target = { tabId: place.tabId, frameIds: [place.frameId] };
  const old = mineRule(before);
  const css = mineRule(now);
  if (old) await browser.scripting.removeCSS({ target, css: old }).catch(() => undefined);
  if (css) await browser.scripting.insertCSS({ target, css }).catch(() => undefined);
}
