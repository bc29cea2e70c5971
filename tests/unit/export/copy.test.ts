import { parseHTML } from 'linkedom/worker';
import { describe, expect, it } from 'vitest';
import { annotatedCopy } from '../../../lib/export/copy';
import type { CopySource } from '../../../lib/export/copy/types';
import { copyName } from '../../../lib/export/name';
import { taskColumns } from '../../../lib/export/task-columns';
import type { Mark, MarkKind } from '../../../lib/paint/types';
import { parse } from '../../../lib/policy/parse';
import type { AnnotationRecord, TaskRecord } from '../../../lib/store/types';
import { read } from '../../../lib/text/read';
import { annotation as newAnnotation, task as newTask } from '../store/samples';

const kept = { id: 'x', created: '2026-11-21T00:00:00.000Z', updated: '2026-11-21T00:00:00.000Z' };
const annotation = (): AnnotationRecord => ({ ...newAnnotation, ...kept });
const task = (): TaskRecord => ({ ...newTask, ...kept });

const HTML = `<h1>临澜县防汛工作方案</h1><p>1.加强河道水库和山洪沟巡查，对隐患逐处<br>登记造册。</p><p>牵头单位：县水利局、县应急管理局</p>
  <table><tr><th>序号</th><th>任务</th><th>单位</th></tr>
  <tr><td rowspan="2">一</td><td>备足 &lt;b&gt;物资</td><td>县财政局</td></tr><tr><td>开展演练</td><td></td></tr></table>`;

const HOSTILE = `"><script>alert(1)</script><img src=x onerror=alert(2)>'&amp;\u0000=1+1`;

const dom = (html: string) => parseHTML(html).document as unknown as Document;

function source(
  extra: Partial<CopySource> = {},
  html = HTML,
): CopySource & { at: (words: string) => { start: number; end: number } } {
  const text = read(dom(`<!doctype html><html><body>${html}</body></html>`));
  const at = (words: string) => {
    const start = text.text.indexOf(words);
    if (start < 0) throw new Error(`not in the text: ${words}`);
    return { start, end: start + words.length };
  };
  return {
    text,
    policy: parse(text),
    url: 'https://www.linlan.gov.cn/policy.html',
    marks: [],
    annotations: [],
    tasks: [],
    spanOf: () => null,
    units: [],
    whole: true,
    at,
    ...extra,
  };
}

const mark = (kind: MarkKind, span: Mark['span'], colour?: string): Mark => ({
  kind,
  span,
  target: 'x',
  ...(colour && { colour }),
});

