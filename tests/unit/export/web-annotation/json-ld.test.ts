import fc from 'fast-check';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { planAnnotations } from '../../../../lib/export/web-annotation/plan';
import { AnnotationFileError, readAnnotationsJsonLd } from '../../../../lib/export/web-annotation/read';
import { W3C_CONTEXT } from '../../../../lib/export/web-annotation/types';
import { annotationsJsonLd } from '../../../../lib/export/web-annotation/write';
import { examine } from '../../../../lib/store/examine';
import type { AnnotationRecord, DocumentHead } from '../../../../lib/store/types';
import { annotation, policy, seen } from '../../store/samples';
import { w3cContext } from './context';

const instant = '2026-03-05T08:00:00.000Z';
const record: AnnotationRecord = { ...annotation, id: 'note-1', created: instant, updated: '2026-03-06T09:30:00.000Z' };
const head = { id: seen.id, title: policy.title, docNumber: policy.docNumber } as DocumentHead;

/** What stands at a place in JSON. */
const at = (value: unknown, ...path: (string | number)[]): unknown =>
  path.reduce((inner, step) => (inner as Record<string | number, unknown>)[step], value);

const read = (file: unknown) => readAnnotationsJsonLd(JSON.stringify(file));

describe('annotations as JSON-LD', () => {
  it('mean to another library what the model of the W3C says', async () => {
    const documentLoader = async (url: string) => {
      expect(url).toBe(W3C_CONTEXT);
      return { contextUrl: undefined, documentUrl: url, document: w3cContext };
    };
    const expanded = await (jsonld.expand as unknown as (file: object, options: object) => Promise<unknown>)(
      JSON.parse(annotationsJsonLd([record], [head])),
      { documentLoader, safe: true },
    );
    const oa = 'http://www.w3.org/ns/oa#';
    const as = 'http://www.w3.org/ns/activitystreams#';
    const item = at(expanded, 0, `${as}first`, 0, `${as}items`, 0, '@list', 0);
    expect(at(item, '@id')).toBe('urn:dutymark:annotation:note-1');
    expect(at(item, '@type')).toEqual([`${oa}Annotation`]);
    expect(at(item, `${oa}motivatedBy`)).toEqual([{ '@id': `${oa}commenting` }, { '@id': `${oa}tagging` }]);
    const value = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value';
    const bodies = [0, 1].map((n) => [
      at(item, `${oa}hasBody`, n, `${oa}hasPurpose`, 0, '@id'),
      at(item, `${oa}hasBody`, n, value, 0, '@value'),
    ]);
    expect(bodies).toEqual([
      [`${oa}commenting`, '问清楚由谁验收'],
      [`${oa}tagging`, '待核实'],
    ]);
    const target = at(item, `${oa}hasTarget`, 0);
    expect(at(target, `${oa}hasSource`)).toEqual([{ '@id': seen.url }]);
    expect(at(target, `${oa}hasSelector`, 0, `${oa}exact`)).toEqual([{ '@value': '设立跨镇办理窗口' }]);
    expect(at(target, `${oa}hasSelector`, 1, `${oa}start`, 0, '@value')).toBe(120);
    const own = at(target, `${oa}hasSelector`, 2);
    expect(at(own, '@type')).toEqual(['urn:dutymark:terms#StructuralSelector']);
    expect(at(own, 'urn:dutymark:terms#path', 0, '@list')).toEqual([{ '@value': '一、优化窗口服务' }]);
  });

  it('tell of a local file its name only', () => {
    const text = annotationsJsonLd([{ ...record, url: 'file:///C:/Users/li/a b.pdf' }], []);
    expect(text).not.toContain('Users');
    expect(text).not.toContain('file:/');
    expect(JSON.parse(text).first.items[0].target).toMatchObject({
      source: 'urn:dutymark:named:a%20b.pdf',
      'dutymark:file': 'a b.pdf',
    });
    // It is found again by the name under which files are known here; older files said it as an address.
    expect(readAnnotationsJsonLd(text).annotations[0]!.url).toBe('file:///a%20b.pdf');
    const older = text.replace('urn:dutymark:named:', 'file:///');
    expect(readAnnotationsJsonLd(older).annotations[0]!.url).toBe('file:///a%20b.pdf');
  });
});

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const words = text.filter((each) => each.trim() !== '');
const maybe = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: undefined });
const tag = words.map((each) => each.replace(/\s+/g, ' ').trim());
const selector = fc.oneof(
  fc
    .record({
      exact: words,
      prefix: text,
      suffix: text,
      rival: maybe(fc.double({ min: 0, max: 1, noNaN: true })),
      landmark: maybe(fc.record({ text, distance: fc.nat() })),
    })
    .map((fields) => ({ type: 'TextQuoteSelector' as const, ...fields })),
  fc
    .tuple(fc.nat(9999), fc.nat(99))
    .map(([start, length]) => ({ type: 'TextPositionSelector' as const, start, end: start + length })),
  fc
    .record({
      docNumber: fc.option(text),
      path: fc.array(text, { maxLength: 3 }),
      number: fc.option(text),
      part: fc.option(fc.nat()),
      offset: fc.nat(),
    })
    .map((fields) => ({ type: 'DutymarkStructuralSelector' as const, ...fields })),
);
const time = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const anyRecord: fc.Arbitrary<AnnotationRecord> = fc.record({
  id: words,
  documentId: words,
  quote: words,
  selectors: fc.array(selector, { maxLength: 3 }),
  path: fc.array(text, { maxLength: 3 }),
  number: fc.option(text),
  note: text,
  tags: fc.uniqueArray(tag, { maxLength: 3 }),
  colour: fc.constantFrom('yellow', 'green', 'blue', 'red', 'purple'),
  url: fc.oneof(
    fc.webUrl(),
    fc.constantFrom('dutymark:sample', 'file:///a%20b%7Cc.pdf', 'https://www.linlan.gov.cn/文件 一.html'),
  ),
  resolution: fc.option(
    fc.record({
      method: fc.constantFrom('exact', 'structural', 'fuzzy', 'review', 'orphan' as const),
      span: fc.option(fc.tuple(fc.nat(999), fc.nat(99)).map(([start, length]) => ({ start, end: start + length }))),
      score: fc.double({ min: 0, max: 1, noNaN: true }).map((score) => score + 0),
      letGo: maybe(fc.boolean()),
    }),
  ),
  created: time,
  updated: time,
});

