import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import sample from '../../fixtures/sample/gold.json' with { type: 'json' };
import { page as framed } from '../../server/furniture.mjs';
import { sampleArticle } from '../../server/pages.mjs';
import { SITE, type Stage, stage } from '../fixture';
import { becomes, drag, send } from '../hand';
import { inside } from '../inside';
import { washedAt } from '../sheet';
import { leaks, open, reads, spy } from './reads';

/** What the reader wrote, and how our interface speaks of the reader's unit: none of it stands in the page. */
const NOTE = '先问法规科再答复';
const TAG = '暗访';
const DRAFT = '局长不同意这一条';
const words = [NOTE, TAG, DRAFT, '本单位', '可能涉及'];
const UNIT = '县民政局';
const MARKED = '便民服务热线';

let at: Stage;
let page: Page;
let ours: Page;

/** The sample, on a site that parts its units in the page, as a page that watches them would. */
const hostilePage = () =>
  framed({
    title: '临澜县便民利企服务提升行动实施方案',
    issuer: '临澜县人民政府办公室',
    docNumber: '临政办〔2026〕27号',
    date: '2026年10月16日',
    policy: true,
    html: sampleArticle().replace(/(县[一-龥]{2,9}(?:局|办公室|委员会|馆))/g, '<span data-unit="$1">$1</span>'),
  });

beforeAll(async () => {
  at = await stage();
  at.sites.set('/hostile.html', hostilePage());
  ours = await at.context.newPage();
  await ours.goto(at.url('tasks.html'));
  await ours.evaluate(async (name) => {
    const { storage } = (globalThis as unknown as { chrome: { storage: { local: { set(o: object): Promise<void> } } } })
      .chrome;
    const unit = { id: 'u', name, region: '临澜县', kind: null, aliases: [], colour: '#e0a020' };
    await storage.local.set({ profiles: [unit] });
  }, UNIT);
  page = await at.context.newPage();
  await page.addInitScript(spy);
  await page.goto(`${SITE}/hostile.html`);
  await becomes(page, 'task-policy', sample.measures.length);
});
afterAll(() => at.close());

const tried = async () => {
  const got = await page.evaluate(reads, { words, open });
  expect(Object.keys(got).length).toBeGreaterThanOrEqual(40);
  return leaks(got, words);
};

describe('a page that wants to read', () => {
  it('hears nothing while a note is typed', async () => {
    await drag(page, MARKED);
    const guest = await inside(page);
    await guest.click('批注');
    await guest.says('保存');
    await page.keyboard.type(DRAFT);
    await guest.holds(DRAFT);
    expect(await tried()).toEqual([]);
    await page.reload();
    await becomes(page, 'task-policy', sample.measures.length);
  });

  it('reads neither note nor tag nor unit from an open card, and does not see what is marked', async () => {
    await drag(page, MARKED);
    const guest = await inside(page);
    await guest.click('标绿');
    await guest.says('已批注');
    const call = (method: string, args: unknown[]) =>
      send<{ ok: boolean; value: { id: string }[] }>(ours, 'callStore', { method, args });
    const { value } = await call('annotations', []);
    expect(value).toHaveLength(1);
    expect((await call('updateAnnotations', [[value[0]!.id], { note: NOTE, tags: [TAG] }])).ok).toBe(true);
    await drag(page, MARKED);
    await page.keyboard.press('Escape');
    const box = await page.evaluate((text) => {
      const walker = document.createTreeWalker(document.querySelector('#zoom')!, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const from = node.nodeValue!.indexOf(text);
        if (from < 0) continue;
        const range = document.createRange();
        range.setStart(node, from);
        range.setEnd(node, from + text.length);
        const { left, top, height, width } = range.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      }
      return null;
    }, MARKED);
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await page.mouse.click(box!.x, box!.y);
    await guest.says(NOTE);
    await guest.says(TAG);
    expect(await tried()).toEqual([]);
  });

  it('learns no unit from the card of a measure of ours', async () => {
    const guest = await inside(page);
    await page.keyboard.press('Escape');
    const place = await page.evaluate((unit) => {
      const element = document.querySelector(`#zoom [data-unit="${unit}"]`)!;
      element.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = element.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }, UNIT);
    await page.mouse.click(place.x, place.y);
    await guest.says('本单位');
    expect(await tried()).toEqual([]);
  });
});

describe('the reader', () => {
  it('sees what is theirs and what they marked, over the page’s own text', async () => {
    await expect.poll(() => washedAt(page, MARKED)).toContain('green');
    await expect.poll(() => washedAt(page, UNIT)).toContain('mine');
    expect(await washedAt(page, '县公安局')).not.toContain('mine');
  });
});
