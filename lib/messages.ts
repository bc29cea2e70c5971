import { defineExtensionMessaging } from '@webext-core/messaging';
import { browser } from './browser';
import type { AnnotatedCopy } from './export/copy/types';
import type { NoteDraft } from './page/note-draft';
import type { Activation, Opening, PageSnapshot, PageTarget } from './page/types';
import type { AgentSettings } from './settings';
import type { StoreCall, StoreReply } from './store/calls';
import type { NewAnnotation, NewTask, StoreChange, StoreProgress } from './store/port';

export type { Activation, Opening };

/** Every message between surfaces, by direction. */
interface ProtocolMap {
  // ── page → background ──────────────────────────────────────────────────────────────────────────────────────────
  /** The detector found a policy, or the reader asked by hand: load the agent into the sender's frame. */
  wantAgent(): void;
  /** The agent has something new to tell: the toolbar count and every open panel follow. */
  pageChanged(snapshot: PageSnapshot): void;
  /** The reader clicked a mark or the pill: open the panel (needs a user gesture where the browser insists). */
  openPanel(target: PageTarget | null): void;
  /** The reader clicked a mark in the page. */
  pageSelected(target: PageTarget): void;
  /** What the reader chose, as far as the page at this address, the sender's own, needs it. */
  agentSettings(page: { url: string }): AgentSettings;
  /** The reader sent the pill away from this page, its site, or everywhere. */
  dismiss(wish: { url: string; how: 'page' | 'site' | 'all' }): void;
  /** The agent is about to lay a frame of ours over its page, which will name itself by this token. */
  bearFrame(token: string): void;
  /** The page goes away or the agent was turned off: the count and what the panels show of this frame go with it. */
  pageGone(): void;
  /**
   * A page or the reader is read and ready: what was it opened to show? From "back to the sentence" in the task list;
   * answered once, then forgotten; null nearly always. `documentId` as in `PageSnapshot`.
   */
  takeReveal(page: { documentId: string | null }): PageTarget | null;

  // ── surface → background ───────────────────────────────────────────────────────────────────────────────────────
  /** Load the agent into a tab that has none, by hand, on any page. */
  activateTab(tabId: number): Activation;
  /** Which frame of a tab holds its policy (the one with most measures): address messages to the page to it. */
  policyFrame(tabId: number): number;
  /**
   * What the panel of this tab was opened for (`openPanel` with a target); answered once, to the panel that has just
   * come up. An open panel gets `tabSelected` instead.
   */
  takeSelected(tabId: number): PageTarget | null;
  /** Open the page (or the reader) that a task or annotation came from, and reveal it there. */
  openSource(source: { documentId: string; url: string; target: PageTarget }): Opening;

  // ── the frame over a page → background ─────────────────────────────────────────────────────────────────────────
  /** Was this frame laid by an agent of ours, in this very tab? Answered with yes once a token. */
  claimFrame(token: string): boolean;
  /** A note that is being written there, at every key ('' when it is done with): to be kept by who outlives the page. */
  keepDraft(typed: { draft: NoteDraft; at: number }): void;

  // ── any surface or page → background ───────────────────────────────────────────────────────────────────────────
  /** A call of the store: use `lib/store/client.ts`, which types it. */
  callStore(call: StoreCall): StoreReply;

  // ── surface → page (with a tab id, and the frame `policyFrame` names) ──────────────────────────────────────────
  getSnapshot(): PageSnapshot;
  reveal(target: PageTarget): boolean;
  /** Leads to the next measure of ours (1) or the one before (-1); false where nothing is ours. */
  stepMine(step: 1 | -1): boolean;
  draftTasks(measureIds: readonly string[]): NewTask[];
  draftTask(): NewTask | null;
  draftAnnotation(): NewAnnotation | null;
  draftFound(id: string): NewAnnotation | null;
  annotatedCopy(): AnnotatedCopy | null;
  readPage(): void;

  // ── background → every surface and page ────────────────────────────────────────────────────────────────────────
  tabSnapshot(event: { tabId: number; snapshot: PageSnapshot | null }): void;
  tabSelected(event: { tabId: number; target: PageTarget }): void;
  /** To agents only: something of `AgentSettings` may be another. */
  settingsChanged(): void;
  storeChanged(change: StoreChange): void;
  /** To our own pages: how far a call of the store has come that works through many records. */
  storeProgress(progress: StoreProgress): void;
  /** A page that `openSource` was opening turned out not to let us in: nothing will be shown there. */
  sourceRefused(event: { target: PageTarget; why: Exclude<Activation, 'done'> }): void;
}

export const { sendMessage, onMessage } = defineExtensionMessaging<ProtocolMap>();

/**
 * For what the background and our own pages alone may say: what a content script sends in their name is not heard. The
 * browser tells who sent a message; a page that has taken over its content script cannot change that.
 */
export const onOurMessage: typeof onMessage = (type, listener) =>
  onMessage(type, (message) => {
    const { sender } = message as { sender?: { tab?: unknown; url?: string } };
    const root = browser.runtime.getURL('' as '/');
    if (sender?.tab && !sender.url?.startsWith(root)) return undefined as never;
    return listener(message);
  });
