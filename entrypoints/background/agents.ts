import type { PageSnapshot } from '../../lib/page/types';
import { countOurs } from '../../lib/units/ours';
import { forget, recallAll, remember } from './session';

/** What is known of a frame in which the agent runs. */
export interface AgentFrame {
  readonly tabId: number;
  readonly frameId: number;
  /** `DocumentRecord.id` of what it shows, as it says; null before it is read. */
  readonly documentId: string | null;
  readonly measures: number;
  /** Measures that are ours for sure, and those that may be. */
  readonly mine: number;
  readonly possible: number;
}

const prefix = 'agent:';
const keyOf = (tabId: number, frameId: number) => `${prefix}${tabId}:${frameId}`;

export async function noteAgent(tabId: number, frameId: number, snapshot: PageSnapshot): Promise<void> {
  const frame: AgentFrame = {
    tabId,
    frameId,
    documentId: snapshot.documentId ?? null,
    measures: snapshot.policy?.measures.length ?? 0,
    ...countOurs(snapshot.duties),
  };
  await remember(keyOf(tabId, frameId), frame);
}

export async function dropAgent(tabId: number, frameId: number): Promise<void> {
  await forget(keyOf(tabId, frameId));
}

/** Forgets a tab that was closed, with what it was to show. */
export async function dropTab(tabId: number): Promise<void> {
  const frames = await agentsOf(tabId);
  const told = [...(await recallAll(`own:${tabId}:`)).keys()].map((rest) => `own:${tabId}:${rest}`);
  await forget(...frames.map((frame) => keyOf(tabId, frame.frameId)), ...told, `reveal:${tabId}`, `selected:${tabId}`);
}

/** Every frame of every tab in which an agent has told of itself. */
export async function allAgents(): Promise<AgentFrame[]> {
  return [...(await recallAll<AgentFrame>(prefix)).values()];
}

export async function agentsOf(tabId: number): Promise<AgentFrame[]> {
  return (await allAgents()).filter((frame) => frame.tabId === tabId);
}

/** The frame that holds the policy: the one with most measures, the outer one where two have as many. */
export function policyFrameOf(frames: readonly AgentFrame[]): AgentFrame | null {
  const [best] = [...frames].sort((a, b) => b.measures - a.measures || a.frameId - b.frameId);
  return best ?? null;
}
