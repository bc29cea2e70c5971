import { describe, expect, it } from 'vitest';
import { openUnseen } from '../../../lib/formats/unseen';
import { wholePage } from '../../../lib/formats/whole-page';
import { linesOf, measuresOf } from './write/read';

const opened = async (html: string) => {
  const bytes = new TextEncoder().encode(html);
  const file = { name: '页面.html', size: bytes.length, arrayBuffer: async () => bytes.slice().buffer };
  const { html: shown, warnings = [] } = await openUnseen(file);
  return { lines: linesOf(shown), measures: measuresOf(shown), warnings };
};
const page = (body: string, style = '') =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><style>${style}</style></head><body>${body}</body></html>`;
const first = '<p>一、清淤河道。责任单位：县水利局</p>';
const more = '<p>二、巡查堤防。责任单位：县应急管理局</p>';
const both = ['一、清淤河道。责任单位：县水利局', '二、巡查堤防。责任单位：县应急管理局'];

describe('text that is opened', () => {
  it.each([
    ['by a search in the page', `${first}<div hidden="until-found">${more}</div>`],
    [
      'by a script that names it',
      `${first}<div id="rest" style="display:none">${more}</div><p><a onclick="document.getElementById('rest').style.display=''">查看全部</a></p>`,
    ],
    ['by words beside it, however short it is', `${first}<div style="display:none">${more}</div><a>展开全文</a>`],
  ])('%s', async (_, body) => {
    const { lines, warnings } = await opened(page(body));
    expect(lines.filter((line) => !/查看|展开/.test(line))).toEqual(both);
    expect(warnings).toEqual([]);
  });

  it('a short one that nothing opens is said', async () => {
    const { lines, warnings } = await opened(page(`${first}<div style="display:none">${more}</div>`));
    expect(lines).toEqual([both[0]]);
    expect(warnings).toEqual([{ code: 'hidden-left-out', count: 1 }]);
  });

  it('an article that its script shows is the page', async () => {
    const body = `<h1>关于河道的通知</h1><div id="meta">云溪发布</div><div id="js_content" style="visibility: hidden; opacity: 0;">${first}${more}</div>`;
    expect((await opened(page(body))).lines.slice(-2)).toEqual(both);
  });
});

describe('frames that hold their page in their address', () => {
  const utf8 = encodeURIComponent(first);
  const base64 = Buffer.from(first).toString('base64');
  it.each([
    `<iframe src="data:text/html;charset=utf-8,${utf8}"></iframe>`,
    `<iframe src="data:text/html;base64,${base64}"></iframe>`,
    `<object type="text/html" data="data:text/html,${utf8}"></object>`,
  ])('%s', async (frame) => {
    expect((await opened(page(`${frame}${more}`))).lines).toEqual(both);
  });

  it('one that cannot be read leaves the page its text', async () => {
    expect((await opened(page(`<iframe src="data:text/html,%E4%"></iframe>${more}`))).lines).toEqual([both[1]]);
  });
});

describe('boxes that are set as a table', () => {
  const row = (...cells: string[]) => `<div class="r">${cells.map((cell) => `<span>${cell}</span>`).join('')}</div>`;
  const rows = row('任务', '牵头单位') + row('清淤', '县水利局') + row('巡查', '县应急管理局');

  it('by a style sheet', async () => {
    const style = '.t{display:table}.r{display:table-row}.r>span{display:table-cell}';
    expect((await opened(page(`<div class="t">${rows}</div>`, style))).measures).toEqual([
      '-||lead:县水利局',
      '-||lead:县应急管理局',
    ]);
  });

  it('by their own styles, in groups of rows', async () => {
    const styled = rows
      .replaceAll('class="r"', 'style="display: table-row"')
      .replaceAll('<span>', '<span style="display:table-cell">');
    const body = `<div style="display:table"><div style="display:table-row-group">${styled}</div></div>`;
    expect((await opened(page(body))).measures).toEqual(['-||lead:县水利局', '-||lead:县应急管理局']);
  });

  it('one row beside another is none', async () => {
    const style = '.t{display:table}.r{display:table-row}.r>span{display:table-cell}';
    const { lines } = await opened(page(`<div class="t">${row('清淤河道。', '县水利局')}</div>`, style));
    expect(lines.join('')).toBe('清淤河道。县水利局');
  });
});

it('code of a server before the page is passed over', () => {
  const html = `<?php echo 1; ?>\n<%@ page contentType="text/html" %>\n<html><head><title>方案</title></head><body>${first}</body></html>`;
  expect(linesOf(wholePage(html))).toEqual([both[0]]);
});
