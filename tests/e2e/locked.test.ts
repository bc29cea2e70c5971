import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { docx, p } from '../unit/formats/write/docx';
import { agile, PASSWORD } from '../unit/formats/write/office-lock';
import { fax, tiff } from '../unit/formats/write/tiff';
import { type Stage, stage } from './fixture';

let at: Stage;
beforeAll(async () => {
  at = await stage();
});
afterAll(() => at.close());

async function open(name: string, bytes: Uint8Array): Promise<Page> {
  const page = await at.context.newPage();
  await page.goto(at.url('reader.html'));
  const input = page.locator('input[type=file]').first();
  await input.waitFor({ state: 'attached' });
  await input.setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
  return page;
}

it('a Word file with a password asks for it, says when it is wrong, and opens with it', async () => {
  const body = ['临澜县防汛工作方案', '1.排查临水路段。逐处登记造册。', '牵头单位：县交通运输局'].map((text) =>
    p(text),
  );
  const page = await open('方案.docx', agile(docx({ body: body.join('') }), 100_000));
  await page.getByText('这个文件需要密码').waitFor();
  const password = page.locator('input[type=password]');
  await password.fill('不是这个');
  await page.keyboard.press('Enter');
  await page.getByText('密码不对').waitFor();
  await password.fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.locator('.sheet mark[data-dutymark="lead"]', { hasText: '县交通运输局' }).waitFor();
  await page.close();
});

it.each([
  [
    '任务.xls',
    `<table><tr><th>序号</th><th>工作任务</th><th>牵头单位</th></tr><tr><td>1</td><td>排查路段</td><td>县交通运输局</td></tr></table>`,
  ],
  ['任务', `<div><p>1.排查临水路段。逐处登记造册。</p><p>牵头单位：县交通运输局</p></div>`],
  ['任务', '1.排查临水路段。逐处登记造册。\n牵头单位：县交通运输局\n'],
])('a piece of a page or a text under the name %s is read by what is in it', async (name, text) => {
  const page = await open(name, new TextEncoder().encode(text));
  await page.locator('.sheet mark[data-dutymark="lead"]', { hasText: '县交通运输局' }).waitFor({ timeout: 15_000 });
  expect(await page.locator('.sheet').innerText()).not.toContain('<');
  await page.close();
});

it('a fax of several pages is shown page by page, and offered to be read', async () => {
  const page = await open(
    '传真.tif',
    tiff([
      { height: 60, data: fax(60) },
      { height: 60, data: fax(60) },
    ]),
  );
  const bar = page.getByRole('region', { name: '扫描页' });
  await bar.getByRole('button', { name: '识别文字' }).waitFor();
  await expect.poll(() => page.locator('.original-page').count()).toBeGreaterThanOrEqual(2);
  await expect
    .poll(() =>
      page
        .locator('.original-picture')
        .evaluateAll((all) => all.map((each) => (each as HTMLImageElement).naturalWidth)),
    )
    .toContain(32);
  await page.close();
});
