/**
 * `npm run screenshots`: makes the pictures of the README and of the help anew, from the built extension on the invented county's site.
 *
 *   node tests/screenshots.mjs [--dark] [FOLDER]
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readyForPictures } from './lib/pictured.mjs';
import { root } from './lib/setup.mjs';

await readyForPictures();
const { launchChromium } = await import('./lib/chromium.mjs');
const { annotate, fillTask, openPanelFor, select, showTab, takeOn } = await import('./lib/drive.mjs');
const { serve } = await import('./server/index.mjs');

const dark = process.argv.includes('--dark');
const folder = process.argv.slice(2).find((each) => !each.startsWith('--')) ?? join(root, '.github', 'screenshots');
mkdirSync(folder, { recursive: true });
const sites = await serve();
const chromium = await launchChromium({
  sites,
  viewport: { width: 1200, height: 780 },
  colorScheme: dark ? 'dark' : 'light',
});
const helped = ['page', 'panel', 'tasks', 'ledger'];
/** A picture for the README; the light ones go into the help as well. */
const shoot = async (page, name) => {
  await page.screenshot({ path: join(folder, `${name}.png`) });
  if (dark || !helped.includes(name)) return;
  await page.screenshot({ path: join(root, 'public', 'help', `${name}.jpg`), type: 'jpeg', quality: 72 });
};

try {
  const page = await chromium.context.newPage();
  await page.goto('https://www.linlan.gov.cn/policy.html');
  await page.locator('dutymark-root[data-state="task-policy"]').waitFor({ state: 'attached' });
  const panel = await openPanelFor(chromium, page);
  await takeOn(panel, ['建好乡村便民服务站', '补齐农村供水短板', '零工市场', '乡镇养老服务中心', '培育社区社会组织']);
  await fillTask(panel, '乡镇养老服务中心', { tags: ['养老'], note: '四处选址，月底前会商' });
  await fillTask(panel, '建好乡村便民服务站', { tags: ['便民', '本周'], note: '先摸清各乡镇场地情况' });
  await select(page, '#zoom p', '群众诉求一个工作日内转办');
  await annotate(panel, '群众诉求一个工作日内转办', '与热线平台核对转办时限');
  await showTab(panel, '我的职责');
  await panel.locator('.onboarding-unit', { hasText: '县民政局' }).click();
  await panel.getByText('县民政局').first().waitFor();
  await page.bringToFront();
  await page.keyboard.press('Escape');
  await page.mouse.click(40, 400);
  await page
    .locator('#zoom p', { hasText: '2.建好乡村便民服务站' })
    .evaluate((each) => scrollTo(0, each.getBoundingClientRect().top + scrollY - 60));
  await page.waitForTimeout(600);
  await shoot(page, 'page');

  await panel.bringToFront();
  await panel.setViewportSize({ width: 420, height: 780 });
  for (const toast of await panel.getByRole('button', { name: '关闭' }).all()) await toast.click().catch(() => {});
  await panel.waitForTimeout(600);
  await shoot(panel, 'panel');

  const tasks = await chromium.context.newPage();
  await tasks.setViewportSize({ width: 1200, height: 480 });
  await tasks.goto(chromium.url('tasks.html'));
  await tasks.getByLabel('“补齐农村供水短板”的状态').selectOption('doing');
  await tasks.waitForTimeout(600);
  await shoot(tasks, 'tasks');
  await tasks.setViewportSize({ width: 1200, height: 700 });
  await tasks.getByRole('button', { name: '台账…', exact: true }).click();
  await tasks.getByRole('dialog').getByRole('table').waitFor();
  await tasks.waitForTimeout(400);
  await shoot(tasks, 'ledger');

  const reader = await chromium.context.newPage();
  await reader.goto(chromium.url('reader.html?sample'));
  await reader.locator('mark').first().waitFor();
  await reader.locator('.sheet p', { hasText: '2.建好乡村便民服务站' }).evaluate((each) => each.scrollIntoView());
  await reader.waitForTimeout(1200);
  await shoot(reader, 'reader');
} finally {
  await chromium.close();
  await sites.close();
}
console.log(`Screenshots: ${folder}`);
