import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LedgerRow, LedgerTask } from '../../../../lib/export/ledger/types';
import { type ReportChoice, reportOf } from '../../../../lib/export/progress/report';
import { inSpan, spans, spanWords } from '../../../../lib/export/progress/span';
import { progressText } from '../../../../lib/export/progress/text';
import { row } from '../ledger/rows';

const today = '2026-11-28';
const all: ReportChoice = { span: 'all', documentId: null, today };
const second = { title: '清河市便民服务行动方案', docNumber: null, issuer: null, date: null };

let serial = 0;
const some = (count: number, over: Partial<LedgerTask>): LedgerRow[] =>
  Array.from({ length: count }, () => row({ id: `task-${serial++}`, dueDate: null, ...over }));
const ofSecond = (rows: readonly LedgerRow[]): LedgerRow[] =>
  rows.map(({ task }) => ({ task: { ...task, documentId: 'doc-qinghe' }, document: second }));
const textOf = (rows: readonly LedgerRow[], choice: Partial<ReportChoice> = {}) =>
  progressText(reportOf(rows, { ...all, ...choice }));

describe('the text of progress', () => {
  it('gives figures, what is overdue in the order of dates, and nothing that was dropped', () => {
    const rows = [
      ...some(18, { status: 'done', dueDate: '2026-06-30' }),
      ...some(30, { status: 'doing' }),
      ...some(16, { status: 'open', dueDate: today }),
      ...some(1, { status: 'doing', dueDate: '2026-11-27', title: '编制权责\n清单', lead: ['县财政局', '县司法局'] }),
      ...some(1, {
        status: 'open',
        dueDate: '2026-09-30',
        dueByDefault: true,
        title: '开通热线',
        lead: [],
        responsible: ['县信访局'],
      }),
      ...some(2, { status: 'dropped', dueDate: '2026-01-31' }),
    ];
    expect(textOf(rows)).toBe(
      [
        '截至2026年11月28日，《临澜县政务服务提升实施方案》（临政办〔2026〕12号）各项任务共 66 件，已办结 18 件，占 27 %；推进中 31 件，占 47 %；未启动 17 件，占 26 %。另有不办 2 件，未计入。',
        '逾期 2 件：',
        '1. 开通热线（县信访局，默认时限2026年9月30日）',
        '2. 编制权责 清单（县财政局、县司法局，时限2026年11月27日）',
      ].join('\n'),
    );
  });

  it('calls tasks that no document holds what they are, and not another document', () => {
    const byHand = some(2, { documentId: 'hand', origin: 'hand' }).map(({ task }) => ({ task, document: undefined }));
    expect(textOf(byHand)).toMatch(/^截至2026年11月28日，各项任务共 2 件/);
    expect(textOf([...byHand, ...some(1, {})])).toContain('\n1. 文件以外的任务共 2 件');
    expect(textOf(byHand, { documentId: 'hand' })).not.toContain('其他文件');
  });

  it('gives each office or person its figures, and finished periods beside the count', () => {
    const rows = [
      ...some(2, { status: 'done', offices: ['审批股'] }),
      ...some(1, {
        status: 'doing',
        offices: ['法制股', '审批股'],
        handlers: ['陈工'],
        dueDate: '2026-11-01',
        title: '清单',
      }),
      ...some(1, { rounds: [{ due: '2026-06-30', done: '2026-06-20' }] }),
    ];
    expect(textOf(rows, { by: 'offices' })).toBe(
      [
        '截至2026年11月28日，各项任务共 4 件，已办结 2 件，占 50 %；推进中 1 件，占 25 %；未启动 1 件，占 25 %。周期性任务已办结 1 期。',
        '逾期 1 件：',
        '1. 清单（县行政审批局，法制股、审批股、陈工，时限2026年11月1日）',
        '各承办科室情况：',
        '1. 审批股共 3 件，已办结 2 件，占 67 %；推进中 1 件，占 33 %；未启动 0 件；逾期 1 件。',
        '2. 法制股共 1 件，已办结 0 件；推进中 1 件，占 100 %；未启动 0 件；逾期 1 件。',
        '3. 未分派共 1 件，已办结 0 件；推进中 0 件；未启动 1 件，占 100 %。',
        '几个科室共同承办的任务在各自名下各计 1 件，总数中只计 1 件。',
      ].join('\n'),
    );
  });

  it('gives each document its figures where there are several', () => {
    const rows = [
      ...some(1, { status: 'done' }),
      ...ofSecond([
        ...some(1, { status: 'open', dueDate: '2026-10-01', title: '开通热线', lead: [], responsible: [] }),
        ...some(2, { status: 'doing' }),
      ]),
    ];
    expect(textOf(rows)).toBe(
      [
        '截至2026年11月28日，各项任务共 4 件，已办结 1 件，占 25 %；推进中 2 件，占 50 %；未启动 1 件，占 25 %。',
        '逾期 1 件：',
        '1. 开通热线（时限2026年10月1日）',
        '各文件情况：',
        '1. 《临澜县政务服务提升实施方案》（临政办〔2026〕12号）共 1 件，已办结 1 件，占 100 %；推进中 0 件；未启动 0 件。',
        '2. 《清河市便民服务行动方案》共 3 件，已办结 0 件；推进中 2 件，占 67 %；未启动 1 件，占 33 %；逾期 1 件。',
      ].join('\n'),
    );
    expect(textOf(rows, { documentId: 'doc-qinghe' })).toContain('《清河市便民服务行动方案》各项任务共 3 件');
  });

  it('gives each month its figures by the calendar, what has no date last', () => {
    const rows = [
      ...some(1, { status: 'open' }),
      ...some(1, { status: 'doing', dueDate: '2027-01-15' }),
      ...some(1, { status: 'open', dueDate: '2026-09-30', title: '开通热线', lead: [], responsible: [] }),
      ...ofSecond(some(1, { status: 'done', dueDate: '2026-09-01' })),
    ];
    expect(reportOf(rows, all).months.map(({ id, name, figures }) => [id, name, figures.total])).toEqual([
      ['2026-09', '2026年9月', 2],
      ['2027-01', '2027年1月', 1],
      ['', '未定日期', 1],
    ]);
    expect(textOf(rows, { by: 'month' }).split('\n').slice(-4)).toEqual([
      '各月到期情况：',
      '1. 2026年9月共 2 件，已办结 1 件，占 50 %；推进中 0 件；未启动 1 件，占 50 %；逾期 1 件。',
      '2. 2027年1月共 1 件，已办结 0 件；推进中 1 件，占 100 %；未启动 0 件。',
      '3. 未定日期共 1 件，已办结 0 件；推进中 0 件；未启动 1 件，占 100 %。',
    ]);
  });

  it('of a span of time takes what is due within it, and counts what has no date aside', () => {
    const rows = [
      ...some(1, { status: 'open', dueDate: '2026-11-01' }),
      ...some(2, { status: 'done', dueDate: '2026-11-30' }),
      ...some(4, { status: 'open', dueDate: '2026-12-31' }),
      ...some(8, { status: 'open', dueDate: '2025-11-15' }),
      ...some(16, { status: 'open' }),
    ];
    expect(textOf(rows, { span: 'month' })).toContain('2026年11月到期的任务共 3 件，已办结 2 件，占 67 %');
    expect(textOf(rows, { span: 'quarter' })).toContain('2026年第四季度到期的任务共 7 件');
    expect(reportOf(rows, { ...all, span: 'month' }).undated).toBe(16);
    expect(reportOf(rows, all).undated).toBe(0);
  });

  it('of nothing is no percentage', () => {
    expect(textOf([])).toBe('截至2026年11月28日，各项任务共 0 件。');
    expect(textOf(some(3, { status: 'dropped' }))).not.toContain('%');
  });
});

