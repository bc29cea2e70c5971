import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import sample from '../fixtures/sample/gold.json' with { type: 'json' };
import { painted, readState, type Stage, stage } from './fixture';
import { becomes, drag } from './hand';
import { inside } from './inside';
import { washed } from './sheet';
import { traceCalls } from './trace';

let at: Stage;
beforeAll(async () => {
  at = await stage();
});
afterAll(() => at.close());

const all = sample.measures.length;

describe('a living page', () => {
  it('is read when its article comes late', async () => {
    const page = await at.open('/told.html');
    await page.waitForTimeout(1200);
    expect(await page.locator('dutymark-root').count()).toBe(0);
    await page.evaluate(() => void dispatchEvent(new Event('come')));
    await becomes(page, 'task-policy', all);
    await page.close();
  });

  it('is followed from view to view of a script-driven site, and back', async () => {
    const page = await at.open('/app');
    await page.waitForTimeout(1000);
    expect(await page.locator('dutymark-root').count()).toBe(0);
    await page.click('#open');
    await becomes(page, 'task-policy', all);
    await page.click('#other');
    await becomes(page, 'other', 0);
    await expect.poll(() => painted(page, 'dutymark-lead')).toEqual([]);
    await page.goBack();
    await becomes(page, 'task-policy', all);
    expect((await painted(page, 'dutymark-lead', 20)).length).toBeGreaterThan(0);
    await page.close();
  });

  it('is read in the frame that holds it', async () => {
    const page = await at.open('/frame.html');
    const frame = page.frameLocator('iframe').locator('dutymark-root');
    await frame.waitFor({ state: 'attached', timeout: 15_000 });
    await expect.poll(() => frame.getAttribute('data-measures'), { timeout: 10_000 }).toBe(String(all));
    expect(await page.locator('dutymark-root').count()).toBe(0);
    await page.close();
  });

  it('is read again when a measure is taken out', async () => {
    const page = await at.open('/policy.html');
    await becomes(page, 'task-policy', all);
    await page.evaluate(() => {
      const gone = [...document.querySelectorAll('#zoom p')].filter((p) => /^\s*30[.．]/.test(p.textContent ?? ''));
      for (const p of gone) p.remove();
    });
    await becomes(page, 'task-policy', all - 1);
    await page.close();
  });

  it('is left at once when the extension is reloaded under it', async () => {
    const own = await stage();
    const page = await own.open('/policy.html');
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await readState(page);
    await painted(page, 'dutymark-lead', 20);
    /** All that would call us: the page changes, the reader selects, clicks, types, and comes back. */
    const disturb = async () => {
      await page.evaluate(() => {
        document.querySelector('#zoom p')!.append('（本页已更新）');
        document.dispatchEvent(new Event('visibilitychange'));
        dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      });
      await drag(page, '便民服务热线');
      await page.mouse.click(300, 300);
      await page.keyboard.press('Escape');
      await page.waitForTimeout(3000);
    };
    const alive = await traceCalls(page);
    await disturb();
    expect(await alive()).toBeGreaterThan(5);
    const worker = await own.worker();
    await worker
      .evaluate(() => (globalThis as unknown as { chrome: { runtime: { reload(): void } } }).chrome.runtime.reload())
      .catch(() => undefined);
    await page.waitForFunction(() => !document.querySelector('dutymark-root'), null, { timeout: 10_000 });
    await expect
      .poll(() => page.evaluate(() => [...CSS.highlights.keys()].filter((key) => key.startsWith('dutymark'))))
      .toEqual([]);
    // Nothing is left behind: no listener, no observer, no timer calls a script of ours any more.
    const gone = await traceCalls(page);
    await disturb();
    expect(await gone()).toBe(0);
    expect(errors.filter((text) => !/404/.test(text))).toEqual([]);
    await own.close();
  });
});

describe('the interface in the page', () => {
  it('says what was found', async () => {
    const page = await at.open('/policy.html');
    await (await inside(page)).says(`政策文件 · ${all} 项举措`);
    await page.close();
  });

  it('makes an annotation and a task of a selection, and takes them back', async () => {
    const page = await at.open('/policy.html');
    await becomes(page, 'task-policy', all);
    const guest = await inside(page);
    await drag(page, '便民服务热线');
    await guest.click('标绿');
    await guest.says('已批注');
    await expect.poll(() => washed(page, '便民服务热线')).toContain('green');
    await guest.click('撤销');
    await expect.poll(() => washed(page, '便民服务热线')).not.toContain('green');
    await drag(page, '便民服务热线');
    await guest.click('领为任务');
    await guest.says('已领为任务');
    await page.close();
  });

  it('shows what a mark means and takes the measure on', async () => {
    const page = await at.open('/policy.html');
    await becomes(page, 'task-policy', all);
    const unit = sample.measures[0]!.lead[0]!;
    await expect.poll(() => painted(page, 'dutymark-lead')).toContain(unit);
    const place = await page.evaluate(
      (name) =>
        [...(CSS.highlights.get('dutymark-lead') ?? [])]
          .map((range) => range as Range)
          .filter((range) => range.toString() === name)
          .sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b))
          .slice(0, 1)
          .map((range) => {
            range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
            const box = range.getBoundingClientRect();
            return { x: box.left + 5, y: box.top + box.height / 2 };
          })[0],
      unit,
    );
    if (!place) throw new Error(`${unit} is not painted`);
    await page.mouse.click(place.x, place.y);
    const guest = await inside(page);
    await guest.says(`举措 ${sample.measures[0]!.number}`);
    expect(await guest.text()).toContain(unit);
    await guest.click('领为任务');
    await guest.says('已在任务清单');
    await page.keyboard.press('Escape');
    await expect.poll(() => guest.text()).not.toContain(`举措 ${sample.measures[0]!.number}`);
    await page.close();
  });

  it('leaves the page its keys', async () => {
    const page = await at.open('/policy.html');
    await becomes(page, 'task-policy', all);
    await page.evaluate(() => {
      const heard: string[] = [];
      (window as unknown as { heard: string[] }).heard = heard;
      document.addEventListener('keydown', (event) => heard.push(event.key + (event.defaultPrevented ? '!' : '')));
    });
    for (const key of ['j', 'Escape', '/', 'Enter']) await page.keyboard.press(key);
    const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    expect(await heard()).toEqual(['j', 'Escape', '/', 'Enter']);
    await drag(page, '便民服务热线');
    const guest = await inside(page);
    await guest.click('批注');
    // The note has the focus: seen from the page, our one element has it.
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('dutymark-root');
    await page.keyboard.type('j/k');
    expect(await heard()).toHaveLength(4);
    await page.close();
  });

  it('stays away from a page when told, and comes back on others', async () => {
    const page = await at.open('/policy.html');
    const guest = await inside(page);
    await guest.says('项举措');
    await guest.click('更多');
    await guest.click('本页不再显示');
    await expect.poll(() => guest.text()).not.toContain('项举措');
    await page.reload();
    await becomes(page, 'task-policy', all);
    await page.waitForTimeout(500);
    expect(await (await inside(page)).text()).not.toContain('项举措');
    await page.goto('https://www.linlan.gov.cn/mirror/content_27.html');
    await (await inside(page)).says('项举措');
    await page.close();
  });
});
