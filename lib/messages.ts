import { defineExtensionMessaging } from '@webext-core/messaging';
import type { PageSnapshot, PageTarget } from './page/types';
import type { NewAnnotation, NewTask, StoreChange } from './store/port';

/** Every message between surfaces, by direction. The store's own calls go through `lib/store/client.ts`. */
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

  // ── surface → background ───────────────────────────────────────────────────────────────────────────────────────
  /** Load the agent into a tab that has none. */
  activateTab(tabId: number): void;

  // ── surface → page (with a tab id) ─────────────────────────────────────────────────────────────────────────────
  getSnapshot(): PageSnapshot;
  reveal(target: PageTarget): boolean;
  draftTasks(measureIds: readonly string[]): NewTask[];
  draftTask(): NewTask | null;
  draftAnnotation(): NewAnnotation | null;
  readPage(): void;

  // ── background → every surface and page ────────────────────────────────────────────────────────────────────────
  tabSnapshot(event: { tabId: number; snapshot: PageSnapshot | null }): void;
  tabSelected(event: { tabId: number; target: PageTarget }): void;
  storeChanged(change: StoreChange): void;
}

export const { sendMessage, onMessage } = defineExtensionMessaging<ProtocolMap>();