describe('our own file read back', () => {
  it('says just what was written', () => {
    fc.assert(
      fc.property(fc.array(anyRecord, { minLength: 1, maxLength: 5 }), (records) => {
        const plain = JSON.parse(JSON.stringify(records)) as AnnotationRecord[];
        const { annotations, refused } = readAnnotationsJsonLd(annotationsJsonLd(records, []));
        expect(refused).toEqual([]);
        expect(annotations).toEqual(plain.map((each) => ({ ...each, title: null, docNumber: null })));
      }),
      { numRuns: 300 },
    );
  });

  it('brings along which document it is', () => {
    expect(readAnnotationsJsonLd(annotationsJsonLd([record], [head])).annotations[0]).toMatchObject({
      title: policy.title,
      docNumber: policy.docNumber,
    });
  });
});

describe('what a file brings, beside what is here', () => {
  let serial = 0;
  const ground = (ours: readonly AnnotationRecord[] = [], heads = [head]) => ({
    ours,
    heads: heads.map((each) => ({ ...each, urls: [seen.url] })),
    now: new Date('2026-05-01T08:00:00Z'),
    newId: () => `new-${serial++}`,
  });
  const file = (records: readonly AnnotationRecord[]) => readAnnotationsJsonLd(annotationsJsonLd(records, [head]));
  const theirs = (source: string) =>
    read([
      {
        type: 'Annotation',
        bodyValue: '核',
        target: { source, selector: { type: 'TextQuoteSelector', exact: '跨镇' } },
      },
    ]);

  it('of our own: what is not here, and what is newer', () => {
    expect(planAnnotations(file([record]), ground())).toEqual({ added: [record], changed: [], same: 0, leftOut: [] });
    expect(planAnnotations(file([record]), ground([record]))).toMatchObject({ added: [], changed: [], same: 1 });
    const newer = { ...record, note: '改过', updated: '2026-04-01T08:00:00.000Z' };
    expect(planAnnotations(file([newer]), ground([record])).changed).toEqual([{ before: record, after: newer }]);
    expect(planAnnotations(file([record]), ground([newer]))).toMatchObject({ changed: [], same: 1 });
  });

  it('of another annotator: by the address of a document that is here, once', () => {
    const from = `${seen.url.replace('https:', 'http:')}#a`;
    const { added } = planAnnotations(theirs(from), ground());
    expect(added).toMatchObject([
      { documentId: seen.id, quote: '跨镇', note: '核', updated: '2026-05-01T08:00:00.000Z' },
    ]);
    expect(planAnnotations(theirs(from), ground(added))).toMatchObject({ added: [], same: 1 });
  });

  it('says which it leaves out, and why', () => {
    expect(planAnnotations(theirs('https://www.linlan.gov.cn/other.html'), ground()).leftOut).toEqual([
      { quote: '跨镇', why: 'no-document' },
    ]);
    const { refused } = read([{ type: 'Annotation', target: 'x' }]);
    expect(planAnnotations({ annotations: [], refused }, ground()).leftOut).toEqual([{ quote: '', why: 'no-quote' }]);
  });

  it('is what the store takes; what it would not take is left out, and said', () => {
    const target = { source: seen.url, selector: { type: 'TextQuoteSelector', exact: '跨镇' } };
    const body = { value: '长'.repeat(60), purpose: 'tagging' };
    const found = planAnnotations(
      read([
        { type: 'Annotation', target, body },
        { type: 'Annotation', target },
      ]),
      ground(),
    );
    expect(found.leftOut).toEqual([{ quote: '跨镇', why: 'unfit' }]);
    expect(found.added).toHaveLength(1);
    fc.assert(
      fc.property(fc.array(anyRecord, { minLength: 1, maxLength: 3 }), (records) => {
        const { added } = planAnnotations(readAnnotationsJsonLd(annotationsJsonLd(records, [])), ground([], []));
        expect(examine({ documents: [], tasks: [], annotations: added }).bad).toEqual([]);
      }),
    );
  });
});

