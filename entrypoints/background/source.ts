import { browser } from '../../lib/browser';
import { fetchableUrl } from '../../lib/formats/address';
import { type Opening, sendMessage } from '../../lib/messages';
import type { PageTarget } from '../../lib/page/types';
import { activateTab } from './activate';
import { agentsOf, policyFrameOf } from './agents';
import { pageUrl } from './pages';
import { forget, keepOnce, recall, takeOnce } from './session';
import { tellRefused } from './tell';

export interface Source {
  readonly documentId: string;
  readonly url: string;
  readonly target: PageTarget;
}

/** How long a page may take to load and be read before it no longer is what the reader waits for, in milliseconds. */
const patience = 60_000;

/** How often a page that was opened is asked whether it has the document, in milliseconds. */
const pace = 2_500;
/** As often it may say no before that is its last word: the text of many a site comes late. */
const doubts = 2;

const keyOf = (tabId: number) => `reveal:${tabId}`;
/** While the tab is being opened its number is not known yet, and the page may ask before it is. */
const newKeyOf = (documentId: string) => `reveal:new:${documentId}`;

interface Wish extends Pick<Source, 'documentId' | 'target'> {
  /** The page is one of ours, which shows its documents itself. */
  readonly own?: boolean;
}

/**
 * Shows a passage in its document: in the tab that has it open, else in a new one. What is to be shown is kept until
 * the page has been read and asks for it (`takeReveal`).
 */
export async function openSource(source: Source): Promise<Opening> {
  const address = addressOf(source);
  const { documentId, target } = source;
  const wish: Wish = { documentId, target, own: !/^https?:/i.test(address) };
  const open = await tabAt(address);
  if (open?.id !== undefined) {
    await browser.tabs.update(open.id, { active: true });
    await browser.windows.update(open.windowId, { focused: true });
    const said = await answered(open.id, source.target);
    if (said) return said;
    await keepReveal(open.id, wish);
    if (wish.own) return 'opened';
    const activation = await activateTab(open.id);
    return activation === 'done' ? 'opened' : activation;
  }
  await keepOnce(newKeyOf(documentId), wish);
  const tab = await browser.tabs.create({ url: address, active: true });
  if (tab.id === undefined) return 'failed';
  if (!(await takeOnce<Wish>(newKeyOf(documentId), patience))) return 'opened';
  await keepReveal(tab.id, wish);
  // It may have been there before its wish was.
  if ((await browser.tabs.get(tab.id).catch(() => null))?.status === 'complete') void helpReveal(tab.id);
  return 'opened';
}

/** Keeps what a page is to show once it is read. */
export function keepReveal(tabId: number, wish: Wish): Promise<void> {
  return keepOnce(keyOf(tabId), wish);
}

/** What the tab was opened to show, for the frame that holds that document: another frame must not use it up. */
export async function takeReveal(tabId: number, documentId: string | null): Promise<PageTarget | null> {
  if (documentId === null) return null;
  for (const key of [keyOf(tabId), newKeyOf(documentId)]) {
    const kept = await recall<{ value: Wish }>(key);
    if (kept?.value.documentId === documentId) return (await takeOnce<Wish>(key, patience))?.target ?? null;
  }
  return null;
}

/**
 * A page that was opened for a passage gets the agent, whatever the detector thinks of it. Where we may not enter, the
 * surfaces are told; where the page is read and is another document, it says itself that it does not have the passage.
 */
export async function helpReveal(tabId: number): Promise<void> {
  const key = keyOf(tabId);
  const wish = await recall<{ value: Wish; at: number }>(key);
  if (!wish || wish.value.own) return;
  const helping = `${tabId} ${wish.at}`;
  // The page went on to another one, or loads in several steps: one help is enough, but the agent has to be there.
  if (helped.has(helping)) return void (await activateTab(tabId));
  // A page that never answered has no say in what the next one in its tab shows.
  if (Date.now() - wish.at > patience) return forget(key);
  helped.add(helping);
  await help(tabId, key, wish).finally(() => helped.delete(helping));
}

/** Wishes that are being helped, by tab and time. */
const helped = new Set<string>();

async function help(tabId: number, key: string, wish: { readonly value: Wish; readonly at: number }): Promise<void> {
  const { target, documentId } = wish.value;
  /** Not taken by the page, and no other wish by now. */
  const waits = async () => (await recall<{ at: number }>(key))?.at === wish.at;
  let why = await activateTab(tabId);
  if (why !== 'done') {
    // A new tab is empty, which nobody may enter, before it is on its way: the end of that way will be heard of.
    await rest();
    if (!(await waits()) || (await browser.tabs.get(tabId).catch(() => null))?.status !== 'complete') return;
    why = await activateTab(tabId);
  }
  if (why !== 'done') {
    if (!(await waits())) return;
    await forget(key);
    await tellRefused(target, why);
    return;
  }
  for (let turn = 0; turn < patience / pace; turn += 1) {
    await rest();
    if (!(await waits())) return;
    const here = (await snapshotOf(tabId))?.documentId === documentId;
    if ((here || turn >= doubts) && (await answered(tabId, target))) return forget(key);
  }
  await forget(key);
  await tellRefused(target, 'failed');
}

/** Web pages open as they are; local files, files that were fetched, and the sample in the reader. Any other scheme is never opened. */
export function addressOf({ documentId, url }: Pick<Source, 'documentId' | 'url'>): string {
  if (/^https?:\/\//i.test(url) && fetchableUrl(url) === null) return url;
  const query = url === 'dutymark:sample' ? 'sample' : `document=${encodeURIComponent(documentId)}`;
  return pageUrl(`reader.html?${query}`);
}

/** Addresses of tabs are known only where we may run, which is where our documents are. */
async function tabAt(address: string) {
  const plain = (url: string) => url.replace(/#.*$/s, '');
  const tabs = await browser.tabs.query({});
  return tabs.find((tab) => tab.url !== undefined && plain(tab.url) === plain(address));
}

/** What a page that is read makes of the wish; it says so itself when it has the passage no more. null: not read yet. */
async function answered(tabId: number, target: PageTarget): Promise<'shown' | 'missing' | null> {
  if (await sendMessage('reveal', target, await placeIn(tabId)).catch(() => false)) return 'shown';
  return (await snapshotOf(tabId))?.state === 'ready' ? 'missing' : null;
}

const rest = () => new Promise((resolve) => setTimeout(resolve, pace));

const snapshotOf = async (tabId: number) =>
  sendMessage('getSnapshot', undefined, await placeIn(tabId)).catch(() => null);

/** The frame of a tab that holds its policy. */
async function placeIn(tabId: number): Promise<{ readonly tabId: number; readonly frameId: number }> {
  return { tabId, frameId: policyFrameOf(await agentsOf(tabId))?.frameId ?? 0 };
}
