import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decided, decisionOf, setAsideIn, undecided } from '../../../components/panel/decide';
import { noFilter, passes } from '../../../components/panel/filter';
import { snippet } from '../../../components/panel/headline';
import { annotationRows, dutyRows, outlineRows, type Row } from '../../../components/panel/rows';
import { termsOf } from '../../../components/records/terms';
import type { PolicyDocument, Section } from '../../../lib/policy/types';
import type { AnnotationRecord } from '../../../lib/store/types';
import { longPolicy, sampleDuties, samplePolicy } from '../../fixtures/panel/policy';

const none = new Set<string>();
const nothing = new Map();
const outline = (policy: PolicyDocument, filter = noFilter, folded: ReadonlySet<string> = none) =>
  outlineRows(policy, filter, none, folded, nothing);
const ids = (rows: readonly Row[]) => rows.flatMap((row) => (row.kind === 'measure' ? [row.measure.id] : []));

describe('the outline', () => {
  it('holds each measure once, under its section, and what could not be read after it', () => {
    const policy = samplePolicy();
    const rows = outline(policy);
    expect(rows.map(({ kind }) => kind).join(' ')).toBe(
      'section measure measure measure section measure unread measure section measure',
    );
    expect(ids(rows)).toEqual(policy.measures.map(({ id }) => id));
  });

  it('folds a section with the sections in it', () => {
    const base = samplePolicy();
    const part: Section = { ...(base.sections[1] as Section), id: 9, parent: 1, depth: 1, heading: '（一）内层' };
    const measures = base.measures.map((measure, at) => (at === 1 ? { ...measure, section: 9 } : measure));
    const sections = [base.sections[0], part, ...base.sections.slice(1)] as Section[];
    const policy = { ...base, sections, measures };
    expect(outline(policy)[0]).toMatchObject({ kind: 'section', count: 3 });
    const folded = outline(policy, noFilter, new Set(['s:1']));
    expect(folded[0]).toMatchObject({ kind: 'section', count: 3 });
    expect(ids(folded)).toEqual(['二›4', '二›5', '三›6']);
  });

  it('leaves out headings without a hit, and keeps unread pieces of no measure out of a filtered list', () => {
    const base = samplePolicy();
    const policy = { ...base, unread: base.unread.map((unread) => ({ ...unread, measure: null })) };
    expect(outline(policy).at(-1)?.kind).toBe('unread');
    const rows = outline(policy, { ...noFilter, text: '调解室' });
    expect(rows.map(({ kind }) => kind)).toEqual(['section', 'measure']);
  });

  it('never loses or doubles a measure, whatever the filter and the folding', () => {
    const policy = longPolicy(60);
    const text = fc.constantFrom('', '县', '目录', '调解 参加', 'x', '一窗', '清单 民政局');
    fc.assert(
      fc.property(text, fc.boolean(), fc.subarray(['s:1', 's:2', 's:3']), (words, dated, folded) => {
        const filter = { ...noFilter, text: words, dated };
        const want = policy.measures.filter(
          (measure) => passes(measure, filter, termsOf(words), none) && !folded.includes(`s:${measure.section}`),
        );
        const rows = outline(policy, filter, new Set(folded));
        expect(ids(rows)).toEqual(want.map(({ id }) => id));
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
      }),
    );
  });
});

describe('duties', () => {
  const policy = samplePolicy();
  const duties = sampleDuties(policy);
  const rows = (setAside = [] as Parameters<typeof dutyRows>[2]) =>
    dutyRows(policy, duties, setAside, noFilter, none, none);

  it('stand in groups: by name and role, by collective, possible', () => {
    expect(rows().flatMap((row) => (row.kind === 'group' ? [`${row.group} ${row.count}`] : []))).toEqual([
      'lead 3',
      'participant 1',
      'collective 1',
      'possible 1',
    ]);
  });

  it('list what was set aside in this document last', () => {
    const [duty] = duties;
    if (!duty) throw new Error('the sample has duties');
    const decision = decisionOf(duty, 'doc-1', 'measure', 'dismissed');
    const elsewhere = decisionOf(duty, 'doc-2', 'document', 'dismissed');
    const always = decisionOf(duty, 'doc-1', 'always', 'dismissed');
    const list = rows(setAsideIn([decision, elsewhere, always], 'doc-1'));
    expect(list.slice(-2)).toMatchObject([
      { kind: 'group', group: 'set-aside', count: 1 },
      { title: '1 推行“一窗通办”' },
    ]);
  });
});

describe('decisions', () => {
  const policy = samplePolicy();
  const [first, , third] = sampleDuties(policy);
  if (!first || !third) throw new Error('the sample has duties');

  it('replace an earlier one about the same thing, and are taken back alone', () => {
    const no = decisionOf(third, 'doc-1', 'document', 'dismissed');
    const yes = decisionOf(third, 'doc-1', 'document', 'confirmed');
    const other = decisionOf(first, 'doc-1', 'measure', 'dismissed');
    expect(decided([no, other], yes)).toEqual([other, yes]);
    expect(undecided([other, yes], yes)).toEqual([other]);
  });

  it('reach as far as they say', () => {
    expect(decisionOf(third, 'd', 'measure', 'confirmed')).toMatchObject({
      document: 'd',
      measure: '一›3',
      unit: '县政府其他有关部门',
    });
    expect(decisionOf(third, 'd', 'measure', 'dismissed').unit).toBeNull();
    expect(decisionOf(third, 'd', 'document', 'dismissed')).toMatchObject({ document: 'd', measure: null });
    expect(decisionOf(third, 'd', 'always', 'dismissed')).toMatchObject({ document: null, measure: null });
  });
});

describe('annotations', () => {
  it('stand as in the text; what was not found goes last', () => {
    const annotation = (id: string, created: string) =>
      ({ id, created, quote: id, note: '', tags: [] as string[] }) as unknown as AnnotationRecord;
    const at = (start: number) => ({ method: 'exact' as const, span: { start, end: start + 1 }, score: 1 });
    const rows = annotationRows(
      [annotation('a', '1'), annotation('b', '2'), annotation('c', '3')],
      { c: at(5), b: at(9) },
      '',
    );
    expect(rows.map(({ key }) => key)).toEqual(['a:c', 'a:b', 'a:a']);
  });
});

describe('a snippet', () => {
  it('holds the first hit and stays short, for any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.nat(400), (around, at) => {
        const text = `${around.slice(0, at)}目标${around.slice(at)}`;
        const cut = snippet(text, ['目标'], 80);
        expect(cut.length).toBeLessThanOrEqual(93);
        expect(cut).toContain('目标');
      }),
    );
  });

  it('never cuts a character in two', () => {
    const text = '𠮷'.repeat(200);
    for (const length of [79, 80, 81])
      expect(snippet(text, [], length)).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/u);
  });
});