describe('an annotated copy', () => {
  const { at, ...plain } = source();
  const note = { ...annotation(), id: 'a1', quote: '县水利局', note: '先问\n仓库', tags: ['急'], colour: 'green' };
  const copy = annotatedCopy({
    ...plain,
    units: ['县水利局'],
    marks: [
      mark('lead', at('县水利局')),
      mark('mine', at('县水利局')),
      mark('annotation', { start: at('水利局、县').start, end: at('水利局、县').end }, 'green'),
      mark('lead', at('县应急管理局')),
    ],
    annotations: [note],
    tasks: [{ ...task(), title: '加强巡查', note: '=1+1' }],
    spanOf: () => at('水利局、县'),
  });
  const page = dom(copy.page);
  const styled = [...page.querySelectorAll('span[style]')].map((each) => [
    each.textContent,
    each.getAttribute('style'),
  ]);

  it('prints the text as it is read, a table as a table', () => {
    const lines = [...page.querySelectorAll('.Section1 > p')].map((each) => each.textContent);
    expect(lines).toContain('1.加强河道水库和山洪沟巡查，对隐患逐处登记造册。');
    const rows = [...page.querySelectorAll('.Section1 table tr')].map((row) =>
      [...row.children].map((cell) => `${cell.textContent}${cell.getAttribute('rowspan') ?? ''}`),
    );
    expect(rows).toEqual([
      ['序号', '任务', '单位'],
      ['一2', '备足 <b>物资', '县财政局'],
      ['开展演练', '\u00a0'],
    ]);
  });

  it('has every mark in colour by inline style, also where they overlap', () => {
    const style = (words: string) => styled.find(([text]) => text === words)?.[1];
    expect(style('县')).toMatch(/color:#a8201a;text-decoration:underline.*background:#fbcf94/);
    expect(style('水利局')).toMatch(/color:#a8201a;.*background:#c5e8c3/);
    expect(style('、')).toBe('background:#c5e8c3');
    expect(style('应急管理局')).not.toContain('background');
    expect(style('本单位（县水利局）')).toContain('background:#fbcf94');
  });

  it('has the notes by number, with tags, and the tasks with the columns of the list', () => {
    expect(page.querySelector('#dutymark-n1')?.parentElement?.textContent).toContain('先问仓库');
    expect(page.querySelector('#dutymark-n1')?.parentElement?.textContent).toContain('标签：急');
    expect(page.querySelector('#dutymark-r1')?.getAttribute('href')).toBe('#dutymark-n1');
    const [head, row] = page.querySelectorAll('.Section2 tr');
    expect([...head!.children].map((each) => each.textContent)).toEqual(taskColumns.map((column) => column.head));
    expect([...row!.children].map((each) => each.textContent)).toContain('=1+1');
    expect(row!.children[0]!.getAttribute('style')).toContain("mso-number-format:'\\@'");
    expect(copy.plain).toContain('县水利局、县［1］应急管理局');
    expect(copy.plain).toContain('［1］“县水利局” 先问\n仓库 标签：急');
  });

  it('has the tasks in the order of the document, whatever their ids; those without a place last', () => {
    const { at, ...plain } = source();
    const measure = plain.policy.measures[0]!;
    const named = (id: string, title: string, measureId: string | null): TaskRecord => ({
      ...task(),
      id,
      title,
      measureId,
    });
    const tasks = [
      named('a', '不在文中', null),
      named('b', '后一处', null),
      named('c', '举措', measure.id),
      named('d', '前一处', null),
    ];
    const places: Record<string, { start: number; end: number }> = { b: at('开展演练'), d: at('临澜县') };
    const copy = annotatedCopy({ ...plain, tasks, spanOf: (id) => places[id] ?? null });
    const rows = [...dom(copy.page).querySelectorAll('.Section2 tr')].slice(1);
    expect(rows.map((row) => [row.children[0]?.textContent, row.children[7]?.textContent])).toEqual([
      ['1', '前一处'],
      ['2', '举措'],
      ['3', '后一处'],
      ['4', '不在文中'],
    ]);
  });

  it('is text whatever it is made of, and asks for nothing', () => {
    const { at: _, ...hostile } = source(
      {},
      HTML.replace('一</td>', `${HOSTILE.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</td>`),
    );
    const evil = annotatedCopy({
      ...hostile,
      url: `javascript:alert(1)//${HOSTILE}`,
      policy: { ...hostile.policy, title: HOSTILE, issuer: HOSTILE, docNumber: HOSTILE },
      units: [HOSTILE],
      marks: [mark('mine', { start: 0, end: 5 }, HOSTILE), mark('annotation', { start: 0, end: 5 }, HOSTILE)],
      annotations: [
        {
          ...annotation(),
          quote: HOSTILE,
          note: HOSTILE,
          tags: [HOSTILE],
          path: [HOSTILE],
          number: HOSTILE,
          colour: HOSTILE,
        },
      ],
      tasks: [{ ...task(), title: HOSTILE, note: HOSTILE, tags: [HOSTILE], url: HOSTILE, deadlineText: HOSTILE }],
    });
    for (const html of [evil.page, evil.fragment]) {
      const seen = dom(html.includes('<html') ? html : `<body>${html}</body>`);
      expect(seen.querySelectorAll('script, img, iframe, link, object, form, base').length).toBe(0);
      const attributes = [...seen.querySelectorAll('*')].flatMap((each) =>
        [...each.attributes].map(({ name, value }) => `${name}=${value}`),
      );
      expect(attributes.filter((each) => /^on|javascript:|^src=|url\(/i.test(each))).toEqual([]);
      expect(html).not.toContain('\u0000');
    }
    expect(dom(evil.page).querySelector('title')?.textContent).toContain('<script>alert(1)');
    expect(evil.page).toContain("default-src 'none'");
    expect(copyName('临澜县/方案:"一"\u202e\n<b>'.repeat(20), new Date(2026, 10, 21))).toMatch(
      /^政笺-标注副本-[^\\/:*?"<>|\s\u202e]{1,60}-2026-11-21\.html$/,
    );
  });

  it('of a page without measures keeps what stands below its dates and sources', () => {
    const body = '各乡镇要把群众满意作为检验工作的标准，坚持问需于民，持续改进服务，不断提升办事体验。'.repeat(4);
    const { at: _, ...site } = source(
      { whole: false },
      `<div>首页</div><p>关于改进服务作风的</p><p>若干意见</p><p>来源：县政府办公室</p><p>发布日期：2026-10-16</p><p>${body}</p><p>上一篇：无</p><p>${'相关新闻'.repeat(5)}</p>`,
    );
    const words = annotatedCopy({
      ...site,
      policy: { ...site.policy, title: '关于改进服务作风的若干意见', measures: [] },
    }).plain;
    expect(words).toBe(`关于改进服务作风的\n若干意见\n来源：县政府办公室\n发布日期：2026-10-16\n${body}`);
  });

  it('of a page holds the document and not what the site has around it', () => {
    const around = `<div>首页 &gt; 政务公开</div><p>临澜县防汛工作方案</p><p>索引号：0001</p>${HTML}<p>【打印】【关闭】</p><p>主办单位：临澜县人民政府 云ICP备2026000001号</p>`;
    const { at: _, ...site } = source({ whole: false }, around);
    const words = annotatedCopy(site).plain;
    expect(words.startsWith('临澜县防汛工作方案\n1.加强河道')).toBe(true);
    expect(words).toContain('开展演练');
    expect(words).not.toMatch(/首页|打印|ICP/);
  });
});
