import { browser } from '../../lib/browser';

/**
 * Asks the background for the agent: `wantAgent` of `lib/messages.ts`, in the form its library sends. Written out because
 * the library is as large as the rest of the detector, which every page of every government site loads. Resolves also
 * where nobody answers (the extension was updated under the page).
 */
export async function wantAgent(): Promise<void> {
  try {
    await browser.runtime.sendMessage({ id: 0, type: 'wantAgent', data: undefined, timestamp: Date.now() });
  } catch {
    // Nobody to ask.
  }
}
