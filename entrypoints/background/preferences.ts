import { browser } from '../../lib/browser';
import { dismissPage, dismissSite, isDismissed } from '../../lib/dismissals';
import { watchManaged } from '../../lib/managed';
import { sendMessage } from '../../lib/messages';
import { hash } from '../../lib/page/hash';
import { type AgentSettings, settings } from '../../lib/settings';
import { allAgents } from './agents';
import type { Place } from './senders';

/** What is in the browser's storage is for our own pages: a content script shares its process with the page. */
export async function keepFromPages(): Promise<void> {
  for (const area of ['local', 'session', 'managed'] as const) {
    const { setAccessLevel } = (browser.storage[area] ?? {}) as { setAccessLevel?: (level: object) => Promise<void> };
    await setAccessLevel?.call(browser.storage[area], { accessLevel: 'TRUSTED_CONTEXTS' }).catch(() => undefined);
  }
}

/** What the agent of a page needs of the reader's choices. */
export async function settingsFor(place: Place, url: string): Promise<AgentSettings> {
  const [profiles, decisions, theme, marks, mode, away] = await Promise.all([
    settings.profiles.getValue(),
    settings.decisions.getValue(),
    settings.theme.getValue(),
    settings.marks.getValue(),
    settings.pillMode.getValue(),
    isDismissed(addressIn(place, url)),
  ]);
  return { profiles, decided: hash(JSON.stringify(decisions)), theme, marks, dismissed: mode === 'hidden' || away };
}

/** Sends the pill away: from the sender's own page or site, or everywhere. */
export async function dismiss(place: Place, url: string, how: unknown): Promise<void> {
  if (how === 'page') await dismissPage(addressIn(place, url));
  else if (how === 'site') await dismissSite(place.url);
  else if (how === 'all') await settings.pillMode.setValue('hidden');
}

/** Agents ask anew whenever something of it may have changed. */
export function tellOfChanges(): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (!Object.keys(changes).some((key) => /^(?:profiles|decisions|theme|marks|pillMode|dismissed)/.test(key))) return;
    tellAgents();
  });
  watchManaged(tellAgents);
}

function tellAgents(): void {
  void allAgents().then((agents) => {
    for (const { tabId, frameId } of agents) {
      void sendMessage('settingsChanged', undefined, { tabId, frameId }).catch(() => undefined);
    }
  });
}

/** A script-driven site goes to another address of its own without loading one; an address elsewhere is not its own. */
function addressIn({ url }: Place, told: string): string {
  try {
    return new URL(told).origin === new URL(url).origin ? told : url;
  } catch {
    return url;
  }
}
