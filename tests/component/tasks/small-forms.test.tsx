import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FollowEditor } from '../../../components/tasks/follow/FollowEditor';
import { HandDialog } from '../../../components/tasks/follow/HandDialog';
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
});
