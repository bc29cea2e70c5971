import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { page as sitePage } from '../server/furniture.mjs';
import { painted, type Stage, stage } from './fixture';
import { becomes, drag } from './hand';
import { inside } from './inside';

let at: Stage;
beforeAll(async () => {
  at = await stage();
});
afterAll(() => at.close());

const title = '关于印发《临澜县堤防管护工作方案》的通知';
const head = `<p>${title}</p><p>临政办〔2026〕31号</p><p>各乡镇人民政府，县政府各部门：</p>
<p>现将《临澜县堤防管护工作方案》印发给你们，请认真组织实施。</p><p>2026年3月2日</p>`;
const duties = `<p>一、加固堤防。对险工险段逐处加固，汛前完成。</p><p>牵头单位：县水利局</p>
<p>二、整修道路。把防汛道路修到每一处涵闸，6月底前完成。</p><p>牵头单位：县交通运输局</p>
<p>三、落实队伍。每个乡镇组建三十人的抢险队，4月底前完成。</p><p>牵头单位：县应急管理局</p>`;
const units = ['县水利局', '县交通运输局', '县应急管理局'];

const show = (path: string, html: string, more: object = {}): Promise<Page> => {
  at.sites.set(path, sitePage({ title, policy: true, html, ...more }));
  return at.open(path);
};
const leads = (page: Page) => expect.poll(() => painted(page, 'dutymark-lead'), { timeout: 15_000 });

describe('text that somebody opens in a page', () => {
  it.each([
    [
      'an accordion of buttons',
      '.b{display:none}.b.on{display:block}',
      `<h2 onclick="this.nextElementSibling.classList.toggle('on')" id="go">重点任务 ▾</h2><div class="b">${duties}</div>`,
    ],
    [
      'a box that is ticked',
      '#c{position:absolute}#c:not(:checked)~.b{display:none}',
      `<input type="checkbox" id="c"><label for="c" id="go">展开</label><div class="b">${duties}</div>`,
    ],
    [
      'aria-expanded, looked at by a style',
      '[aria-expanded=false]+.b{display:none}',
      `<button id="go" aria-expanded="false" onclick="this.setAttribute('aria-expanded','true')">阅读全文</button><div class="b">${duties}</div>`,
    ],
    [
      'a height that was cut',
      '.b{height:0;overflow:hidden;visibility:hidden}.b.on{height:auto;visibility:visible}',
      `<div class="b" id="b">${duties}</div><button id="go" onclick="b.className='b on'">查看全文</button>`,
    ],
  ])('is read once it is open: %s', async (name, style, body) => {
    const page = await show(`/fold-${name.length}.html`, `${head}${body}`, { head: `<style>${style}</style>` });
    await expect.poll(() => page.locator('dutymark-root').count(), { timeout: 10_000 }).toBe(1);
    await page.click('#go');
    await becomes(page, 'task-policy', 3);
    await leads(page).toEqual(units);
    await page.close();
  });
});

describe('a table of tasks without a sentence', () => {
  it('is worth a look', async () => {
    const rows = units.map(
      (unit, i) => `<tr><td>${i + 1}</td><td>整治第${i + 1}段</td><td>${unit}</td><td>县财政局</td></tr>`,
    );
    const heads = '<tr><th>序号</th><th>工作任务</th><th>牵头责任单位</th><th>协同配合单位</th></tr>';
    const four = `${rows.join('')}<tr><td>4</td><td>整治第4段</td><td>县农业农村局</td><td>县财政局</td></tr>`;
    at.sites.set(
      '/table.html',
      `<!doctype html><meta charset="utf-8"><title>临澜县2026年重点任务分工表</title><h1>临澜县2026年重点任务分工表</h1><table>${heads}${four}</table>`,
    );
    const page = await at.open('/table.html');
    await becomes(page, 'task-policy', 4);
    await page.close();
  });
});

describe('numbers that the page counts', () => {
  it('are the numbers of its measures', async () => {
    const style =
      '<style>.text{counter-reset:n}.t::before{counter-increment:n;content:counter(n, cjk-ideographic) "、"}</style>';
    const counted = duties.replace(/<p>[一二三]、/g, '<p class="t">');
    const page = await show('/counted.html', head + counted, { head: style });
    await becomes(page, 'task-policy', 3);
    await leads(page).toEqual(units);
    const line = page.locator('#zoom p', { hasText: '县交通运输局' });
    await line.scrollIntoViewIfNeeded();
    // Behind the indent and the label.
    await line.click({ position: { x: 150, y: 18 } });
    await (await inside(page)).says('举措 二');
    await page.close();
  });
});

