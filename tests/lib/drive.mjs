/** The surfaces as a user works them, for every walk through the built extension. Chinese, like the copy under test. */

/** The side panel of a page, in a tab of its own: the real one cannot be driven. */
export async function openPanelFor(chromium, page) {
  const panel = await chromium.context.newPage();
  await panel.setViewportSize({ width: 420, height: 900 });
  await panel.goto(chromium.url('sidepanel.html'));
  // Asked of a page of the extension, not of its background, which may be asleep.
  const tab = await panel.evaluate(async (url) => {
    const tabs = await chrome.tabs.query({});
    return tabs.find((each) => each.url === url)?.id;
  }, page.url());
  await panel.goto(chromium.url(`sidepanel.html?tab=${tab}`));
  await panel.getByRole('tab', { name: /^举措/ }).waitFor();
  return panel;
}

/** A tab of the panel: 我的职责, 举措, 我的任务, 批注. */
export const showTab = (panel, name) => panel.getByRole('tab', { name: new RegExp(`^${name}`) }).click();

/** The measure with this heading. */
export const measure = (panel, title) => panel.locator('article.measure', { hasText: title }).first();

/** Ticks measures and takes them on together. */
export async function takeOn(panel, titles) {
  await panel.bringToFront();
  await showTab(panel, '举措');
  const filter = panel.getByPlaceholder('筛选举措、单位、时限…');
  for (const title of titles) {
    // Far measures are not in the page until they are near: the filter brings them.
    await filter.fill(title);
    await measure(panel, title).getByRole('checkbox').check();
  }
  await filter.fill('');
  await panel.getByRole('button', { name: `领为任务 ${titles.length} 项` }).click();
  await panel.getByRole('tab', { name: new RegExp(`^我的任务\\s*${titles.length}`) }).waitFor();
}

/** Writes tags and a note to a task of the panel, and waits until both are kept. */
export async function fillTask(panel, title, { tags = [], note = '' }) {
  await panel.bringToFront();
  await showTab(panel, '我的任务');
  const task = measure(panel, title);
  await task.locator('[data-main]').click();
  const tagging = task.getByRole('combobox', { name: '添加标签' });
  for (const tag of tags) {
    await tagging.fill(tag);
    await tagging.press('Enter');
    await task.locator('.chip', { hasText: tag }).first().waitFor();
  }
  if (note === '') return;
  await task.getByRole('textbox', { name: '备注' }).fill(note);
  await task.getByText('已保存').first().waitFor();
}

/** Selects a passage that stands on one line of the page, by dragging over it. */
export async function select(page, within, text) {
  await page.bringToFront();
  const box = await page.evaluate(
    ([selector, wanted]) => {
      for (const element of document.querySelectorAll(selector)) {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.data.indexOf(wanted);
          if (at < 0) continue;
          node.parentElement.scrollIntoView({ block: 'center' });
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + wanted.length);
          const { left, right, top, bottom } = range.getBoundingClientRect();
          return { left, right, y: (top + bottom) / 2, height: bottom - top };
        }
      }
      return null;
    },
    [within, text],
  );
  if (!box) throw new Error(`not in the page: ${text}`);
  await page.mouse.move(box.left + 1, box.y);
  await page.mouse.down();
  await page.mouse.move(box.right - 1, box.y, { steps: 4 });
  await page.mouse.up();
  const selected = (await page.evaluate(() => String(getSelection()))).trim();
  if (selected !== text) throw new Error(`selected “${selected}”, not “${text}”`);
}

/** Makes an annotation of what is selected in the page, and waits until its note is kept. */
export async function annotate(panel, quote, note) {
  await panel.bringToFront();
  await panel.getByRole('region', { name: '选中的文字' }).getByRole('button', { name: '批注' }).click();
  const row = panel.locator('article.annotation', { hasText: quote.slice(0, 12) }).first();
  await row.getByRole('textbox', { name: '写批注…' }).fill(note);
  await row.getByText('已保存').first().waitFor();
}

/** Downloads what the task list shows; `what` is 任务 or 批注. Resolves to the path it was saved at. */
export async function exportCsv(tasks, what, folder) {
  await tasks.getByRole('tab', { name: new RegExp(`^${what}`) }).click();
  const [download] = await Promise.all([
    tasks.waitForEvent('download'),
    tasks.getByRole('button', { name: /^导出/ }).click(),
  ]);
  const path = `${folder}/${download.suggestedFilename()}`;
  await download.saveAs(path);
  return path;
}

/** Writes what the task list shows as a ledger, as the dialog proposes it. Resolves to the path it was saved at. */
export async function exportLedger(tasks, folder, shoot = async () => {}) {
  await tasks.getByRole('tab', { name: /^任务/ }).click();
  await tasks.getByRole('button', { name: '台账…', exact: true }).click();
  const dialog = tasks.getByRole('dialog');
  await dialog.getByRole('table').waitFor();
  await shoot();
  const [download] = await Promise.all([
    tasks.waitForEvent('download'),
    dialog.getByRole('button', { name: '保存文件' }).click(),
  ]);
  const path = `${folder}/${download.suggestedFilename()}`;
  await download.saveAs(path);
  return path;
}
