import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import sample from '../fixtures/sample/gold.json' with { type: 'json' };
import { annotate, measure, select, showTab, takeOn } from '../lib/drive.mjs';
import { encodeGb18030 } from '../lib/gb18030';
import { root } from '../lib/setup.mjs';
import { firstRun, type Stage, stage } from './fixture';

const TEXT = [
  '关于做好汛期道路安全工作的通知',
  '各乡镇人民政府，县政府各部门：',
  '一、重点任务',
  '1.排查临水临崖路段。六月底前完成县乡道路排查，逐处登记\r\n造册。',
  '牵头单位：县交通运输局',
  '参加单位：各乡镇人民政府、县公安局',
  '2.备足抢险物资。在北部三个乡镇设立物资点。',
  '牵头单位：县应急管理局',
  '参加单位：县财政局',
  '临澜县人民政府办公室',
  '2026年5月8日',
].join('\r\n\r\n');

const LEADS = sample.measures.flatMap((each) => each.lead);

let at: Stage;
beforeAll(async () => {
  at = await stage({ keepsFirstRun: true });
});
afterAll(() => at.close());

async function reader(query = ''): Promise<Page> {
  const page = await at.context.newPage();
  await page.goto(at.url(`reader.html${query}`));
  await page.locator('input[type=file]').first().waitFor({ state: 'attached' });
  return page;
}

const pick = (page: Page, name: string, data: Uint8Array | string, mimeType = 'text/plain') =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer: Buffer.from(data) });

/** Address of the tab that the user sees, as a page of ours is told. */
const activeTab = (ours: Page) =>
  ours.evaluate(async () => {
    const { tabs } = (
      globalThis as unknown as { chrome: { tabs: { query(what: object): Promise<{ url?: string }[]> } } }
    ).chrome;
    return (await tabs.query({ active: true, lastFocusedWindow: true }))[0]?.url;
  });

/** Texts of the real marks of one kind, pieces of one mark joined. */
const marks = (page: Page, kind: string) =>
  page.evaluate((wanted) => {
    const joined = new Map<string, string>();
    for (const mark of document.querySelectorAll<HTMLElement>(`mark[data-dutymark="${wanted}"]`)) {
      const key = mark.dataset.dutymarkIndex ?? '';
      joined.set(key, (joined.get(key) ?? '') + mark.textContent?.replace(/\s/g, ''));
    }
    return [...joined.values()];
  }, kind);

