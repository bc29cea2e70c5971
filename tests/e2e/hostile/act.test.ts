import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import sample from '../../fixtures/sample/gold.json' with { type: 'json' };
import { SITE, type Stage, stage } from '../fixture';
import { becomes, drag, send } from '../hand';
import { inside } from '../inside';
import { hidden, inVain, made, type Point } from './acts';
import { darkPoints, LETTERS } from './dark';

const WORDS = '便民服务热线';

let at: Stage;
let ours: Page;

beforeAll(async () => {
  at = await stage();
  ours = await at.context.newPage();
  await ours.goto(at.url('tasks.html'));
});
afterAll(() => at.close());

const count = async (method: 'tasks' | 'annotations') =>
  (await send<{ value: unknown[] }>(ours, 'callStore', { method, args: [] })).value.length;
const kept = async () => ({ tasks: await count('tasks'), annotations: await count('annotations') });

/** A page with the bar of a selection open, and where its button for a task stands. */
async function armed(path = '/policy.html'): Promise<{ page: Page; point: Point }> {
  const page = await at.context.newPage();
  await page.goto(SITE + path);
  await becomes(page, 'task-policy', sample.measures.length);
  await page.bringToFront();
  await drag(page, WORDS);
  const { left, top, right, bottom } = await (await inside(page)).box('领为任务');
  return { page, point: { x: Math.round((left + right) / 2), y: Math.round((top + bottom) / 2) } };
}

const nothing = { tasks: 0, annotations: 0 };
beforeEach(async () => {
  await send(ours, 'callStore', { method: 'clear', args: [] });
});

/** Long enough for a click that counts to have come through to the store. */
const settle = (page: Page) => page.waitForTimeout(700);

describe('a page that wants to act', () => {
  it('finds no way without a click of a person', async () => {
    const { page, point } = await armed();
    for (const [name, attempt] of Object.entries(made)) {
      await page.evaluate(`(${attempt})(${JSON.stringify(point)})`).catch(() => undefined);
      await settle(page);
      expect(await kept(), name).toEqual(nothing);
    }
    await page.close();
  });

  it.each(Object.keys(hidden))('does not make a person click what is hidden by %s', async (name) => {
    const { page, point } = await armed();
    await page.evaluate(`(${hidden[name]})(${JSON.stringify(point)})`);
    await settle(page);
    const seen = await isSeen(page, point);
    await settle(page);
    await page.mouse.click(point.x, point.y);
    await settle(page);
    // Where ours lies above what was to hide it, a person has clicked what they saw.
    if (!(seen && inVain.includes(name))) expect(await kept()).toEqual(nothing);
    await page.close();
  });

  it('leaves a person to click what they see', async () => {
    const { page, point } = await armed();
    expect(await isSeen(page, point)).toBe(true);
    await settle(page);
    await page.mouse.click(point.x, point.y);
    await expect.poll(kept).toEqual({ tasks: 1, annotations: 0 });
    await page.close();
  });

  it('does not put a button under a pointer that is about to click', async () => {
    const { page, point } = await armed();
    const away = { x: point.x, y: point.y + 120 };
    await page.mouse.move(away.x, away.y);
    await page.evaluate(() => scrollBy({ top: -120, behavior: 'instant' }));
    await page.waitForTimeout(60);
    await page.mouse.click(away.x, away.y);
    await settle(page);
    expect(await kept()).toEqual(nothing);
    await page.close();
  });
});

/** Whether the button's dark letters are seen where it stands: asked of the screen itself. */
async function isSeen(page: Page, { x, y }: Point): Promise<boolean> {
  const shot = await page.screenshot({ caret: 'initial', clip: { x: x - 40, y: y - 12, width: 80, height: 24 } });
  return (await ours.evaluate(darkPoints, shot.toString('base64'))) > LETTERS;
}
