import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read } from '../../../lib/text/read';
import { blocksOf, page, readBody } from './dom';

describe('read', () => {
  it('gives a block for each paragraph and joins inline elements', () => {
    expect(blocksOf('<p>一、加强<b>组织</b>领导</p><p>牵头<span>单位：</span>县水务局</p>')).toEqual([
      '一、加强组织领导',
      '牵头单位：县水务局',
    ]);
  });

  it('keeps a line break inside its block, as one line feed', () => {
    expect(blocksOf('<div>清河市<br>水务局<div>第二段</div>其余</div>')).toEqual(['清河市\n水务局', '第二段', '其余']);
  });

  it('folds source line ends one for one, but keeps them where they are printed', () => {
    const text = readBody('<p>甲\n\t乙</p><pre>丙\n丁</pre>');
    expect(text.text).toContain('甲  乙');
    expect(text.text).toContain('丙\n丁');
  });

  it('leaves out what is hidden and what is no text', () => {
    expect(
      blocksOf(
        '<p>可见</p><script>var a="脚本"</script><style>p{}</style><textarea>草稿</textarea><noscript>无脚本</noscript>' +
          '<p hidden>隐藏</p><p style="color:red; DISPLAY : none">不显示</p><div style="visibility:hidden">看不见</div>' +
          '<select><option>选项</option></select><dutymark-root>自己的</dutymark-root><svg><text>图</text></svg>',
      ),
    ).toEqual(['可见']);
  });

  it('reads a body that its script would show later', () => {
    const { document } = { document: page('<p>正文</p>') };
    document.body.setAttribute('style', 'visibility: hidden');
    expect(read(document).blocks).toHaveLength(1);
  });

  it('leaves out what the caller excludes', () => {
    const text = readBody('<p>正文</p><p class="ours">我们的</p>', { exclude: (e) => e.classList.contains('ours') });
    expect(text.text.trim()).toBe('正文');
  });

  it('trims block spans to printing characters and drops empty blocks', () => {
    const text = readBody('<p>\u3000\u3000为落实\u00a0</p><p>\u00a0</p><p>\u200b</p>');
    expect(text.blocks.map((b) => text.text.slice(b.start, b.end))).toEqual(['为落实']);
  });

  it('knows headings, alignment and bold paragraphs', () => {
    const text = readBody(
      '<h2>一、总体要求</h2><p align="center">云岭省人民政府</p><center><p>文件</p></center>' +
        '<p style="text-align: right">2031年3月1日</p><p><strong>（一）目标</strong></p><p><b>半</b>粗</p>',
    );
    expect(text.blocks.map(({ kind, level, align, strong }) => [kind, level, align, strong])).toEqual([
      ['heading', 2, undefined, true],
      ['paragraph', undefined, 'center', undefined],
      ['paragraph', undefined, 'center', undefined],
      ['paragraph', undefined, 'right', undefined],
      ['paragraph', undefined, undefined, true],
      ['paragraph', undefined, undefined, undefined],
    ]);
  });

  it('flags page furniture, but not a form that wraps the page', () => {
    const article = '<p>'.concat('各部门要按照职责分工抓好落实。'.repeat(60), '</p>');
    const text = readBody(
      `<form><div class="top-nav"><a>首页</a></div><header>清河市人民政府</header>${article}` +
        '<footer>版权所有</footer></form><ul><li><a>甲文件</a></li><li><a>乙文件</a></li><li><a>丙文件</a></li></ul>',
    );
    expect(text.blocks.map((b) => b.furniture ?? false)).toEqual([true, true, false, true, true, true, true]);
  });

  it('reads what the page says of itself', () => {
    const document = page(
      '<p>文</p>',
      '<title> 清河市\n文件 </title><meta name="ArticleTitle" content=" 甲 "><meta name="articletitle" content="乙">',
    );
    expect(read(document, { url: 'https://www.qinghe.gov.cn/a.html' }).meta).toEqual({
      url: 'https://www.qinghe.gov.cn/a.html',
      title: '清河市 文件',
      fields: { articletitle: '甲' },
    });
  });

  it('of a part of a page takes over nothing that is said of the page', () => {
    const document = page(
      '<article><p>文</p></article>',
      '<title>甲.txt · 阅读器</title><meta name="source" content="乙">',
    );
    expect(read(document.querySelector('article') as Element, { url: 'file:///a.txt' }).meta).toEqual({
      url: 'file:///a.txt',
      title: null,
      fields: {},
    });
    expect(read(document.body).meta.title).toBe('甲.txt · 阅读器');
  });

  it('survives depth', () => {
    const document = page('');
    let at: Element = document.body;
    for (let i = 0; i < 20_000; i++) at = at.appendChild(document.createElement(i % 2 ? 'div' : 'span'));
    at.textContent = '深处';
    expect(read(document).blocks).toHaveLength(1);
  });

  it('holds its contract on any tree', () => {
    const tree = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 5 },
        fc.stringMatching(/^[甲乙丙，。 \n\t\u3000]{0,6}$/),
        fc.tuple(
          fc.constantFrom('p', 'div', 'span', 'b', 'td', 'tr', 'table', 'li', 'ol', 'br', 'h1', 'pre'),
          fc.array(tie('node'), { maxLength: 4 }),
        ),
      ),
    })).node;
    const build = (document: Document, value: unknown): Node => {
      if (typeof value === 'string') return document.createTextNode(value);
      const [name, children] = value as [string, unknown[]];
      const element = document.createElement(name);
      if (name !== 'br') for (const child of children) element.appendChild(build(document, child));
      return element;
    };
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 6 }), (values) => {
        const document = page('');
        for (const value of values) document.body.appendChild(build(document, value));
        const text = read(document);
        let at = 0;
        for (const block of text.blocks) {
          expect(block.start).toBeGreaterThanOrEqual(at);
          expect(block.end).toBeGreaterThan(block.start);
          const printed = text.text.slice(block.start, block.end);
          expect(printed.trim()).toBe(printed);
          if (at > 0) expect(text.text.slice(at, block.start)).toContain('\n');
          at = block.end;
          for (const slice of text.slicesOf(block)) {
            for (let i = slice.start; i < slice.end; i++) {
              const offset = text.offsetOf(slice.node, i)!;
              expect(text.text[offset]).toBe(
                /[\n\t]/.test(slice.node.data[i]!) && text.text[offset] === ' ' ? ' ' : slice.node.data[i],
              );
            }
          }
        }
        const printing = (s: string) => s.replace(/\s/g, '');
        expect(text.blocks.map((b) => printing(text.text.slice(b.start, b.end))).join('')).toBe(
          printing(document.body.textContent ?? ''),
        );
      }),
      { numRuns: 150 },
    );
  });
});
