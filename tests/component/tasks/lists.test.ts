import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueState } from '../../../components/due';
import { filterAnnotations, filterTasks, noFilter } from '../../../components/tasks/filter';
import { type SortKey, sortTasks } from '../../../components/tasks/sort';
import { dateWord, dueWord } from '../../../components/tasks/wording';
import { annotationRecord, head, other, taskRecord, today } from './sample';

const documents = new Map([head, other].map((document) => [document.id, document]));

describe('what a date means', () => {
  it.each([
    ['2026-06-19', 'open', 'overdue'],
    ['2026-06-20', 'doing', 'today'],
    ['2026-06-27', 'open', 'soon'],
    ['2026-06-28', 'open', 'later'],
    ['2020-01-01', 'done', 'none'],
    ['2020-01-01', 'dropped', 'none'],
    [null, 'open', 'none'],
  ] as const)('%s, %s: %s', (dueDate, status, state) => {
    expect(dueState({ dueDate, status }, today)).toBe(state);
  });

  it('is worded, over a change of clocks and of year too', () => {
    expect(dueWord({ dueDate: '2026-03-30', status: 'open' }, '2026-03-28')).toBe('还有 2 天');
    expect(dueWord({ dueDate: '2026-01-01', status: 'open' }, '2025-12-31')).toBe('还有 1 天');
    expect(dueWord({ dueDate: '2026-06-20', status: 'done' }, today)).toBe('');
    expect(dateWord('2026-06-05', today)).toBe('6月5日');
    expect(dateWord('2027-06-05', today)).toBe('2027年6月5日');
  });
});

describe('filters', () => {
  const records = [
    taskRecord({ dueDate: '2026-06-19' }),
    taskRecord({ dueDate: '2026-06-25', documentId: other.id }),
    taskRecord({ dueDate: '2026-07-15', status: 'done' }),
    taskRecord({ dueDate: null, lead: ['县气象局'] }),
  ];
  const shown = (part: Partial<typeof noFilter>) =>
    filterTasks(records, { ...noFilter, ...part }, documents, today).map((record) => records.indexOf(record));

  it('let through what they name', () => {
    expect(shown({})).toEqual([0, 1, 2, 3]);
    expect(shown({ due: 'overdue' })).toEqual([0]);
    expect(shown({ due: 'week' })).toEqual([1]);
    expect(shown({ due: 'none' })).toEqual([3]);
    expect(shown({ text: '  气象局 ' })).toEqual([3]);
    expect(shown({ text: '便民服务行动' })).toEqual([1]);
    expect(shown({ documentId: other.id, status: 'done' })).toEqual([]);
  });

  it('of annotations look into quote, note and tags', () => {
    const note = annotationRecord({ quote: '全部开通', note: 'Ask the Office', tags: ['待核实'] });
    for (const text of ['开通', 'office', '核实', '临澜县']) {
      expect(filterAnnotations([note], { ...noFilter, text }, documents)).toEqual([note]);
    }
    expect(filterAnnotations([note], { ...noFilter, text: '开通 没有' }, documents)).toEqual([]);
  });
});

describe('sorting', () => {
  const record = fc.record({
    status: fc.constantFrom('open', 'doing', 'done', 'dropped'),
    dueDate: fc.option(fc.constantFrom('2026-01-01', '2026-06-20', '2027-12-31')),
    documentId: fc.constantFrom(head.id, other.id, 'gone'),
    updated: fc.constantFrom('2026-03-05T08:00:00.000Z', '2026-03-06T08:00:00.000Z'),
  });
  const keys = fc.constantFrom<SortKey>('due', 'updated', 'document', 'status');

  it('loses nothing and does not depend on the order it is given', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 12 }), keys, (parts, key) => {
        const tasks = parts.map((part) => taskRecord(part as Parameters<typeof taskRecord>[0]));
        const sorted = sortTasks(tasks, key, documents);
        expect(new Set(sorted)).toEqual(new Set(tasks));
        expect(sortTasks([...tasks].reverse(), key, documents)).toEqual(sorted);
      }),
    );
  });

  it('by date puts the nearest first, then the undated, then what is done', () => {
    const done = taskRecord({ dueDate: '2020-01-01', status: 'done' });
    const undated = taskRecord({ dueDate: null });
    const late = taskRecord({ dueDate: '2027-01-01' });
    const near = taskRecord({ dueDate: '2026-01-01' });
    expect(sortTasks([done, undated, late, near], 'due', documents)).toEqual([near, late, undated, done]);
  });
});
