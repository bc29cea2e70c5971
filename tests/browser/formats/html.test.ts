import { describe, expect, it } from 'vitest';
import * as html from '../../../lib/formats/html';
import { pageFrom } from '../../../lib/formats/page-from';
import { sanitize } from '../../../lib/formats/sanitize';
import { read } from '../../../lib/text/read';
import { encodeGb18030 } from '../../lib/gb18030';

describe('sanitize', () => {
  it.each([
    '<script>window.hit = 1</script>',
    '<img src=x onerror="window.hit = 1">',
    '<svg onload="window.hit = 1"><script>window.hit = 1</script></svg>',
    '<iframe srcdoc="<script>parent.hit = 1</script>"></iframe>',
    '<a href="javascript:window.hit = 1">x</a>',
    '<math><mtext><table><mglyph><style><img src=x onerror="window.hit=1"></style></mglyph></table></mtext></math>',
    '<object data="data:text/html,<script>window.hit=1</script>"></object>',
    '<form id="forms"><input name="attributes" autofocus onfocus="window.hit = 1"></form>',
    '<template><script>window.hit = 1</script></template><meta http-equiv="refresh" content="0;url=javascript:window.hit=1">',
  ])('runs nothing of %s', async (dirty) => {
    const scope = window as unknown as { hit?: number };
    const place = document.createElement('div');
    document.body.append(place);
    place.innerHTML = sanitize(`<p>文</p>${dirty}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(scope.hit).toBeUndefined();
    expect(place.innerHTML).not.toMatch(/script|javascript|onerror|onload|<iframe|<object|<form|<input/i);
    place.remove();
  });

  it('keeps what tells the additions of a copy of ours apart, so that they are not read', () => {
    const clean = sanitize(
      '<p>一、加强巡查<sup data-dutymark-aside>［1］</sup></p><div data-dutymark-aside><p>任务</p></div>',
    );
    const place = document.createElement('div');
    document.body.append(place);
    place.innerHTML = clean;
    expect(place.textContent).toContain('任务');
    expect(read(place).text.trim()).toBe('一、加强巡查');
    place.remove();
  });

  it('loads nothing from elsewhere', () => {
    const dirty = `<p style="text-align:center;background:url(http://a.gov.cn/x.png)">甲</p>
      <img src="http://a.gov.cn/x.png"><img srcset="http://a.gov.cn/x.png 2x"><table background="http://a.gov.cn/x.png"><tr><td>乙</td></tr></table>
      <link rel="stylesheet" href="http://a.gov.cn/x.css"><style>@import url(http://a.gov.cn/x.css)</style>
      <video poster="http://a.gov.cn/x.png" src="http://a.gov.cn/x.mp4"></video><a href="http://a.gov.cn/" ping="http://a.gov.cn/p">链接</a>`;
    const clean = sanitize(dirty);
    expect(clean.replace(/<a [^>]*>/g, '')).not.toContain('a.gov.cn');
    expect(clean).not.toContain('ping');
    expect(clean).toContain('text-align: center');
    expect(clean).toContain('rel="noopener noreferrer"');
  });

  it('keeps links to the web, mail and the page itself, and no other', () => {
    const links = [
      'https://www.linlan.gov.cn/',
      'HTTP://a.gov.cn',
      'mailto:a@b.cn',
      '#x',
      '/tasks.html',
      'a.html',
      '//c',
      '?q',
    ];
    const others = [
      'ftp://a.cn',
      'file:///etc',
      'java\nscript:1',
      'data:text/html,1',
      'chrome-extension://a/b.html',
      '',
    ];
    const clean = sanitize([...links, ...others].map((href) => `<a href="${href}">链</a>`).join(''));
    const kept = [...clean.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    expect(kept).toEqual(['https://www.linlan.gov.cn/', 'HTTP://a.gov.cn', 'mailto:a@b.cn', '#src-x']);
  });

  it('leaves as it is what is clean', () => {
    const clean = sanitize(
      '<p class="a b" id="x" style="text-align:center">甲<a href="#x">乙</a><a href="http://a.cn">丙</a></p>',
    );
    expect(sanitize(clean)).toBe(clean);
  });

  it('keeps tables, hidden parts hidden, and names under a prefix', () => {
    const clean = sanitize(
      '<div id="nav" class="nav top"><table><tr><td rowspan="2" style="display:none">甲</td></tr></table></div>',
    );
    expect(clean).toContain('rowspan="2"');
    expect(clean).toContain('display: none');
    expect(clean).toContain('class="src-nav src-top"');
    expect(clean).toContain('id="src-nav"');
  });
});

describe('html files', () => {
  it('keeps what the page says of itself', async () => {
    const page =
      '<html><head><meta charset="utf-8"><title> 关于\n印发方案的通知 </title><meta name="ArticleTitle" content="方案"></head><body><p>文</p></body></html>';
    const opened = await html.open(new TextEncoder().encode(page), '方案.html');
    expect(opened).toEqual({
      name: '方案.html',
      format: 'html',
      title: '关于 印发方案的通知',
      html: '<p>文</p>',
      fields: { articletitle: '方案' },
      warnings: [],
    });
  });

  it('leaves out what nobody sees of a page, and opens what is folded', async () => {
    const page =
      '<p>县水<span style="position:absolute;left:-9999px">xq7</span>利局</p><details><summary>全文</summary><p>各乡镇</p></details>';
    const opened = await html.open(new TextEncoder().encode(page), '方案.html');
    expect(read(new DOMParser().parseFromString(opened.html, 'text/html').body).text).toMatch(
      /县水利局\s+全文\s+各乡镇/,
    );
    expect(opened.html).toContain('<details open="">');
  });

  it('reads a page whose declared encoding is wrong', async () => {
    const bytes = encodeGb18030('<meta charset="utf-8"><p>牵头单位：县水利局，责任单位：各乡镇</p>');
    expect((await html.open(bytes, 'a.html')).html).toBe('<p>牵头单位：县水利局，责任单位：各乡镇</p>');
  });

  it('says when nothing is left to read', () => {
    expect(() => pageFrom('<script>1</script><img src="x.png">')).toThrow(expect.objectContaining({ code: 'empty' }));
    expect(() => pageFrom('')).toThrow(expect.objectContaining({ code: 'empty' }));
  });

  it('survives broken markup and deep nesting', () => {
    expect(pageFrom('<p>甲<table><td>乙<p>丙</div></span>').html).toContain('丙');
    expect(pageFrom(`${'<div>'.repeat(5000)}深${'</div>'.repeat(5000)}`).html).toContain('深');
  });
});
