import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFirefox } from '../lib/browsers.mjs';
import { type Chromium, launchChromium } from '../lib/chromium.mjs';
import { openPanelFor, takeOn } from '../lib/drive.mjs';
import { launchFirefox } from '../lib/firefox.mjs';
import { foreign as foreignTo } from '../lib/net-log.mjs';
import { record } from '../lib/recorder.mjs';
import { extensionDir } from '../lib/setup.mjs';
import { walk } from '../lib/walk.mjs';
import { filesIn } from '../release/archive.mjs';
import { type Sites, serve } from '../server/index.mjs';
import { set } from '../unit/formats/write/layout';
import { ofd } from '../unit/formats/write/ofd';
import { pdf } from '../unit/formats/write/pdf';
import { dayOf, withReminder } from './day-of';
import { readState, SITE, type Stage, stage } from './fixture';

/** A file that would fetch from elsewhere in every way that a file knows. */
const HUNGRY = `<!DOCTYPE html><meta charset="utf-8"><title>方案</title>
<link rel="stylesheet" href="https://style.elsewhere.invalid/a.css"><link rel="prefetch" href="https://prefetch.elsewhere.invalid/">
<link rel="preconnect" href="https://preconnect.elsewhere.invalid"><base href="https://base.elsewhere.invalid/">
<style>@import url(https://import.elsewhere.invalid/b.css); p { background: url(https://background.elsewhere.invalid/c.png) }</style>
<h1>临澜县防汛工作方案</h1><p>1.排查临水路段。逐处登记造册。</p><p>牵头单位：县交通运输局</p>
<img src="https://image.elsewhere.invalid/d.png" srcset="https://srcset.elsewhere.invalid/e.png 2x"><video poster="https://poster.elsewhere.invalid/f.png"></video>
<iframe src="https://frame.elsewhere.invalid/"></iframe><object data="https://object.elsewhere.invalid/"></object>
<script src="https://script.elsewhere.invalid/g.js"></script><form action="https://form.elsewhere.invalid/"><button>x</button></form>`;

let sites: Sites;
let folder: string;
beforeAll(async () => {
  sites = await serve();
  folder = mkdtempSync(join(tmpdir(), 'dutymark-network-'));
});
afterAll(async () => {
  await sites.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

const through = (port: number) => [
  `--proxy-server=127.0.0.1:${port}`,
  '--proxy-bypass-list=<-loopback>',
  '--dns-prefetch-disable',
];
const foreign = (hosts: ReadonlySet<string>) => [...hosts].filter((host) => !/(?:^|\.)gov\.cn(?::\d+)?$/.test(host));

describe('a browser that was asked to go elsewhere says so when it is closed', () => {
  it('Chromium, by a page or by the background', async () => {
    const at = await launchChromium({ sites });
    const page = await at.context.newPage();
    await page.goto('https://page.elsewhere.invalid/').catch(() => {});
    const worker = await at.worker();
    await worker.evaluate(() => fetch('https://worker.elsewhere.invalid/').catch(() => {}));
    await expect(at.close()).rejects.toThrow('requests went to page.elsewhere.invalid, worker.elsewhere.invalid');
  });

  it.runIf(findFirefox())('Firefox, by a page, a page of ours, or a name that is only looked up', async () => {
    const at = await launchFirefox({ sites });
    const page = await at.browser.newPage();
    await page.goto('https://page.elsewhere.invalid/').catch(() => {});
    // The one surface that may fetch at all.
    const ours = await at.open('reader.html');
    await ours.waitForSelector('input[type=file]', { timeout: 20_000 });
    await ours.evaluate(() => fetch('https://ours.elsewhere.invalid/').catch(() => {}));
    await expect(at.close()).rejects.toThrow(/requests went to .*ours\.elsewhere\.invalid, page\.elsewhere\.invalid/);
  });
});

it('the recorder hears of a request to elsewhere, made by a page or by the extension', async () => {
  const heard = await record(sites);
  const elsewhere = ['elsewhere.invalid', 'worker.elsewhere.invalid'];
  const at = await launchChromium({ sites, elsewhere, args: through(heard.port) });
  try {
    const page = await at.context.newPage();
    await page.goto('https://elsewhere.invalid/').catch(() => {});
    const worker = await at.worker();
    await worker.evaluate(() => fetch('https://worker.elsewhere.invalid/').catch(() => {}));
    expect(foreign(heard.hosts)).toEqual(
      expect.arrayContaining(['elsewhere.invalid:443', 'worker.elsewhere.invalid:443']),
    );
  } finally {
    await at.close();
    await heard.close();
  }
});

const named = (name: string, data: Uint8Array) => ({ name, mimeType: '', buffer: Buffer.from(data) });
const utf8 = (text: string) => new TextEncoder().encode(text);

/** All that takes a file in: many at once, an archive, a scan, a ledger of one's own, annotations of others. */
async function everyFile(at: Pick<Awaited<ReturnType<typeof launchChromium>>, 'url'>, page: Page): Promise<void> {
  const paper = set([{ center: '临澜县防汛工作方案' }, '1.排查临水路段。', '牵头单位：县交通运输局']);
  const text = utf8('临澜县防汛工作方案\n1.排查临水路段。逐处登记造册。\n牵头单位：县交通运输局\n');
  const into = page.locator('input[type=file]').first();
  for (const files of [
    [named('方案.html', utf8(HUNGRY)), named('方案.pdf', pdf(paper)), named('方案.ofd', ofd(paper))],
    [named('附件.zip', zipSync({ '方案.html': utf8(HUNGRY), '方案.txt': text }))],
  ]) {
    await page.goto(at.url('reader.html'));
    await into.setInputFiles(files);
    await page.getByRole('row').nth(1).waitFor();
    await page
      .getByText(/方案\.html/)
      .first()
      .waitFor();
  }
  await page.goto(at.url('reader.html'));
  const picture = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [1240, 300];
    const context = canvas.getContext('2d')!;
    context.fillStyle = '#fff';
    context.fillRect(0, 0, 1240, 300);
    context.fillStyle = '#000';
    context.font = '34px serif';
    context.fillText('牵头单位：县交通运输局', 120, 120);
    return canvas.toDataURL('image/png').split(',')[1]!;
  });
  await into.setInputFiles(named('方案.png', Buffer.from(picture, 'base64')));
  await page.locator('.scan-bar .button-primary').click();
  await page.locator('.sheet p').first().waitFor({ timeout: 100_000 });

  await page.goto(at.url('tasks.html'));
  await page.getByRole('button', { name: '收回/导入台账…' }).click();
  const ledger = '序号,任务,牵头单位\n1,=WEBSERVICE("https://formula.elsewhere.invalid/"),县水利局\n';
  await page
    .getByRole('dialog')
    .locator('input[type=file]')
    .setInputFiles(named('台账.csv', utf8(ledger)));
  await page.getByRole('dialog').locator('select', { hasText: '牵头单位' }).first().waitFor();
}

