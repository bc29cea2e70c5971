import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badgeOf, readState, type Stage, stage, tabOf } from './fixture';
import { drag, send } from './hand';
import { inside } from './inside';
import { washed } from './sheet';

let at: Stage;
let page: Page;
beforeAll(async () => {
  at = await stage({ language: 'zh-CN' });
  page = await at.open('/policy.html');
  await readState(page);
});
afterAll(() => at.close());

async function beside(surface: 'sidepanel' | 'popup', width = 290): Promise<Page> {
  const tab = await tabOf(at, page);
  const panel = await at.context.newPage();
  await panel.setViewportSize({ width, height: 760 });
  await panel.goto(at.url(`${surface}.html?tab=${tab}`));
  return panel;
}

describe('the menu of a row in a narrow panel', () => {
  it('stands over all else and is worked by keys', async () => {
    const panel = await beside('sidepanel');
    await panel.getByRole('tab', { name: /^我的职责/ }).click();
    await panel.locator('.onboarding-unit', { hasText: '县民政局' }).click();
    await panel
      .getByText(/可能 \d+ 项/)
      .first()
      .waitFor();
    // The row that is gone to says why it is ours, and what can be said against it.
    await panel.keyboard.press('j');
    const trigger = panel.getByRole('button', { name: '这项不是本单位的…' }).first();
    await trigger.focus();
    await panel.keyboard.press('Enter');
    const items = panel.getByRole('menuitem');
    await items.first().waitFor();
    await expect.poll(() => items.first().evaluate((item) => item === document.activeElement)).toBe(true);
    for (const item of await items.all()) {
      const seen = await item.evaluate((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        return element.contains(hit) && left >= 0 && right <= innerWidth;
      });
      expect(seen).toBe(true);
    }
    await panel.keyboard.press('ArrowDown');
    await expect.poll(() => items.nth(1).evaluate((item) => item === document.activeElement)).toBe(true);
    await panel.keyboard.press('Escape');
    await expect.poll(() => items.count()).toBe(0);
    await expect.poll(() => trigger.evaluate((button) => button === document.activeElement)).toBe(true);
    await panel.close();
  });

  it('leaves most of a short window to the list', async () => {
    const panel = await beside('sidepanel');
    await panel.getByRole('tab', { name: /^举措/ }).waitFor();
    const { height } = (await panel.locator('header.facts').boundingBox())!;
    expect(height).toBeLessThan(260);
    await panel.close();
  });
});

describe('the page', () => {
  it('takes the same words on once, says so the second time, and closes the bar', async () => {
    const guest = await inside(page);
    for (const said of ['已领为任务', '已在任务清单']) {
      await page.bringToFront();
      await drag(page, '群众诉求一个工作日内转办');
      await guest.click('领为任务');
      await guest.says(said);
      await expect.poll(() => guest.text()).not.toContain('批注');
      // Nor does it come back for the selection that is still there.
      await page.waitForTimeout(600);
      expect(await guest.text()).not.toContain('批注');
    }
  });

  it('keeps the words marked while a note on them is written', async () => {
    const guest = await inside(page);
    await drag(page, '群众诉求一个工作日内转办');
    await guest.click('批注');
    const held = () => washed(page, '群众诉求一个工作日内转办');
    await expect.poll(held).toContain('draft');
    await page.keyboard.press('Escape');
    await expect.poll(held).not.toContain('draft');
  });

  it('says that it has a passage no more', async () => {
    const panel = await beside('popup');
    const shown = await send(panel, 'reveal', { kind: 'task', id: 'gone' }, await tabOf(at, page));
    expect(shown).toBe(false);
    await (await inside(page)).says('这一页里找不到这段原文');
    await panel.close();
  });

  it('has its pill back as soon as the popup is told', async () => {
    const guest = await inside(page);
    await guest.says('政策文件');
    await page.bringToFront();
    await guest.click('更多');
    await guest.click('本页不再显示');
    await expect.poll(() => guest.text()).not.toContain('政策文件');
    const popup = await beside('popup');
    await popup.getByRole('button', { name: '恢复页面里的提示标签' }).click();
    await guest.says('政策文件');
    await popup.close();
  });
});

describe('the task list', () => {
  it('shows the first words of a note at 1280 pixels, and all of its filters at 420', async () => {
    const list = await at.context.newPage();
    await list.setViewportSize({ width: 1280, height: 700 });
    await list.goto(at.url('tasks.html'));
    await list.locator('.task-title').first().click();
    await list.getByRole('textbox', { name: '备注' }).fill('先与热线平台核对转办时限，再报分管领导');
    await list.getByText('已保存').first().waitFor();
    await list.locator('.task-title').first().click();
    await expect
      .poll(() =>
        list
          .locator('.task-note')
          .first()
          .evaluate((note) => note.clientWidth),
      )
      .toBeGreaterThan(110);
    await list.setViewportSize({ width: 420, height: 700 });
    for (const pick of await list.locator('.filters-pick').all()) {
      const right = () => pick.evaluate((element) => element.getBoundingClientRect().right);
      await expect.poll(right).toBeLessThanOrEqual(420);
    }
    await list.close();
  });
});

describe('what is ours', () => {
  it('is counted alike by popup, panel and toolbar, and told to no page', async () => {
    const said = /本单位 (\d+) 项(?: · 可能 (\d+) 项)?/;
    const popup = await beside('popup');
    const words = (await popup.getByText(said).first().innerText()).match(said)!;
    const [, mine] = words;
    await popup.close();
    expect(await (await inside(page)).text()).not.toMatch(/本单位|可能 [0-9]/);
    const panel = await beside('sidepanel');
    await panel.getByRole('tab', { name: new RegExp(`^我的职责\\s*${mine}`) }).waitFor();
    await panel.locator('.list-head', { hasText: words[0] }).waitFor();
    await panel.close();
    const tabId = await tabOf(at, page);
    await expect.poll(() => badgeOf(at, tabId)).toBe(mine);
  });
});
