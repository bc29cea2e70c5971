import { join } from 'node:path';
import { launchChromium } from './chromium.mjs';
import { annotate, exportCsv, exportLedger, fillTask, openPanelFor, select, showTab, takeOn } from './drive.mjs';

const PAGE = 'https://www.linlan.gov.cn/policy.html';
const UNIT = '县民政局';
const TITLES = ['建好乡村便民服务站', '补齐农村供水短板', '零工市场'];

/**
 * The main job by itself, with the built extension in a headless browser: open a policy, say which unit is ours and see its
 * duties, take on three measures, tag and note them, annotate a sentence, see what the day has, export.
 *
 * @param extension Another build than the one at hand. @param after Called with the browser before it is closed, and the
 *   page that was read.
 * @returns `{csv, ledger, screenshots}`: paths of what it left in `folder`.
 */
export async function walk({
  sites,
  folder,
  say = () => {},
  extension = undefined,
  args = [],
  after = async () => {},
}) {
  const chromium = await launchChromium({ sites, extension, args, viewport: { width: 1280, height: 900 } });
  const screenshots = [];
  const shoot = async (page, name) => {
    const path = join(folder, `${name}.png`);
    await page.screenshot({ path });
    screenshots.push(path);
  };
  try {
    const page = await chromium.context.newPage();
    await page.goto(PAGE);
    const root = page.locator('dutymark-root[data-state="task-policy"]');
    await root.waitFor({ state: 'attached' });
    say(`read ${PAGE}: ${await root.getAttribute('data-measures')} measures`);
    const panel = await openPanelFor(chromium, page);
    await showTab(panel, '我的职责');
    await panel.locator('.onboarding-unit', { hasText: UNIT }).click();
    await panel.getByRole('button', { name: /点名本单位的 \d+ 项全部领为任务/ }).waitFor();
    const [, duties] = (await panel.getByRole('tab', { name: /^我的职责/ }).innerText()).match(/(\d+)/) ?? [];
    say(`set the unit ${UNIT}: ${duties} duties`);
    await shoot(panel, 'duties');
    await takeOn(panel, TITLES);
    say(`took on ${TITLES.length} measures`);
    await fillTask(panel, TITLES[0], { tags: ['本周', '便民'], note: '先摸清各乡镇场地情况' });
    await select(page, '#zoom p', '一个工作日内转办');
    await annotate(panel, '一个工作日内转办', '与热线平台核对时限');
    say('tagged, noted, annotated');
    await page.bringToFront();
    await page.evaluate(() => getSelection().removeAllRanges());
    await page
      .locator('#zoom p', { hasText: '2.建好乡村便民服务站' })
      .evaluate((each) => each.scrollIntoView({ block: 'center' }));
    await page.waitForTimeout(500);
    await shoot(page, 'page');
    await shoot(panel, 'panel');
    const tasks = await chromium.context.newPage();
    await tasks.goto(chromium.url('tasks.html'));
    await tasks.getByText(TITLES[0]).first().waitFor();
    const csv = await exportCsv(tasks, '任务', folder);
    await shoot(tasks, 'tasks');
    const ledger = await exportLedger(tasks, folder, () => shoot(tasks, 'ledger'));
    say('exported the task list, and as a ledger');
    await tasks.goto(chromium.url('tasks.html?tab=today'));
    await tasks.getByRole('status').first().waitFor();
    await shoot(tasks, 'today');
    await after(chromium, page);
    return { csv, ledger, screenshots };
  } finally {
    await chromium.close();
  }
}
