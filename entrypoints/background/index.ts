import '../../lib/older';
import { defineBackground } from 'wxt/utils/define-background';
import { browser } from '../../lib/browser';
import { noteUncaught } from '../../lib/diagnostics';
import { forgetPages } from '../../lib/dismissals';
import { keepDraftAfter, keepNoted } from '../../lib/drafts';
import { onMessage, sendMessage } from '../../lib/messages';
import { settings } from '../../lib/settings';
import { openPanel } from '../../lib/side-panel';
import { createRepository } from '../../lib/store/repository';
import { createStoreService } from '../../lib/store/service';
import { activateTab, loadAgent } from './activate';
import { agentStore } from './agent-store';
import { agentsOf, dropAgent, dropTab, noteAgent, policyFrameOf } from './agents';
import { keepBackups, tidyUp } from './backups';
import { showCount } from './badge';
import { keepDay } from './day';
import { bearFrame, claimFrame } from './frames';
import { followGrants } from './grants';
import { makeMenus, onMenu } from './menus';
import { showNotice } from './notice';
import { inOrder } from './order';
import { ownershipOf } from './own-document';
import { pageUrl } from './pages';
import { keepSelected, takeSelected } from './panel';
import { dismiss, keepFromPages, settingsFor, tellOfChanges } from './preferences';
import { serveEngine } from './reading';
import { isOurs, type Place, placeOf, tabOfFrame } from './senders';
import { helpReveal, openSource, takeReveal } from './source';
import { stepMine } from './step-mine';
import { keepTally } from './tally';
import { refresh, tellChange, tellProgress, tellSelected, tellSnapshot } from './tell';

/**
 * Owns the database and the browser's events. All listeners are registered in the first turn: the browser stops the
 * worker when it is idle and wakes it for an event only if the event had a listener by then.
 */
