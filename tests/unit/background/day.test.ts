import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepDay } from '../../../entrypoints/background/day';
import { isTime, nextTurn } from '../../../lib/follow/reminding';
import { settings } from '../../../lib/settings';
import { seen, task } from '../store/samples';
import { freshStore } from '../store/setup';

const zone = process.env.TZ;
const said = { text: '', title: '' };
const alarms: { when: number; period: number }[] = [];
const reminders: string[] = [];
let allowed = false;

beforeEach(() => {
  fakeBrowser.reset();
  alarms.length = 0;
  reminders.length = 0;
  allowed = true;
  const { action, permissions, notifications } = fakeBrowser as unknown as Record<string, Record<string, unknown>>;
  Object.assign(action!, {
    setBadgeText: async ({ text }: { text: string }) => void Object.assign(said, { text }),
    setTitle: async ({ title }: { title: string }) => void Object.assign(said, { title }),
    setBadgeBackgroundColor: async () => undefined,
    setBadgeTextColor: async () => undefined,
  });
  Object.assign(permissions!, {
    contains: async () => allowed,
    onAdded: { addListener: () => undefined },
  });
  Object.assign(notifications!, {
    create: async (_: string, { message }: { message: string }) => void reminders.push(message),
    onClicked: { hasListener: () => false, addListener: () => undefined },
  });
  vi.spyOn(fakeBrowser.alarms, 'create').mockImplementation(
    (async (_: string, { when, periodInMinutes }: { when: number; periodInMinutes: number }) =>
      void alarms.push({ when, period: periodInMinutes })) as never,
  );
});
afterEach(() => {
  vi.restoreAllMocks();
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

/** A store with these due dates, and a clock that can be moved. */
async function day(dates: readonly string[], at: string) {
  const clock = { now: new Date(at) };
  const { store } = freshStore();
  await store.addTasks(
    seen,
    dates.map((dueDate, index) => ({ ...task, measureId: `一›${index}`, dueDate })),
  );
  const look = keepDay(store, () => clock.now);
  await look();
  return {
    store,
    look,
    move: (to: string) => {
      clock.now = new Date(to);
      return look();
    },
  };
}

const dates = ['2026-06-18', '2026-06-19', '2026-06-20', '2026-06-21', '2026-06-21', '2026-06-22'];

describe('the icon', () => {
  it('says what is overdue and what is due today, and follows what is done', async () => {
    process.env.TZ = 'Asia/Shanghai';
    const { store, look } = await day(dates, '2026-06-20T04:00:00Z');
    expect(said).toEqual({ text: '3', title: '政笺 · 逾期 2 · 今天 1' });
    const [first] = await store.tasks();
    await store.updateTasks([first!.id], { status: 'done' });
    await look();
    expect(said).toEqual({ text: '2', title: '政笺 · 逾期 1 · 今天 1' });
  });

  it('turns at midnight of the reader’s clock, for which it sets the alarm', async () => {
    process.env.TZ = 'Asia/Shanghai';
    const { move } = await day(dates, '2026-06-20T15:59:00Z');
    expect(said.title).toBe('政笺 · 逾期 2 · 今天 1');
    expect(alarms.at(-1)).toEqual({ when: Date.parse('2026-06-20T16:00:01Z'), period: 60 });
    await move('2026-06-20T16:00:01Z');
    expect(said.title).toBe('政笺 · 逾期 3 · 今天 2');
    expect(alarms.at(-1)!.when).toBe(Date.parse('2026-06-21T16:00:01Z'));
  });

  it('is true in another time zone, also for a traveller whose clock is set anew', async () => {
    process.env.TZ = 'America/New_York';
    // 0:30 of the 21st in Shanghai.
    const { look } = await day(dates, '2026-06-20T16:30:00Z');
    expect(said.title).toBe('政笺 · 逾期 2 · 今天 1');
    process.env.TZ = 'Asia/Shanghai';
    await look();
    expect(said.title).toBe('政笺 · 逾期 3 · 今天 2');
  });

  it('says nothing where nothing is due, and counts no more than it can show', async () => {
    await day([], '2026-06-20T04:00:00Z');
    expect(said).toEqual({ text: '', title: '政笺' });
    await day(
      Array.from({ length: 1200 }, () => '2026-06-01'),
      '2026-06-20T04:00:00Z',
    );
    expect(said.text).toBe('999+');
  });

  it('follows the alarm', async () => {
    process.env.TZ = 'Asia/Shanghai';
    const { store } = await day(['2026-06-20'], '2026-06-20T04:00:00Z');
    const [first] = await store.tasks();
    await store.removeTasks([first!.id]);
    await fakeBrowser.alarms.onAlarm.trigger({ name: 'dutymark-day', scheduledTime: 0 } as never);
    await vi.waitFor(() => expect(said.text).toBe(''));
  });
});

describe('a reminder', () => {
  it('comes when it was asked for, at its hour, once a day, with counts and no words of a task', async () => {
    process.env.TZ = 'Asia/Shanghai';
    const { move } = await day(dates, '2026-06-20T00:30:00Z');
    expect(reminders).toEqual([]);
    await settings.reminding.setValue({ on: true, hour: 9 });
    await move('2026-06-20T00:59:00Z');
    expect(reminders).toEqual([]);
    expect(alarms.at(-1)!.when).toBe(Date.parse('2026-06-20T01:00:01Z'));
    await move('2026-06-20T01:00:01Z');
    await move('2026-06-20T02:00:00Z');
    expect(reminders).toEqual(['逾期 2 · 今天 1']);
    await move('2026-06-21T03:00:00Z');
    expect(reminders).toEqual(['逾期 2 · 今天 1', '逾期 3 · 今天 2']);
  });

  it('does not come, and is not counted as come, where the browser does not allow it', async () => {
    process.env.TZ = 'Asia/Shanghai';
    allowed = false;
    await settings.reminding.setValue({ on: true, hour: 9 });
    const { move } = await day(dates, '2026-06-20T02:00:00Z');
    expect([reminders, await settings.reminded.getValue()]).toEqual([[], null]);
    allowed = true;
    await move('2026-06-20T03:00:00Z');
    expect(reminders).toHaveLength(1);
  });

  it('comes for what is due only, and late when the computer slept', () => {
    const wish = { on: true, hour: 9 };
    const at = (hour: number) => new Date(2026, 5, 20, hour);
    const due = { overdue: 0, today: 1 };
    expect(isTime(wish, due, '2026-06-19', '2026-06-20', at(23))).toBe(true);
    expect(isTime(wish, due, '2026-06-20', '2026-06-20', at(23))).toBe(false);
    expect(isTime(wish, { overdue: 0, today: 0 }, null, '2026-06-20', at(10))).toBe(false);
    expect(isTime({ on: false, hour: 9 }, due, null, '2026-06-20', at(10))).toBe(false);
    expect(nextTurn(at(8), wish)).toBe(at(9).getTime());
    expect(nextTurn(at(9), wish)).toBe(new Date(2026, 5, 21).getTime());
    expect(nextTurn(at(8), { on: false, hour: 9 })).toBe(new Date(2026, 5, 21).getTime());
  });
});
