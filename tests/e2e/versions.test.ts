import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { placeOf } from '../../lib/store/place';
import sample from '../fixtures/sample/gold.json' with { type: 'json' };
import { SITE, type Stage, stage, tabOf } from './fixture';
import { becomes, drag, send } from './hand';
import { inside } from './inside';
import { washedAt } from './sheet';

let at: Stage;
let ours: Page;
let original: string;
const all = sample.measures.length;
const marked = ['窗口统一出件', '回访结果每月通报一次', '保留人工窗口和现金缴费渠道', '建立小微企业融资需求清单'];

beforeAll(async () => {
  at = await stage({ language: 'zh-CN' });
  ours = await at.context.newPage();
  await ours.goto(at.url('tasks.html'));
  const page = await at.open('/policy.html');
  original = await page.evaluate(() => fetch(location.href).then((answer) => answer.text()));
  await page.close();
});
// Whatever became of a test, the next one finds the sites as they are.
afterEach(() => at.sites.set('/policy.html', null));
afterAll(() => at.close());

/** A measure put in first, one taken out, one reworded, one dated anew, one given to another, one moved. */
function edited(html: string): string {
  const change = (text: string, from: string | RegExp, to: string) => {
    const next = text.replace(from, to);
    expect(next).not.toBe(text);
    return next;
  };
  let text = html;
  for (const number of [5, 4, 3, 2]) text = change(text, `<p>${number}.`, `<p>${number + 1}.`);
  text = change(
    text,
    '<p>3.<strong>建好乡村',
    '<p>2.<strong>公开办事指南。</strong>在大厅入口张贴二维码，扫码可查每个事项的材料样本。</p><p>牵头单位：县档案馆</p><p>3.<strong>建好乡村',
  );
  text = change(text, '回访结果每月通报一次', '回访结果每季度公开通报一次');
  text = change(text, /<p>6\.<strong>方便老年人[\s\S]*?(?=<h2>二、)/, '');
  text = change(text, '2027年9月底前解决', '2027年10月底前解决');
  text = change(text, '县消防救援大队', '县应急管理局');
  const moved = /<p>15\.[\s\S]*?<\/p>\n/.exec(text)![0];
  text = change(text, moved, '');
  return change(text, '<p>26.', `${moved}<p>26.`);
}

async function annotate(page: Page, words: string): Promise<void> {
  const guest = await inside(page);
  await drag(page, words);
  await guest.click('标绿');
  await expect.poll(() => washedAt(page, words)).toContain('green');
}

async function beside(page: Page): Promise<Page> {
  const panel = await at.context.newPage();
  await panel.setViewportSize({ width: 360, height: 900 });
  await panel.goto(`${at.url('sidepanel.html')}?tab=${await tabOf(at, page)}`);
  return panel;
}

const documentOf = async (page: Page) =>
  (await send<{ documentId: string }>(ours, 'getSnapshot', undefined, await tabOf(at, page))).documentId;

