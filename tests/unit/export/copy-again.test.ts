import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom/worker';
import { describe, expect, it } from 'vitest';
import { annotatedCopy } from '../../../lib/export/copy';
import { textToHtml } from '../../../lib/formats/txt';
import { documentIdentity } from '../../../lib/page/identity';
import { parse } from '../../../lib/policy/parse';
import type { PolicyDocument } from '../../../lib/policy/types';
import { read } from '../../../lib/text/read';
import { annotation, task } from '../store/samples';

const folder = join(import.meta.dirname, '../../fixtures/policies');
const fixtures = readdirSync(folder).filter((name) => /\.(?:txt|html)$/.test(name));
const kept = { id: 'x', created: '2026-11-21T00:00:00.000Z', updated: '2026-11-21T00:00:00.000Z' };

function opened(html: string) {
  const page = html.includes('<html') ? html : `<!doctype html><html><body>${html}</body></html>`;
  const text = read(parseHTML(page).document as unknown as Document);
  const policy = parse(text);
  return { text, policy, identity: documentIdentity(policy, text) };
}

/** A copy with all that a copy can have: marks, a legend, a note, a task that names units and a deadline. */
function copied({ text, policy }: ReturnType<typeof opened>, whole = true): string {
  const span = policy.measures[0]?.textSpan ?? { start: 0, end: 8 };
  return annotatedCopy({
    text,
    policy,
    url: 'https://www.linlan.gov.cn/policy.html',
    marks: policy.measures.flatMap(({ assignments }) =>
      assignments.map(({ span: at, role }) => ({ kind: role, span: at, target: 'x' })),
    ),
    annotations: [{ ...annotation, ...kept, note: '牵头单位：县水利局。2026年年底前完成。' }],
    tasks: Array.from({ length: 5 }, (_, index) => ({
      ...task,
      ...kept,
      title: `${index + 1}.加强巡查（责任单位：县水利局、县财政局；完成时限：2026年12月底前）`,
    })),
    spanOf: () => span,
    units: ['县水利局'],
    whole,
  }).page;
}

const links = (policy: PolicyDocument) =>
  policy.measures.map(({ number, title, assignments, deadlines }) => ({
    number,
    title,
    units: assignments.map(({ role, unit }) => `${role} ${unit}`),
    deadlines: deadlines.map(({ date }) => date),
  }));

describe('a copy of ours, opened again, is the document it was made of', () => {
  it.each(fixtures)('%s', (name) => {
    const source = readFileSync(join(folder, name), 'utf8');
    const first = opened(name.endsWith('.txt') ? textToHtml(source) : source);
    const again = opened(copied(first));
    expect(links(again.policy)).toEqual(links(first.policy));
    expect(again.policy.rules.length).toBe(first.policy.rules.length);
    expect(again.identity.id).toBe(first.identity.id);
    const { title, issuer, docNumber } = first.policy;
    expect(again.policy).toMatchObject({ title, issuer, docNumber });
  });

  it('also where the page printed its number outside of what is copied', () => {
    const first =
      opened(`<table><tr><td>索引号：000014349/2026-00001</td><td>发文字号：临政发〔2026〕8号</td></tr></table>
      <h1>临澜县人民政府关于印发临澜县防汛工作方案的通知</h1><p>各乡镇人民政府，县政府各部门：</p>
      <p>1.加强河道水库和山洪沟巡查，对隐患逐处登记造册。</p><p>牵头单位：县水利局</p>
      <p>2.备足物资，年底前完成。</p><p>牵头单位：县财政局</p><p>【打印】【关闭】</p>`);
    expect(first.policy.docNumber).toBe('临政发〔2026〕8号');
    const again = opened(copied(first, false));
    expect(again.policy.docNumber).toBe(first.policy.docNumber);
    expect(again.identity.id).toBe(first.identity.id);
    expect(links(again.policy)).toEqual(links(first.policy));
  });
});
