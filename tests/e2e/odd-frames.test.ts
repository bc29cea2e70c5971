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

const title = '关于印发《临澜县林带管护工作方案》的通知';
const head = `<p>${title}</p><p>临政办〔2026〕33号</p><p>各乡镇人民政府，县政府各部门：</p>
<p>现将《临澜县林带管护工作方案》印发给你们，请认真组织实施。</p><p>2026年3月9日</p>`;
const duties = `<p>一、补种林带。对缺株断带逐段补种，春季完成。</p><p>牵头单位：县林业局</p>
<p>二、修整便道。把巡护便道修到每一个林班，6月底前完成。</p><p>牵头单位：县交通运输局</p>
<p>三、落实队伍。每个林场组建二十人的巡护队，4月底前完成。</p><p>牵头单位：县应急管理局</p>`;
const units = ['县林业局', '县交通运输局', '县应急管理局'];
const whole = `<!doctype html><meta charset="utf-8"><title>${title}</title>${head}${duties}`;
const quoted = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
const scripted = (text: string) => JSON.stringify(text).replace(/</g, '\\u003c');

const show = (path: string, html: string, more: object = {}): Promise<Page> => {
  at.sites.set(path, sitePage({ title, policy: true, html, ...more }));
  return at.open(path);
};

describe('text that somebody opens without changing any element', () => {
  it.each([
    [
      'an address that leads to it (:target)',
      '.b{display:none}.b:target{display:block}',
      `<a href="#b" id="go">查看全文</a><div class="b" id="b">${duties}</div>`,
    ],
    [
      'a tab of a choice (:has, :checked)',
      '.b{display:none}body:has(#two:checked) .b{display:block}',
      `<label><input type="radio" name="t" checked>概要</label><label id="go"><input type="radio" name="t" id="two">全文</label><div class="b">${duties}</div>`,
    ],
    [
      'an attribute of the whole page',
      'html:not([data-open]) .b{display:none}',
      `<button id="go" onclick="document.documentElement.dataset.open=''">展开全文</button><div class="b">${duties}</div>`,
    ],
    [
      'a style sheet that is taken away',
      '',
      `<style id="fold">.b{display:none}</style><button id="go" onclick="document.getElementById('fold').remove()">展开全文</button><div class="b">${duties}</div>`,
    ],
    [
      'a style sheet that is switched off',
      '',
      `<style id="fold">.b{display:none}</style><button id="go" onclick="document.getElementById('fold').disabled=true">展开全文</button><div class="b">${duties}</div>`,
    ],
    [
      'a dialog of the page',
      '',
      `<button id="go" onclick="document.getElementById('d').show()">查看全文</button><dialog id="d">${duties}</dialog>`,
    ],
    [
      'text found by the browser’s search (hidden=until-found)',
      '',
      `<button id="go" onclick="document.getElementById('h').hidden=false">展开</button><div id="h" hidden="until-found">${duties}</div>`,
    ],
    [
      'content that is not drawn until it is near',
      '.b{content-visibility:hidden}.b.on{content-visibility:visible}',
      `<button id="go" onclick="document.querySelector('.b').classList.add('on')">展开</button><div class="b">${duties}</div>`,
    ],
  ])('is read once it is open: %s', async (name, style, body) => {
    const page = await show(
      `/opened-${[...name].reduce((sum, sign) => sum + sign.charCodeAt(0), 0)}.html`,
      `${head}${body}`,
      {
        head: `<style>${style}</style>`,
      },
    );
    await expect.poll(() => page.locator('dutymark-root').count(), { timeout: 10_000 }).toBe(1);
    await page.click('#go');
    await becomes(page, 'task-policy', 3);
    await expect.poll(() => painted(page, 'dutymark-lead'), { timeout: 15_000 }).toEqual(units);
    await page.close();
  });
});

describe('a document in a frame without an address', () => {
  const fill = `const d=f.contentDocument;d.title=${scripted(title)};d.body.innerHTML=${scripted(head + duties)};`;
  it.each([
    ['filled by script, never written', `<iframe id="f" width="800" height="600"></iframe><script>${fill}</script>`],
    [
      'of bytes the page holds (blob:)',
      `<iframe id="f" width="800" height="600"></iframe><script>f.src=URL.createObjectURL(new Blob([${scripted(whole)}],{type:'text/html;charset=utf-8'}))</script>`,
    ],
    [
      'that comes late',
      `<script>setTimeout(()=>{const f=document.createElement('iframe');f.id='f';f.width=800;f.height=600;f.srcdoc=${scripted(whole)};document.body.append(f)},2500)</script>`,
    ],
    [
      'that may run no script (sandbox)',
      `<iframe id="f" sandbox="allow-same-origin" width="800" height="600" srcdoc="${quoted(whole)}"></iframe>`,
    ],
    [
      'in another such frame',
      `<iframe id="o" width="900" height="700" srcdoc="${quoted(`<iframe id="f" width="800" height="600" srcdoc="${quoted(whole)}"></iframe>`)}"></iframe>`,
    ],
  ])('is found: %s', async (name, frame) => {
    const path = `/inner-${name.length}.html`;
    const policy = "default-src 'self' blob: 'unsafe-inline'";
    at.sites.set(path, `<!doctype html><meta charset="utf-8"><title>文件查看</title><body>${frame}`, {
      'content-security-policy': policy,
    });
    const page = await at.open(path);
    const outer = name === 'in another such frame' ? page.frameLocator('#o') : page;
    const root = outer.frameLocator('#f').locator('dutymark-root');
    await expect.poll(() => root.getAttribute('data-measures'), { timeout: 15_000 }).toBe('3');
    await page.close();
  });
});

describe('the same words marked twice', () => {
  const words = '对缺株断带逐段补种';
  const again = async (page: Page, select: () => Promise<void>) => {
    await becomes(page, 'task-policy', 3);
    const guest = await inside(page);
    await drag(page, words);
    await guest.click('标绿');
    await guest.says('已批注');
    await select();
    await guest.click('标绿');
    await guest.says('已经这样批注过');
  };

  it('are one mark when they are selected from their end', async () => {
    const page = await show('/backwards.html', head + duties);
    await again(page, async () => {
      const box = await page.evaluate((wanted) => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const from = node.nodeValue?.indexOf(wanted) ?? -1;
          if (from < 0) continue;
          const range = document.createRange();
          range.setStart(node, from);
          range.setEnd(node, from + wanted.length);
          const { left, right, top, height } = range.getBoundingClientRect();
          return { left, right, y: top + height / 2 };
        }
        throw new Error('not there');
      }, words);
      await page.mouse.move(box.right - 1, box.y);
      await page.mouse.down();
      await page.mouse.move(box.left + 1, box.y, { steps: 4 });
      await page.mouse.up();
    });
    await page.close();
  });

  it('are one mark in a page that was loaded again', async () => {
    const page = await show('/reloaded.html', head.replace('33号', '34号').replaceAll('林带', '林网') + duties);
    await again(page, async () => {
      await page.reload();
      await becomes(page, 'task-policy', 3);
      await drag(page, words);
    });
    await page.close();
  });
});
