import Papa from 'papaparse';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { launchOldEngine, type OldEngine, oldChromium } from '../lib/old-engine.mjs';
import { docx, p } from '../unit/formats/write/docx';
import { set } from '../unit/formats/write/layout';
import { ofd } from '../unit/formats/write/ofd';
import { pdf } from '../unit/formats/write/pdf';
import { bytesSaved, keepSaved } from './saved';

const executable = oldChromium();
if (!executable) console.warn('SKIPPED: no old Chromium could be had here: the way was not gone in one.');

const PAGE = `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>关于印发临澜县防汛工作方案的通知</title></head><body>
<h1>临澜县防汛工作方案</h1><p>临政办〔2026〕41号</p><p>1.排查临水路段。逐处登记造册。</p><p>牵头单位：县交通运输局</p>
<p>2.修缮古桥。按图施工。</p><p>牵头单位：县财政局</p><p>参加单位：县交通运输局</p><p>3.编制图册。逐桥建档。</p><p>牵头单位：县民政局</p></body></html>`;
const words = ['临澜县防汛工作方案', '1.排查临水路段。逐处登记造册。', '牵头单位：县交通运输局'];
const paper = set([{ center: words[0] as string }, words[1] as string, words[2] as string]);
const utf8 = (text: string) => new TextEncoder().encode(text);

const soon = { timeout: 20_000 };

async function press(page: Page, selector: string): Promise<void> {
  await (await page.waitForSelector(selector, { visible: true }))!.click();
}

/** Notes of the tasks that the background keeps. */
const notes = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const { runtime } = (globalThis as unknown as { chrome: { runtime: Runtime } }).chrome;
    const data = { method: 'tasks', args: [] };
    const { res } = await runtime.sendMessage({ id: 1, type: 'callStore', data, timestamp: Date.now() });
    return res.value.map(({ note }) => note);
  });

interface Runtime {
  sendMessage(message: object): Promise<{ res: { value: { note: string }[] } }>;
}

/** Chromium 103 has neither CSS highlights, nor a side panel, nor container queries, nor what came to JavaScript since 2022. */
describe.runIf(executable)('the built extension in a real Chromium 103, its API stood in for', () => {
  let at: OldEngine;
  beforeAll(async () => {
    at = await launchOldEngine(executable as string, { '/site/policy.html': PAGE });
  });
  afterAll(() => at?.close());

  it('is such an engine', async () => {
    expect(at.version).toMatch(/\/103\./);
    // Where nothing of ours has filled in what is missing.
    const page = await at.open('/manifest.json');
    const lacking = () => [
      'highlights' in CSS,
      'withResolvers' in Promise,
      'groupBy' in Object,
      'toSorted' in Array.prototype,
    ];
    expect(await page.evaluate(lacking)).toEqual([false, false, false, false]);
    await page.close();
  });

  it('marks a page, lists its measures, takes them on and writes them out', async () => {
    const page = await at.open('/site/policy.html');
    await page.waitForSelector('dutymark-root[data-state="task-policy"][data-measures="3"]', soon);
    const lead = await page.$$eval('mark[data-dutymark="lead"]', (all) => all.map((each) => each.textContent));
    expect(lead).toEqual(['县交通运输局', '县财政局', '县民政局']);

    const panel = await at.open('/ext/sidepanel.html?tab=1');
    await press(panel, '[role="tab"]::-p-text(我的职责)');
    await press(panel, '.onboarding-unit::-p-text(县交通运输局)');
    await press(panel, 'button::-p-text(项全部领为任务)');
    await panel.waitForFunction(
      () =>
        [...document.querySelectorAll('[role="tab"]')].some(({ textContent }) =>
          /^我的任务\s*2$/.test(textContent ?? ''),
        ),
      soon,
    );
    const tasks = await at.open('/ext/tasks.html');
    await tasks.waitForFunction(() => document.querySelectorAll('[data-dutymark-row="task"]').length === 2, soon);
    await press(tasks, '.task-title');
    const note = await tasks.waitForSelector('.editor textarea', { visible: true });
    await note!.type('先问编办');
    await tasks.keyboard.press('Tab');
    await vi.waitFor(async () => expect(await notes(tasks)).toContain('先问编办'), soon);
    await keepSaved(tasks);
    await press(tasks, '.bulk-actions button::-p-text(导出)');
    const csv = new TextDecoder().decode(Uint8Array.from(await bytesSaved(tasks))).replace(/^\ufeff/, '');
    const { data } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
    expect(data.map((row) => row.举措).sort()).toEqual(['修缮古桥', '排查临水路段']);
    expect(data.map((row) => row.备注)).toContain('先问编办');

    await tasks.reload();
    await vi.waitFor(
      async () =>
        expect(await tasks.evaluate(() => document.querySelectorAll('[data-dutymark-row="task"]').length)).toBe(2),
      soon,
    );
    for (const each of [page, panel, tasks]) await each.close();
  });

  it.each([
    ['方案.docx', docx({ body: words.map((text) => p(text)).join('') })],
    ['方案.pdf', pdf(paper)],
    ['方案.ofd', ofd(paper)],
    ['方案.txt', utf8(`${words.join('\n')}\n`)],
  ])('opens %s in the reader, read and marked', async (name, bytes) => {
    const page = await at.open('/ext/reader.html');
    await page.waitForSelector('input[type=file]', soon);
    await page.evaluate(
      (file, base64) => {
        const data = new DataTransfer();
        data.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], file));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
      },
      name,
      Buffer.from(bytes).toString('base64'),
    );
    await page.waitForSelector('.sheet mark[data-dutymark="lead"]', { timeout: 30_000 });
    expect(await page.$eval('.sheet mark[data-dutymark="lead"]', (each) => each.textContent)).toBe('县交通运输局');
    await page.close();
  });

  it('shows every page of its own', async () => {
    for (const path of ['options.html', 'popup.html', 'help.html', 'reader.html?sample', 'tasks.html']) {
      const page = await at.open(`/ext/${path}`);
      await page.waitForSelector('h1', soon);
      await page.close();
    }
  });

  it('and nothing threw anywhere', () => expect(at.errors).toEqual([]));
});
