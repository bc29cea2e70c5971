import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import english from '../../lib/locales/en.json' with { type: 'json' };
import chinese from '../../lib/locales/zh_CN.json' with { type: 'json' };
import { faults } from './faults';
import { readState, SITE, type Stage, stage, tabOf } from './fixture';
import { drag } from './hand';
import { nameless } from './nameless';
import { placeOfWords } from './place-of-words';
import { plan } from './plans';

/** The narrowest side panel, and the usual office screen. */
const WIDTHS = [345, 1366];
const UNIT = {
  id: 'u',
  name: '县民政局',
  region: '清河市临澜县',
  kind: 'government-department',
  aliases: [],
  colour: null,
};
const OTHER = '/earlier.html';

describe.each([
  ['zh-CN', chinese],
  ['en', english],
] as const)('in %s', (language, words) => {
  let at: Stage;
  beforeAll(async () => {
    at = await stage({ language });
    const options = await at.context.newPage();
    await options.goto(at.url('options.html#files'));
    await options.getByRole('radio', { name: words.library.keep.yes }).check();
    await options.evaluate(async (unit) => {
      interface Local {
        set(values: object): Promise<void>;
      }
      await (globalThis as unknown as { chrome: { storage: { local: Local } } }).chrome.storage.local.set({
        profiles: [unit],
      });
    }, UNIT);
    await options.close();
  });
  afterAll(() => at.close());

  /** Looks at a surface as it stands, at both widths, where it may not reach beyond the window's edge. */
  const fine = async (surface: Page, what: string) => {
    for (const width of WIDTHS) {
      await surface.setViewportSize({ width, height: 768 });
      expect(await faults(surface), `${what} at ${width}`).toEqual([]);
      expect(await nameless(surface), `${what} at ${width}`).toEqual([]);
      const beyond = () =>
        surface.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(await beyond(), `${what} at ${width}`).toBe(0);
    }
  };

  const policy = async (colorScheme: 'light' | 'dark', width: number): Promise<Page> => {
    const page = await at.context.newPage();
    await page.setViewportSize({ width, height: 768 });
    await page.emulateMedia({ colorScheme });
    await page.goto(`${SITE}/policy.html`);
    await readState(page);
    await page.waitForFunction(() => (CSS.highlights.get('dutymark-lead')?.size ?? 0) > 0);
    await page.bringToFront();
    return page;
  };
  /** The frame over the page, once it shows this and may be clicked. */
  const over = async (page: Page, what: string): Promise<Frame> => {
    const frame = () => page.frames().find((each) => /\/guest\.html/.test(each.url()));
    await expect.poll(() => frame()?.locator(`.frame[data-ready="true"] ${what}`).count()).toBe(1);
    return frame()!;
  };
  /** What of a frame's content does not fit into it. */
  const cut = (frame: Frame) =>
    frame.evaluate(() =>
      [...document.querySelectorAll('.float, .notice, .float button, .float textarea')]
        .filter((each) => {
          const { left, right, top, bottom } = each.getBoundingClientRect();
          return left < 0 || top < 0 || right > innerWidth + 0.5 || bottom > innerHeight + 0.5;
        })
        .map(({ className }) => className),
    );

  /** Labels of a card that reach into what they are of. */
  const overlapping = (frame: Frame) =>
    frame.locator('dt').evaluateAll((labels) =>
      labels
        .filter((label) => {
          const range = document.createRange();
          range.selectNodeContents(label);
          return range.getBoundingClientRect().right > label.nextElementSibling!.getBoundingClientRect().left;
        })
        .map(({ textContent }) => textContent),
    );

  const tab = async (page: Page) => `sidepanel.html?tab=${await tabOf(at, page)}`;

  describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
    it.each(WIDTHS)('the bar, its note and the card over a page %i wide', async (width) => {
      const page = await policy(colorScheme, width);
      // Words at the head of a line: what is wider than the window is not in sight.
      await drag(page, '牵头单位');
      const bar = await over(page, '.toolbar');
      expect(await faults(bar), 'bar').toEqual([]);
      expect(await cut(bar), 'bar').toEqual([]);
      await bar.getByRole('button', { name: words.guest.annotate }).click();
      await bar.locator('textarea').waitFor();
      expect(await faults(bar), 'note').toEqual([]);
      await expect.poll(() => cut(bar), { message: 'note' }).toEqual([]);
      await bar.getByRole('button', { name: words.guest.close }).click();
      await expect.poll(() => bar.locator('.toolbar').count()).toBe(0);
      const { left, y } = (await page.evaluate(placeOfWords, UNIT.name))!;
      await page.mouse.click(left + 5, y);
      const card = await over(page, '.card');
      expect(await faults(card), 'card').toEqual([]);
      expect(await overlapping(card)).toEqual([]);
      await expect.poll(() => cut(card), { message: 'card' }).toEqual([]);
      await page.close();
    });

    it('two documents compared', async () => {
      const page = await at.context.newPage();
      await page.goto(`${SITE}/policy.html`);
      await readState(page);
      const html = await page.evaluate(() => fetch(location.href).then((answer) => answer.text()));
      at.sites.set(
        OTHER,
        html
          .replaceAll('临政办〔2026〕27号', '临政办〔2026〕30号')
          .replaceAll('便民利企服务提升行动', '便民利企服务巩固行动')
          .replace('回访结果每月通报一次', '回访结果每季度公开通报一次')
          .replace('2027年9月底前解决', '2027年10月底前解决')
          .replace('县消防救援大队', '县应急管理局'),
      );
      const panel = await at.context.newPage();
      await panel.emulateMedia({ colorScheme });
      await panel.goto(at.url(await tab(page)));
      await panel.getByRole('tab').nth(1).click();
      const take = panel.getByRole('button', { name: words.guest.take, exact: true });
      // Of the first round it is kept by now.
      if (colorScheme === 'light') await take.first().click();
      await page.goto(SITE + OTHER);
      await readState(page);
      await panel.goto(at.url(await tab(page)));
      await panel.getByRole('button', { name: words.panel.facts.more }).click();
      await panel.getByRole('button', { name: words.changes.compare }).click();
      const dialog = panel.getByRole('dialog');
      await dialog.getByRole('combobox').selectOption({ index: 1 });
      await dialog.locator('article').first().waitFor();
      await fine(panel, 'compared');
      await dialog.getByRole('button', { name: words.changes.turn }).click();
      await fine(panel, 'turned round');
      await panel.close();
      await page.close();
    });

    it('a folder, its filter without a match, a file of it, and the library', async () => {
      const reader = await at.context.newPage();
      await reader.emulateMedia({ colorScheme });
      await reader.goto(at.url('reader.html'));
      const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
      await reader
        .locator('input[type=file]')
        .setInputFiles([file('a.txt', plan(1, UNIT.name)), file('b.txt', plan(3, UNIT.name)), file('坏.docx', 'PK')]);
      await reader.getByText(words.library.folder.done.replace('$1', '3')).waitFor();
      await fine(reader, 'folder');
      await reader.getByPlaceholder(words.library.folder.search).fill('没有这个');
      await reader.getByText(words.library.folder.nothingFits).waitFor();
      await fine(reader, 'nothing fits');
      await reader.getByPlaceholder(words.library.folder.search).fill('');
      await reader.getByRole('button', { name: 'a.txt' }).click();
      await reader.locator('mark').first().waitFor();
      await fine(reader, 'a file of it');
      await reader.getByRole('button', { name: words.library.more }).click();
      await fine(reader, 'the menu');
      await reader.getByRole('menuitem', { name: words.library.name }).click();
      await reader.getByRole('button', { name: 'a.txt' }).first().waitFor();
      await fine(reader, 'library');
      await reader.close();
    });
  });
});
