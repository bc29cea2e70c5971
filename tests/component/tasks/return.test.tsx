import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { TasksView } from '../../../components/tasks/TasksView';
import { FormatError } from '../../../lib/formats/types';
import { dataOf, noted, taskRecord, today } from './sample';

beforeEach(() => {
  // happy-dom has no modal dialogs and lays nothing out.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1000);
});

const tasks = [
  taskRecord({ id: 'a', title: '设立跨镇办理窗口', status: 'open', dueDate: '2026-06-30', note: '旧' }),
  taskRecord({ id: 'b', title: '编制权责清单', status: 'open', note: '' }),
  taskRecord({ id: 'c', title: '开展季度督查' }),
];

function show(actions = noted()) {
  render(<TasksView data={dataOf(tasks)} error={null} actions={actions} today={today} />);
  fireEvent.click(screen.getByRole('button', { name: '收回/导入台账…' }));
  return actions;
}

function give(...lines: string[]) {
  const file = new File([`\ufeff${lines.join('\r\n')}\r\n`], '台账.csv');
  const input = screen.getByLabelText('台账文件');
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  fireEvent.change(input);
}

const heads = '任务ID,举措,状态,截止日期,备注,牵头单位';
const row = (id: string, title: string, ...rest: string[]) => [id, title, ...rest, '县行政审批局'].join(',');
const offers = () =>
  within(screen.getByRole('table'))
    .getAllByRole('row')
    .slice(1)
    .map((each) => [...each.children].slice(1).map((cell) => cell.textContent));

describe('a ledger that was filled in', () => {
  it('is shown change by change; what is ticked is written, with a way back', async () => {
    const actions = show();
    give(
      heads,
      row('a', '设立跨镇办理窗口', '已完成', '2026/7/15', ''),
      row('b', '编制权责清单', '待办', '2026-06-30', ''),
      row('c', '开展季度督查', '待办', '2026-06-30', ''),
    );
    expect((await screen.findByText(/^改动/)).textContent).toBe('改动 3 处（1 项任务），冲突 0 处，未改 2 项');
    expect(offers()).toEqual([
      ['设立跨镇办理窗口', '状态', '待办', '已完成'],
      ['设立跨镇办理窗口', '截止日期', '2026-06-30', '2026-07-15'],
      ['设立跨镇办理窗口', '备注', '旧', '（空）'],
    ]);
    fireEvent.click(screen.getByLabelText('采用“设立跨镇办理窗口”的备注：'));
    fireEvent.click(screen.getByRole('button', { name: '写入 2 处' }));
    // One call for all of them: all are written or none.
    await waitFor(() => expect(actions.editEachTask).toHaveBeenCalledTimes(1));
    expect(actions.editEachTask.mock.lastCall![0]).toEqual([
      {
        id: 'a',
        edit: {
          set: { status: 'done', dueDate: '2026-07-15', dueByDefault: false },
          // As they were compared with the file: what is another by now is not overwritten.
          base: { status: 'open', dueDate: '2026-06-30' },
        },
      },
    ]);
    fireEvent.click(await screen.findByRole('button', { name: '撤销' }));
    // Undo takes back what the edit did, by its receipt.
    await waitFor(() => expect(actions.undoTasks).toHaveBeenCalledTimes(1));
    expect(actions.undoTasks.mock.lastCall![0]).toMatchObject({ changes: [{ id: 'a' }] });
  });

  it('writes no side of a conflict unasked, and says what it leaves out', async () => {
    const actions = show();
    give(
      heads,
      row('b', '甲', '待办', '2026-06-30', ''),
      row('b', '乙', '待办', '2026-06-30', ''),
      row('a', '设立跨镇办理窗口', '滞后', '2026-06-30', '旧').replace('县行政审批局', '县财政局'),
      row('', '新的一行', '待办', '', ''),
    );
    expect((await screen.findByText(/^改动/)).textContent).toBe('改动 0 处（0 项任务），冲突 1 处，未改 1 项');
    expect(screen.getByRole('button', { name: '写入 0 处' }).hasAttribute('disabled')).toBe(true);
    for (const words of [
      '看不懂的单元格 1 处，没有采用',
      '第 4 行：“滞后”不是已知的状态',
      '文件里多出 1 行，没有加入任务',
      '这些文件的任务有 1 项不在表里，不会删除',
      '开展季度督查',
      '“设立跨镇办理窗口”的牵头单位：县行政审批局 → 县财政局',
    ])
      expect(screen.getAllByText(words).length, words).toBeGreaterThan(0);
    fireEvent.click(screen.getByLabelText('采用“编制权责清单”的举措：甲'));
    fireEvent.click(screen.getByLabelText('采用“编制权责清单”的举措：乙'));
    fireEvent.click(screen.getByRole('button', { name: '写入 1 处' }));
    await waitFor(() =>
      expect(actions.editEachTask.mock.lastCall?.[0]).toEqual([
        { id: 'b', edit: { set: { title: '乙' }, base: { title: '编制权责清单' } } },
      ]),
    );
  });

  it('that is none of ours, or cannot be read, is refused in words', async () => {
    const actions = show();
    give('姓名,电话', '甲,1');
    expect((await screen.findByRole('alert')).textContent).toContain('不是政笺导出的台账');
    actions.ledger.compare.mockRejectedValueOnce(new FormatError('old-excel'));
    give(heads);
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('请另存为 .xlsx'));
    actions.ledger.compare.mockRejectedValueOnce(new Error('broken'));
    give(heads);
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('文件打不开'));
    expect(actions.editEachTask).not.toHaveBeenCalled();
  });
});
