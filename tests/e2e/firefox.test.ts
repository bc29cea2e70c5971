import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { pdfOfPictures } from '../bench/scans/picture-pdf';
import sample from '../fixtures/sample/gold.json' with { type: 'json' };
import { findFirefox } from '../lib/browsers.mjs';
import { type Firefox, launchFirefox } from '../lib/firefox.mjs';
import { bare, corpusGold, unitsOf } from '../lib/gold';
import { type Sites, serve } from '../server/index.mjs';
import { docx, p } from '../unit/formats/write/docx';
import { set } from '../unit/formats/write/layout';
import { ofd } from '../unit/formats/write/ofd';
import { pdf } from '../unit/formats/write/pdf';
import { seen, task } from '../unit/store/samples';
import { ways } from './leaving';

const firefox = findFirefox();
if (!firefox) console.warn('There is no Firefox on this machine: the Firefox extension was not driven.');

/** Lines of a policy as a picture, drawn by the browser itself: what it shows is what is read. */
const pictured = (page: Page, type: string) =>
  page.evaluate(async (kind) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [1240, 500];
    const context = canvas.getContext('2d')!;
    context.fillStyle = '#fff';
    context.fillRect(0, 0, 1240, 500);
    context.fillStyle = '#000';
    context.font = '34px "Noto Serif CJK SC", serif';
    const lines = ['临澜县防汛工作方案', '1.排查临水路段。逐处登记造册。', '牵头单位：县交通运输局'];
    for (const [at, line] of lines.entries()) context.fillText(line, 120, 120 + 80 * at);
    return { data: canvas.toDataURL(kind, 0.9).split(',')[1]!, width: canvas.width, height: canvas.height };
  }, type);

/** Drops a file on the reader and has it read as a scan. @param data In base 64. */
async function scan(page: Page, name: string, data: string): Promise<void> {
  await page.evaluate(
    (fileName, content) => {
      const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], fileName));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    },
    name,
    data,
  );
  await page.waitForSelector('.scan-bar .button-primary', { timeout: 20_000 });
  await page.click('.scan-bar .button-primary');
}

