import { i18n } from '#i18n';
import { browser } from '../../lib/browser';
import { attachmentPatterns } from '../../lib/formats/attachments';
import { type Activation, sendMessage } from '../../lib/messages';
import type { PageSnapshot } from '../../lib/page/types';
import { openPanel } from '../../lib/side-panel';
import type { SeenDocument, Store } from '../../lib/store/port';
import { activateFrame, activateTab } from './activate';
import { pageUrl } from './pages';
import { keepSelected } from './panel';
import type { Place } from './senders';
import { tellSelected } from './tell';

interface Item {
  readonly id: string;
  readonly title: () => string;
  readonly contexts: readonly ('page' | 'frame' | 'selection' | 'link')[];
  readonly targetUrlPatterns?: readonly string[];
  readonly documentUrlPatterns?: readonly string[];
}

const items: readonly Item[] = [
  { id: 'task', title: () => i18n.t('background.menuTask'), contexts: ['selection'] },
  { id: 'annotate', title: () => i18n.t('background.menuAnnotate'), contexts: ['selection'] },
  { id: 'read', title: () => i18n.t('background.menuRead'), contexts: ['page', 'frame', 'selection'] },
  {
    id: 'open-link',
    title: () => i18n.t('library.menu.link'),
    contexts: ['link'],
    targetUrlPatterns: attachmentPatterns,
  },
  {
    id: 'open-page',
    title: () => i18n.t('library.menu.page'),
    contexts: ['page', 'frame'],
    documentUrlPatterns: attachmentPatterns,
  },
];

type Properties = Parameters<typeof browser.contextMenus.create>[0];

/** Makes the menus anew: an update may have changed them. */
export async function makeMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const { title, ...item } of items) {
    browser.contextMenus.create({ ...item, title: title() } as unknown as Properties);
  }
}

/** What the browser tells of a click in the menu. */
export interface MenuClick {
  readonly menuItemId: unknown;
  readonly frameId?: number;
  readonly linkUrl?: string;
  readonly frameUrl?: string;
  readonly pageUrl?: string;
}

/** What could not be done, by a code of `errors.*`. */
class MenuError extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/**
 * A click in the context menu. Takes the gesture at once, for the panel opens only from one.
 *
 * @param storeFor The store as far as a page has a right to it: what it says of itself is not taken on trust.
 * @throws An error with a code of `errors.*`, to be told to the user.
 */
export async function onMenu(
  storeFor: (place: Place) => Pick<Store, 'addTasks' | 'addAnnotation'>,
  click: MenuClick,
  tabId: number,
): Promise<void> {
  const { menuItemId: id, frameId = 0 } = click;
  if (id === 'open-link') return openAddress(click.linkUrl, tabId);
  if (id === 'open-page') return openAddress(frameId === 0 ? click.pageUrl : click.frameUrl, tabId);
  if (id === 'annotate') openPanel(tabId).catch(() => undefined);
  if (id === 'read')
    return demand(await activateTab(tabId), frameId === 0 ? 'done' : await activateFrame(tabId, frameId));
  const seen = seenOf(await readySnapshot(tabId, frameId));
  const to = { tabId, frameId };
  const url = (frameId === 0 ? click.pageUrl : click.frameUrl) ?? seen.url;
  const store = storeFor({ ...to, url, windowId: undefined, documentId: undefined });
  if (id === 'task') {
    const draft = await sendMessage('draftTask', undefined, to);
    if (!draft) throw new MenuError('no-selection');
    await store.addTasks(seen, [draft]);
    return;
  }
  const draft = await sendMessage('draftAnnotation', undefined, to);
  if (!draft) throw new MenuError('no-selection');
  const { id: added } = await store.addAnnotation(seen, draft);
  await keepSelected(tabId, { kind: 'annotation', id: added });
  await tellSelected(tabId, { kind: 'annotation', id: added });
}

/** In the reader, beside the tab it was asked for in. */
async function openAddress(url: string | undefined, openerTabId: number): Promise<void> {
  if (!url) throw new MenuError('failed');
  const { index } = await browser.tabs.get(openerTabId);
  await browser.tabs.create({ url: pageUrl(`reader.html?url=${encodeURIComponent(url)}`), index: index + 1 });
}

function demand(...activations: readonly Activation[]): void {
  const refused = activations.find((each) => each !== 'done');
  if (refused) throw new MenuError(refused);
}

/** The frame's snapshot once it was read; loads the agent where there is none. @throws MenuError */
async function readySnapshot(tabId: number, frameId: number): Promise<PageSnapshot> {
  const ask = () => sendMessage('getSnapshot', undefined, { tabId, frameId }).catch(() => null);
  const there = await ask();
  if (there?.state === 'ready') return there;
  // The very frame that was clicked in: what is selected stands there and nowhere else.
  demand(await activateFrame(tabId, frameId));
  for (let turn = 0; turn < 100; turn += 1) {
    const snapshot = await ask();
    if (snapshot?.state === 'ready') return snapshot;
    if (snapshot?.state === 'failed') throw new MenuError(snapshot.error ?? 'read-failed');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new MenuError('read-failed');
}

function seenOf({ documentId, url, fingerprint, policy }: PageSnapshot): SeenDocument {
  if (!documentId || !fingerprint || !policy) throw new MenuError('read-failed');
  return { id: documentId, url, fingerprint, policy };
}