describe('a file of another annotator', () => {
  const target = {
    source: 'https://www.linlan.gov.cn/a.html',
    selector: { type: 'TextQuoteSelector', exact: '跨镇办理' },
  };

  it.each<[string, unknown]>([
    ['one annotation', { type: 'Annotation', target }],
    ['a list', [{ type: 'Annotation', target }]],
    ['a page', { type: 'AnnotationPage', items: [{ type: 'Annotation', target }] }],
    ['a collection of pages', { first: { items: [], next: { items: [{ type: ['Annotation'], target: [target] }] } } }],
    [
      'names with their prefix',
      {
        '@type': 'oa:Annotation',
        target: { ...target, selector: [{ '@type': 'oa:TextQuoteSelector', exact: '跨镇办理' }] },
      },
    ],
    [
      'a way into the page, narrowed',
      { target: { ...target, selector: { type: 'RangeSelector', refinedBy: target.selector } } },
    ],
  ])('as %s', (_, file) => {
    expect(read(file)).toMatchObject({
      annotations: [
        { id: null, quote: '跨镇办理', url: 'https://www.linlan.gov.cn/a.html', note: '', tags: [], colour: 'yellow' },
      ],
      refused: [],
    });
  });

  it.each<[string, object, string, string[]]>([
    ['a bare value', { bodyValue: '说明' }, '说明', []],
    ['text', { body: '说明' }, '说明', []],
    [
      'bodies with purposes',
      {
        body: [{ value: '说明', purpose: 'commenting' }, { value: ' 重 点 ', purpose: ['tagging'] }, { value: '再说' }],
      },
      '说明\n再说',
      ['重 点'],
    ],
    ['HTML', { body: { value: '<p>一 &lt;b&gt;</p><script>x</script>二', format: 'text/html' } }, '一 <b>\nx二', []],
    ['a page elsewhere', { body: { id: 'https://www.linlan.gov.cn/b.html' } }, 'https://www.linlan.gov.cn/b.html', []],
  ])('with %s', (_, body, note, tags) => {
    expect(read({ type: 'Annotation', target, ...body }).annotations[0]).toMatchObject({ note, tags });
  });

  it('takes what it can, and says of the others why not', () => {
    const file = [
      { type: 'Annotation', target },
      { type: 'Annotation' },
      { type: 'Annotation', target: 'https://www.linlan.gov.cn/a.html' },
      { type: 'Annotation', target: { source: 'x', selector: { type: 'TextPositionSelector', start: 1, end: 2 } } },
      7,
    ];
    const { annotations, refused } = read(file);
    expect(annotations).toHaveLength(1);
    expect(refused).toEqual([
      { index: 1, why: 'no-target' },
      { index: 2, why: 'no-quote' },
      { index: 3, why: 'no-quote' },
      { index: 4, why: 'not-annotation' },
    ]);
  });

  it.each([
    ['{', 'not-json'],
    ['{}', 'not-annotations'],
    ['[]', 'not-annotations'],
    ['3', 'not-annotations'],
    ['{"format":"dutymark-backup","tasks":[]}', 'not-annotations'],
  ])('%s is refused by name', (text, code) => {
    expect(() => readAnnotationsJsonLd(text)).toThrow(new AnnotationFileError(code as never));
  });
});