describe.runIf(firefox)('the Firefox extension', () => {
  let sites: Sites;
  let at: Firefox;
  beforeAll(async () => {
    sites = await serve();
    // The background is put to sleep as soon as it has nothing to do, so that it can be asked what is typed into that.
    at = await launchFirefox({ sites, prefs: { 'extensions.background.idle.timeout': 500 } });
  });
  afterAll(async () => {
    await at.close();
    await sites.close();
  });

  /** State, number of measures, and the texts under three highlights, of a page of the invented site. */
  async function look(path: string, wanted: number) {
    const page = await at.browser.newPage();
    await page.goto(`https://www.linlan.gov.cn${path}`);
    await page.waitForSelector('dutymark-root[data-measures]', { timeout: 20_000 });
    await page.waitForFunction((least) => (CSS.highlights.get('dutymark-lead')?.size ?? 0) >= least, {}, wanted);
    const seen = await page.evaluate(() => {
      const root = document.querySelector('dutymark-root') as HTMLElement;
      const texts = (name: string) =>
        [...(CSS.highlights.get(name) ?? [])].map((each) => {
          const range = document.createRange();
          range.setStart(each.startContainer, each.startOffset);
          range.setEnd(each.endContainer, each.endOffset);
          return range.toString().replace(/\s/g, '');
        });
      return {
        state: root.dataset.state,
        measures: Number(root.dataset.measures),
        lead: texts('dutymark-lead'),
        participant: texts('dutymark-participant'),
      };
    });
    await page.close();
    return seen;
  }
  const sorted = (texts: readonly string[]) => texts.map(bare).sort();

  it('reads and paints the sample', async () => {
    const lead = sample.measures.flatMap((measure) => measure.lead);
    const seen = await look('/policy.html', lead.length);
    expect(seen.state).toBe('task-policy');
    expect(seen.measures).toBe(sample.measures.length);
    expect(sorted(seen.lead)).toEqual(sorted(lead));
    expect(sorted(seen.participant)).toEqual(sorted(sample.measures.flatMap((measure) => measure.participants)));
  });

  it.runIf(corpusGold('000'))('reads and paints document 000', async () => {
    const gold = corpusGold('000') as NonNullable<ReturnType<typeof corpusGold>>;
    const seen = await look('/corpus/000', 105);
    expect(seen).toMatchObject({ state: 'task-policy', measures: 66 });
    expect(sorted(seen.lead)).toEqual(sorted(unitsOf(gold, 'lead')));
    expect(sorted(seen.participant)).toEqual(sorted(unitsOf(gold, 'participants')));
  });

  const paper = set([{ center: '临澜县防汛工作方案' }, '1.排查临水路段。逐处登记造册。', '牵头单位：县交通运输局']);
  const typed = '<h1>临澜县防汛工作方案</h1><p>1.排查临水路段。逐处登记造册。</p><p>牵头单位：县交通运输局</p>';
  const utf8 = (text: string) => new TextEncoder().encode(text);
  it.each([
    ['方案.pdf', pdf(paper)],
    ['方案.ofd', ofd(paper)],
    [
      '方案.docx',
      docx({
        body: ['临澜县防汛工作方案', '1.排查临水路段。逐处登记造册。', '牵头单位：县交通运输局']
          .map((text) => p(text))
          .join(''),
      }),
    ],
    ['方案.html', utf8(`<meta charset="utf-8">${typed}`)],
    ['方案.txt', utf8('临澜县防汛工作方案\n1.排查临水路段。逐处登记造册。\n牵头单位：县交通运输局\n')],
  ])('opens %s in the reader, read and marked', async (name, bytes) => {
    const page = await at.open('reader.html');
    await page.waitForSelector('input[type=file]', { timeout: 20_000 });
    await page.evaluate(
      (file, base64) => {
        const data = new DataTransfer();
        const content = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
        data.items.add(new File([content], file));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
      },
      name,
      Buffer.from(bytes).toString('base64'),
    );
    await page.waitForSelector('.sheet mark[data-dutymark="lead"]', { timeout: 30_000 });
    expect(await page.$eval('.sheet mark[data-dutymark="lead"]', (each) => each.textContent)).toBe('县交通运输局');
    expect((await page.$eval('.sheet', (each) => each.textContent ?? '')).replace(/\s/g, '')).toBe(
      '临澜县防汛工作方案1.排查临水路段。逐处登记造册。牵头单位：县交通运输局',
    );
    await page.close();
  });

  it('reads a picture in a thread, and runs WebAssembly nowhere else', async () => {
    const page = await at.open('reader.html');
    await page.waitForSelector('input[type=file]', { timeout: 20_000 });
    const ran = await page.evaluate(() =>
      WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)).then(() => 'ran', String),
    );
    expect(ran).toMatch(/CompileError/);
    await scan(page, '方案.png', (await pictured(page, 'image/png')).data);
    await page.waitForSelector('.sheet mark[data-dutymark="lead"]', { timeout: 100_000 });
    expect(await page.$eval('.sheet mark[data-dutymark="lead"]', (each) => each.textContent)).toBe('县交通运输局');
    await page.close();
  });

  it('draws the pages of a scanned PDF in a thread, and reads them', async () => {
    const page = await at.open('reader.html');
    await page.waitForSelector('input[type=file]', { timeout: 20_000 });
    const { data, width, height } = await pictured(page, 'image/jpeg');
    const jpeg = Buffer.from(data, 'base64');
    const pdf = Buffer.from(pdfOfPictures([{ jpeg, width, height }]));
    await scan(page, '方案.pdf', pdf.toString('base64'));
    await page.waitForSelector('.sheet mark[data-dutymark="lead"]', { timeout: 100_000 });
    expect(await page.$eval('.sheet mark[data-dutymark="lead"]', (each) => each.textContent)).toBe('县交通运输局');
    await page.close();
  });

  it('shows its own pages', async () => {
    for (const path of ['reader.html?sample', 'tasks.html', 'options.html']) {
      const page = await at.open(path);
      await page.waitForSelector('h1', { timeout: 10_000 });
      expect(await page.title(), path).not.toBe('');
      await page.close();
    }
  });

  it.each([true, false])(
    'keeps words typed into a note, however the list is left, with the background awake: %s',
    async (awake) => {
      const ours = await at.open('options.html');
      await ours.waitForSelector('h1');
      const call = (method: string, ...args: readonly unknown[]) =>
        ours.evaluate(
          async (data) => {
            const { runtime } = (globalThis as unknown as { browser: Api }).browser;
            const { res } = await runtime.sendMessage({ id: 1, type: 'callStore', data, timestamp: Date.now() });
            return res.value;
          },
          { method, args },
        );
      const asleep = () =>
        ours.waitForFunction(() => {
          const { extension } = (globalThis as unknown as { browser: Api }).browser;
          return extension.getViews().every(({ location }) => !/background/.test(location.pathname));
        });
      // It is known when it is awake: else it would always be held to be asleep.
      const awoken = ours.waitForFunction(() => {
        const { extension } = (globalThis as unknown as { browser: Api }).browser;
        return extension.getViews().some(({ location }) => /background/.test(location.pathname));
      });
      await call('addTasks', seen, [{ ...task, note: '' }]);
      await awoken;
      for (const [way, leave] of Object.entries(ways)) {
        const words = `${way} ${awake}`;
        const page = await at.open('tasks.html');
        const title = await page.waitForSelector('.task-title', { visible: true });
        await title!.click();
        const note = await page.waitForSelector('.editor textarea', { visible: true });
        await note!.evaluate((each) => (each as HTMLTextAreaElement).select());
        if (!awake) await asleep();
        await page.keyboard.type(words);
        await leave(page, ours);
        if (!page.isClosed()) await page.close().catch(() => undefined);
        await vi.waitFor(
          async () => expect(((await call('tasks')) as { note: string }[]).map((each) => each.note)).toEqual([words]),
          { timeout: 20_000 },
        );
      }
      await ours.close();
    },
  );
});

interface Api {
  readonly runtime: { sendMessage(message: object): Promise<{ res: { value: unknown } }> };
  readonly extension: { getViews(): Window[] };
}