describe('a span of time', () => {
  it('is the calendar’s own', () => {
    expect(spanWords('quarter', '2026-03-31')).toBe('2026年第一季度到期的任务');
    expect(spanWords('month', '2026-03-31')).toBe('2026年3月到期的任务');
    expect(inSpan('2026-04-01', 'quarter', '2026-03-31')).toBe(false);
    expect(inSpan('2026-01-01', 'quarter', '2026-03-31')).toBe(true);
    expect(inSpan(null, 'month', today)).toBe(false);
    expect(inSpan('2025-11-28', 'month', today)).toBe(false);
  });
});

/** ISO dates around today, by adding days to it. */
const dates = fc
  .integer({ min: -400, max: 400 })
  .map((days) => new Date(Date.UTC(2026, 10, 28 + days)).toISOString().slice(0, 10));
const tasks = fc.array(
  fc.record({
    status: fc.constantFrom('open' as const, 'doing' as const, 'done' as const, 'dropped' as const),
    dueDate: fc.option(dates),
    documentId: fc.constantFrom('a', 'b', 'c'),
  }),
  { maxLength: 60 },
);

describe('figures counted a second way', () => {
  it('agree, one task after the other, with dates as instants', () => {
    fc.assert(
      fc.property(tasks, fc.constantFrom(...spans), fc.constantFrom(null, 'a', 'b'), (parts, span, documentId) => {
        const rows = parts.map((part, at) => row({ ...part, id: `task-${at}` }));
        const report = reportOf(rows, { span, documentId, today });
        const tally = { total: 0, done: 0, doing: 0, open: 0, overdue: 0 };
        const late: string[] = [];
        let dropped = 0;
        const now = new Date(`${today}T00:00:00Z`);
        for (const { task } of rows) {
          if (documentId !== null && task.documentId !== documentId) continue;
          const due = task.dueDate === null ? null : new Date(`${task.dueDate}T00:00:00Z`);
          const from = span === 'month' ? Date.UTC(2026, 10, 1) : Date.UTC(2026, 9, 1);
          const until = span === 'month' ? Date.UTC(2026, 11, 1) : Date.UTC(2027, 0, 1);
          if (span !== 'all' && (due === null || due.getTime() < from || due.getTime() >= until)) continue;
          if (task.status === 'dropped') {
            dropped += 1;
            continue;
          }
          tally.total += 1;
          tally[task.status] += 1;
          if (task.status !== 'done' && due !== null && due < now) {
            tally.overdue += 1;
            late.push(task.id);
          }
        }
        expect(report.whole).toEqual(tally);
        expect(report.dropped).toBe(dropped);
        expect(report.overdue.map(({ id }) => id).sort()).toEqual(late.sort());
        const days = report.overdue.map(({ dueDate }) => Date.parse(dueDate!));
        expect(days).toEqual([...days].sort((one, other) => one - other));
        for (const key of ['total', 'done', 'doing', 'open', 'overdue'] as const)
          for (const parts of [report.parts, report.months])
            expect(parts.reduce((sum, { figures }) => sum + figures[key], 0)).toBe(tally[key]);
        const firsts = report.months.map(({ id }) => (id ? Date.parse(`${id}-01`) : Number.POSITIVE_INFINITY));
        expect(firsts).toEqual([...new Set(firsts)].sort((one, other) => one - other));
        expect(progressText(report)).toContain(`共 ${tally.total} 件`);
      }),
      { numRuns: 500 },
    );
  });
});
