import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TasksView } from '../../../components/tasks/TasksView';
import { emptyRoster } from '../../../lib/follow/roster';
import { dataOf, noted, taskRecord, today } from './sample';

// happy-dom lays nothing out: the list would be given no height and draw no rows.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1000);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(62);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const tasks = [
  taskRecord({ title: '设立跨镇办理窗口', dueDate: '2026-06-22', offices: ['审批股'], handlers: ['陈工'] }),
  taskRecord({ title: '编制权责清单', dueDate: '2026-06-01', status: 'doing', offices: ['法制股', '审批股'] }),
  taskRecord({ title: '开展季度督查', dueDate: null }),
];

function show(records = tasks, actions = noted()) {
  const data = {
    ...dataOf(records),
    roster: { ...emptyRoster, leaders: ['周副局长'], offices: ['审批股', '信息股'] },
    words: [{ word: '滞后', status: 'doing' as const }],
  };
  render(<TasksView data={data} error={null} actions={actions} today={today} />);
  return actions;
}

const titles = () => screen.queryAllByRole('article').map((row) => row.getAttribute('aria-label'));
const opened = (title: string) => {
  const row = within(screen.getByRole('article', { name: title }));
  fireEvent.click(row.getByRole('button', { name: title }));
  return row;
};

describe('people', () => {
  it('of one task are chosen from the office’s list or typed', () => {
    const actions = show();
    const row = opened('设立跨镇办理窗口');
    const offices = row.getByRole('combobox', { name: '承办科室' });
    fireEvent.focus(offices);
    fireEvent.input(offices, { target: { value: '信' } });
    fireEvent.click(row.getByRole('option', { name: /信息股/ }));
    expect(actions.updateTasks).toHaveBeenCalledWith(
      [tasks[0]!.id],
      { offices: ['审批股', '信息股'] },
      { offices: ['审批股'] },
    );
    const leaders = row.getByRole('combobox', { name: '分管领导' });
    fireEvent.input(leaders, { target: { value: '吴副局长' } });
    fireEvent.keyDown(leaders, { key: 'Enter' });
    expect(actions.updateTasks).toHaveBeenCalledWith([tasks[0]!.id], { leaders: ['吴副局长'] }, { leaders: [] });
  });

  it('are given to many at once, only what was filled in', () => {
    const actions = show();
    for (const box of screen.getAllByRole('checkbox', { name: /^选择“/ }).slice(0, 2)) fireEvent.click(box);
    fireEvent.click(screen.getByRole('button', { name: '分派…' }));
    const dialog = within(screen.getByRole('dialog', { hidden: true }));
    const handlers = dialog.getByRole('combobox', { name: '承办人', hidden: true });
    fireEvent.input(handlers, { target: { value: '李工；' } });
    fireEvent.click(dialog.getByRole('button', { name: '分派', hidden: true }));
    expect(actions.editTasks).toHaveBeenCalledWith(
      [tasks[1]!.id, tasks[0]!.id],
      { set: { handlers: ['李工'] } },
      expect.any(Function),
    );
  });

  it('are taken out of many at once, others of a task stay, and one undo brings them back', () => {
    const actions = show();
    fireEvent.click(screen.getByRole('checkbox', { name: '全选' }));
    fireEvent.click(screen.getByRole('button', { name: '分派…' }));
    const dialog = within(screen.getByRole('dialog', { hidden: true }));
    fireEvent.click(dialog.getByRole('checkbox', { name: '审批股（2 项）', hidden: true }));
    fireEvent.click(dialog.getByRole('button', { name: '写入', hidden: true }));
    const [edits] = actions.editEachTask.mock.calls[0]!;
    expect(edits.map(({ id, edit }) => [id, edit.set])).toEqual([
      [tasks[1]!.id, { offices: ['法制股'] }],
      [tasks[0]!.id, { offices: [] }],
    ]);
  });

  it('are taken out of one field and given in another by one change', () => {
    const actions = show();
    fireEvent.click(screen.getByRole('checkbox', { name: '全选' }));
    fireEvent.click(screen.getByRole('button', { name: '分派…' }));
    const dialog = within(screen.getByRole('dialog', { hidden: true }));
    fireEvent.click(dialog.getByRole('checkbox', { name: '陈工（1 项）', hidden: true }));
    fireEvent.input(dialog.getByRole('combobox', { name: '承办科室', hidden: true }), { target: { value: '信息股' } });
    // Whoever stands in a field that is filled anew goes by that.
    expect(dialog.getByRole<HTMLInputElement>('checkbox', { name: '法制股（1 项）', hidden: true }).disabled).toBe(
      true,
    );
    fireEvent.click(dialog.getByRole('button', { name: '写入', hidden: true }));
    const [edits] = actions.editEachTask.mock.calls[0]!;
    expect(edits.map(({ id, edit }) => [id, edit.set])).toEqual([
      [tasks[1]!.id, { offices: ['信息股'] }],
      [tasks[0]!.id, { offices: ['信息股'], handlers: [] }],
      [tasks[2]!.id, { offices: ['信息股'] }],
    ]);
  });

  it('narrow the list, and the search knows them', async () => {
    show();
    const person = screen.getByRole('combobox', { name: '按承办筛选' });
    fireEvent.change(person, { target: { value: 'offices:审批股' } });
    expect(titles()).toEqual(['编制权责清单', '设立跨镇办理窗口']);
    fireEvent.change(person, { target: { value: 'offices:' } });
    expect(titles()).toEqual(['开展季度督查']);
    fireEvent.change(person, { target: { value: '' } });
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: '陈工' } });
    await waitFor(() => expect(titles()).toEqual(['设立跨镇办理窗口']));
  });

  it('group the list, with how much each has and how much of it is late', () => {
    show();
    fireEvent.change(screen.getByRole('combobox', { name: '分组' }), { target: { value: 'offices' } });
    const heads = [...document.querySelectorAll('.heading')].map((head) => head.textContent);
    expect(heads).toEqual(['法制股 · 逾期 11', '审批股 · 逾期 12', '未分派1']);
    // A task of two stands under both.
    expect(titles()).toEqual(['编制权责清单', '编制权责清单', '设立跨镇办理窗口', '开展季度督查']);
  });
});

