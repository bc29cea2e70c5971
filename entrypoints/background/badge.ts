import { i18n } from '#i18n';
import { browser } from '../../lib/browser';
import { agentsOf, policyFrameOf } from './agents';

/** 公文红 for what is ours, ink for a mere count. */
const colours = { mine: '#b3261e', all: '#5f5a52' };

/** Writes the count of a tab on the toolbar icon: our measures for sure where there are any, else all measures. */
export async function showCount(tabId: number): Promise<void> {
  const frame = policyFrameOf(await agentsOf(tabId));
  const { measures = 0, mine = 0, possible = 0 } = frame ?? {};
  const count = mine || measures;
  try {
    // null: what the icon says of the day.
    await browser.action.setBadgeText({ tabId, text: count ? shortened(count) : null } as never);
    await browser.action.setBadgeBackgroundColor({ tabId, color: mine ? colours.mine : colours.all });
    await browser.action.setBadgeTextColor?.({ tabId, color: '#ffffff' });
    await browser.action.setTitle({ tabId, title: await titleOf(measures, mine, possible) });
  } catch {
    // The tab was closed in between: there is nothing to write on.
  }
}

/** A badge holds about four signs. */
function shortened(count: number): string {
  return count > 999 ? '999+' : String(count);
}

async function titleOf(measures: number, mine: number, possible: number): Promise<string> {
  if (!measures) return browser.action.getTitle({});
  return [
    i18n.t('background.titleMeasures', [measures]),
    mine > 0 && i18n.t('guest.mine', [mine]),
    possible > 0 && i18n.t('guest.possible', [possible]),
  ]
    .filter(Boolean)
    .join(' · ');
}
