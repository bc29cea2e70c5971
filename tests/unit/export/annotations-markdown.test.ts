// @vitest-environment happy-dom
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { annotationsMarkdown } from '../../../lib/export/annotations-markdown';
import type { AnnotationRecord, DocumentHead } from '../../../lib/store/types';
import { annotation, policy, seen } from '../store/samples';

const instant = '2026-03-05T08:00:00.000Z';
const record: AnnotationRecord = { ...annotation, id: 'note-1', created: instant, updated: instant };
const head = { ...policy, id: seen.id } as unknown as DocumentHead;
const page = (records: readonly AnnotationRecord[]) =>
  new DOMParser().parseFromString(marked.parse(annotationsMarkdown(records, [head])) as string, 'text/html');

describe('annotations as Markdown', () => {
  it('stand under their documents, quote, note, tags and place', () => {
    const other = { ...record, id: 'note-2', documentId: 'other', note: '', tags: [] };
    expect(annotationsMarkdown([record, other], [head])).toBe(`# 临澜县政务服务提升实施方案

临政办〔2026〕12号　临澜县人民政府办公室　2026-03-02

<https://www.linlan.gov.cn/zfxxgk/2026/12.html>

> 6月底前全部开通

问清楚由谁验收

标签：待核实

一、优化窗口服务 › （二）推进一窗受理 › 第 3 项

# 未识别出标题的文件

<https://www.linlan.gov.cn/zfxxgk/2026/12.html>

> 6月底前全部开通

一、优化窗口服务 › （二）推进一窗受理 › 第 3 项
`);
  });

  it.each(['# 一', '- 二', '1. 三', '> 四', '*五* _六_ `七` [八](y) <b>九</b>', '+ 十', '=== ', '---'])(
    '%s stays as it is typed',
    (note) => {
      const html = page([{ ...record, note, quote: note }]);
      expect(html.querySelector('blockquote')?.textContent?.trim()).toBe(note.trim());
      expect(html.querySelector('blockquote + p')?.textContent).toBe(note.trim());
      expect(html.querySelectorAll('h1')).toHaveLength(1);
      expect(html.querySelector('ul, ol, b, em, code, hr')).toBeNull();
    },
  );

  it('keeps the lines of a note', () => {
    expect(page([{ ...record, note: '一\n二' }]).querySelector('blockquote + p')?.innerHTML).toMatch(/^一<br>\s*二$/);
  });
});