describe('following up', () => {
  it('notes progress with a day, a share, problems and what comes next', () => {
    const actions = show();
    const row = opened('设立跨镇办理窗口');
    fireEvent.click(row.getByRole('button', { name: '记进展' }));
    fireEvent.input(row.getByLabelText('进展情况'), { target: { value: '三个镇已开窗口' } });
    fireEvent.input(row.getByLabelText('存在问题'), { target: { value: '系统未联通' } });
    fireEvent.input(row.getByLabelText('完成 %'), { target: { value: '60' } });
    fireEvent.click(row.getByRole('button', { name: '记下' }));
    const [, patch] = actions.updateTasks.mock.calls[0]!;
    expect(patch.progress).toMatchObject([
      { on: today, text: '三个镇已开窗口', problem: '系统未联通', next: '', percent: 60, by: '' },
    ]);
  });

  it('that is all done asks to be marked so', () => {
    const entry = { id: 'a', text: '开通', problem: '', next: '', by: '', at: '2026-06-01T00:00:00.000Z' };
    const told = (percent: number) => [{ ...entry, on: '2026-06-01', percent }];
    const actions = show([
      taskRecord({ title: '甲', status: 'doing', progress: told(100) }),
      taskRecord({ title: '乙', status: 'doing', progress: told(99) }),
      taskRecord({ title: '丙', status: 'done', progress: told(100) }),
    ]);
    const name = '进展已到 100%，标为已完成';
    for (const title of ['乙', '丙']) expect(opened(title).queryByRole('button', { name })).toBeNull();
    fireEvent.click(opened('甲').getByRole('button', { name }));
    expect(actions.updateTasks.mock.calls[0]![1]).toEqual({ status: 'done' });
  });

  it('shows the last progress first, and takes one away', () => {
    const entry = { percent: null, problem: '', next: '', by: '', at: '2026-06-01T00:00:00.000Z' };
    const progress = [
      { ...entry, id: 'a', on: '2026-06-01', text: '已部署' },
      { ...entry, id: 'b', on: '2026-06-15', text: '过半', by: '县司法局', percent: 55 },
    ];
    const actions = show([taskRecord({ title: '甲', progress })]);
    const row = opened('甲');
    const log = within(row.getByRole('region', { name: '进展' }));
    expect(log.getAllByRole('listitem').map((item) => item.textContent?.replace(/\s+$|\n\s*/g, ''))).toEqual([
      '2026-06-15 · 55% · 县司法局过半',
      '2026-06-01已部署',
    ]);
    fireEvent.click(log.getByRole('button', { name: '删除 2026-06-01 的进展' }));
    expect(actions.updateTasks.mock.calls[0]![1]).toEqual({ progress: [progress[1]] });
  });

  it('puts a date off for a reason, and shows how it was moved before', () => {
    const moves = [{ on: '2026-05-01', from: '2026-05-31', to: '2026-06-22', reason: '等批复' }];
    const actions = show([taskRecord({ title: '甲', dueDate: '2026-06-22', moves })]);
    const row = opened('甲');
    expect(row.getByRole('region', { name: '时限与周期' }).textContent).toContain('2026-05-31 → 2026-06-22 · 等批复');
    fireEvent.click(row.getByRole('button', { name: '延期…' }));
    fireEvent.input(row.getByLabelText('延至'), { target: { value: '2026-09-30' } });
    expect(row.getByRole<HTMLButtonElement>('button', { name: '延期' }).disabled).toBe(true);
    fireEvent.input(row.getByLabelText('延期理由'), { target: { value: '资金未到位' } });
    fireEvent.click(row.getByRole('button', { name: '延期' }));
    expect(actions.updateTasks).toHaveBeenCalledWith(
      [expect.any(String)],
      {
        dueDate: '2026-09-30',
        moves: [...moves, { on: today, from: '2026-06-22', to: '2026-09-30', reason: '资金未到位' }],
      },
      { dueDate: '2026-06-22', moves },
    );
  });

  it('sets a status word of the office’s own for many at once', () => {
    const actions = show();
    fireEvent.click(screen.getByRole('checkbox', { name: '全选' }));
    fireEvent.click(screen.getByRole('button', { name: '改状态' }));
    fireEvent.click(screen.getByRole('menuitem', { name: '滞后' }));
    expect(actions.editTasks).toHaveBeenCalledWith(
      expect.arrayContaining(tasks.map(({ id }) => id)),
      { set: { status: 'doing', word: '滞后' } },
      expect.any(Function),
    );
  });

  it('sets a status word of the office’s own with the status it means', () => {
    const actions = show();
    const row = within(screen.getByRole('article', { name: '编制权责清单' }));
    const status = row.getByRole('combobox', { name: '“编制权责清单”的状态' });
    fireEvent.change(status, { target: { value: ':滞后' } });
    expect(actions.updateTasks).toHaveBeenCalledWith(
      [tasks[1]!.id],
      { status: 'doing', word: '滞后' },
      { status: 'doing' },
    );
    fireEvent.change(status, { target: { value: 'done' } });
    expect(actions.updateTasks).toHaveBeenLastCalledWith([tasks[1]!.id], { status: 'done' }, { status: 'doing' });
  });

  it('says when a recurring duty goes on to its next period, and takes that back', async () => {
    const actions = noted();
    const record = taskRecord({ title: '季度通报', dueDate: '2026-06-30', repeat: { text: '每季度', until: null } });
    const fields = [{ field: 'dueDate', before: '2026-06-30', after: '2026-09-30' }];
    const receipt = { changed: 1, changes: [{ id: record.id, fields, added: [], removed: [] }] };
    actions.editTasks.mockResolvedValueOnce(receipt);
    show([record], actions);
    expect(screen.getByText('↻ 每季度')).toBeTruthy();
    fireEvent.change(screen.getByRole('combobox', { name: '“季度通报”的状态' }), { target: { value: 'done' } });
    await waitFor(() => expect(screen.getByText('本期已办结，下一期 2026-09-30')).toBeTruthy());
    fireEvent.click(screen.getByRole('button', { name: '撤销' }));
    await waitFor(() => expect(actions.undoTasks).toHaveBeenCalledWith(receipt));
  });

  it('makes a task recur by what its measure prints, up to its deadline', async () => {
    const record = taskRecord({
      title: '督查',
      dueDate: '2026-12-31',
      deadlineText: '年底前',
      recurrenceText: '每季度开展一次',
    });
    const actions = show([record]);
    const row = opened('督查');
    fireEvent.click(row.getByRole('button', { name: '设为周期任务' }));
    await waitFor(() => expect(actions.updateTasks).toHaveBeenCalled());
    expect(actions.beginsOf.mock.calls).toEqual([[record.documentId]]);
    expect(actions.updateTasks).toHaveBeenCalledWith(
      [record.id],
      {
        repeat: { text: '每季度开展一次', until: '2026-12-31' },
        dueDate: '2026-06-30',
        moves: [],
      },
      { dueDate: '2026-12-31', moves: [] },
    );
  });

  it('says which recurrence it cannot count', async () => {
    const actions = show();
    const row = opened('开展季度督查');
    fireEvent.input(row.getByLabelText('周期'), { target: { value: '适时' } });
    fireEvent.click(row.getByRole('button', { name: '设为周期任务' }));
    expect((await row.findByRole('alert')).textContent).toContain('没有看懂');
    expect(actions.updateTasks).not.toHaveBeenCalled();
  });

  it('keeps steps and evidence', () => {
    const steps = [{ id: 's1', text: '选址', done: false }];
    const actions = show([taskRecord({ title: '甲', steps, status: 'done', doneOn: '2026-06-18' })]);
    const row = opened('甲');
    expect(row.getByText('步骤 0/1')).toBeTruthy();
    fireEvent.click(row.getByRole('checkbox', { name: '选址' }));
    expect(actions.updateTasks).toHaveBeenCalledWith(
      [expect.any(String)],
      { steps: [{ ...steps[0], done: true }] },
      { steps },
    );
    const evidence = row.getByRole('textbox', { name: '佐证材料' });
    fireEvent.input(evidence, { target: { value: '验收单.pdf' } });
    fireEvent.submit(evidence.closest('form')!);
    expect(actions.updateTasks).toHaveBeenCalledWith(
      [expect.any(String)],
      { evidence: ['验收单.pdf'] },
      { evidence: [] },
    );
    expect(row.getByLabelText<HTMLInputElement>('办结日期').value).toBe('2026-06-18');
  });
});
