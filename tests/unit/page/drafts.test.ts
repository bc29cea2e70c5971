import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../../lib/anchor/index';
import { rowsOf } from '../../../lib/cli/tasks';
import { tasksCsv } from '../../../lib/export/tasks';
import { factsOfMeasure, joined, passage, taskOfMeasure } from '../../../lib/page/drafts';
import { marksOf } from '../../../lib/page/marks';
import { parse } from '../../../lib/policy/parse';
import { fromPlain } from '../../../lib/text/plain';
import { mineIs, parseSimple, simpleDuties } from '../../lib/policies';

describe('joined', () => {
  it('joins Chinese without a blank, and words with one', () => {
    expect(joined('县司法\n\n局、  县财政局')).toBe('县司法局、县财政局');
    expect(joined(' open\ngovernment  data 平台 ')).toBe('open government data 平台');
  });
});

describe('passage', () => {
  it('keeps paragraphs, cells and assignment lines apart', () => {
    expect(passage('加强巡查。\n牵头单位：县水务局\n\n参加单位：县财政局')).toBe(
      '加强巡查。\n牵头单位：县水务局\n参加单位：县财政局',
    );
    expect(passage('3\n设立窗口\n县行政审批局')).toBe('3\n设立窗口\n县行政审批局');
  });

  it('joins a line that the paper broke', () => {
    expect(passage('各乡镇人民政府要结合本地实际认真组织开展河道巡\n查，并按季度报送情况。\n二、其他')).toBe(
      '各乡镇人民政府要结合本地实际认真组织开展河道巡查，并按季度报送情况。\n二、其他',
    );
  });
});

describe('taskOfMeasure', () => {
  const text = fromPlain('方案\n1. 加强巡查。\n牵头单位：市水务局\n2. 宣传。\n参加单位：市水务局');
  const steps = parseSimple(text);
  steps.next();
  const read = steps.next().value as Exclude<ReturnType<(typeof steps)['next']>['value'], number>;
  const byDefault = { text: '各项任务2026年底前完成', date: '2026-12-31', span: { start: 0, end: 2 } };
  const policy = { ...read, defaultDeadline: byDefault };
  const source = { documentId: 'd', url: 'https://www.linlan.gov.cn/', policy, duties: [], index: buildIndex(text) };
  const [measure] = policy.measures;

  it('takes the default deadline with its sentence, and says that it is the default', () => {
    const { deadlineText, dueDate, dueByDefault } = taskOfMeasure(source, measure!);
    expect([deadlineText, dueDate, dueByDefault]).toEqual([byDefault.text, '2026-12-31', true]);
  });

  it('keeps a deadline of its own for what it is', () => {
    const span = { start: 0, end: 1 };
    const own = { text: '6月底前', date: '2026-06-30', span, yearInferred: true, isDefault: false, scope: null };
    const { deadlineText, dueByDefault } = taskOfMeasure(source, { ...measure!, deadlines: [own] });
    expect([deadlineText, dueByDefault]).toEqual(['6月底前', undefined]);
  });
});

describe('the title of a task', () => {
  const text = fromPlain('方案\n1. 平安建设。\n牵头单位：市司法局');
  const steps = parseSimple(text);
  steps.next();
  const read = steps.next().value as Exclude<ReturnType<(typeof steps)['next']>['value'], number>;
  const [one] = read.measures;
  const named = (title: string | null, words: string, id: string) => ({ ...one!, id, title, text: words });
  const measures = [
    named('平安建设', '培训调解员。每季度一次。', '1'),
    named('平安建设', '开展反诈宣传', '2'),
    named('平安建设', '', '3'),
    named('植树', '三万株', '4'),
  ];
  const policy = { ...read, measures };
  const source = { documentId: 'd', url: 'https://www.linlan.gov.cn/', policy, duties: [], index: buildIndex(text) };

  it('says what the measure does where others of the document have its title', () => {
    expect(measures.map((measure) => taskOfMeasure(source, measure).title)).toEqual([
      '平安建设：培训调解员',
      '平安建设：开展反诈宣传',
      '平安建设',
      '植树',
    ]);
  });
});

