import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rawPdf, show } from '../unit/formats/write/raw-pdf';
import { type Stage, stage } from './fixture';

let at: Stage;
beforeAll(async () => {
  at = await stage();
});
afterAll(() => at.close());

const sentence = '由县水利局牵头，年底前完成。';
/** Enough pages that it is still being read when the other's ends early. */
const PAGES = 3000;
const paper = rawPdf(Array.from({ length: PAGES }, (_, page) => show(90, 100, `第${page + 1}页${sentence}`)));
const endless = rawPdf([`${show(90, 100, sentence)} ${'q '.repeat(150_000)}`]);

async function reader(): Promise<Page> {
  const page = await at.context.newPage();
  await page.goto(at.url('reader.html'));
  await page.locator('input[type=file]').first().waitFor({ state: 'attached' });
  return page;
}

const give = (page: Page, name: string, bytes: Uint8Array) =>
  page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(bytes) });

const CUT = '内容太多，只读到上限为止';

it('of two readers that read a PDF each, the one whose page ended early says so, the other does not', async () => {
  const [one, other] = [await reader(), await reader()];
  await give(one, '甲.pdf', paper);
  await give(other, '乙.pdf', endless);
  await other.getByText(CUT).first().waitFor({ state: 'attached' });
  const sheet = one.locator('.sheet');
  expect(await sheet.count(), 'read while the other was cut').toBe(0);
  await sheet.getByText(`第${PAGES}页`).first().waitFor({ state: 'attached', timeout: 90_000 });
  expect(await one.getByText(CUT).count()).toBe(0);
});
