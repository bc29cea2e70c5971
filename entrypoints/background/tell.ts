import { type Activation, sendMessage } from '../../lib/messages';
import type { PageSnapshot, PageTarget } from '../../lib/page/types';
import type { StoreChange, StoreProgress } from '../../lib/store/port';
import { agentsOf, allAgents, dropAgent, policyFrameOf } from './agents';
import { showCount } from './badge';

/** Nobody listens: no extension page is open. That is no fault. */
const unheard = () => undefined;

/** To every open extension page. */
export async function tellSnapshot(tabId: number, snapshot: PageSnapshot | null): Promise<void> {
  await sendMessage('tabSnapshot', { tabId, snapshot }).catch(unheard);
}

export async function tellSelected(tabId: number, target: PageTarget): Promise<void> {
  await sendMessage('tabSelected', { tabId, target }).catch(unheard);
}

export async function tellRefused(target: PageTarget, why: Exclude<Activation, 'done'>): Promise<void> {
  await sendMessage('sourceRefused', { target, why }).catch(unheard);
}

/**
 * To every open extension page, and to every page with an agent whose own document may have changed: of others it hears
 * nothing. An agent that does not answer is gone.
 */
export async function tellChange(change: StoreChange): Promise<void> {
  const pages = sendMessage('storeChanged', change).catch(unheard);
  const { tables, documentIds } = change;
  const concerned = (id: string | null) => documentIds.length === 0 || (id !== null && documentIds.includes(id));
  const heard = (await allAgents()).filter(({ documentId }) => concerned(documentId));
  const agents = heard.map(({ tabId, frameId, documentId }) =>
    sendMessage(
      'storeChanged',
      { tables, documentIds: documentIds.length > 0 && documentId !== null ? [documentId] : [] },
      { tabId, frameId },
    ).catch(async () => {
      await dropAgent(tabId, frameId);
      await refresh(tabId);
    }),
  );
  await Promise.all([pages, ...agents]);
}

export async function tellProgress(progress: StoreProgress): Promise<void> {
  await sendMessage('storeProgress', progress).catch(unheard);
}

/** After a frame has gone: the count and the panels follow what is left. */
export async function refresh(tabId: number): Promise<void> {
  await showCount(tabId);
  const frame = policyFrameOf(await agentsOf(tabId));
  const snapshot = frame
    ? await sendMessage('getSnapshot', undefined, { tabId, frameId: frame.frameId }).catch(() => null)
    : null;
  await tellSnapshot(tabId, snapshot);
}