export default defineBackground(() => {
  const store = createRepository({
    onChange: (change) => {
      void tellChange(change);
      void recount();
      void lookAtDay();
      backUp();
    },
    onProgress: (progress) => void tellProgress(progress),
    // Without them a task is as good as ever.
    units: () =>
      settings.profiles.getValue().then(
        (profiles) => profiles.map(({ name }) => name),
        () => [],
      ),
  });
  const recount = keepTally(store);
  const lookAtDay = keepDay(store);
  const backUp = keepBackups(store);
  const serve = createStoreService(store);
  /** The store as far as the page in this place has a right to it. */
  const storeFor = (place: Place) => agentStore(store, ownershipOf(store, place));
  noteUncaught('background');
  void keepFromPages();
  tellOfChanges();
  serveEngine();

  onMessage('callStore', ({ data, sender }) => {
    if (isOurs(sender)) return serve(data);
    const place = placeOf(sender);
    return createStoreService(place ? storeFor(place) : {})(data);
  });
  onMessage('agentSettings', async ({ data, sender }) => {
    const place = placeOf(sender);
    if (!place) throw new Error('not for this sender');
    return settingsFor(place, data.url);
  });
  onMessage('dismiss', async ({ data, sender }) => {
    const place = placeOf(sender);
    if (place) await dismiss(place, data.url, data.how);
  });
  onMessage('bearFrame', async ({ data, sender }) => {
    const place = placeOf(sender);
    if (place) await bearFrame(place.tabId, data);
  });
  onMessage('claimFrame', async ({ data, sender }) => {
    const tabId = tabOfFrame(sender);
    return tabId !== null && claimFrame(tabId, data);
  });
  onMessage('keepDraft', async ({ data, sender }) => {
    if (tabOfFrame(sender) !== null) await inOrder('draft', () => keepDraftAfter(data.draft, data.at));
  });

  // A page that was left while the background slept has nobody else to keep its last words.
  if (import.meta.env.FIREFOX) void inOrder('draft', keepNoted);

  onMessage('wantAgent', async ({ sender }) => {
    const place = placeOf(sender);
    // A refusal here is a page that has gone on: there is nobody to tell.
    if (place) await loadAgent(place).catch(() => undefined);
  });
  onMessage('pageChanged', async ({ data, sender }) => {
    const place = placeOf(sender);
    if (!place) return;
    await inOrder(`tab:${place.tabId}`, async () => {
      await noteAgent(place.tabId, place.frameId, data);
      await showCount(place.tabId);
      const frame = policyFrameOf(await agentsOf(place.tabId));
      if (frame?.frameId === place.frameId) await tellSnapshot(place.tabId, data);
    });
  });
  onMessage('pageGone', async ({ sender }) => {
    const place = placeOf(sender);
    if (!place) return;
    await inOrder(`tab:${place.tabId}`, async () => {
      await dropAgent(place.tabId, place.frameId);
      await refresh(place.tabId);
    });
  });
  onMessage('pageSelected', async ({ data, sender }) => {
    const place = placeOf(sender);
    if (place) await tellSelected(place.tabId, data);
  });
  onMessage('openPanel', async ({ data, sender }) => {
    const place = placeOf(sender);
    if (!place) return;
    const opened = openPanel(place.tabId, place.windowId);
    if (data) {
      await keepSelected(place.tabId, data);
      await tellSelected(place.tabId, data);
    }
    await opened;
  });
  onMessage('takeReveal', ({ data, sender }) => {
    const place = placeOf(sender);
    return place ? takeReveal(place.tabId, data.documentId) : null;
  });

  onMessage('activateTab', ({ data, sender }) => (isOurs(sender) ? activateTab(data) : 'failed'));
  onMessage('policyFrame', async ({ data, sender }) =>
    isOurs(sender) ? (policyFrameOf(await agentsOf(data))?.frameId ?? 0) : 0,
  );
  onMessage('takeSelected', ({ data, sender }) => (isOurs(sender) ? takeSelected(data) : null));
  onMessage('openSource', ({ data, sender }) => (isOurs(sender) ? openSource(data) : 'failed'));

  browser.tabs.onRemoved.addListener((tabId) => void dropTab(tabId));
  browser.tabs.onUpdated.addListener(async (tabId, { status }) => {
    if (status !== 'complete') return;
    void helpReveal(tabId);
    // A page that went without saying so (a crash, a forced navigation) leaves an agent that does not answer.
    for (const { frameId } of await agentsOf(tabId)) {
      const alive = await sendMessage('getSnapshot', undefined, { tabId, frameId }).catch(() => null);
      if (alive) continue;
      await dropAgent(tabId, frameId);
      await refresh(tabId);
    }
  });

  browser.contextMenus.onClicked.addListener((info, tab) => {
    const tabId = tab?.id;
    if (tabId !== undefined) onMenu(storeFor, info, tabId).catch((error) => showNotice(tabId, error));
  });
  browser.commands.onCommand.addListener((command, tab) => {
    const tabId = tab?.id;
    if (command === 'open-panel' && tabId !== undefined) {
      openPanel(tabId, tab?.windowId).catch((error) => showNotice(tabId, error));
    }
    // Keys that the browser hears and the page does not: which measures are ours is none of its business.
    const step = command === 'next-mine' ? 1 : command === 'previous-mine' ? -1 : null;
    if (step !== null && tabId !== undefined) void stepMine(tabId, step);
    if (command === 'open-tasks') void browser.tabs.create({ url: pageUrl('tasks.html?tab=today') });
  });

  browser.permissions.onAdded.addListener(() => void followGrants());
  browser.permissions.onRemoved.addListener(() => void followGrants());
  browser.runtime.onStartup.addListener(() => {
    void lookAtDay();
    void forgetPages();
    void followGrants();
    void tidyUp(store);
  });
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void lookAtDay();
    void makeMenus();
    void followGrants();
    // A newcomer sees the main job on the sample, not an empty list.
    if (reason === 'install') void browser.tabs.create({ url: pageUrl('reader.html?sample') });
  });
});
