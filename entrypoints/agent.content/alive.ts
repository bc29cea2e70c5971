import { browser } from '../../lib/browser';

/** Between two looks whether the extension is still there, in milliseconds; only while the page is seen. */
const EVERY = 1500;

/** Whether this script still belongs to a running extension. */
export function isAlive(): boolean {
  try {
    return Boolean(browser.runtime?.id);
  } catch {
    return false;
  }
}

/**
 * Calls back once when the extension was updated, reloaded or turned off under the page: its scripts live on, but nothing
 * answers them, so they have to go. The browser tells nobody; looking costs a property.
 */
export function onceGone(callback: () => void, signal: AbortSignal): void {
  const look = (): void => {
    if (document.visibilityState === 'hidden' || isAlive()) return;
    callback();
  };
  const timer = setInterval(look, EVERY);
  document.addEventListener('visibilitychange', look, { signal });
  signal.addEventListener('abort', () => clearInterval(timer));
}
