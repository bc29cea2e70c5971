import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measure } from '../lib/drive.mjs';
import { painted, type Stage, stage } from './fixture';
import { longestTasks } from './tasks-of-thread';

let at: Stage;
/** Addresses beyond the extension that any page asked for. */
const asked: string[] = [];
/** Two pages of an invented notice as pictures, and a PDF of them. */
let first: Buffer;
let scan: Buffer;
/** Of its first page alone; of its pages twice over. */
let one: Buffer;
let four: Buffer;

const STYLE = `<meta charset="utf-8"><style>
  body { margin: 0; padding: 90px 100px; width: 594px; background: #fff; zoom: 2.0833; }
  body { font: 21.3px/38px "Noto Serif CJK SC", SimSun, serif; }
  h1 { font-size: 29px; text-align: center; margin: 0 0 20px; } p { margin: 0; text-indent: 2em; text-align: justify; }
</style>`;
const PAGES = [
  `<h1>临澜县水环境治理工作方案</h1>
   <p>为改善全县水环境，保障群众用水安全，结合我县实际，制定本方案。</p><p>一、重点任务</p>
   <p>（一）开展河道整治。对清河干流开展集中整治，2026年6月底前完成。（县水利局牵头，县公安局、各乡镇人民政府配合）</p>`,
  `<p>（二）加强水质监测。每季度开展一次监测，结果向社会公开。（县生态环境局负责）</p>
   <p>（三）落实资金保障。统筹安排治理经费，专款专用。（县财政局牵头，县审计局配合）</p>`,
];

beforeAll(async () => {
  at = await stage();
  const page = await at.context.newPage();
  await page.setViewportSize({ width: 1654, height: 1400 });
  const pictures: Buffer[] = [];
  for (const content of PAGES) {
    await page.setContent(STYLE + content);
    pictures.push(await page.screenshot({ type: 'png' }));
  }
  first = pictures[0]!;
  const images = pictures.map((data) => `<img src="data:image/png;base64,${data.toString('base64')}">`);
  const bound = async (content: readonly string[]) => {
    await page.setContent(
      `<style>@page { margin: 0; size: 210mm 178mm } body { margin: 0 } img { display: block; width: 210mm; break-after: page }</style>${content.join('')}`,
    );
    return page.pdf({ preferCSSPageSize: true });
  };
  scan = await bound(images);
  one = await bound(images.slice(0, 1));
  four = await bound([...images, ...images]);
  await page.close();
  at.context.on('request', (request) => {
    if (!/^(chrome-extension|data|blob):/.test(request.url())) asked.push(request.url());
  });
});
afterAll(() => at.close());

async function open(name: string, data: Buffer): Promise<Page> {
  const page = await at.context.newPage();
  await page.goto(at.url('reader.html'));
  const input = page.locator('input[type=file]').first();
  await input.waitFor({ state: 'attached' });
  await input.setInputFiles({ name, mimeType: 'application/octet-stream', buffer: data });
  return page;
}

const bar = (page: Page) => page.getByRole('region', { name: '扫描页' });
const start = (page: Page) => bar(page).getByRole('button', { name: '识别文字' });