describe('the reader', () => {
  it('opens with the sample on first run, marked, beside its measures', async () => {
    const page = await firstRun(at);
    await page.bringToFront();
    await page.getByRole('tab', { name: /^举措\s*30/ }).waitFor();
    await expect.poll(() => marks(page, 'lead')).toHaveLength(LEADS.length);
    expect((await marks(page, 'lead')).sort()).toEqual([...LEADS].sort());
    expect((await marks(page, 'responsible')).sort()).toEqual(
      sample.measures.flatMap((each) => each.responsible).sort(),
    );
    const hint = page.getByRole('region', { name: '十秒上手' });
    await hint.getByRole('button', { name: '知道了' }).click();
    await page.reload();
    await page.getByRole('tab', { name: /^举措\s*30/ }).waitFor();
    expect(await hint.count()).toBe(0);
    await page.close();
  });

  it.each([
    ['UTF-8', new TextEncoder().encode(TEXT)],
    ['GB18030', encodeGb18030(TEXT)],
    ['UTF-16', new Uint8Array(Buffer.from(`\ufeff${TEXT}`, 'utf16le'))],
  ])('opens a text file in %s', async (_, bytes) => {
    const page = await reader();
    await pick(page, '汛期.txt', bytes);
    await page.getByRole('tab', { name: /^举措\s*2/ }).waitFor();
    await expect.poll(() => marks(page, 'lead')).toEqual(['县交通运输局', '县应急管理局']);
    expect(await page.locator('.sheet').textContent()).toContain('逐处登记造册');
    await page.close();
  });

  it('takes on, annotates, and finds both again when the file is opened another day', async () => {
    const page = await reader();
    await pick(page, '汛期.txt', TEXT);
    await takeOn(page, ['备足抢险物资']);
    await showTab(page, '举措');
    await select(page, '.sheet p', '设立物资点');
    await annotate(page, '设立物资点', '与仓库核对');
    await expect.poll(() => marks(page, 'annotation')).toEqual(['设立物资点']);
    await page.close();

    const again = await reader();
    await pick(again, '换了名字.txt', TEXT);
    await again.getByRole('tab', { name: /^我的任务\s*1/ }).waitFor();
    await expect.poll(() => marks(again, 'annotation')).toEqual(['设立物资点']);
    await expect.poll(() => again.url()).toMatch(/reader\.html\?document=./);
    const tasks = await at.context.newPage();
    await tasks.goto(at.url('tasks.html'));
    const goBack = () =>
      tasks.getByRole('article', { name: '备足抢险物资' }).getByRole('button', { name: '回到原文' }).click();
    // It is the same document under whatever name: the tab that shows it is led to.
    const before = at.context.pages().length;
    await goBack();
    await expect.poll(() => activeTab(tasks)).toBe(again.url());
    expect(at.context.pages()).toHaveLength(before);
    await again.close();
    const [back] = await Promise.all([at.context.waitForEvent('page'), goBack()]);
    await back.getByText('请再次打开原来的文件').waitFor();
    await pick(back, '汛期.txt', TEXT);
    await back.getByRole('tab', { name: /^我的任务\s*1/ }).waitFor();
    for (const each of [tasks, back]) await each.close();
  });

  it('runs and loads nothing of a hostile page, wherever it comes from', async () => {
    const page = await reader();
    const asked: string[] = [];
    page.on('request', (request) => {
      if (!/^(chrome-extension|data|blob):/.test(request.url())) asked.push(request.url());
    });
    const hostile = `<meta charset="utf-8"><title>通知</title><script>document.title = 'hit'; fetch('https://www.linlan.gov.cn/a')</script>
      <img src="https://www.linlan.gov.cn/b.png" onerror="document.title = 'hit'"><link rel="stylesheet" href="https://www.linlan.gov.cn/c.css">
      <iframe src="https://www.linlan.gov.cn/d"></iframe><p style="background:url(https://www.linlan.gov.cn/e)">牵头单位：县水利局</p>
      <form action="https://www.linlan.gov.cn/f"><input autofocus onfocus="document.title = 'hit'"></form>
      <svg><script>document.title = 'hit'</script></svg><base href="https://www.linlan.gov.cn/">`;
    await pick(page, '通知.html', hostile, 'text/html');
    await page.getByText('牵头单位：县水利局').first().waitFor();
    await page.evaluate((html) => {
      const data = new DataTransfer();
      data.setData('text/html', html);
      data.setData('text/plain', '牵头单位：县水利局');
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, hostile);
    await page.waitForTimeout(500);
    await page.getByText('牵头单位：县水利局').first().waitFor();
    expect(asked).toEqual([]);
    expect(await page.title()).not.toContain('hit');
    await page.close();
  });

  it('opens a dropped file and what is pasted', async () => {
    const page = await reader();
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], '汛期.txt', { type: 'text/plain' }));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }, TEXT);
    await page.getByRole('tab', { name: /^举措\s*2/ }).waitFor();
    await page.evaluate(
      (text) => {
        const data = new DataTransfer();
        data.setData('text/plain', text);
        document.body.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        );
      },
      TEXT.replace('2.备足抢险物资', '二是备足物资'),
    );
    await page.getByText('二是备足物资').first().waitFor();
    await page.close();
  });

  it.each([
    ['方案.exe', 'MZ', '打不开 .exe 文件'],
    ['方案.txt', '', '没有可以阅读的文字'],
    ['方案.docx', 'not a zip', /已损坏|不完整|打不开/],
    ['方案.pdf', '%PDF-1.7 cut off', /已损坏|不完整/],
  ])('says what is wrong with %s', async (name, data, words) => {
    const page = await reader();
    await pick(page, name, data, 'application/octet-stream');
    await page.getByRole('alert').filter({ hasText: words }).waitFor();
    await page.getByRole('button', { name: '示例' }).last().click();
    await page.getByRole('tab', { name: /^举措\s*30/ }).waitFor();
    await page.close();
  });

  it('names in its address what it shows, so that a task leads to the right tab', async () => {
    const page = await reader('?sample');
    await page.locator('mark').first().waitFor();
    await pick(page, '汛期.txt', TEXT);
    await page.locator('.sheet').getByText('排查临水临崖路段').waitFor();
    await expect.poll(() => page.url()).toMatch(/reader\.html\?document=./);
    await page.close();
  });

  it('reads and paints while the panel covers the text on a narrow screen', async () => {
    const page = await reader('?sample');
    await page.setViewportSize({ width: 390, height: 800 });
    await page.getByRole('button', { name: '举措', exact: true }).click();
    await page.getByRole('tab', { name: /^举措\s*30/ }).waitFor();
    await measure(page, '补齐农村供水短板').locator('[data-main]').click();
    await page.getByRole('button', { name: '原文', exact: true }).click();
    await expect.poll(() => marks(page, 'lead')).toHaveLength(LEADS.length);
    await page.close();
  });

  it('prints the document with its marks and nothing else', async () => {
    const page = await reader('?sample');
    await expect.poll(() => marks(page, 'lead')).toHaveLength(LEADS.length);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.reader-panel').isVisible()).toBe(false);
    expect(await page.locator('.reader-bar').isVisible()).toBe(false);
    const height = await page.locator('.sheet').evaluate((each) => each.getBoundingClientRect().height);
    expect(height).toBeGreaterThan(2000);
    await page.close();
  });

  it('shows the very text of the sample', async () => {
    const page = await reader('?sample');
    const shipped = readFileSync(join(root, 'public', 'sample', 'policy.html'), 'utf8');
    const wanted = await page.evaluate((html) => {
      const article = new DOMParser().parseFromString(html, 'text/html').querySelector('article');
      return article?.textContent?.replace(/\s/g, '');
    }, shipped);
    await page.locator('.sheet h2').first().waitFor();
    expect((await page.locator('.sheet').textContent())?.replace(/\s/g, '')).toBe(wanted);
    await page.close();
  });
});
