import { sendMessage } from '../../lib/messages';
import type { PageSnapshot, PageTarget } from '../../lib/page/types';
import type { StoreChange } from '../../lib/store/port';
import { allAgents, dropAgent } from './agents';

/** Nobody listens: no extension page is open. That is no fault. */
const unheard = () => undefined;

/** To every open extension page. */
export async function tellSnapshot(tabId: number, snapshot: PageSnapshot | null): Promise<void> {
  await sendMessage('tabSnapshot', { tabId, snapshot }).catch(unheard);
}

export async function tellSelected(tabId: number, target: PageTarget): Promise<void> {
  await sendMessage('tabSelected', { tabId, target }).catch(unheard);
}

/** To every open extension page and every page with an agent. An agent that does not answer is gone. */
export async function tellChange(change: StoreChange): Promise<void> {
  const pages = sendMessage('storeChanged', change).catch(unheard);
  const agents = (await allAgents()).map(({ tabId, frameId }) =>
    sendMessage('storeChanged', change, { tabId, frameId }).catch(() => dropAgent(tabId, frameId)),
  );
  await Promise.all([pages, ...agents]);
}
