import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { docx, p } from '../unit/formats/write/docx';
import { type Stage, stage } from './fixture';

let at: Stage;
beforeAll(async () => {
  at = await stage();
});
afterAll(() => at.close());

it('an archive opens as a table of the files in it, and each of them as any other', async () => {
  const body =
    p('青禾县水利工作方案') + p('一、清淤河道，汛期前完成。牵头单位：县水利局') + p('二、植树造林。牵头单位：县林业局');
  const archive = zipSync({
    '附件/任务.txt': strToU8('青禾县绿化方案\n一、植树造林。牵头单位：县林业局\n'),
    '附件/方案.docx': docx({ body }),
    '附件/图.png': strToU8('x'),
  });
  const page = await at.context.newPage();
  await page.goto(at.url('reader.html'));
  const buffer = Buffer.from(archive);
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: '附件.zip', mimeType: 'application/zip', buffer });
  await page.getByText('附件.zip/附件').first().waitFor();
  await expect.poll(() => page.getByText('青禾县水利工作方案').count()).toBeGreaterThan(0);
  await expect.poll(() => page.getByText('青禾县绿化方案').count()).toBeGreaterThan(0);
  await page.locator('.folder-open', { hasText: '方案.docx' }).click();
  await page.getByRole('tab', { name: /^举措\s*2/ }).waitFor();
  await page.getByRole('button', { name: '回到文件夹' }).click();
  await page.getByText('读完 2 个文件').waitFor();
});
