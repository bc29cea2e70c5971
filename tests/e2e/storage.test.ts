import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { fillTask, measure, openPanelFor, showTab, takeOn } from '../lib/drive.mjs';
import { readState, type Stage, stage } from './fixture';

const TITLE = '建好乡村便民服务站';
const MORE = ['零工市场', '补齐农村供水短板', '修好产业路和旅游路', '缓解融资难题', '加强统筹调度', '做好宣传引导'];
let at: Stage;
let folder = '';
afterEach(async () => {
  await at.close({ keepProfile: false });
  if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

describe('what cannot be stored', () => {
  it('a tag of 10,000 characters is refused in words, and what was stored stays', async () => {
    at = await stage();
    const page = await at.open('/policy.html');
    await readState(page);
    const panel = await openPanelFor(at, page);
    await takeOn(panel, [TITLE]);
    await fillTask(panel, TITLE, { tags: ['本周'] });
    const task = measure(panel, TITLE);
    const tagging = task.getByRole('combobox', { name: '添加标签' });
    await tagging.fill('长'.repeat(10_000));
    await tagging.press('Enter');
    await task.getByRole('alert').filter({ hasText: '40' }).waitFor();
    await tagging.fill('');
    await panel.reload();
    await showTab(panel, '我的任务');
    await measure(panel, TITLE).waitFor();
    // A row of one line shows no tags.
    await panel.getByRole('button', { name: /^疏/ }).click();
    await expect.poll(() => panel.locator('.task-tag').allTextContents()).toEqual(['#本周']);
  });

  it('a full disk is said in words, and what was stored stays', async () => {
    folder = mkdtempSync(join(tmpdir(), 'dutymark-full-'));
    const profile = join(folder, 'profile');
    at = await stage({ profile });
    const page = await at.open('/policy.html');
    await readState(page);
    await takeOn(await openPanelFor(at, page), [TITLE]);
    await at.close({ keepProfile: true });

    at = await stage({ profile });
    const blank = await at.context.newPage();
    await blank.goto(at.url('options.html'));
    const session = await at.context.newCDPSession(blank);
    const origin = `chrome-extension://${at.id}`;
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    const again = await at.open('/policy.html');
    await readState(again);
    const panel = await openPanelFor(at, again);
    const full = panel.getByText(/空间不足/).first();
    // Chromium goes on for half a minute with the room it knew of at its last look: so does a real disk that fills up.
    let kept = 1;
    for (const title of MORE) {
      await panel.getByPlaceholder('筛选举措、单位、时限…').fill(title);
      await measure(panel, title).getByRole('button', { name: '领为任务' }).click();
      const taken = panel.getByRole('tab', { name: new RegExp(`^我的任务\\s*${kept + 1}`) });
      await Promise.race([full.waitFor(), taken.waitFor()]);
      if (await full.isVisible()) break;
      kept++;
      await panel.waitForTimeout(7000);
    }
    expect(await full.isVisible()).toBe(true);
    await session.send('Storage.overrideQuotaForOrigin', { origin });
    await panel.reload();
    await showTab(panel, '我的任务');
    await measure(panel, TITLE).waitFor();
    await panel.getByRole('tab', { name: new RegExp(`^我的任务\\s*${kept}$`) }).waitFor();
  });
});
