import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import sample from '../../fixtures/sample/gold.json' with { type: 'json' };
import { SITE, type Stage, stage } from '../fixture';
import { becomes, drag } from '../hand';
import { inside } from '../inside';

/** A page that takes the focus while somebody types a note over it: what it gets, and what the reader is told. */
let at: Stage;
beforeAll(async () => {
  at = await stage();
});
afterAll(() => at.close());

const WORDS = 'abcdefghijklmnopqrstuvwxyz';

/** A page with a field of its own, and a note that was begun over it. */
async function writing(words: string): Promise<{ page: Page; bar: Awaited<ReturnType<typeof inside>> }> {
  const page = await at.context.newPage();
  await page.goto(`${SITE}/policy.html`);
  await becomes(page, 'task-policy', sample.measures.length);
  await page.evaluate(() => {
    const field = document.createElement('input');
    field.id = 'thief';
    field.style.cssText = 'position:fixed;bottom:0;left:0';
    document.body.append(field);
  });
  await page.bringToFront();
  await drag(page, words);
  const bar = await inside(page);
  await bar.click('批注');
  // Told that it has the focus whatever happens, as the driver does by itself, the frame would not hear that it lost it.
  const frame = page.frames().find((each) => /\/guest\.html/.test(each.url()))!;
  for (const target of [page, frame]) {
    const session = await at.context.newCDPSession(target);
    await session.send('Emulation.setFocusEmulationEnabled', { enabled: false });
  }
  await page.keyboard.type('开头', { delay: 20 });
  await bar.holds('开头');
  return { page, bar };
}

const stolen = (page: Page) => page.evaluate(() => (document.querySelector('#thief') as HTMLInputElement).value);
const steal = () => document.querySelector<HTMLElement>('#thief')!.focus();

it('a focus that is taken once comes back, and it is said', async () => {
  const { page, bar } = await writing('便民服务热线');
  await page.keyboard.type(WORDS.slice(0, 6), { delay: 60 });
  await page.evaluate(steal);
  await page.waitForTimeout(60);
  await page.keyboard.type(WORDS.slice(6), { delay: 60 });
  await bar.says('网页拿走过光标');
  await bar.holds(WORDS.slice(-10));
  expect((await stolen(page)).length).toBeLessThanOrEqual(1);
  await page.close();
}, 60_000);

it('a focus that is taken again and again is said to be away', async () => {
  const { page, bar } = await writing('便民服务站');
  await page.evaluate(() => setInterval(() => document.querySelector<HTMLElement>('#thief')!.focus(), 30));
  await bar.says('光标不在这里了');
  await page.keyboard.type(WORDS, { delay: 60 });
  await bar.says('光标不在这里了');
  await page.close();
}, 60_000);

it('a reader who goes into the page by the mouse is let go', async () => {
  const { page } = await writing('方便老年人办事');
  await page.waitForTimeout(700);
  await page.mouse.click(20, (await page.evaluate(() => innerHeight)) - 8);
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('thief');
  await page.keyboard.type('去', { delay: 20 });
  expect(await stolen(page)).toBe('去');
  await page.close();
}, 60_000);
