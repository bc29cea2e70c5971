import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ProgressDialog } from '../../../components/tasks/progress/ProgressDialog';
import { head, other, taskRecord, today } from './sample';

beforeEach(() => {
  // happy-dom has no modal dialogs.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
});

const documents = new Map([head, other].map((each) => [each.id, each]));
const tasks = [
  taskRecord({ title: '设立跨镇办理窗口', dueDate: '2026-06-19', status: 'doing' }),
  taskRecord({ title: '编制权责清单', dueDate: '2026-06-22', status: 'done' }),
  taskRecord({ title: '开通热线', dueDate: null, status: 'open', documentId: other.id }),
];

function show(records = tasks, onCopy = vi.fn(async (_text: string) => true)) {
  const onClose = vi.fn();
  render(<ProgressDialog tasks={records} documents={documents} today={today} onCopy={onCopy} onClose={onClose} />);
  return { onCopy, onClose };
}

const choose = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const preview = () => screen.getByRole('region', { name: '预览' }).textContent!;
const copyButton = () => screen.getByRole('button', { name: '复制' }) as HTMLButtonElement;
const bars = (name = '各文件进度') =>
  within(screen.getByRole('figure', { name }))
    .getAllByRole('listitem')
    .map((each) => each.textContent);

describe('the dialog of progress', () => {
  it('shows the text and copies just that, until another is chosen', async () => {
    const { onCopy } = show();
    expect(preview()).toContain('各项任务共 3 件，已办结 1 件，占 33 %；推进中 1 件');
    expect(preview()).toContain('逾期 1 件：\n1. 设立跨镇办理窗口（县行政审批局，时限2026年6月19日）');
    fireEvent.click(copyButton());
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('已复制'));
    expect(onCopy).toHaveBeenCalledExactlyOnceWith(preview());
    choose('截止时间', 'month');
    expect(screen.getByRole('status').textContent).toBe('');
  });

  it('says when nothing was copied', async () => {
    show(
      tasks,
      vi.fn(async () => Promise.reject(new Error('no clipboard'))),
    );
    fireEvent.click(copyButton());
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('没有成功，请再试一次'));
  });

  it('draws a bar for each document, with its numbers as text', () => {
    show();
    expect(bars()).toEqual([
      '《临澜县政务服务提升实施方案》（临政办〔2026〕12号）已办结 1 · 未逾期 0 · 逾期 1',
      '《清河市便民服务行动方案》已办结 0 · 未逾期 1 · 逾期 0',
    ]);
    const figure = screen.getByRole('figure', { name: '各文件进度' });
    const parts = [...figure.querySelectorAll<HTMLElement>('.bar .bar-part')];
    expect(parts.map((part) => [part.className, part.style.width])).toEqual([
      ['bar-part bar-done', '50%'],
      ['bar-part bar-overdue', '50%'],
      ['bar-part bar-open', '50%'],
    ]);
  });

  it('draws a bar for each month too, and for them alone where the text is divided by months', () => {
    show();
    const months = ['2026年6月已办结 1 · 未逾期 0 · 逾期 1', '未定日期已办结 0 · 未逾期 1 · 逾期 0'];
    expect(bars('各月到期进度')).toEqual(months);
    choose('分项', 'month');
    expect(bars('各月到期进度')).toEqual(months);
    expect(screen.getAllByRole('figure')).toHaveLength(1);
    expect(preview()).toContain('各月到期情况：\n1. 2026年6月共 2 件');
    // One month alone would say the figures of the whole once more.
    choose('分项', 'offices');
    choose('截止时间', 'month');
    expect(screen.getAllByRole('figure').map((each) => each.getAttribute('aria-label'))).toEqual(['各承办科室进度']);
  });

  it('takes one document, and one span of time', () => {
    show();
    choose('截止时间', 'quarter');
    expect(preview()).toContain('2026年第二季度到期的任务共 2 件');
    expect(screen.getByText('另有 1 件没有截止日期，不在这个时间范围内')).toBeTruthy();
    choose('截止时间', 'all');
    choose('文件', other.id);
    expect(bars()).toHaveLength(1);
    expect(preview()).toContain('《清河市便民服务行动方案》各项任务共 1 件');
  });

  it('says what to do where nothing fits', () => {
    show();
    choose('文件', other.id);
    choose('截止时间', 'month');
    expect(screen.getByText('这个范围里没有要办的任务')).toBeTruthy();
    expect(screen.getByText(/改选“全部”/)).toBeTruthy();
    expect(copyButton().disabled).toBe(true);
    expect(screen.queryByRole('figure')).toBeNull();
  });

  it('is closed by Escape', () => {
    const { onClose } = show();
    fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }));
    expect(onClose).toHaveBeenCalledOnce();
  });
});
