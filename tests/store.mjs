/**
 * `npm run store`: what the stores ask for beside the package, in both languages, from the built extension: five pictures of
 * 1280×800, the icon, and the texts. Leaves it in `.output/store/zh_CN` and `.output/store/en`.
 *
 *   node tests/store.mjs [FOLDER]
 */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readyForPictures } from './lib/pictured.mjs';
import { extensionDir, outDir, root } from './lib/setup.mjs';

await readyForPictures();
const { launchChromium } = await import('./lib/chromium.mjs');
const { serve } = await import('./server/index.mjs');

/** What the stores take. */
const SIZE = { width: 1280, height: 800 };
const UNIT = '县民政局';
const LANGUAGES = { zh_CN: 'zh-CN', en: 'en' };

const folder = process.argv[2] ?? join(outDir, 'store');
const sites = await serve();
try {
  for (const [locale, language] of Object.entries(LANGUAGES)) await pictures(locale, language);
} finally {
  await sites.close();
}
console.log(`For the stores: ${folder}`);

async function pictures(locale, language) {
  const to = join(folder, locale);
  mkdirSync(to, { recursive: true });
  copyFileSync(join(root, '.github', 'store', `${locale}.txt`), join(to, 'text.txt'));
  copyFileSync(join(extensionDir('chrome'), 'icon', '128.png'), join(to, 'icon-128.png'));
  const chromium = await launchChromium({ sites, language, viewport: SIZE });
  const shoot = async (page, name) => {
    await page.bringToFront();
    await page.evaluate(() =>
      document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => done()))),
    );
    await page.screenshot({ path: join(to, `${name}.png`) });
  };
  try {
    const page = await chromium.context.newPage();
    await page.goto('https://www.linlan.gov.cn/policy.html');
    await page.locator('dutymark-root[data-state="task-policy"]').waitFor({ state: 'attached' });
    const panel = await panelOf(chromium, page);
    await takeAll(panel);
    await page.bringToFront();
    await page.locator('#zoom p', { hasText: '2.建好乡村便民服务站' }).evaluate((each) => each.scrollIntoView());
    await page.waitForFunction(() => CSS.highlights.get('dutymark-lead')?.size > 0);
    await shoot(page, '1-page');

    const open = async (path, ready, day) => {
      const surface = await chromium.context.newPage();
      if (day) await surface.clock.setFixedTime(new Date(day));
      await surface.goto(chromium.url(path));
      await surface.locator(ready).first().waitFor();
      return surface;
    };
    const reader = await open('reader.html?sample', '.sheet mark');
    await reader.locator('.sheet p', { hasText: '2.建好乡村便民服务站' }).evaluate((each) => each.scrollIntoView());
    await shoot(reader, '2-reader');
    const tasks = await open('tasks.html', '[data-dutymark-row="task"]');
    await shoot(tasks, '3-tasks');
    await tasks.locator('.bulk-actions button[title]').first().click();
    await tasks.getByRole('dialog').getByRole('table').waitFor();
    await shoot(tasks, '4-ledger');
    // By the clock of the plan's last week, when most of it falls due: an empty day shows nothing.
    await shoot(
      await open('tasks.html?tab=today', '[data-dutymark-row="task"]', '2027-12-29T09:00:00+08:00'),
      '5-today',
    );
  } finally {
    await chromium.close();
  }
}

/** The panel by its address, in a tab: words would be those of one language. */
async function panelOf(chromium, page) {
  const panel = await chromium.context.newPage();
  await panel.setViewportSize({ width: 420, height: 800 });
  await panel.goto(chromium.url('sidepanel.html'));
  const tab = await panel.evaluate(
    async (url) => (await chrome.tabs.query({})).find((each) => each.url === url)?.id,
    page.url(),
  );
  await panel.goto(chromium.url(`sidepanel.html?tab=${tab}`));
  await panel.getByRole('tab').first().waitFor();
  return panel;
}

/** Says which unit is ours and takes on all that names it, by the keys for it. */
async function takeAll(panel) {
  await panel.locator('[data-dutymark-row="measure"]').first().waitFor();
  await panel.keyboard.press('u');
  await panel.getByRole('textbox').fill(UNIT);
  await panel.keyboard.press('Enter');
  await panel.locator('[data-current]').waitFor();
  await panel.keyboard.press('a');
  await panel.getByRole('tab', { name: /^(?:我的任务|My tasks)\s*[1-9]/ }).waitFor();
}
