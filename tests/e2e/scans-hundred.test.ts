import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { pdfOfPictures } from '../bench/scans/picture-pdf';
import { processesOf, residentMemory } from '../lib/processes';
import { stage } from './fixture';
import { longestTasks } from './tasks-of-thread';

/** Minutes of reading: pages of few lines, so that there can be many. */
const PAGES = 100;
/** By then each thread has read some pages, and its networks and the drawing of pages are warm. */
const WARM = 20;
/** Dots of a sheet of A4 at 200 an inch. */
const [WIDTH, HEIGHT] = [1654, 2339];
const TOPICS = ['修缮堤防', '疏浚河道', '清理沟渠', '更新闸门', '巡查水库'];

it('a scan of a hundred pages is read with bounded memory', async () => {
  const at = await stage();
  try {
    const page = await at.context.newPage();
    await page.setViewportSize({ width: WIDTH, height: HEIGHT });
    const jpegs: Buffer[] = [];
    for (const topic of TOPICS) {
      const line = `<p>（一）${topic}。逐处登记造册。（县水利局牵头，县财政局配合）</p>`;
      await page.setContent(
        `<style>body { font: 44px/80px "Noto Serif CJK SC", serif; padding: 620px 190px }</style>${line}`,
      );
      jpegs.push(await page.screenshot({ type: 'jpeg', quality: 80 }));
    }
    const sheets = Array.from({ length: PAGES }, (_, number) => ({
      jpeg: jpegs[number % jpegs.length]!,
      width: WIDTH,
      height: HEIGHT,
    }));
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(at.url('reader.html'));
    const input = page.locator('input[type=file]').first();
    await input.waitFor({ state: 'attached' });
    await input.setInputFiles({
      name: '百页.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(pdfOfPictures(sheets)),
    });
    const bar = page.getByRole('region', { name: '扫描页' });
    await bar.getByRole('button', { name: '识别文字' }).waitFor();

    const memory: number[] = [];
    const readTo = async (most: number) => {
      for (;;) {
        const said = await bar.innerText().catch(() => '');
        const done = Number(/已读 (\d+)/.exec(said)?.[1] ?? Number.NaN);
        if (!(done < most)) return;
        memory[done] = Math.max(memory[done] ?? 0, residentMemory(processesOf(at.profile)));
        await wait(200);
      }
    };
    const session = await at.context.newCDPSession(page);
    await bar.getByRole('button', { name: '识别文字' }).click();
    await bar.getByText('已读 0 /').waitFor();
    // The networks are loaded and the first pages drawn while the tasks of the page are noted.
    const [longest] = await longestTasks(session, () => readTo(WARM));
    await readTo(PAGES);
    await page.getByRole('tab', { name: new RegExp(`^举措\\s*${PAGES}`) }).waitFor({ timeout: 120_000 });

    const most = (from: number, to: number) => Math.max(...memory.slice(from, to).filter(Boolean));
    const [first, last] = [most(0, WARM), most(PAGES - WARM, PAGES)];
    console.log(
      `longest task ${longest!.processor} ms of the processor (${longest!.wall} in all); memory ${first.toFixed(0)} MB over the first ${WARM} pages, ${last.toFixed(0)} over the last`,
    );
    expect(longest!.processor).toBeLessThanOrEqual(50);
    expect(last).toBeLessThan(first * 1.15);
  } finally {
    await at.close();
  }
}, 1_800_000);
