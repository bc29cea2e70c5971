import { sendMessage } from '../../lib/messages';
import { agentsOf, policyFrameOf } from './agents';

/** Leads the reader of a tab to the next measure of theirs, or to the one before. Where no policy was read, nowhere. */
export async function stepMine(tabId: number, step: 1 | -1): Promise<void> {
  const frame = policyFrameOf(await agentsOf(tabId));
  if (!frame) return;
  await sendMessage('stepMine', step, { tabId, frameId: frame.frameId }).catch(() => false);
}
