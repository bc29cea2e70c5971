import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import sample from '../fixtures/sample/gold.json' with { type: 'json' };
import { painted, type Stage, stage, tabOf } from './fixture';
import { becomes, drag, send } from './hand';
import { inside } from './inside';
import { washedAt } from './sheet';

let at: Stage;
beforeAll(async () => {
  at = await stage({ language: 'zh-CN' });
});
afterAll(() => at.close());

const all = sample.measures.length;

describe('what is kept of a living page', () => {
  it('turns a page of a document in place without taking it for another version', async () => {
    const article = await (await at.open('/policy.html')).evaluate(() => document.querySelector('#zoom')!.innerHTML);
    const [first, second] = article.split('<h2>四、重点项目</h2>');
    const heading = first!.slice(0, first!.indexOf('<h2>'));
    const parts = JSON.stringify([first, `${heading}<h2>四、重点项目</h2>${second}`]).replaceAll('<', '\\u003c');
    at.sites.set(
      '/paged.html',
      `<!DOCTYPE html><meta charset="utf-8"><title>便民利企服务提升行动实施方案</title><div id="zoom"></div>
<button id="next">下一页</button><button id="back">上一页</button>
<script>const parts = ${parts}; const show = (at) => { document.getElementById('zoom').innerHTML = parts[at]; };
next.onclick = () => show(1); back.onclick = () => show(0); show(0);</script>`,
    );
    const page = await at.open('/paged.html');
    await becomes(page, 'task-policy', 17);
    const ours = await at.context.newPage();
    await ours.goto(at.url('tasks.html'));
    const tab = await tabOf(at, page);
    interface Snapshot {
      documentId: string;
      fingerprint: string;
      url: string;
      policy: { measures: { id: string }[] };
    }
    const { documentId, ...seen } = await send<Snapshot>(ours, 'getSnapshot', undefined, tab);
    const drafts = await send(ours, 'draftTasks', [seen.policy.measures[2]!.id], tab);
    const call = (method: string, args: unknown[]) =>
      send<{ ok: boolean; value: unknown }>(ours, 'callStore', { method, args });
    expect((await call('addTasks', [{ ...seen, id: documentId }, drafts])).ok).toBe(true);
    await page.click('#next');
    await page.waitForFunction(() => document.querySelector('dutymark-root')?.getAttribute('data-measures') !== '17');
    await page.waitForTimeout(2500);
    expect((await call('baseline', [documentId])).value).toBeNull();
    await page.click('#back');
    await becomes(page, 'task-policy', 17);
    expect((await call('tasks', [documentId])).value).toMatchObject([{ measureId: seen.policy.measures[2]!.id }]);
    await Promise.all([page.close(), ours.close()]);
  });

  it('finds what is kept when its text comes late', async () => {
    const page = await at.open('/told.html');
    const come = () => page.evaluate(() => void dispatchEvent(new Event('come')));
    await come();
    await becomes(page, 'task-policy', all);
    await drag(page, '保留人工窗口');
    await (await inside(page)).click('标绿');
    await expect.poll(() => washedAt(page, '保留人工窗口')).toContain('green');
    await page.reload();
    await page.waitForTimeout(1000);
    await come();
    await expect.poll(() => washedAt(page, '保留人工窗口').catch(() => [])).toContain('green');
    await page.close();
  });

  it('finds again what came back after it was gone', async () => {
    const page = await at.open('/policy.html');
    await becomes(page, 'task-policy', all);
    await drag(page, '按下表分工推进');
    await (await inside(page)).click('标绿');
    await expect.poll(() => washedAt(page, '按下表分工推进')).toContain('green');
    await page.evaluate(() => {
      const kept = document.querySelector('#zoom')!.innerHTML;
      (window as unknown as { kept: string }).kept = kept;
      document.querySelector('#zoom')!.innerHTML = kept.slice(0, kept.indexOf('<h2>四、'));
    });
    await becomes(page, 'task-policy', 17);
    await expect.poll(() => washedAt(page, '保留人工窗口')).toContain('green');
    await page.evaluate(() => {
      document.querySelector('#zoom')!.innerHTML = (window as unknown as { kept: string }).kept;
    });
    await becomes(page, 'task-policy', all);
    await expect.poll(() => washedAt(page, '按下表分工推进')).toContain('green');
    await page.close();
  });

  it('is not read again for what we do ourselves', async () => {
    const page = await at.open('/policy.html');
    await becomes(page, 'task-policy', all);
    const ours = await at.context.newPage();
    await ours.goto(at.url('tasks.html'));
    await page.bringToFront();
    const tab = await tabOf(at, page);
    await drag(page, '便民服务热线');
    await (await inside(page)).click('标绿');
    await page.mouse.wheel(0, 3000);
    await page.waitForTimeout(3000);
    const { revision } = await send<{ revision: number }>(ours, 'getSnapshot', undefined, tab);
    expect(revision).toBe(1);
    await Promise.all([page.close(), ours.close()]);
  });

  it('is painted and answers when the reader comes back to it, and prints without us', async () => {
    const page = await at.open('/policy.html');
    await becomes(page, 'task-policy', all);
    await page.goto('https://www.linlan.gov.cn/news.html');
    await page.goBack();
    await becomes(page, 'task-policy', all);
    expect((await painted(page, 'dutymark-lead', 20)).length).toBeGreaterThanOrEqual(20);
    const ours = await at.context.newPage();
    await ours.goto(`${at.url('sidepanel.html')}?tab=${await tabOf(at, page)}`);
    await ours.getByRole('tab', { name: `举措 ${all}` }).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('dutymark-root')!).display)).toBe('none');
    await Promise.all([page.close(), ours.close()]);
  });
});