describe('a policy that was edited between two visits', () => {
  it('is found again in all that holds, says what changed, and asks about the rest', async () => {
    const page = await at.open('/policy.html');
    await becomes(page, 'task-policy', all);
    for (const words of marked) await annotate(page, words);
    let panel = await beside(page);
    await panel.getByRole('tab', { name: /^举措/ }).click();
    for (const title of ['用好便民服务热线', '方便老年人办事', '补齐农村供水短板', '更新老旧小区设施']) {
      await panel.locator('article', { hasText: title }).getByRole('button', { name: '领为任务' }).click();
    }
    await panel.getByRole('tab', { name: '我的任务 4' }).waitFor();
    await panel.close();
    const id = await documentOf(page);

    at.sites.set('/policy.html', edited(original));
    await page.reload();
    await becomes(page, 'task-policy', all);
    await expect.poll(() => documentOf(page)).toBe(id);
    for (const words of ['窗口统一出件', '回访结果每季度公开通报一次', '建立小微企业融资需求清单']) {
      await expect.poll(() => washedAt(page, words), { message: words }).toContain('green');
    }

    panel = await beside(page);
    const changes = panel.getByRole('region', { name: /原文已变/ });
    await changes.getByRole('button', { expanded: false }).click({ timeout: 15_000 });
    const entries = async () => {
      const listed = await changes.locator('article').evaluateAll((found) =>
        found.map((entry) => ({
          name: entry.querySelector('.change-name')?.textContent,
          kinds: [...entry.querySelectorAll('.badge-warn, .badge-bad')].map((badge) => badge.textContent),
        })),
      );
      return listed.sort((a, b) => a.name!.localeCompare(b.name!, 'zh'));
    };
    await expect.poll(entries).toEqual(
      [
        { name: '公开办事指南', kinds: ['新增'] },
        { name: '用好便民服务热线', kinds: ['改写', '编号'] },
        { name: '方便老年人办事', kinds: ['取消'] },
        { name: '补齐农村供水短板', kinds: ['时限'] },
        { name: '更新老旧小区设施', kinds: ['分工'] },
        { name: '缓解融资难题', kinds: ['移动'] },
      ].sort((a, b) => a.name.localeCompare(b.name, 'zh')),
    );
    await changes.getByText('另有 3 项只是编号变动').waitFor();

    await changes.getByRole('button', { name: '任务截止日期改为 2027-10-31' }).click();
    await panel.getByText('任务截止日期已改为 2027-10-31').waitFor();
    const dues = await send<{ value: { dueDate: string }[] }>(ours, 'callStore', { method: 'tasks', args: [id] });
    expect(dues.value.map(({ dueDate }) => dueDate)).toContain('2027-10-31');

    const queue = panel.getByRole('region', { name: /需要核对/ });
    await queue.getByRole('button', { expanded: false }).click();
    await queue.getByText('保留人工窗口和现金缴费渠道').waitFor();
    const card = queue.locator('[data-card]', { hasText: '每季度公开' });
    // What is printed now is asked of the page; the card offers to confirm it once the answer is there.
    await card.locator('ins').first().waitFor();
    await card.focus();
    await panel.keyboard.press('y');
    await panel.getByText('已重新定位').waitFor();
    await expect
      .poll(async () =>
        (
          await send<{ value: { quote: string }[] }>(ours, 'callStore', { method: 'annotations', args: [id] })
        ).value.map(({ quote }) => quote),
      )
      .toContain('回访结果每季度公开通报一次');

    await ours.reload();
    await ours.getByText(/原文已变：取消/).waitFor();
    await ours.getByText(/原文已变：时限/).waitFor();
    const flags = () => ours.getByText(/原文已变/).allTextContents();
    const flagged = await flags();
    // The sample is the text as it was, and an older copy now.
    const older = await at.context.newPage();
    await older.goto(at.url('reader.html?sample'));
    const placesOf = async () =>
      (await send<{ value: { urls: string[] } }>(ours, 'callStore', { method: 'document', args: [id] })).value.urls;
    await expect.poll(placesOf, { timeout: 15_000 }).toContain('dutymark:sample');
    await older.close();
    await ours.reload();
    await expect.poll(flags).toEqual(flagged);
    await ours.getByRole('button', { name: '补齐农村供水短板', exact: true }).click();
    const then = ours.getByRole('region', { name: /原文已变：.*时限/ });
    await then.locator('del', { hasText: '2027年9月底前' }).waitFor();
    await then.locator('ins', { hasText: '2027年10月底前' }).waitFor();
    await changes.getByRole('button', { name: '知道了' }).click();
    await changes.waitFor({ state: 'detached' });
    await expect.poll(() => ours.getByText(/原文已变/).count()).toBe(0);
    await page.reload();
    await becomes(page, 'task-policy', all);
    await page.waitForTimeout(2500);
    expect(await changes.count()).toBe(0);
    await Promise.all([page.close(), panel.close()]);
  });

  it('shares its record with mirrors and reprints, and with nothing else at its address', async () => {
    const page = await at.open('/policy.html');
    await becomes(page, 'task-policy', all);
    const id = await documentOf(page);
    at.sites.set(
      '/reprint.html',
      original.replaceAll('临政办〔2026〕27号', '').replaceAll('临澜县人民政府办公室', '清河发布'),
    );
    for (const address of [
      'http://www.linlan.gov.cn/policy.html',
      'http://linlan.gov.cn/policy.html',
      `${SITE}/mirror/content_27.html`,
      'https://www.qinghe.gov.cn/reprint.html',
    ]) {
      await page.goto(address);
      await becomes(page, 'task-policy', all);
      await expect.poll(() => documentOf(page), { message: address }).toBe(id);
      for (const words of marked) {
        await expect.poll(() => washedAt(page, words), { message: `${address} ${words}` }).toContain('green');
      }
      // The store is told once the text has stood for a while.
      const places = async () => {
        const reply = await send<{ value: { urls: string[] } }>(ours, 'callStore', { method: 'document', args: [id] });
        return reply.value.urls.map(placeOf);
      };
      await expect.poll(places, { message: address }).toContain(placeOf(address));
    }
    const panel = await beside(page);
    await panel.getByRole('button', { name: '文件信息' }).click();
    // The mirror, the reprint, and the sample that was opened above.
    await panel.getByText('也见于（3）').waitFor();
    await panel.close();

    const other = original
      .replaceAll('临政办〔2026〕27号', '临政办〔2026〕30号')
      .replaceAll('便民利企服务提升行动', '古桥修缮保护行动')
      .replace(
        /(<p>1\.)[\s\S]*(<p>各乡镇（街道）、各部门要)/,
        '$1<strong>勘察古桥。</strong>对全县石桥逐一测绘。</p><p>牵头单位：县文化广电旅游局</p>$2',
      );
    at.sites.set('/policy.html', other);
    await page.goto(`${SITE}/policy.html`);
    await becomes(page, 'task-policy', 1);
    expect(await documentOf(page)).not.toBe(id);
    await page.waitForTimeout(2500);
    for (const words of marked) expect(await washedAt(page, words)).not.toContain('green');
    await page.close();
  });
});
