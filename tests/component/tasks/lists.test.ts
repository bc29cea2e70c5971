import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueState } from '../../../components/due';
import { countPlaces, filterAnnotations, filterTasks, noFilter } from '../../../components/tasks/filter';
import { groupRows } from '../../../components/tasks/groups';
import { columns, firstLayout, gridOf, readLayout, withView } from '../../../components/tasks/layout';
import { periodOf } from '../../../components/tasks/period';
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

  it('know the calendar, two days of one’s own, roles and numbers', () => {
    const own = [
      taskRecord({ dueDate: '2026-06-01', role: 'lead', number: '19' }),
      taskRecord({ dueDate: '2026-04-01', role: 'participant', number: '191' }),
      taskRecord({ dueDate: '2026-07-01', role: null, number: null }),
    ];
    const find = (part: Partial<typeof noFilter>) =>
      filterTasks(own, { ...noFilter, ...part }, documents, today).map((record) => own.indexOf(record));
    expect(find({ due: 'thisMonth' })).toEqual([0]);
    expect(find({ due: 'thisQuarter' })).toEqual([0, 1]);
    expect(find({ due: 'range', from: '2026-06-01', to: null })).toEqual([0, 2]);
    expect(find({ due: 'range', from: null, to: '2026-05-31' })).toEqual([1]);
    expect(find({ role: 'participant' })).toEqual([1]);
    expect(find({ text: '第19' })).toEqual([0]);
    expect(periodOf('thisMonth', '2028-02-10')).toEqual(['2028-02-01', '2028-02-29']);
    expect(periodOf('thisQuarter', '2026-12-31')).toEqual(['2026-10-01', '2026-12-31']);
  });

  it('tell units from the other words', () => {
    const own = [
      taskRecord({ lead: ['县司法局'], title: '办窗口', excerpt: '办窗口\n牵头单位：县司法局', participants: [] }),
      taskRecord({ lead: ['县财政局'], title: '与县司法局会商', excerpt: '与县司法局会商', participants: [] }),
    ];
    const find = (where: 'any' | 'units' | 'rest') =>
      filterTasks(own, { ...noFilter, text: '司法局', where }, documents, today).map((record) => own.indexOf(record));
    expect(find('any')).toEqual([0, 1]);
    expect(find('units')).toEqual([0]);
    expect(find('rest')).toEqual([1]);
    const counted = (tasks: typeof own, text: string) => {
      const work = countPlaces(tasks, text, documents);
      let rests = 0;
      for (let step = work.next(); ; step = work.next()) {
        if (step.done) return { ...step.value, rests };
        rests++;
      }
    };
    expect(counted(own, '司法局')).toMatchObject({ units: 1, rest: 1 });
    expect(counted(own, ' ')).toEqual({ units: 0, rest: 0, rests: 0 });
    // Of many it rests often: the page draws and answers in between.
    const many = Array.from({ length: 500 }, () => own).flat();
    expect(counted(many, '司法局')).toEqual({ units: 500, rest: 500, rests: 20 });
  });

  it('look no further into a task than to where the word is', () => {
    const own = taskRecord({ title: '设立窗口', excerpt: '在各乡镇设立。' });
    const looked: string[] = [];
    const watched = new Proxy(own, {
      get: (task, field: keyof typeof own) => {
        looked.push(field);
        return task[field];
      },
    });
    const found = (text: string) => {
      looked.length = 0;
      return filterTasks([watched], { ...noFilter, text }, new Map(), today).length;
    };
    expect([found('窗口'), looked]).toEqual([1, ['title']]);
    expect([found('乡镇'), looked]).toEqual([1, ['title', 'excerpt']]);
    expect([found('没有'), looked.includes('progress')]).toEqual([0, true]);
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

describe('groups', () => {
  const own = [
    taskRecord({ dueDate: '2027-01-05', lead: ['县水务局'], tags: ['急', '窗口'], status: 'done' }),
    taskRecord({ dueDate: null, lead: [], tags: [], documentId: other.id }),
    taskRecord({ dueDate: '2026-06-30', lead: ['县水务局'], tags: ['急'] }),
  ];
  const heads = (by: Parameters<typeof groupRows>[1]) =>
    groupRows(own, by, documents, new Set()).flatMap((row) =>
      row.kind === 'group' ? [[row.value, row.ids.length]] : [],
    );

  it('come in the order of the list, months by the calendar, what has no value last', () => {
    expect(heads('none')).toEqual([]);
    expect(heads('document')).toEqual([
      [head.title, 2],
      [other.title, 1],
    ]);
    expect(heads('month')).toEqual([
      ['2026-06', 1],
      ['2027-01', 1],
      [null, 1],
    ]);
    expect(heads('lead')).toEqual([
      ['县水务局', 2],
      [null, 1],
    ]);
    expect(heads('tag')).toEqual([
      ['急', 2],
      ['窗口', 1],
      [null, 1],
    ]);
    expect(heads('status')).toEqual([
      ['done', 1],
      ['open', 2],
    ]);
  });

  it('have a row for each record under each of its values, and none while they are folded', () => {
    const rows = groupRows(own, 'tag', documents, new Set());
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    expect(rows).toHaveLength(7);
    expect(groupRows(own, 'tag', documents, new Set(['g:tag:急']))).toHaveLength(5);
  });
});

describe('a layout', () => {
  it('is read from whatever was kept', () => {
    expect(readLayout(null)).toEqual(firstLayout);
    expect(readLayout({ look: 'x', columns: ['note', 'nothing', 'due'], group: 'y', views: 3 })).toEqual({
      look: 'table',
      columns: ['due', 'note'],
      group: 'none',
      views: [],
      told: [],
    });
    const view = { name: '本月要交', filter: { due: 'thisMonth' }, sort: 'due', group: 'lead' };
    expect(readLayout({ views: [view, { name: '' }, null] }).views).toEqual([
      { ...view, filter: { ...noFilter, due: 'thisMonth' } },
    ]);
  });

  it('keeps one view of a name', () => {
    const view = { name: '本月', filter: noFilter, sort: 'due', group: 'none' } as const;
    const changed = { ...view, group: 'tag' } as const;
    expect(withView([view], changed)).toEqual([changed]);
  });

  it('has as many columns as are chosen, and tick, status, title and the way back', () => {
    const count = (chosen: typeof columns) =>
      gridOf(chosen)
        .replace(/minmax\([^)]*\)/g, 'm')
        .split(' ').length;
    expect(count(columns)).toBe(columns.length + 4);
    expect(gridOf([]).replace(/minmax\([^)]*\)/g, 'm')).toBe('16px 96px m 24px');
  });
});
