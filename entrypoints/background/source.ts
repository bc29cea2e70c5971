import { browser } from '../../lib/browser';
import { sendMessage } from '../../lib/messages';
import type { PageTarget } from '../../lib/page/types';
import { activateTab } from './activate';
import { agentsOf, policyFrameOf } from './agents';
import { pageUrl } from './pages';
import { keepOnce, recall, takeOnce } from './session';

export interface Source {
  readonly documentId: string;
  readonly url: string;
  readonly target: PageTarget;
}

/** How long a page may take to load and be read before it no longer is what the reader waits for, in milliseconds. */
const patience = 60_000;

const keyOf = (tabId: number) => `reveal:${tabId}`;

/**
 * Shows a passage in its document: in the tab that has it open, else in a new one. What is to be shown is kept until
 * the page has been read and asks for it (`takeReveal`).
 */
export async function openSource(source: Source): Promise<void> {
  const address = addressOf(source);
  const open = await tabAt(address);
  if (open?.id !== undefined) {
    await browser.tabs.update(open.id, { active: true });
    await browser.windows.update(open.windowId, { focused: true });
    if (await answered(open.id, source.target)) return;
    await keepReveal(open.id, source);
    await activateTab(open.id);
    return;
  }
  // Opened empty first: the wish must be kept before the page can ask for it.
  const tab = await browser.tabs.create({ url: 'about:blank', active: true });
  if (tab.id === undefined) return;
  await keepReveal(tab.id, source);
  await browser.tabs.update(tab.id, { url: address });
}

/** Keeps what a page is to show once it is read. */
export function keepReveal(tabId: number, { documentId, target }: Omit<Source, 'url'>): Promise<void> {
  return keepOnce(keyOf(tabId), { documentId, target });
}

/** What the tab was opened to show, for the frame that holds that document: another frame must not use it up. */
export async function takeReveal(tabId: number, documentId: string | null): Promise<PageTarget | null> {
  const key = keyOf(tabId);
  const kept = await recall<{ value: Omit<Source, 'url'> }>(key);
  if (kept?.value.documentId !== documentId) return null;
  return (await takeOnce<Omit<Source, 'url'>>(key, patience))?.target ?? null;
}

/** A page that was opened for a passage gets the agent, whatever the detector thinks of it. */
export async function helpReveal(tabId: number): Promise<void> {
  if (await recall(keyOf(tabId))) await activateTab(tabId);
}

/** Web pages open as they are; local files and the sample in the reader. Any other scheme is never opened. */
export function addressOf({ documentId, url }: Pick<Source, 'documentId' | 'url'>): string {
  if (/^https?:\/\//i.test(url)) return url;
  const query = url === 'dutymark:sample' ? 'sample' : `document=${encodeURIComponent(documentId)}`;
  return pageUrl(`reader.html?${query}`);
}

/** Addresses of tabs are known only where we may run, which is where our documents are. */
async function tabAt(address: string) {
  const plain = (url: string) => url.replace(/#.*$/s, '');
  const tabs = await browser.tabs.query({});
  return tabs.find((tab) => tab.url !== undefined && plain(tab.url) === plain(address));
}

/** Whether a page that is read took the wish: it shows the passage, or says that it has it no more. */
async function answered(tabId: number, target: PageTarget): Promise<boolean> {
  const frame = policyFrameOf(await agentsOf(tabId));
  const to = { tabId, frameId: frame?.frameId ?? 0 };
  if (await sendMessage('reveal', target, to).catch(() => false)) return true;
  const snapshot = await sendMessage('getSnapshot', undefined, to).catch(() => null);
  return snapshot?.state === 'ready';
}
