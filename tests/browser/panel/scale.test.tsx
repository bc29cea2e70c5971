import { screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { snapshotOf } from '../../fixtures/panel/page';
import { longPolicy } from '../../fixtures/panel/policy';
import { type PanelStage, panelStage, policySnapshot } from './stage';

let at: PanelStage;
afterEach(() => {
  delete document.documentElement.dataset.theme;
  at.close();
});

describe('5,000 measures', () => {
  it('are scrolled through with a small DOM, and any one is reached', async () => {
    at = panelStage(snapshotOf(longPolicy(5000)));
    await screen.findByText('第1部分 办事与服务');
    const scroller = document.querySelector('.panel-scroll') as HTMLElement;
    const nodes = () => document.querySelectorAll('article.measure').length;
    expect(nodes()).toBeLessThan(60);
    for (let step = 0; step < 30; step++) {
      scroller.scrollTop += 5000;
      await new Promise(requestAnimationFrame);
      expect(nodes()).toBeLessThan(60);
    }
    at.page.click({ kind: 'measure', id: '250›4990' });
    await waitFor(() => {
      const current = document.querySelector('article[aria-current="true"]');
      expect(current?.textContent).toContain('4990');
      const box = current?.getBoundingClientRect();
      expect(box && box.top >= 0 && box.top < 800).toBe(true);
    });
  });

  it('are filtered without a long wait', async () => {
    at = panelStage(snapshotOf(longPolicy(5000)));
    await screen.findByText('第1部分 办事与服务');
    const input = screen.getByRole('textbox', { name: '筛选' }) as HTMLInputElement;
    const filter = async (text: string) => {
      const from = performance.now();
      input.value = text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await screen.findByText(/\/ 5000/);
      return performance.now() - from;
    };
    await filter('调解');
    // Generous for a shared machine: it takes a few milliseconds a key.
    expect(await filter('调解室')).toBeLessThan(1000);
    expect(screen.getByText('833 / 5000')).toBeTruthy();
  });
});

describe('axe', () => {
  const tabs = [/^我的职责/, /^举措/, /^我的任务/, /^批注/];

  it.each(['light', 'dark'] as const)('finds nothing in any tab, %s', async (theme) => {
    document.documentElement.dataset.theme = theme;
    at = panelStage({ ...policySnapshot(), selection: '清单之外不得索要' }, {}, 320);
    (await screen.findByRole('button', { name: /全部领为任务/ })).click();
    await screen.findByText('已领为任务 4 项');
    for (const name of tabs) {
      (await screen.findByRole('tab', { name })).click();
      await waitFor(() => expect(screen.getByRole('tab', { name }).getAttribute('aria-selected')).toBe('true'));
      document.querySelector<HTMLElement>('[data-main]')?.click();
      await new Promise((resolve) => setTimeout(resolve, 200));
      const { violations } = await axe.run(at.root);
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html.slice(0, 200))])).toEqual([]);
    }
  });

  it('finds nothing while there is nothing', async () => {
    at = panelStage(null, {}, 280);
    await screen.findByText('这个页面还没有识读');
    expect((await axe.run(at.root)).violations).toEqual([]);
    expect(at.root.scrollWidth).toBeLessThanOrEqual(280);
  });

  it('keeps its head short below 380 pixels, and tells the rest when asked', async () => {
    const snapshot = policySnapshot();
    const policy = { ...snapshot.policy!, attachmentTitle: '临澜县政务服务提升方案' };
    const visible = () =>
      ['.facts-attachment', '.facts-default'].map((name) => at.root.querySelector<HTMLElement>(name)!.offsetHeight > 0);
    at = panelStage({ ...snapshot, policy }, {}, 380);
    await screen.findByText('文件信息');
    expect(visible()).toEqual([true, true]);
    at.close();
    at = panelStage({ ...snapshot, policy }, {}, 320);
    const more = await screen.findByText('文件信息');
    expect(visible()).toEqual([false, false]);
    more.click();
    await waitFor(() => expect(visible()).toEqual([true, true]));
  });

  it('fits 280 pixels', async () => {
    at = panelStage(policySnapshot(), {}, 280);
    await screen.findByText('县司法局', { selector: '.list-head-who span' });
    const wide = [...at.root.querySelectorAll<HTMLElement>('.panel-scroll *')].filter(
      (element) =>
        !element.closest('.filter-chips, .tabs, .visually-hidden') && element.getBoundingClientRect().right > 281,
    );
    expect(wide.map((element) => element.className)).toEqual([]);
  });
});
