import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom/worker';
import { describe, expect, it } from 'vitest';
import { parse } from '../../../lib/policy/parse';
import type { Role } from '../../../lib/policy/types';
import { read } from '../../../lib/text/read';
import gold from '../../fixtures/sample/gold.json' with { type: 'json' };
import { root } from '../../lib/setup.mjs';

const { document } = parseHTML(readFileSync(join(root, 'public', 'sample', 'policy.html'), 'utf8'));
const policy = parse(read(document as unknown as Document));
const units = (index: number, role: Role) =>
  policy.measures[index]?.assignments.filter((each) => each.role === role).map((each) => each.unit);

describe('the sample policy that a newcomer sees first', () => {
  it('is known for what it is', () => {
    const { doc } = gold;
    expect(policy).toMatchObject({
      class: 'task-policy',
      kind: doc.kind,
      title: doc.title,
      attachmentTitle: doc.attachment_title,
      issuer: doc.issuer,
      docNumber: doc.doc_number,
      date: doc.date,
      region: doc.region,
      addressees: doc.addressees,
      draft: doc.draft,
      defaultDeadline: { text: doc.default_deadline.text, date: doc.default_deadline.date },
      cites: doc.cited_documents.map(({ title, number }) => ({ title, docNumber: number })),
    });
    expect(policy.unread.map(({ text }) => text)).toEqual(['各乡镇（街道）、各部门要于2026年11月30日前制定细化措施']);
  });

  it('has its thirty measures', () => {
    expect(policy.measures.map(({ number }) => number)).toEqual(gold.measures.map(({ number }) => number));
  });

  it.each(gold.measures.map((measure, index) => ({ ...measure, index })))('$number $title', (measure) => {
    const found = policy.measures[measure.index];
    expect(found?.title).toBe(measure.title);
    expect(found?.path).toEqual(measure.path);
    expect(found?.text.replace(/\s/g, '').startsWith(measure.body.slice(0, 15))).toBe(true);
    expect(units(measure.index, 'lead')).toEqual(measure.lead);
    expect(units(measure.index, 'participant')).toEqual(measure.participants);
    expect(units(measure.index, 'responsible')).toEqual(measure.responsible);
    expect(new Set(found?.assignments.map(({ form }) => form))).toEqual(new Set([measure.form]));
    const deadlines = found?.deadlines.filter(({ isDefault }) => !isDefault) ?? [];
    expect(deadlines.map(({ date }) => date)).toEqual(measure.deadlines.map(({ date }) => date));
    const recurrences = found?.recurrences ?? [];
    expect(recurrences.map(({ period, times }) => ({ period, times }))).toEqual(
      measure.recurrences.map(({ period, times }) => ({ period, times })),
    );
  });
});