describe('a frame without an address', () => {
  const whole = `<!doctype html><meta charset="utf-8"><title>${title}</title>${head}${duties}`;
  const script = `const d=f.contentDocument;d.open();d.write(${JSON.stringify(whole).replace(/</g, '\\u003c')});d.close()`;
  it.each([
    ['by srcdoc', `<iframe id="f" width="800" height="600" srcdoc="${whole.replace(/"/g, '&quot;')}"></iframe>`],
    ['written by script', `<iframe id="f" width="800" height="600"></iframe><script>${script}</script>`],
  ])('is read, and what is taken on in it is kept: %s', async (how, frame) => {
    const path = `/frame-${how.length}.html`;
    at.sites.set(path, `<!doctype html><meta charset="utf-8"><title>文件查看</title>${frame}`);
    const page = await at.open(path);
    const root = page.frameLocator('#f').locator('dutymark-root');
    await expect.poll(() => root.getAttribute('data-measures'), { timeout: 15_000 }).toBe('3');
    expect(await page.locator('dutymark-root').count()).toBe(0);
    const tasks = await at.context.newPage();
    await tasks.goto(at.url('tasks.html'));
    const documents = () =>
      tasks.evaluate(
        () =>
          new Promise<string[]>((done) => {
            const open = indexedDB.open('dutymark');
            open.onsuccess = () => {
              const all = open.result.transaction('documents').objectStore('documents').getAll();
              all.onsuccess = () => done(all.result.flatMap(({ urls }: { urls: string[] }) => urls));
            };
          }),
      );
    await page.bringToFront();
    const inner = page.frames().find((each) => /^about:/.test(each.url()))!;
    const place = await inner.locator('p', { hasText: '对险工险段逐处加固' }).boundingBox();
    await page.mouse.click(place!.x + 120, place!.y + 10, { clickCount: 3 });
    const guest = await inside(page);
    // The same document in both: marked in the same colour it would be the same mark, in another it is asked about.
    const colour = how === 'by srcdoc' ? '标绿' : '标蓝';
    await guest.click(colour);
    if (how !== 'by srcdoc') {
      await guest.says('这段文字已有批注');
      await guest.click(colour);
    }
    await guest.says('已批注');
    expect(await documents()).toContain(`https://www.linlan.gov.cn${path}`);
    await tasks.close();
    await page.close();
  });
});

describe('a note in the page', () => {
  it('left by Escape waits for its words; the bar comes back for others, sent away too', async () => {
    const page = await show('/note.html', head + duties);
    await becomes(page, 'task-policy', 3);
    const guest = await inside(page);
    await drag(page, '对险工险段逐处加固');
    await guest.click('批注');
    await page.keyboard.type('已报水利局');
    await guest.holds('已报水利局');
    await page.keyboard.press('Escape');
    await guest.says('没写完的批注留着');
    // The words are still selected: pressing on them drags them.
    await drag(page, '对险工险段逐处加固');
    await guest.holds('已报水利局');
    await page.keyboard.press('Escape');
    await page.mouse.click(5, 300);
    await drag(page, '把防汛道路修到每一处涵闸');
    await guest.box('批注');
    // The bar lies over the lines above.
    await page.keyboard.press('Escape');
    await expect.poll(() => guest.text()).not.toContain('领为任务');
    await drag(page, '对险工险段逐处加固');
    await guest.holds('已报水利局');
    await guest.click('保存');
    await guest.says('已批注');
    await drag(page, '把防汛道路修到每一处涵闸');
    await guest.click('关闭');
    // The same words are still selected, and a key lets them be so.
    await page.keyboard.press('Shift');
    await expect.poll(() => guest.text()).not.toContain('领为任务');
    await drag(page, '对险工险段逐处加固');
    await guest.box('批注');
    // There is a note on these words already: another one is made on purpose only.
    await guest.click('标绿');
    await guest.says('这段文字已有批注');
    await guest.click('标绿');
    await guest.says('已批注');
    await page.close();
  });

  it('is one where the same words are marked twice', async () => {
    const page = await show('/twice.html', head + duties);
    await becomes(page, 'task-policy', 3);
    const guest = await inside(page);
    await drag(page, '每个乡镇组建三十人的抢险队');
    await guest.click('标绿');
    await guest.says('已批注');
    await drag(page, '每个乡镇组建三十人的抢险队');
    await guest.click('标绿');
    await guest.says('已经这样批注过');
    await page.close();
  });
});

describe('a page that changes its writing', () => {
  it('to pinyin over every sign keeps its measures and marks', async () => {
    const page = await show('/pinyin.html', head + duties);
    await becomes(page, 'task-policy', 3);
    await page.evaluate(() => {
      for (const p of document.querySelectorAll('#zoom p'))
        p.innerHTML = [...(p.textContent ?? '')]
          .map((sign) => (/\p{Script=Han}/u.test(sign) ? `<ruby>${sign}<rp>(</rp><rt>pin</rt><rp>)</rp></ruby>` : sign))
          .join('');
    });
    await expect
      .poll(async () => (await painted(page, 'dutymark-lead')).map((words) => words.replace(/\(pin\)/g, '')), {
        timeout: 15_000,
      })
      .toEqual(units);
    await becomes(page, 'task-policy', 3);
    await page.close();
  });
});
