import { errorWords } from '../../components/errors';
import { browser } from '../../lib/browser';
import { showCount } from './badge';

/** How long a notice stands on the toolbar icon, in milliseconds. */
const stay = 8000;

/**
 * Says on the toolbar icon that something asked for by menu or key did not work, and why in its tooltip: at such a
 * moment no surface of ours may be open. Nothing is said of a tab that is gone.
 */
export async function showNotice(tabId: number, error: unknown): Promise<void> {
  try {
    await browser.action.setBadgeText({ tabId, text: '!' });
    await browser.action.setBadgeBackgroundColor({ tabId, color: '#b3261e' });
    await browser.action.setTitle({ tabId, title: errorWords(error) });
  } catch {
    return;
  }
  // Should the worker be stopped before, the next news of the page writes the count anew.
  setTimeout(() => void showCount(tabId), stay);
}