it('the main way, every surface and a hungry file ask nobody but the site that was opened', async () => {
  const heard = await record(sites);
  let at: Chromium | null = null;
  await walk({
    sites,
    folder,
    args: through(heard.port),
    after: async (chromium) => {
      at = chromium;
      const page = await chromium.context.newPage();
      await everyFile(chromium, page);
      await page.goto(chromium.url('reader.html'));
      const buffer = Buffer.from(HUNGRY);
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles({ name: '方案.html', mimeType: 'text/html', buffer });
      await page.locator('.sheet mark[data-dutymark="lead"]').first().waitFor();
      for (const surface of ['options.html', 'popup.html', 'tasks.html', 'reader.html?sample', 'reader.html?library']) {
        await page.goto(chromium.url(surface));
        await page.locator('h1, main').first().waitFor();
      }
    },
  });
  await heard.close();
  expect([...heard.hosts]).toContain('www.linlan.gov.cn:443');
  // Chromium asks its maker about its own parts and accounts, with and without us; our code names neither.
  const makers = /^(?:update\.googleapis|accounts\.google)\.com(?::443)?$/;
  expect(foreign(heard.hosts).filter((host) => !makers.test(host))).toEqual([]);
  // What the browser says of itself: it knows of requests, too, that reach no proxy. (That it has closed says there was none elsewhere.)
  const logged = (at as Chromium | null)!.asked();
  expect([...logged]).toContain('www.linlan.gov.cn');
  expect(foreignTo('chrome', logged)).toEqual([]);
  const built = Object.entries(filesIn(extensionDir('chrome'))).filter(([path]) => /\.(?:m?js|html|json)$/.test(path));
  const naming = built.filter(([, data]) => /googleapis|google\.com|gstatic|gvt1/.test(new TextDecoder().decode(data)));
  expect(naming.map(([path]) => path)).toEqual([]);
});

