import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stage, stage } from './fixture';

let at: Stage;
beforeAll(async () => {
  at = await stage();
});
afterAll(() => at.close());

const open = (reader: Page) => reader.locator('.outline').count();

/** The outline: beside the paper where there is room, else over it, and shut again by what it leads to. */
async function outline(reader: Page): Promise<void> {
  if (!(await open(reader))) await reader.getByRole('button', { name: '目录' }).first().click();
  await reader.locator('.outline-entry').first().waitFor();
}

const marked = (reader: Page) => reader.locator('.outline-entry[aria-current]').getAttribute('title');

describe('the outline marks what is in view', () => {
  it.each([
    [1366, 768],
    [345, 640],
  ])('%i × %i: what was led to, in rows of a table and at the end of the text, too', async (width, height) => {
    const reader = await at.context.newPage();
    await reader.setViewportSize({ width, height });
    await reader.goto(at.url('reader.html?sample'));
    await reader.locator('mark').first().waitFor();
    await outline(reader);
    const names = await reader
      .locator('.outline-entry')
      .evaluateAll((all) => all.map((each) => each.getAttribute('title')!));
    // Every third, the rows of the table, and the last ones, which cannot come up to where they are read.
    const asked = names.filter((name, index) => index % 3 === 0 || /^(?:18|19|2\d) /.test(name) || index > 31);
    expect(asked.length).toBeGreaterThan(15);
    for (const name of asked) {
      await outline(reader);
      await reader.locator(`.outline-entry[title="${name}"] .outline-text`).click();
      await outline(reader);
      await expect.poll(() => marked(reader), { message: name }).toBe(name);
    }
    await reader.close();
  });

  it('follows who scrolls by hand, to the last line', async () => {
    const reader = await at.context.newPage();
    await reader.setViewportSize({ width: 1366, height: 768 });
    await reader.goto(at.url('reader.html?sample'));
    await reader.locator('mark').first().waitFor();
    const entries = reader.locator('.outline-entry');
    await entries.nth(3).locator('.outline-text').click();
    const [third, last] = [await entries.nth(3).getAttribute('title'), await entries.last().getAttribute('title')];
    await expect.poll(() => marked(reader)).toBe(third);
    await reader.mouse.move(600, 400);
    await reader.mouse.wheel(0, 300);
    await expect.poll(() => marked(reader)).not.toBe(third);
    await reader.mouse.wheel(0, 100_000);
    await expect.poll(() => marked(reader)).toBe(last);
    await reader.close();
  });
});
