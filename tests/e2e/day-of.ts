import type { Worker } from 'playwright-core';
import { expect } from 'vitest';
import { task } from '../unit/store/samples';
import type { Stage } from './fixture';
import { send } from './hand';

/** The one alarm, and the one notification, of the background. */
const NAME = 'dutymark-day';

interface Api {
  readonly runtime: { getBackgroundPage(): Promise<object>; sendMessage(message: object): Promise<unknown> };
  readonly alarms: {
    create(name: string, of: { when: number }): Promise<void>;
    get(name: string): Promise<{ scheduledTime: number } | undefined>;
  };
  readonly action: { getTitle(of: object): Promise<string>; getBadgeText(of: object): Promise<string> };
  readonly notifications: { getAll(): Promise<object>; clear(name: string): Promise<boolean> };
}

/**
 * What a browser does in a page of the extension, or in its worker: `work` is written out and sent there, so that it may use
 * nothing but its arguments.
 */
export type Inside = <Argument, Result>(
  work: (argument: Argument) => Result | Promise<Result>,
  argument: Argument,
) => Promise<Result>;

/** The day as the extension tells it, under a clock that is moved. */
export interface Day {
  /** Sets the background's clock, and wakes it by its alarm as the browser does. Resolves when it has looked. */
  moveTo(instant: Date): Promise<void>;
  title(): Promise<string>;
  badge(): Promise<string>;
  /** For when the background set its next alarm, in milliseconds since 1970. */
  nextAlarm(): Promise<number>;
  /** Whether a reminder stands there; it is taken away. */
  takeReminder(): Promise<boolean>;
}

export const dayOf = (inside: Inside): Day => ({
  async moveTo(instant) {
    await inside(moveClock, instant.getTime());
    await inside(wake, NAME);
    const looked = async () => {
      const next = await inside(alarmOf, NAME);
      // A look that was going on already has set its own alarm over this one.
      if (next <= instant.getTime()) await inside(wake, NAME);
      return next;
    };
    // The alarm that it sets last is far ahead by the true clock, too.
    await expect.poll(looked, { interval: 500 }).toBeGreaterThan(instant.getTime());
  },
  title: () => inside(titleNow, null),
  badge: () => inside(badgeNow, null),
  nextAlarm: () => inside(alarmOf, NAME),
  takeReminder: () => inside(reminderTaken, NAME),
});

async function moveClock(to: number): Promise<void> {
  const scope = globalThis as unknown as { chrome: Api; browser?: Api };
  const api = scope.browser ?? scope.chrome;
  // Firefox has a page in the background, Chromium is in its worker already.
  const background = (typeof window === 'undefined'
    ? globalThis
    : await api.runtime.getBackgroundPage()) as unknown as {
    Date: DateConstructor;
    trueDate?: DateConstructor;
  };
  const True = background.trueDate ?? background.Date;
  const began = True.now();
  const now = () => to + (True.now() - began);
  background.trueDate = True;
  background.Date = class extends True {
    constructor(...parts: unknown[]) {
      super(...((parts.length > 0 ? parts : [now()]) as [number]));
    }
    static override now(): number {
      return now();
    }
  } as DateConstructor;
}

async function wake(name: string): Promise<void> {
  const scope = globalThis as unknown as { chrome: Api; browser?: Api };
  const soon = performance.timeOrigin + performance.now() + 50;
  await (scope.browser ?? scope.chrome).alarms.create(name, { when: soon });
}

async function alarmOf(name: string): Promise<number> {
  const scope = globalThis as unknown as { chrome: Api; browser?: Api };
  return (await (scope.browser ?? scope.chrome).alarms.get(name))?.scheduledTime ?? 0;
}

function titleNow(): Promise<string> {
  const scope = globalThis as unknown as { chrome: Api; browser?: Api };
  return (scope.browser ?? scope.chrome).action.getTitle({});
}

function badgeNow(): Promise<string> {
  const scope = globalThis as unknown as { chrome: Api; browser?: Api };
  return (scope.browser ?? scope.chrome).action.getBadgeText({});
}

async function reminderTaken(name: string): Promise<boolean> {
  const scope = globalThis as unknown as { chrome: Api; browser?: Api };
  const { notifications } = scope.browser ?? scope.chrome;
  const there = name in (await notifications.getAll());
  if (there) await notifications.clear(name);
  return there;
}

const instant = '2026-03-05T08:00:00.000Z';

/** Two tasks for a store's `merge`: due on the last day of March 2031, and on the day before. */
export const twoOfMarch = {
  documents: [],
  annotations: [],
  tasks: ['2031-03-30', '2031-03-31'].map((dueDate, at) => ({
    ...task,
    id: `march-${at}`,
    measureId: `一›${at}`,
    title: `报送第${at + 1}期情况`,
    dueDate,
    created: instant,
    updated: instant,
  })),
};

/**
 * Goes through the last day of March, reminders being asked for at nine: nothing before the hour, one reminder at it, the icon true
 * until midnight and after, and in the zone of this clock at an instant that is another day elsewhere.
 *
 * @param late What the icon says at 20:00 UTC of that day.
 */
export async function throughTheDay(day: Day, late: string): Promise<void> {
  const both = '政笺 · 逾期 1 · 今天 1';
  const local = (date: number, ...time: [number, number, number?]) => new Date(2031, 2, date, ...time);
  await day.moveTo(local(31, 8, 30));
  expect([await day.title(), await day.badge()]).toEqual([both, '2']);
  expect(await day.takeReminder()).toBe(false);
  expect(await day.nextAlarm()).toBe(local(31, 9, 0, 1).getTime());

  await day.moveTo(local(31, 9, 0, 1));
  await expect.poll(() => day.takeReminder()).toBe(true);
  // Once a day.
  await day.moveTo(local(31, 23, 59));
  expect(await day.takeReminder()).toBe(false);
  expect(await day.title()).toBe(both);
  expect(await day.nextAlarm()).toBe(local(32, 0, 0, 1).getTime());

  await day.moveTo(local(32, 0, 0, 5));
  expect([await day.title(), await day.badge()]).toEqual(['政笺 · 逾期 2', '2']);

  await day.moveTo(new Date('2031-03-31T20:00:00Z'));
  expect(await day.title()).toBe(late);
}

/** Puts the two tasks of March into the store and asks for the daily reminder, as a person does; gives the background. */
export async function withReminder(at: Stage): Promise<Worker> {
  const options = await at.context.newPage();
  await options.goto(at.url('options.html'));
  await send(options, 'callStore', { method: 'merge', args: [twoOfMarch] });
  await options.getByRole('checkbox', { name: '每天提醒逾期和今天到期的任务' }).check();
  await options.locator('.office-hour:enabled').waitFor();
  return at.worker();
}
