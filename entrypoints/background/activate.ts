import { browser } from '../../lib/browser';
import { type Activation, sendMessage } from '../../lib/messages';
import { newKey } from '../../lib/store/keys';
import { recall, remember } from './session';

/** A frame to work in; the document's id, where the browser has it, guards against a navigation in between. */
export interface FrameTarget {
  readonly tabId: number;
  readonly frameId: number;
  readonly documentId?: string;
}

type Injection = Parameters<typeof browser.scripting.executeScript>[0];

const agentFile = '/content-scripts/agent.js';
const agentStyle = '/content-scripts/agent.css';
const detectorFile = '/content-scripts/detector.js';

/**
 * Loads the agent into a frame, exactly once however often it is asked: the frame itself is asked to hold the claim.
 *
 * @returns false when an agent was there.
 * @throws What the browser says when it lets no script in (`whyNot` names it).
 */
export async function loadAgent(frame: FrameTarget): Promise<boolean> {
  const target = targetOf(frame);
  const token = await instanceToken();
  const [claim] = await browser.scripting.executeScript({ target, func: claimFrame, args: [token] });
  if (claim?.result !== true) return false;
  try {
    // A build without a style sheet of its own has no such file, which is no fault.
    await browser.scripting.insertCSS({ target, files: [agentStyle] }).catch(() => undefined);
    await browser.scripting.executeScript({ target, files: [agentFile] } as unknown as Injection);
  } catch (error) {
    await browser.scripting.executeScript({ target, func: releaseFrame }).catch(() => undefined);
    throw error;
  }
  return true;
}

/** Loads the agent into a tab by hand, or has the one that is there read again; never rejects. */
export async function activateTab(tabId: number): Promise<Activation> {
  try {
    const loaded = await loadAgent({ tabId, frameId: 0 });
    if (!loaded) await sendMessage('readPage', undefined, { tabId, frameId: 0 }).catch(() => undefined);
    // The policy often sits in a frame: the detector looks into each that we may enter, and asks for the agent there.
    await browser.scripting
      .executeScript({ target: { tabId, allFrames: true }, files: [detectorFile] } as unknown as Injection)
      .catch(() => undefined);
    return 'done';
  } catch (error) {
    return whyNot(error);
  }
}

/** The same for one frame, whatever the detector thinks of it; never rejects. */
export async function activateFrame(tabId: number, frameId: number): Promise<Activation> {
  try {
    const loaded = await loadAgent({ tabId, frameId });
    if (!loaded) await sendMessage('readPage', undefined, { tabId, frameId }).catch(() => undefined);
    return 'done';
  } catch (error) {
    return whyNot(error);
  }
}

/** What the browser's refusal means. Its words are no contract, so anything unknown is `failed`. */
export function whyNot(error: unknown): Activation {
  const message = error instanceof Error ? error.message : String(error);
  if (/no tab with id|invalid tab id|tab was closed|frame .*(removed|not found)|no frame/i.test(message)) return 'gone';
  if (/showing error page/i.test(message)) return 'not-loaded';
  if (/chrome:\/\/|edge:\/\/|about:|extensions gallery|chrome-extension:|cannot be scripted/i.test(message)) {
    return 'restricted';
  }
  if (/permission|cannot access/i.test(message)) return 'no-permission';
  return 'failed';
}

function targetOf({ tabId, frameId, documentId }: FrameTarget): Injection['target'] {
  return documentId ? { tabId, documentIds: [documentId] } : { tabId, frameIds: [frameId] };
}

/** Changes when the extension is reloaded or updated: an agent of the old one is dead and may not hold the claim. */
async function instanceToken(): Promise<string> {
  const kept = await recall<string>('instance');
  if (kept) return kept;
  const token = newKey();
  await remember('instance', token);
  return token;
}

/** Runs in the frame, in the extension's world, which the page cannot see. */
function claimFrame(token: string): boolean {
  const world = globalThis as { dutymarkAgent?: string };
  if (world.dutymarkAgent === token) return false;
  world.dutymarkAgent = token;
  return true;
}

/** Runs in the frame. */
function releaseFrame(): void {
  delete (globalThis as { dutymarkAgent?: string }).dutymarkAgent;
}
