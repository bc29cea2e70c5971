import { i18n } from '#i18n';
import { browser } from '../../lib/browser';
import { sendMessage } from '../../lib/messages';
import type { PageSnapshot } from '../../lib/page/types';
import type { SeenDocument, Store } from '../../lib/store/port';
import { activateTab } from './activate';
import { keepSelected, openPanel } from './panel';
import { tellSelected } from './tell';

const items: readonly {
  readonly id: string;
  readonly title: () => string;
  readonly contexts: readonly ('page' | 'frame' | 'selection')[];
}[] = [
  { id: 'task', title: () => i18n.t('background.menuTask'), contexts: ['selection'] },
  { id: 'annotate', title: () => i18n.t('background.menuAnnotate'), contexts: ['selection'] },
  { id: 'read', title: () => i18n.t('background.menuRead'), contexts: ['page', 'frame', 'selection'] },
];

type Contexts = Parameters<typeof browser.contextMenus.create>[0]['contexts'];

/** Makes the menus anew: an update may have changed them. */
export async function makeMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const { id, title, contexts } of items) {
    browser.contextMenus.create({ id, title: title(), contexts: [...contexts] as Contexts });
  }
}

/** A click in the context menu. Takes the gesture at once, for the panel opens only from one. */
export async function onMenu(store: Store, id: unknown, tabId: number, frameId: number): Promise<void> {
  if (id === 'annotate') openPanel(tabId).catch(() => undefined);
  const snapshot = await readySnapshot(tabId, frameId, id === 'read');
  if (id === 'read' || !snapshot) return;
  const seen = seenOf(snapshot);
  if (!seen) return;
  const to = { tabId, frameId };
  if (id === 'task') {
    const draft = await sendMessage('draftTask', undefined, to);
    if (draft) await store.addTasks(seen, [draft]);
    return;
  }
  const draft = await sendMessage('draftAnnotation', undefined, to);
  if (!draft) return;
  const { id: added } = await store.addAnnotation(seen, draft);
  await keepSelected(tabId, { kind: 'annotation', id: added });
  await tellSelected(tabId, { kind: 'annotation', id: added });
}

/** The frame's snapshot once it was read; loads the agent where there is none. null when it cannot be read. */
async function readySnapshot(tabId: number, frameId: number, readAgain: boolean): Promise<PageSnapshot | null> {
  const ask = () => sendMessage('getSnapshot', undefined, { tabId, frameId }).catch(() => null);
  const there = readAgain ? null : await ask();
  if (there?.state === 'ready') return there;
  if ((await activateTab(tabId)) !== 'done') return null;
  for (let turn = 0; turn < 100; turn += 1) {
    const snapshot = await ask();
    if (snapshot?.state === 'ready') return snapshot;
    if (snapshot?.state === 'failed') return null;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return null;
}

function seenOf({ documentId, url, fingerprint, policy }: PageSnapshot): SeenDocument | null {
  return documentId && fingerprint && policy ? { id: documentId, url, fingerprint, policy } : null;
}
