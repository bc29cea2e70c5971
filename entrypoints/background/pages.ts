import { browser } from '../../lib/browser';

/** The address of a page of ours: `pageUrl('tasks.html')`. */
export function pageUrl(page: string): string {
  return browser.runtime.getURL(`/${page}` as Parameters<typeof browser.runtime.getURL>[0]);
}