describe('scans', () => {
  it('says what a scan is, reads its pages when told, and treats them as any page', async () => {
    const page = await open('水环境方案.pdf', scan);
    await bar(page).getByText('这是扫描件').waitFor();
    await start(page).click();
    await bar(page).getByText('已读 0 / 2 页').waitFor();
    await page.getByRole('tab', { name: /^举措\s*3/ }).waitFor({ timeout: 100_000 });
    expect(await page.locator('.sheet').innerText()).toContain('（县水利局牵头，县公安局、各乡镇人民政府配合）');
    await measure(page, '落实资金保障').waitFor();
    await page.close();
  });

  it('reads a picture opened by itself, paints the marks on it, and keeps what was read with the file', async () => {
    const page = await open('水环境方案.png', first);
    await start(page).click();
    await page.getByRole('tab', { name: /^举措\s*1/ }).waitFor({ timeout: 100_000 });
    await page.getByRole('button', { name: '存在本机' }).click();
    await page.getByRole('button', { name: '并排', exact: true }).click();
    await page.locator('.original-picture').waitFor();
    await page.locator('.original-text span', { hasText: '县水利局' }).waitFor();
    await expect.poll(() => painted(page, 'dutymark-lead'), { timeout: 30_000 }).toContain('县水利局');
    await page.close();

    const again = await at.context.newPage();
    await again.goto(at.url('reader.html'));
    await again.getByRole('button', { name: '水环境方案.png' }).first().click();
    await again.getByRole('tab', { name: /^举措\s*1/ }).waitFor();
    expect(await bar(again).count()).toBe(0);
    await again.close();
  });

  it('loses no page that was read when the tab is closed in the middle', async () => {
    const page = await open('水环境四页.pdf', four);
    await start(page).click();
    await bar(page).getByText('已读 1 / 4 页').waitFor({ timeout: 100_000 });
    // What was read until then is shown while the rest is read, and the file is kept, as a file was before.
    await bar(page)
      .getByRole('button', { name: /^显示读好的 \d 页/ })
      .click();
    await page.getByRole('tab', { name: /^举措\s*[1-9]/ }).waitFor();
    await bar(page).getByRole('progressbar').waitFor();
    await bar(page).getByRole('button', { name: '停止' }).click();
    await start(page).waitFor();
    await start(page).click();
    await bar(page)
      .getByText(/已读 1 \/ \d 页/)
      .waitFor({ timeout: 100_000 });
    // The first page is on its way to the disk by now.
    await page.waitForTimeout(500);
    await page.close();

    const again = await at.context.newPage();
    await again.goto(at.url('reader.html'));
    await again.getByRole('button', { name: '水环境四页.pdf' }).first().click();
    // One page before the stop and one after it, at least; of the two others one at most.
    await bar(again)
      .getByText(/^第 \d 页是扫描件|^第 \d(?:–|、)\d 页是扫描件/)
      .waitFor();
    await again.close();
  });

  it('reads the scans of a folder only when told', async () => {
    const page = await at.context.newPage();
    await page.goto(at.url('reader.html'));
    const input = page.locator('input[type=file][multiple]').first();
    await input.waitFor({ state: 'attached' });
    const text = '临澜县防汛工作方案\n1.排查临水路段。逐处登记造册。\n牵头单位：县交通运输局\n';
    await input.setInputFiles([
      { name: '水环境方案.pdf', mimeType: 'application/pdf', buffer: one },
      { name: '防汛方案.txt', mimeType: 'text/plain', buffer: Buffer.from(text) },
    ]);
    const read = page.getByRole('button', { name: '识别 1 份扫描件' });
    await read.click();
    await page.getByText('正在识别扫描件：第 1 / 1 份').waitFor();
    await page.getByText('临澜县水环境治理工作方案').waitFor({ timeout: 100_000 });
    expect(await read.count()).toBe(0);
    await page.close();
  });

  it('draws and reads pages beside the page, which stays free for its user', async () => {
    const page = await open('水环境方案.pdf', scan);
    const session = await at.context.newCDPSession(page);
    await start(page).waitFor();
    const [longest] = await longestTasks(session, async () => {
      await start(page).click();
      await bar(page).getByText('已读 1 / 2 页').waitFor({ timeout: 100_000 });
    });
    console.log(`longest task ${longest!.processor} ms of the processor (${longest!.wall} in all)`);
    expect(longest!.processor).toBeLessThanOrEqual(50);
    await page.close();
  });

  it('stops when told, and can be told again', async () => {
    const page = await open('水环境方案.pdf', scan);
    // The thread that draws the page for the eye was there before, and stays.
    await page.locator('.original canvas').first().waitFor();
    const reading = () => page.workers().length;
    const before = reading();
    await start(page).click();
    // In the middle of a page: its networks are at work.
    await expect.poll(reading, { timeout: 30_000 }).toBeGreaterThan(before);
    await bar(page).getByText('已读 0 / 2 页').waitFor();
    // Taken in the page: how long the driver needs for a click is not asked.
    await page.evaluate(() => {
      const times = { pressed: 0, ended: 0 };
      Object.assign(globalThis, { times });
      document.addEventListener('click', () => Object.assign(times, { pressed: performance.now() }), true);
      const { terminate } = Worker.prototype;
      Worker.prototype.terminate = function end() {
        times.ended = performance.now();
        terminate.call(this);
      };
    });
    await bar(page).getByRole('button', { name: '停止' }).click();
    await expect.poll(reading, { interval: 20 }).toBe(before);
    const times = await page.evaluate(
      () => (globalThis as unknown as { times: { pressed: number; ended: number } }).times,
    );
    expect(times.pressed).toBeGreaterThan(0);
    expect(times.ended - times.pressed).toBeGreaterThan(0);
    expect(times.ended - times.pressed).toBeLessThan(1000);
    console.log(`stopped in ${(times.ended - times.pressed).toFixed(0)} ms`);
    await start(page).waitFor();
    expect(await bar(page).getByRole('progressbar').count()).toBe(0);
    await page.close();
  });

  it('says what is wrong with pictures that are cut off, too large, or none', async () => {
    const cut = await open('半张.png', first.subarray(0, first.length / 3));
    await start(cut).click();
    await bar(cut).getByRole('alert').getByText('图片打不开').waitFor();
    await cut.close();
    const bomb = Buffer.from(first);
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    const large = await open('超大.png', bomb);
    await large.getByText('像素太多').waitFor();
    await large.close();
    const none = await open('空图.png', first.subarray(0, 12));
    await none.getByRole('alert').waitFor();
    await none.close();
  });

  it.each(['reader', 'tasks', 'options', 'popup', 'sidepanel'])(
    '%s runs no WebAssembly: threads alone may',
    async (name) => {
      const page = await at.context.newPage();
      await page.goto(at.url(`${name}.html`));
      const ran = page.evaluate(() =>
        WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)).then(() => 'ran', String),
      );
      expect(await ran).toMatch(/^CompileError.*Content Security Policy/s);
      await page.close();
    },
  );

  it('asks for nothing beyond the extension', () => {
    expect(asked).toEqual([]);
  });
});
