import { describe, expect, it } from 'vitest';
import { openUnseen } from '../../../lib/formats/unseen';
import { linesOf } from './write/read';

const opened = async (html: string) => {
  const bytes = new TextEncoder().encode(html);
  const file = { name: '页面.html', size: bytes.length, arrayBuffer: async () => bytes.slice().buffer };
  const { html: shown, warnings = [] } = await openUnseen(file);
  return { lines: linesOf(shown), warnings };
};
const page = (style: string, body: string) =>
  `<!DOCTYPE html><html><head><style>${style}</style></head><body>${body}</body></html>`;

const tasks = '<p class="t">清淤河道。</p><p class="t">巡查堤防。</p>';

describe('numbers that a style sheet counts', () => {
  it.each([
    [
      'Chinese, with a sign',
      '.t::before{counter-increment:n;content:counter(n,cjk-ideographic) "、"}',
      ['一、', '二、'],
    ],
    [
      'from a reset',
      'body{counter-reset:n 4}.t{counter-increment:n}.t:before{content:"（" counter(n) "）"}',
      ['（5）', '（6）'],
    ],
    ['in steps', '.t{counter-increment:n 2}.t::before{content:counter(n) "."}', ['2.', '4.']],
    [
      'in a condition for screens',
      '@media screen{.t::before{counter-increment:n;content:counter(n) "."}}',
      ['1.', '2.'],
    ],
    ['written out', '.t::before{content:"第\\4E00 项："}', ['第一项：', '第一项：']],
  ])('are read: %s', async (_, style, numbers) => {
    const { lines } = await opened(page(style, tasks));
    expect(lines).toEqual([`${numbers[0]}清淤河道。`, `${numbers[1]}巡查堤防。`]);
  });

  it('begin anew below each heading, and nest', async () => {
    const style =
      'body{counter-reset:h}h2{counter-increment:h;counter-reset:p}h2::before{content:counter(h,cjk-ideographic) "、"}' +
      'p{counter-increment:p}p::before{content:counter(h) "." counter(p) " "}';
    const { lines } = await opened(page(style, '<h2>水利</h2><p>清淤</p><p>巡查</p><h2>住建</h2><p>补漏</p>'));
    expect(lines).toEqual(['一、水利', '1.1 清淤', '1.2 巡查', '二、住建', '2.1 补漏']);
    const nested = 'ol{counter-reset:i;list-style:none}li{counter-increment:i}li::before{content:counters(i,".") " "}';
    const list = '<ol><li>甲<ol><li>子</li><li>丑</li></ol></li><li>乙</li></ol>';
    expect((await opened(page(nested, list))).lines).toEqual(['1 甲', '1.1 子', '1.2 丑', '2 乙']);
  });

  it('from an attribute; bullets, icons and what shows only under a pointer are none', async () => {
    const style =
      'p::before{content:attr(data-n)}li::before{content:"▶"}p:hover::after{content:"复制1"}b::after{content:url(a1.png)}';
    const { lines } = await opened(page(style, '<p data-n="三、">清淤<b>河道</b>。</p><ul><li>巡查</li></ul>'));
    expect(lines).toEqual(['三、清淤河道。', '巡查']);
  });

  it('in a broken sheet, or one that is none, leave the text as it is', async () => {
    for (const style of [
      'p::before{content:"一、"',
      '}}}{{{',
      'p::before{content:counter(',
      '@media{',
      'p:::x{content:"1"}',
    ])
      expect((await opened(page(style, '<p>清淤河道。</p>'))).lines.join('')).toContain('清淤河道。');
  });
});

describe('words that a style sheet hides inside a sentence', () => {
  it.each([
    '.x{display:none}',
    '.x{font-size:0}',
    '.x{position:absolute;left:-9999px}',
    'p .x, div .x{visibility:hidden}',
    '.x{display:none!important}',
  ])('are none: %s', async (style) => {
    expect((await opened(page(style, '<p>县水<span class="x">q7</span>利局</p>'))).lines).toEqual(['县水利局']);
  });

  it('shown again by a later rule they are text; whole blocks stay', async () => {
    expect(
      (await opened(page('.x{display:none}.x{display:inline}', '<p>县<i class="x">水利</i>局</p>'))).lines,
    ).toEqual(['县水利局']);
    expect((await opened(page('.x{display:none}', '<p class="x">清淤河道。</p>'))).lines).toEqual(['清淤河道。']);
  });
});

const long = '<p>各乡镇要在六月底前完成河道清淤。</p><p>县水利局负责检查验收，并通报结果。</p>';
const read = ['各乡镇要在六月底前完成河道清淤。', '县水利局负责检查验收，并通报结果。'];