describe('the facts of a measure', () => {
  const text = fromPlain(`临澜县河道管护工作方案

一、重点任务
1. 建立巡河制度。各河段由专人巡查。
牵头单位：县水利局
完成时限：长期坚持
2. 完善管护台账。对发现的问题逐项登记。
牵头单位：县水利局
完成时限：2031年6月底前
3. 公开管护信息。及时发布水质情况。
牵头单位：县生态环境局

以上各项任务未明确时限的，原则上应于2031年10月底前完成。
`);
  const policy = parse(text);
  const source = { documentId: 'd', url: 'https://www.linlan.gov.cn/a.html', policy, duties: [], text: text.text };

  it('take the default deadline only where the measure says nothing of its own', () => {
    const facts = policy.measures.map((measure) => factsOfMeasure(source, measure));
    expect(facts.map(({ deadlineText, dueDate, dueByDefault }) => [deadlineText, dueDate, dueByDefault])).toEqual([
      ['长期坚持', null, undefined],
      ['2031年6月底前', '2031-06-30', undefined],
      ['原则上应于2031年10月底前完成', '2031-10-31', true],
    ]);
  });

  it('are the same from the command line as in the extension', () => {
    const index = buildIndex(text);
    const taken = policy.measures.map((measure) => taskOfMeasure({ ...source, index }, measure));
    const instant = '2031-01-01T00:00:00.000Z';
    const records = taken.map((task, at) => ({ ...task, id: `${at}`, created: instant, updated: instant }));
    const { head, tasks } = rowsOf(source.url, policy, text, null);
    const cells = (csv: string) => csv.replace(/[^,\r\n]*(?=\r\n)/g, '');
    expect(cells(tasksCsv(tasks, [head]))).toBe(
      cells(
        tasksCsv(
          records.map((task) => ({ ...task, documentId: head.id })),
          [head],
        ),
      ),
    );
  });
});

describe('marksOf', () => {
  const text = fromPlain('方案\n1. 加强巡查。\n牵头单位：市水务局、市财政局\n2. 宣传。\n参加单位：市水务局');
  const steps = parseSimple(text);
  steps.next();
  const policy = steps.next().value as Exclude<ReturnType<(typeof steps)['next']>['value'], number>;
  const duties = simpleDuties(policy, mineIs('市水务局'));
  const sources = { policy, duties, annotations: [], tasks: [], anchors: {} };
  const printed = (kind: string, shown = (_: string) => true) =>
    marksOf(sources, shown)
      .filter((mark) => mark.kind === kind)
      .map(({ span }) => text.text.slice(span.start, span.end));

  it('marks each assignment once and what is mine once more', () => {
    expect(printed('lead')).toEqual(['市水务局', '市财政局']);
    expect(printed('participant')).toEqual(['市水务局']);
    expect(printed('mine')).toEqual(['市水务局', '1', '市水务局', '2']);
    expect(printed('measure')).toEqual(['1', '2']);
  });

  it('does not fill what is only possible', () => {
    const possible = duties.map((duty) => ({ ...duty, certainty: 'possible' as const }));
    expect(marksOf({ ...sources, duties: possible }, () => true).filter(({ kind }) => kind === 'mine')).toEqual([]);
  });

  it('tints what is only possible, and follows the choice of what is mine', () => {
    const possible = duties.map((duty) => ({ ...duty, certainty: 'possible' as const }));
    const kinds = (shown: (kind: string) => boolean) =>
      marksOf({ ...sources, duties: possible }, shown).filter(({ kind }) => kind === 'possible').length;
    expect(kinds(() => true)).toBe(2);
    expect(kinds((kind) => kind !== 'mine')).toBe(0);
  });

  it('fills of one item only the assignments that are sure', () => {
    const [first] = duties;
    const both = { ...first!, assignments: [0, 1], doubtful: [1] };
    const marks = marksOf({ ...sources, duties: [both] }, () => true);
    const words = (kind: string) =>
      marks.filter((mark) => mark.kind === kind).map(({ span }) => text.text.slice(span.start, span.end));
    expect(words('mine')).toEqual(['市水务局', '1']);
    expect(words('possible')).toEqual([]);
  });

  it('paints a passage made into a task as no annotation', () => {
    const task = { id: 't', origin: 'selection' } as never;
    const anchors = { t: { method: 'exact' as const, span: { start: 0, end: 2 }, score: 1 } };
    const marks = marksOf({ ...sources, tasks: [task], anchors }, () => true);
    expect(marks.filter(({ target }) => target === 't').map(({ kind }) => kind)).toEqual(['task']);
  });

  it('leaves out kinds that are not shown', () => {
    expect(printed('lead', (kind) => kind !== 'lead')).toEqual([]);
  });

  it('does not paint an annotation that needs review or is gone', () => {
    const note = (id: string) => ({ id, colour: 'green' }) as never;
    const anchors = {
      sure: { method: 'fuzzy' as const, span: { start: 0, end: 2 }, score: 0.9 },
      doubt: { method: 'review' as const, span: { start: 3, end: 5 }, score: 0.5 },
      gone: { method: 'orphan' as const, span: null, score: 0 },
    };
    const marks = marksOf(
      { ...sources, annotations: ['sure', 'doubt', 'gone', 'new'].map(note), anchors },
      (kind) => kind === 'annotation',
    );
    expect(marks.map(({ target, colour }) => [target, colour])).toEqual([['sure', 'green']]);
  });
});
