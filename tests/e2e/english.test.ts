import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faults } from './faults';
import { readState, type Stage, stage, tabOf } from './fixture';
import { nameless } from './nameless';

let at: Stage;
let panel: Page;
beforeAll(async () => {
  at = await stage({ language: 'en' });
  const page = await at.open('/policy.html');
  await readState(page);
  panel = await at.context.newPage();
  await panel.setViewportSize({ width: 345, height: 640 });
  await panel.goto(at.url(`sidepanel.html?tab=${await tabOf(at, page)}`));
  await panel.getByRole('tab', { name: /^Measures/ }).waitFor();
  await panel.keyboard.press('u');
  await panel.getByRole('textbox').fill('县民政局');
  await panel.keyboard.press('Enter');
  await panel.locator('[data-current]').waitFor();
  await panel.keyboard.press('a');
  await panel.getByRole('tab', { name: /^My tasks\s*[1-9]/ }).waitFor();
});
afterAll(() => at.close());

/** Texts of the interface that are cut off at the window's edge. */
const beyond = (surface: Page) =>
  surface.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** How far chips of the panel's filter reach beyond their line, at the narrowest width a side panel has. */
const cut = () =>
  panel.locator('.filter-chips').evaluate((line) => {
    const edge = line.getBoundingClientRect().right;
    return [...line.children].map((chip) => chip.getBoundingClientRect().right - edge).filter((beyond) => beyond > 0.5);
  });

it('on the narrowest window no chip is cut, a title can be read, and words of a recurrence have room', async () => {
  await panel.setViewportSize({ width: 345, height: 640 });
  await panel.getByRole('tab', { name: /^Measures/ }).click();
  await panel.locator('.filter-chips', { hasText: 'Taken on' }).waitFor();
  expect(await cut()).toEqual([]);
  const tasks = await at.context.newPage();
  await tasks.goto(at.url('tasks.html'));
  await tasks.locator('.task-title').first().click();
  await tasks.setViewportSize({ width: 345, height: 640 });
  const cutTitles = await tasks
    .locator('.task-title')
    .evaluateAll((titles) => titles.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).length);
  expect(cutTitles, 'titles that are cut').toBe(0);
  const field = tasks.getByRole('textbox', { name: 'Recurrence' });
  for (const width of [345, 1366]) {
    await tasks.setViewportSize({ width, height: 768 });
    expect((await field.boundingBox())?.width, `at ${width}`).toBeGreaterThan(200);
  }
  await tasks.setViewportSize({ width: 345, height: 640 });
  await tasks.getByRole('button', { name: 'Ledger…', exact: true }).click();
  await Promise.all([tasks.waitForEvent('download'), tasks.getByRole('button', { name: 'Save file' }).click()]);
  const said = tasks.getByRole('dialog').getByText(/^Saved/);
  await said.waitFor();
  const seen = await said.evaluate((line) => {
    const { left, top } = line.getBoundingClientRect();
    return line.contains(document.elementFromPoint(left + 4, top + 4));
  });
  expect(seen, 'what was saved is said in sight').toBe(true);
  await tasks.close();
});

/** What the task list shows beside its first sight, by the button that leads there. */
const shown = [
  'Ledger…',
  'Take back / import…',
  'Progress text…',
  'Merge exchange files',
  'Views and columns',
  'Keyboard',
];

it('the task list can be used by everybody in all that it shows: cards, an open task, today, a month, every dialog', async () => {
  const tasks = await at.context.newPage();
  await tasks.emulateMedia({ colorScheme: 'dark' });
  await tasks.goto(at.url('tasks.html'));
  await tasks.locator('.task-title').first().waitFor();
  const fine = async (what: string) => {
    expect(await faults(tasks), what).toEqual([]);
    expect(await nameless(tasks), what).toEqual([]);
  };
  await tasks.keyboard.press('v');
  await tasks.locator('.task-main').first().waitFor();
  await fine('cards');
  await tasks.locator('.task-title').first().click();
  await tasks.locator('.editor').waitFor();
  await fine('an open task');
  await tasks.keyboard.press('v');
  for (const name of shown) {
    await tasks.getByRole('button', { name }).last().click();
    await tasks.getByRole('dialog').getByRole('button').first().waitFor();
    await fine(name);
    await tasks.keyboard.press('Escape');
    await tasks.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await tasks.getByRole('checkbox').first().check();
  await tasks.getByRole('button', { name: /^Assign/ }).click();
  await tasks.getByRole('dialog').waitFor();
  await fine('people');
  await tasks.keyboard.press('Escape');
  await tasks.getByRole('tab', { name: /^Today/ }).click();
  await fine('today');
  await tasks.getByRole('button', { name: 'Month' }).click();
  await fine('a month');
  await tasks.close();
});

const pages = ['tasks.html', 'help.html', 'options.html', 'popup.html', 'reader.html?sample'];

describe.each(['light', 'dark'] as const)('in English, in %s', (colorScheme) => {
  it('the panel can be used by everybody', async () => {
    await panel.emulateMedia({ colorScheme });
    expect(await faults(panel)).toEqual([]);
    expect(await nameless(panel)).toEqual([]);
    for (const width of [320, 345, 400, 683]) {
      await panel.setViewportSize({ width, height: 640 });
      expect(await beyond(panel)).toBe(0);
    }
  });

  it.each(pages)('%s can be used by everybody', async (name) => {
    const surface = await at.context.newPage();
    await surface.emulateMedia({ colorScheme });
    await surface.goto(at.url(name));
    await surface.getByRole('button').first().waitFor();
    expect(await faults(surface)).toEqual([]);
    expect(await nameless(surface)).toEqual([]);
    for (const width of [320, 800, 1366]) {
      await surface.setViewportSize({ width, height: 768 });
      expect(await beyond(surface)).toBe(0);
    }
    await surface.close();
  });
});
