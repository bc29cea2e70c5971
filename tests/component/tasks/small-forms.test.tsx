import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BeginsContext } from '../../../components/tasks/follow/begins';
import { FollowEditor } from '../../../components/tasks/follow/FollowEditor';
import { HandDialog } from '../../../components/tasks/follow/HandDialog';
import { AssignDialog } from '../../../components/tasks/people/AssignDialog';
import { taskRecord, today } from './sample';

beforeEach(() => {
  // happy-dom has no modal dialogs.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
});
afterEach(() => {
  cleanup();
  localStorage.clear();
});

const entry = { percent: null, problem: '', next: '', by: '', at: '2026-06-01T00:00:00.000Z' };
const progress = [
  { ...entry, id: 'a', on: '2026-06-01', text: '已部署' },
  { ...entry, id: 'b', on: '2026-06-15', text: '过半' },
];
const record = taskRecord({ title: '甲', dueDate: '2026-06-22', progress });

function show(task = record) {
  const onSet = vi.fn();
  const { rerender } = render(<FollowEditor task={task} today={today} onSet={onSet} />);
  return { onSet, again: (next: typeof task) => rerender(<FollowEditor task={next} today={today} onSet={onSet} />) };
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
const focused = () => document.activeElement;

describe('a small form', () => {
  it('takes the focus when it opens, and gives it back to its button', async () => {
    const { onSet } = show();
    press('记进展');
    await waitFor(() => expect(focused()).toBe(screen.getByLabelText('进展情况')));
    press('取消');
    await waitFor(() => expect(focused()).toBe(screen.getByRole('button', { name: '记进展' })));
    press('延期…');
    await waitFor(() => expect(focused()).toBe(screen.getByLabelText('延至')));
    type('延至', '2026-09-30');
    type('延期理由', '资金未到位');
    press('延期');
    await waitFor(() => expect(focused()).toBe(screen.getByRole('button', { name: '延期…' })));
    expect(onSet).toHaveBeenCalledOnce();
  });

  it('has what was typed when its row was closed, or the page loaded anew', () => {
    show();
    press('记进展');
    type('存在问题', '系统未联通');
    fireEvent.input(screen.getByRole('textbox', { name: '添加一步' }), { target: { value: '选址' } });
    cleanup();
    show();
    expect(screen.getByLabelText<HTMLTextAreaElement>('存在问题').value).toBe('系统未联通');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '添加一步' }).value).toBe('选址');
    // Nothing of it is another task's.
    cleanup();
    show(taskRecord({ title: '乙' }));
    expect(screen.queryByLabelText('存在问题')).toBeNull();
  });

  it('begins anew after it was kept or cancelled', () => {
    const { onSet } = show();
    press('记进展');
    type('进展情况', '三个镇已开窗口');
    press('记下');
    expect(onSet.mock.calls[0]![0].progress).toHaveLength(3);
    press('记进展');
    expect(screen.getByLabelText<HTMLTextAreaElement>('进展情况').value).toBe('');
    type('进展情况', '写错了');
    press('取消');
    cleanup();
    show();
    expect(screen.queryByLabelText('进展情况')).toBeNull();
  });

  it('leaves the focus beside an entry that was taken out, never on the body', () => {
    const { onSet, again } = show();
    press('删除 2026-06-15 的进展');
    const [{ progress: left }] = onSet.mock.calls[0]!;
    again({ ...record, progress: left });
    expect(focused()).toBe(screen.getByRole('button', { name: '删除 2026-06-01 的进展' }));
    press('删除 2026-06-01 的进展');
    again({ ...record, progress: [] });
    expect(focused()).toBe(screen.getByRole('button', { name: '记进展' }));
  });
});