describe('folds of a saved page', () => {
  it.each([
    ['a button that names it', `<button aria-controls="m">展开</button><div id="m" hidden>${long}</div>`],
    ['words beside it', `<div><div style="display: none">${long}</div><a href="javascript:">阅读全文</a></div>`],
    [
      'a box to be ticked',
      `<input type="checkbox" id="c"><label for="c">正文</label><div style="display:none">${long}</div>`,
    ],
    [
      'an accordion',
      `<a data-bs-target="#m">任务</a><div id="m" style="color:red;display:none !important">${long}</div>`,
    ],
  ])('stand open: %s', async (_, body) => {
    const { lines, warnings } = await opened(page('', body));
    expect(lines.slice(-3).filter((line) => read.includes(line))).toEqual(read);
    expect(warnings).toEqual([]);
  });

  it('short text is one as well; rows of a table that are hidden are said', async () => {
    const short = '<p>二、巡查堤防，排查隐患。责任单位：县应急管理局</p><p>三、植树造林。责任单位：县林业局</p>';
    const { lines } = await opened(page('', `<a aria-controls="m">更多</a><div id="m" hidden>${short}</div>`));
    expect(lines).toContain('三、植树造林。责任单位：县林业局');
    const row = '<tr style="display:none"><td>2</td><td>县林业局</td></tr>';
    const table = await opened(page('', `<table><tr><td>1</td><td>县水利局</td></tr>${row}</table>`));
    expect(table).toEqual({ lines: ['1', '县水利局'], warnings: [{ code: 'hidden-left-out', count: 1 }] });
  });

  it('what nothing opens stays hidden, and is said; menus and tabs are neither', async () => {
    const { lines, warnings } = await opened(page('', `<p>正文</p><div style="display:none">${long}</div>`));
    expect(lines).toEqual(['正文']);
    expect(warnings).toEqual([{ code: 'hidden-left-out', count: 1 }]);
    const menu = await opened(page('', '<p>正文</p><ul hidden><li>首页</li><li>政务公开</li></ul>'));
    expect([menu.lines, menu.warnings]).toEqual([['正文'], []]);
  });
});

describe('a page that is written twice, for windows of two widths', () => {
  const both = `<div class="desk">${long}</div><div class="phone">${long}</div>`;
  it.each([
    ['each for its own', '@media (min-width:800px){.phone{display:none}}@media (max-width:799px){.desk{display:none}}'],
    ['in measures of the letter', '@media screen and (min-width:48em){.phone{display:none}}'],
    [
      'shown again by a wide window',
      '.phone{display:block}@media only screen and (max-width:600px),(min-width:900px){.phone{display:none}}',
    ],
  ])('is read once: %s', async (_, style) => {
    expect((await opened(page(style, both))).lines).toEqual(read);
  });

  it('is no page with a part of its own that only narrow windows show', async () => {
    const style = '@media (min-width:800px){.phone{display:none}}';
    const { lines } = await opened(
      page(style, `<div class="desk">${long}</div><div class="phone"><p>三、植树造林。</p></div>`),
    );
    expect(lines).toEqual([...read, '三、植树造林。']);
  });
});

describe('parts that stand in the page itself', () => {
  it.each([
    ['a frame by srcdoc', `<iframe srcdoc="${long}"></iframe>`],
    ['a shadow root of the first browsers', `<x-text><template shadowroot="open">${long}</template></x-text>`],
    ['a shadow root written out', `<x-text><template shadowrootmode="open">${long}</template></x-text>`],
    ['a shadow root as Chromium saves it', `<x-text><template shadowmode="closed">${long}</template></x-text>`],
  ])('are read: %s', async (_, body) => {
    expect((await opened(page('', body))).lines).toEqual(read);
  });
});

describe('what a page shows beside its text', () => {
  it.each([
    ['a field', '牵头：<input value="县水利局">。', '牵头：县水利局。'],
    [
      'a list',
      '牵头：<select><option>请选择</option><option selected>县林业局</option></select>。',
      '牵头：县林业局。',
    ],
    ['a list nobody chose from', '牵头：<select><option>请选择</option></select>。', '牵头：。'],
    [
      'a text that is hidden',
      '内容：<textarea hidden>县林业局</textarea><span hidden><input value="县林业局"></span>。',
      '内容：。',
    ],
    ['a text', '内容：<textarea>清淤河道</textarea>。', '内容：清淤河道。'],
    ['boxes', '<input type="checkbox" checked>现场<input type="radio">网上', '☑现场□网上'],
    ['a field to search with', '全文<input name="keyword" value="水利">。', '全文。'],
    [
      'a formula',
      '达标率＝<math><mfrac><mi>达标数</mi><mrow><mi>总数</mi><mo>+</mo><mn>1</mn></mrow></mfrac></math>。',
      '达标率＝达标数/(总数+1)。',
    ],
    ['a power', '<math><msup><mi>x</mi><mn>2</mn></msup><msqrt><mi>y</mi></msqrt></math>。', 'x²√y。'],
    ['a bullet', '<span style="font-family:Wingdings">n</span>清淤。', '■清淤。'],
    ['a tick, by a class', '<span class="w">þ</span>同意。', '☑同意。'],
  ])('%s is read', async (_, body, line) => {
    expect((await opened(page('.w{font-family:"Wingdings"}', `<p>${body}</p>`))).lines).toEqual([line]);
  });
});
