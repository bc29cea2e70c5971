import { i18n } from '#i18n';
import { browser } from '../../lib/browser';
import { localDay } from '../../lib/follow/day';
import { type DueFigures, isTime, nextTurn, type Reminding, readReminding } from '../../lib/follow/reminding';
import { settings } from '../../lib/settings';
import type { Store } from '../../lib/store/port';
import { inOrder } from './order';
import { pageUrl } from './pages';

/** The one alarm, and the one notification: a later one takes the place of an earlier. */
const NAME = 'dutymark-day';

/** Minutes between looks at the clock: a traveller's computer, or one that slept, is put right within them. */
const HOUR = 60;

/** 公文红 for what is overdue, the colour of deadlines for what is due today. */
const colours = { overdue: '#b3261e', today: '#7d5200' };

/**
 * Keeps what the toolbar icon says of the day (overdue, due today) true: after each write, at each midnight of the reader's
 * clock and once an hour; and reminds, where that was asked for, once a day. Called in the first turn.
 *
 * @param now The reader's clock.
 * @returns to be called after each write, and when the browser starts; resolves when the icon says it.
 */
export function keepDay(store: Pick<Store, 'due'>, now: () => Date = () => new Date()): () => Promise<void> {
  // One after the other: two at once would remind twice.
  const look = () => inOrder(NAME, () => lookAtDay(store, now())).catch(() => undefined);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === NAME) void look();
  });
  browser.storage.local.onChanged.addListener((changes) => {
    if ('reminding' in changes) void look();
  });
  followClicks();
  browser.permissions.onAdded.addListener(followClicks);
  // The worker wakes for many a reason, and a new one may know nothing of yesterday.
  void look();
  return look;
}

async function lookAtDay(store: Pick<Store, 'due'>, now: Date): Promise<void> {
  const today = localDay(now);
  const [figures, wish] = await Promise.all([store.due(today), settings.reminding.getValue().then(readReminding)]);
  await showDay(figures);
  if (isTime(wish, figures, await settings.reminded.getValue(), today, now) && (await remind(figures))) {
    await settings.reminded.setValue(today);
  }
  await setAlarm(wish, now);
}

/** What the icon says where the page in sight says nothing of its own. */
async function showDay({ overdue, today }: DueFigures): Promise<void> {
  const count = overdue + today;
  await browser.action.setBadgeText({ text: count === 0 ? '' : count > 999 ? '999+' : String(count) });
  await browser.action.setBadgeBackgroundColor({ color: overdue ? colours.overdue : colours.today });
  await browser.action.setBadgeTextColor?.({ color: '#ffffff' });
  await browser.action.setTitle({ title: dayTitle({ overdue, today }) });
}

/** 政笺 · 逾期 5 · 今天 2 */
export const dayTitle = ({ overdue, today }: DueFigures): string =>
  [
    i18n.t('background.title'),
    overdue > 0 && i18n.t('today.overdueOf', [overdue]),
    today > 0 && i18n.t('today.todayOf', [today]),
  ]
    .filter(Boolean)
    .join(' · ');

const setAlarm = (wish: Reminding, now: Date): Promise<void> =>
  // A second after the turn: an alarm that is early by a breath would find the old day.
  Promise.resolve(browser.alarms.create(NAME, { when: nextTurn(now, wish) + 1000, periodInMinutes: HOUR }));

/** Counts only: a lock screen shows a notification to whoever passes. false: the browser does not let us (any more). */
async function remind({ overdue, today }: DueFigures): Promise<boolean> {
  if (!(await browser.permissions.contains({ permissions: ['notifications'] }))) return false;
  const parts = [overdue > 0 && i18n.t('today.overdueOf', [overdue]), today > 0 && i18n.t('today.todayOf', [today])];
  await browser.notifications.create(NAME, {
    type: 'basic',
    iconUrl: pageUrl('icon/128.png'),
    title: i18n.t('today.remindTitle'),
    message: parts.filter(Boolean).join(' · '),
    // Firefox refuses what it does not know, and is quiet anyway.
    ...(import.meta.env.FIREFOX ? {} : { silent: true }),
  });
  return true;
}

/** The browser has notifications only once they are allowed. */
function followClicks(): void {
  const { notifications } = browser as { notifications?: typeof browser.notifications };
  if (!notifications || notifications.onClicked.hasListener(openToday)) return;
  notifications.onClicked.addListener(openToday);
}

function openToday(id: string): void {
  if (id !== NAME) return;
  void browser.notifications.clear(id);
  void browser.tabs.create({ url: pageUrl('tasks.html?tab=today') });
}
