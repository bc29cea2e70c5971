import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import sample from '../../fixtures/sample/gold.json' with { type: 'json' };
import { SITE, type Stage, stage } from '../fixture';
import { becomes, drag } from '../hand';
import { inside } from '../inside';

const WORDS = '便民服务热线';
/** Said in the bar; or, once a key has come into the page, where the bar was. */
const LOST = /光标已经离开|没写完的批注留着/;

let at: Stage;
let page: Page;
let frame: Frame;
let begun = false;

beforeAll(async () => {
  at = await stage();
});
afterAll(() => at.close());

/** A page with the note of a selection being typed. */
beforeEach(async () => {
  page = await at.context.newPage();
  await page.goto(`${SITE}/policy.html`);
  await becomes(page, 'task-policy', sample.measures.length);
  await page.evaluate(() => {
    const field = document.createElement('input');
    field.id = 'theirs';
    field.style.cssText = 'position: fixed; top: 0; left: 0';
    document.body.append(field);
  });
  await page.bringToFront();
  await drag(page, WORDS);
  const over = () => page.frames().find((each) => /\/guest\.html/.test(each.url()));
  await expect.poll(() => over()?.locator('.toolbar').count()).toBe(1);
  frame = over()!;
  // What the test before left stands in it; asked for again it would go away.
  if (!begun) await (await inside(page)).click('批注');
  begun = true;
  const field = frame.locator('textarea');
  await field.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.keyboard.type('a');
  await expect.poll(() => field.inputValue()).toBe('a');
  await page.keyboard.press('Backspace');
  return () => page.close();
});

const steal = () => page.evaluate(() => document.querySelector<HTMLElement>('#theirs')!.focus());
const theirs = () => page.evaluate(() => document.querySelector<HTMLInputElement>('#theirs')!.value);
const ours = () => frame.locator('textarea').inputValue();
const says = () => frame.evaluate(() => document.querySelector('.frame')?.textContent ?? '');

describe('a page that takes the focus from a note', () => {
  it('amid typing does not keep it: the field takes it back, once', async () => {
    await page.keyboard.type('one two ', { delay: 40 });
    await steal();
    await page.waitForTimeout(40);
    await page.keyboard.type('three four', { delay: 40 });
    expect(await theirs()).toBe('');
    expect(await ours()).toBe('one two three four');
    expect(await says()).not.toMatch(LOST);
  });

  it('again and again is told of at once, and gets nothing from a person who stops', async () => {
    await page.keyboard.type('one ', { delay: 40 });
    await page.evaluate(() =>
      setInterval(() => {
        const field = document.querySelector<HTMLElement>('#theirs')!;
        field.blur();
        field.focus();
      }, 20),
    );
    let typed = 0;
    for (; typed < 40 && !LOST.test(await says()); typed++) await page.keyboard.type('x', { delay: 40 });
    console.info(`told of after ${typed} more keys; the page had ${(await theirs()).length} of them`);
    expect(typed).toBeLessThan(6);
    await page.waitForTimeout(300);
    expect(await says()).toMatch(LOST);
    expect(await theirs()).toMatch(/^x{0,3}$/);
  });

  it('from one who does not type just now is told of at once, until they press in the field', async () => {
    await page.keyboard.type('one', { delay: 40 });
    await page.waitForTimeout(600);
    await steal();
    await expect.poll(says, { timeout: 1000, interval: 20 }).toMatch(LOST);
    await frame.locator('textarea').click();
    await expect.poll(says).not.toMatch(LOST);
    await page.keyboard.type(' two', { delay: 40 });
    expect(await ours()).toBe('one two');
    expect(await theirs()).toBe('');
  });

  it('a person who presses in the page leaves the note, and is not held', async () => {
    await page.keyboard.type('one', { delay: 40 });
    await page.waitForTimeout(500);
    await page.mouse.click(20, 10);
    await page.keyboard.type('search');
    expect(await theirs()).toBe('search');
  });

  it('the keys that leave the field are no theft', async () => {
    await page.keyboard.type('one', { delay: 40 });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.waitForTimeout(100);
    expect(await says()).not.toMatch(LOST);
  });
});