/** Annotations of somebody else that would have their words, their pictures and their context fetched. */
const THEIRS = {
  '@context': ['http://www.w3.org/ns/anno.jsonld', 'https://context.elsewhere.invalid/a.jsonld'],
  type: 'Annotation',
  id: 'https://id.elsewhere.invalid/1',
  created: '2026-03-05T08:00:00.000Z',
  creator: { id: 'https://creator.elsewhere.invalid/', type: 'Person' },
  stylesheet: 'https://sheet.elsewhere.invalid/a.css',
  body: [
    { type: 'TextualBody', value: '<img src="https://body.elsewhere.invalid/b.png">先问编办', purpose: 'commenting' },
    { type: 'Image', id: 'https://picture.elsewhere.invalid/c.png' },
  ],
  target: { source: `${SITE}/policy.html`, selector: { type: 'TextQuoteSelector', exact: '建好乡村便民服务站' } },
};

/** Two papers beside one another: one that has a task, and the one that is open. */
async function compareTwo(at: Stage): Promise<void> {
  const first = await at.open('/policy.html');
  await readState(first);
  await takeOn(await openPanelFor(at, first), ['建好乡村便民服务站']);
  at.sites.set(
    '/other.html',
    '<!DOCTYPE html><meta charset="utf-8"><title>关于印发临澜县古桥修缮方案的通知</title><h1>临澜县古桥修缮方案</h1>' +
      '<p>临政办〔2026〕41号</p><p>1.勘察古桥。逐一测绘。</p><p>牵头单位：县司法局</p>' +
      '<p>2.修缮古桥。按图施工。</p><p>牵头单位：县财政局</p><p>3.编制图册。逐桥建档。</p><p>牵头单位：县民政局</p>',
  );
  const page = await at.open('/other.html');
  await readState(page);
  const panel = await openPanelFor(at, page);
  await panel.getByRole('button', { name: '文件信息' }).click();
  await panel.getByRole('button', { name: '与另一份文件比较' }).click();
  const dialog = panel.getByRole('dialog');
  await dialog.getByLabel('另一份文件（作为旧版）').selectOption({ index: 1 });
  await dialog
    .getByRole('status')
    .filter({ hasText: /有 \d+ 处不同/ })
    .waitFor();
}

/** Annotations of others come in and go out again as JSON-LD. */
async function bringAndTake(at: Stage): Promise<void> {
  const page = await at.context.newPage();
  await page.goto(at.url('tasks.html'));
  await page.getByRole('tab', { name: /^批注/ }).click();
  await page.getByRole('button', { name: '读入批注…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[type=file]').setInputFiles(named('批注.jsonld', utf8(JSON.stringify(THEIRS))));
  await dialog.getByRole('button', { name: '读入 1 条' }).click();
  await page.locator('[data-dutymark-row="annotation"]', { hasText: '先问编办' }).waitFor();
  await page.getByRole('button', { name: '其他格式' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: /Web Annotation/ }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.jsonld$/);
}

it('annotations of others, two papers compared and a reminder at its hour ask nobody either', async () => {
  const at = await stage({ sites, granted: ['notifications'] });
  try {
    await compareTwo(at);
    await bringAndTake(at);
    const worker = await withReminder(at);
    const day = dayOf((work, argument) => worker.evaluate(work as never, argument as never));
    await day.moveTo(new Date(2031, 2, 31, 9, 0, 1));
    await expect.poll(() => day.takeReminder()).toBe(true);
  } finally {
    await at.close();
  }
  expect([...at.asked()]).toContain('www.linlan.gov.cn');
});

it.runIf(findFirefox())('in Firefox, too', async () => {
  const heard = await record(sites);
  const at = await launchFirefox({
    sites,
    prefs: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': heard.port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': heard.port,
      'network.proxy.allow_hijacking_localhost': true,
      'network.socket.forcePort': '',
    },
  });
  try {
    const page = await at.browser.newPage();
    await page.goto(`${SITE}/policy.html`);
    await page.waitForSelector('dutymark-root[data-measures]', { timeout: 20_000 });
    const reader = await at.open('reader.html');
    await reader.waitForSelector('input[type=file]', { timeout: 20_000 });
    await reader.evaluate((html) => {
      const data = new DataTransfer();
      data.items.add(new File([html], '方案.html'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }, HUNGRY);
    await reader.waitForSelector('.sheet mark[data-dutymark="lead"]', { timeout: 30_000 });
    expect([...heard.hosts]).toContain('www.linlan.gov.cn:443');
    // Firefox itself asks its maker about captive portals, updates and lists: that is not ours, and none of it is elsewhere.
    const asked = foreign(heard.hosts).filter(
      (host) => !/(?:^|\.)(?:mozilla\.(?:com|org|net)|firefox\.com|mozgcp\.net)(?::\d+)?$/.test(host),
    );
    expect(asked).toEqual([]);
  } finally {
    await at.close();
    await heard.close();
  }
});
