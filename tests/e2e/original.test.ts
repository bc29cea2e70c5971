import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { annotate, measure, select, showTab } from '../lib/drive.mjs';
import { set } from '../unit/formats/write/layout';
import { ofd } from '../unit/formats/write/ofd';
import { pdf } from '../unit/formats/write/pdf';
import { painted, type Stage, stage } from './fixture';

const sheets = set(
  [
    { center: '临澜县水环境治理工作方案' },
    '为改善全县水环境，保障群众用水安全，结合我县实际，制定本方案。',
    '二、重点任务',
    ...Array.from({ length: 12 }, (_, at) => [
      `${at + 1}.开展第${at + 1}段河道整治。对清河干流及支流开展集中整治，清理岸线垃圾，疏浚淤积河段，2024年6月底前完成。`,
      '牵头单位：县水利局',
      '参加单位：县公安局，各乡镇人民政府',
    ]).flat(),
  ],
  14,
);

let at: Stage;
/** Addresses beyond the extension that any page asked for. */
const asked: string[] = [];
beforeAll(async () => {
  at = await stage();
  at.context.on('request', (request) => {
    if (!/^(chrome-extension|data|blob):/.test(request.url())) asked.push(request.url());
  });
});
afterAll(() => at.close());

async function open(name: string, data: Uint8Array, query = ''): Promise<Page> {
  const page = await at.context.newPage();
  await page.goto(at.url(`reader.html${query}`));
  const input = page.locator('input[type=file]').first();
  await input.waitFor({ state: 'attached' });
  await input.setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(data) });
  return page;
}

const mode = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const original = (page: Page, number: number) => page.getByRole('region', { name: `第 ${number} 页`, exact: true });
/** Share of a page's drawing that is not white. */
const inked = (page: Page, number: number) =>
  original(page, number)
    .locator('canvas')
    .evaluate((element) => {
      const canvas = element as HTMLCanvasElement;
      if (canvas.width < 310) return 0;
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      let dark = 0;
      for (let byte = 0; byte < data.length; byte += 4) if (data[byte]! < 128 && data[byte + 3]! > 0) dark++;
      return dark / (data.length / 4);
    });

describe('the original beside the text', () => {
  it('draws a PDF, paints it, goes to a measure in both, and takes a note on either', async () => {
    const page = await open('方案.pdf', pdf(sheets));
    await page.getByRole('tab', { name: /^举措\s*12/ }).waitFor();
    expect(await page.locator('.original').count()).toBe(0);
    await mode(page, '并排');
    await expect.poll(() => inked(page, 1)).toBeGreaterThan(0.002);
    await expect.poll(async () => (await painted(page, 'dutymark-lead')).length).toBeGreaterThan(1);
    expect(new Set(await painted(page, 'dutymark-lead'))).toEqual(new Set(['县水利局']));
    expect((await painted(page, 'dutymark-participant')).slice(0, 2)).toEqual(['县公安局', '各乡镇人民政府']);

    await measure(page, '开展第9段河道整治').locator('[data-main]').click();
    const run = page.locator('.original-text span', { hasText: '9.开展第9段' });
    await run.waitFor();
    await expect.poll(() => run.evaluate((each) => each.getBoundingClientRect().top)).toBeLessThan(700);
    expect(await page.locator('.sheet p', { hasText: '9.开展第9段' }).isVisible()).toBe(true);
    const number = await page.getByRole('textbox', { name: /^页码/ }).inputValue();
    await expect.poll(() => inked(page, Number(number))).toBeGreaterThan(0.002);

    await select(page, '.original-text span', '开展第9段河道整治');
    await annotate(page, '开展第9段河道整治', '先查岸线');
    await expect.poll(() => painted(page, 'dutymark-annotation')).toEqual(['开展第9段河道整治']);
    await expect
      .poll(() => page.locator('.sheet mark[data-dutymark="annotation"]').allTextContents())
      .toEqual(['开展第9段河道整治']);
    await page.close();
  });

  it('remembers the way of looking, and falls back to one pane where there is no room', async () => {
    const before = await open('方案.pdf', pdf(sheets));
    await mode(before, '并排');
    await original(before, 1).waitFor();
    await before.close();
    const page = await open('方案.pdf', pdf(sheets));
    await original(page, 1).waitFor();
    expect(await page.locator('.sheet').isVisible()).toBe(true);
    await page.setViewportSize({ width: 600, height: 800 });
    await page.getByRole('button', { name: '并排', exact: true }).waitFor({ state: 'detached' });
    expect(await page.locator('main[inert]').count()).toBe(1);
    // Covered, the text is read and marked all the same.
    await page.locator('.sheet mark[data-dutymark="lead"]').nth(11).waitFor({ state: 'attached' });
    await mode(page, '阅读');
    await page.locator('.original').waitFor({ state: 'detached' });
    expect(await page.locator('main[inert]').count()).toBe(0);
    await page.close();
  });

  it('sets an OFD from its geometry and says that it is approximate; a text has no original', async () => {
    const page = await open('方案.ofd', ofd(sheets));
    await mode(page, '原件');
    await page.getByText('按文字、线条和图片的位置重排').waitFor();
    await expect.poll(async () => new Set(await painted(page, 'dutymark-lead'))).toEqual(new Set(['县水利局']));
    const shown = original(page, 1).locator('.original-text span', { hasText: '工作方案' });
    expect(await shown.evaluate((each) => getComputedStyle(each).color)).not.toMatch(/, 0\)$/);
    await showTab(page, '批注');
    await page.locator('article.annotation', { hasText: '开展第9段河道整治' }).waitFor();
    await page.close();

    const text = await open('方案.txt', new TextEncoder().encode('关于河道的通知\n1.清理岸线。\n牵头单位：县水利局'));
    await text.getByText('清理岸线').first().waitFor();
    expect(await text.getByRole('group', { name: '查看方式' }).count()).toBe(0);
    expect(await text.locator('.original').count()).toBe(0);
    await text.close();
  });

  it('shows the pages of a scan and says what it is', async () => {
    const rule = (y: number) => ({ x1: 60, y1: y, x2: 500, y2: y });
    const page = await open('扫描.pdf', pdf([{ texts: [], rules: [100, 101, 102, 103, 104].map(rule) }]));
    await page.getByText('这是扫描件').waitFor();
    await expect.poll(() => inked(page, 1)).toBeGreaterThan(0.001);
    await page.close();
  });

  it('asks for the password of a locked file, says when it is wrong, and draws what it opens', async () => {
    const page = await open('密件.pdf', pdf(sheets, { password: 'qinghe' }));
    const field = page.getByPlaceholder('密码');
    await field.fill('linlan');
    await field.press('Enter');
    await page.getByText('密码不对').waitFor();
    await field.fill('qinghe');
    await field.press('Enter');
    await page.getByRole('tab', { name: /^举措\s*12/ }).waitFor();
    await mode(page, '原件');
    await expect.poll(() => inked(page, 1)).toBeGreaterThan(0.002);
    await page.close();
  });

  it('asks for nothing beyond the extension', () => {
    expect(asked).toEqual([]);
  });
});
