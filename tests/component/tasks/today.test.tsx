import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TasksView } from '../../../components/tasks/TasksView';
import { dataOf, noted, taskRecord, today } from './sample';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

// The 20th of June 2026 is a Saturday.
const tasks = [
  taskRecord({ title: '已过期的事', dueDate: '2026-06-01' }),
  taskRecord({ title: '今天的事', dueDate: today, status: 'doing' }),
  taskRecord({ title: '周日的事', dueDate: '2026-06-21', updated: '2026-06-19T00:00:00.000Z' }),
  taskRecord({ title: '月底的事', dueDate: '2026-06-30', created: '2026-06-19T00:00:00.000Z' }),
  taskRecord({ title: '办完的事', dueDate: '2026-06-02', status: 'done' }),
];

function show(records = tasks, actions = noted()) {
  render(<TasksView data={dataOf(records)} error={null} actions={actions} today={today} tab="today" />);
  return actions;
}

const inPart = (name: string) =>
  within(screen.getByRole('region', { name }))
    .getAllByRole('listitem')
    .map((row) => row.querySelector('.task-title')?.textContent?.trim());

describe('today', () => {
  it('shows what is overdue, due today, this week, this month, and what waits for progress', () => {
    show();
    expect(screen.getByText('逾期 1 · 今天 1 · 本周余下 1 · 本月余下 1')).toBeTruthy();
    expect(inPart('已逾期')).toEqual(['已过期的事']);
    expect(inPart('今天到期')).toEqual(['今天的事']);
    expect(inPart('本周余下到期')).toEqual(['周日的事']);
    expect(inPart('本月余下到期')).toEqual(['月底的事']);
    expect(inPart('等进展')).toEqual(['已过期的事', '今天的事', '周日的事']);
    expect(screen.queryByText('办完的事')).toBeNull();
  });

  it('sets a task done in place, and opens it for more', () => {
    const actions = show();
    const row = within(within(screen.getByRole('region', { name: '今天到期' })).getByRole('listitem'));
    fireEvent.change(row.getByRole('combobox', { name: '“今天的事”的状态' }), { target: { value: 'done' } });
    expect(actions.updateTasks).toHaveBeenCalledWith([tasks[1]!.id], { status: 'done' }, { status: 'doing' });
    fireEvent.click(row.getByRole('button', { name: '今天的事' }));
    expect(row.getByRole('button', { name: '记进展' })).toBeTruthy();
  });

  it('says when nothing presses, and what comes next', () => {
    const created = '2026-06-19T00:00:00.000Z';
    const dates = [null, '2026-12-31', '2026-08-01', '2026-07-01', '2026-09-01', '2026-10-01', '2026-11-01'];
    show(dates.map((dueDate) => taskRecord({ title: dueDate ?? '没有日期', dueDate, created })));
    expect(screen.getByText('今天没有到期和逾期的任务')).toBeTruthy();
    expect(inPart('接下来')).toEqual(['2026-07-01', '2026-08-01', '2026-09-01', '2026-10-01', '2026-11-01']);
    expect(screen.getByRole('button', { name: '还有 1 项，到任务清单查看' })).toBeTruthy();
  });

  it('shows a month, a day of it, and when a recurring duty comes again', () => {
    show([...tasks, taskRecord({ title: '月报', dueDate: '2026-06-25', repeat: { text: '每月25日前', until: null } })]);
    fireEvent.click(screen.getByRole('button', { name: '月历' }));
    expect(screen.getByRole('heading', { name: '2026年6月' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /^6月30日：1 项/ }));
    expect(inPart('6月30日：1 项')).toEqual(['月底的事']);
    fireEvent.click(screen.getByRole('button', { name: '下个月' }));
    fireEvent.click(screen.getByRole('button', { name: /^7月25日：1 项/ }));
    expect(screen.getByText('周期任务预计：月报')).toBeTruthy();
  });
});

describe('a task by hand', () => {
  it('is added with its source and date, people and due date', async () => {
    const actions = show();
    fireEvent.click(screen.getAllByRole('button', { name: '手工添加任务' })[0]!);
    const dialog = within(screen.getByRole('dialog', { hidden: true }));
    const add = dialog.getByRole<HTMLButtonElement>('button', { name: '添加', hidden: true });
    expect(add.disabled).toBe(true);
    fireEvent.input(dialog.getByLabelText('任务'), { target: { value: '上报窗口整改情况' } });
    fireEvent.change(dialog.getByLabelText('来源'), { target: { value: 'instruction' } });
    fireEvent.input(dialog.getByLabelText('会议、文件或交办人'), { target: { value: '周副县长批示' } });
    fireEvent.input(dialog.getByLabelText('来源日期'), { target: { value: '2026-06-18' } });
    fireEvent.input(dialog.getByLabelText('截止日期'), { target: { value: '2026-06-25' } });
    fireEvent.input(dialog.getByRole('combobox', { name: '承办人', hidden: true }), { target: { value: '陈工，' } });
    fireEvent.click(add);
    expect(actions.addByHand).toHaveBeenCalledWith({
      title: '上报窗口整改情况',
      dueDate: '2026-06-25',
      note: '',
      tags: [],
      source: { kind: 'instruction', name: '周副县长批示', date: '2026-06-18' },
      handlers: ['陈工'],
    });
    await waitFor(() => expect(screen.getByText('已添加“上报窗口整改情况”')).toBeTruthy());
  });

  it('shows where it comes from, and offers no way to a passage', () => {
    const source = { kind: 'meeting' as const, name: '县政府第12次常务会议', date: '2026-06-04' };
    const hand = { origin: 'hand' as const, documentId: 'hand', excerpt: '', url: '', path: [], source };
    show([taskRecord({ title: '整改', dueDate: today, created: '2026-06-19T00:00:00.000Z', ...hand })]);
    const row = within(within(screen.getByRole('region', { name: '今天到期' })).getByRole('listitem'));
    expect(row.getByText('会议 · 县政府第12次常务会议')).toBeTruthy();
    fireEvent.click(row.getByRole('button', { name: '整改' }));
    expect(row.getByText('会议：县政府第12次常务会议（2026-06-04）')).toBeTruthy();
    expect(row.queryByRole('button', { name: '回到原文' })).toBeNull();
  });
});