describe('a task by hand', () => {
  const dialog = () => within(screen.getByRole('dialog', { hidden: true }));
  const what = () => dialog().getByLabelText<HTMLTextAreaElement>('任务');

  it('is still there after Escape, and gone after it was cancelled', () => {
    const leave = vi.fn(() => cleanup());
    const open = () => render(<HandDialog today={today} onAdd={async () => {}} onClose={leave} />);
    open();
    fireEvent.input(what(), { target: { value: '落实常务会议要求' } });
    fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }));
    expect(leave).toHaveBeenCalledOnce();
    open();
    expect(what().value).toBe('落实常务会议要求');
    fireEvent.click(dialog().getByRole('button', { name: '取消' }));
    open();
    expect(what().value).toBe('');
  });

  it('has its people, its days and where it is from, too, when it was left by Escape', () => {
    const leave = vi.fn(() => cleanup());
    const open = () => render(<HandDialog today={today} onAdd={async () => {}} onClose={leave} />);
    open();
    const field = (label: string) => dialog().getByLabelText<HTMLInputElement>(label);
    fireEvent.input(field('截止日期'), { target: { value: '2026-09-30' } });
    fireEvent.change(field('来源'), { target: { value: 'verbal' } });
    fireEvent.input(dialog().getByRole('combobox', { name: '承办人' }), { target: { value: '陈工、李' } });
    fireEvent.input(dialog().getByRole('combobox', { name: '承办科室' }), { target: { value: '审批' } });
    fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }));
    open();
    expect(field('截止日期').value).toBe('2026-09-30');
    expect(field('来源').value).toBe('verbal');
    expect(dialog().getByText('陈工')).toBeTruthy();
    expect(dialog().getByRole<HTMLInputElement>('combobox', { name: '承办科室' }).value).toBe('审批');
    fireEvent.click(dialog().getByRole('button', { name: '取消' }));
    open();
    expect(field('截止日期').value).toBe('');
    expect(dialog().queryByText('陈工')).toBeNull();
  });
});

describe('people for many tasks', () => {
  const assign = vi.fn();
  const open = () =>
    render(<AssignDialog tasks={[record]} onAssign={assign} onPatch={vi.fn()} onClose={() => cleanup()} />);
  const dialog = () => within(screen.getByRole('dialog', { hidden: true }));
  const field = (name: string) => dialog().getByRole<HTMLInputElement>('combobox', { name });
  const leaveByKey = () => fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }));

  it('are still there after Escape, chosen and half typed alike, and that is said', () => {
    open();
    expect(dialog().queryByText(/上次没有分派/)).toBeNull();
    fireEvent.input(field('分管领导'), { target: { value: '周副局长、' } });
    fireEvent.input(field('承办人'), { target: { value: '陈' } });
    leaveByKey();
    open();
    expect(dialog().getByText('周副局长')).toBeTruthy();
    expect(field('承办人').value).toBe('陈');
    expect(dialog().getByText(/上次没有分派/)).toBeTruthy();
    fireEvent.click(dialog().getByRole('button', { name: '取消' }));
    open();
    expect(dialog().queryByText('周副局长')).toBeNull();
    expect(field('承办人').value).toBe('');
  });

  it('are given also where the last name was not ended by a key', () => {
    open();
    fireEvent.input(field('承办人'), { target: { value: '陈工' } });
    fireEvent.click(dialog().getByRole('button', { name: '分派' }));
    expect(assign).toHaveBeenCalledWith({ handlers: ['陈工'] });
    open();
    expect(field('承办人').value).toBe('');
  });
});

describe('recurring', () => {
  it('begins with the time that the document’s record says, else its title', async () => {
    const task = taskRecord({ title: '乙', dueDate: null, recurrenceText: '每季度' });
    const first = async (begins: string | null) => {
      const onSet = vi.fn();
      const beginsOf = vi.fn(async () => begins);
      render(
        <BeginsContext.Provider value={beginsOf}>
          <FollowEditor task={task} today={today} document="2027年工作要点" onSet={onSet} />
        </BeginsContext.Provider>,
      );
      expect(beginsOf).not.toHaveBeenCalled();
      press('设为周期任务');
      await waitFor(() => expect(onSet).toHaveBeenCalledOnce());
      expect(beginsOf).toHaveBeenCalledWith(task.documentId);
      cleanup();
      return onSet.mock.calls[0]![0].dueDate;
    };
    expect(await first('2027-04-01')).toBe('2027-06-30');
    expect(await first(null)).toBe('2027-03-31');
  });
});
