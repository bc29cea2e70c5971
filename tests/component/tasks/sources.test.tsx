import { fireEvent, render, screen, within } from '@testing-library/preact';
import { beforeEach, expect, it, vi } from 'vitest';
import { FollowMarks } from '../../../components/tasks/follow/FollowMarks';
import { ProgressDialog } from '../../../components/tasks/progress/ProgressDialog';
import { TasksView } from '../../../components/tasks/TasksView';
import { useChanges } from '../../../components/tasks/useChanges';
import { byHand } from '../../../lib/store/types';
import { dataOf, head, noted, taskRecord, today } from './sample';

beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1000);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(62);
});

const from = (name: string) => ({
  documentId: byHand,
  origin: 'hand' as const,
  source: { kind: 'other' as const, name, date: null },
});
const tasks = [
  taskRecord({ title: '设立跨镇办理窗口' }),
  taskRecord({ title: '整治入河排污口', ...from('督查台账') }),
  taskRecord({ title: '清理小广告', ...from('督查台账') }),
  taskRecord({ title: '接听热线', ...from('办公会议定事项') }),
];

it('imported tables stand beside the documents in the filter, and are filtered by', () => {
  render(<TasksView data={dataOf(tasks)} error={null} actions={noted()} today={today} />);
  const pick = screen.getByLabelText<HTMLSelectElement>('按文件筛选');
  const option = within(pick).getByRole<HTMLOptionElement>('option', { name: '督查台账' });
  fireEvent.change(pick, { target: { value: option.value } });
  expect(
    screen
      .getAllByRole('article')
      .map((row) => row.getAttribute('aria-label'))
      .sort(),
  ).toEqual(['整治入河排污口', '清理小广告'].sort());
});

it('the progress text counts each of them by its name', () => {
  const documents = new Map([[head.id, head]]);
  render(
    <ProgressDialog tasks={tasks} documents={documents} today={today} onCopy={async () => true} onClose={() => {}} />,
  );
  const text = screen.getByRole('region', { name: '预览' }).textContent!;
  expect(text).toContain('督查台账共 2 件');
  expect(text).toContain('办公会议定事项共 1 件');
  expect(text).not.toContain('文件以外');
  const option = screen.getByRole<HTMLOptionElement>('option', { name: '督查台账' });
  fireEvent.change(option.closest('select')!, { target: { value: option.value } });
  expect(screen.getByRole('region', { name: '预览' }).textContent).toContain('共 2 件');
});

it('a row does not say its source twice', () => {
  const [, own] = tasks;
  const { container, rerender } = render(<FollowMarks task={own!} sourceBeside />);
  expect(container.textContent).not.toContain('督查台账');
  rerender(<FollowMarks task={own!} />);
  expect(container.textContent).toContain('督查台账');
});

it('what an import brings while a filter is on is said, with a way to see it', async () => {
  const show = vi.fn();
  const toasts = { items: [], show, dismiss: () => {}, remember: () => {}, undoLast: () => {} };
  const actions = noted();
  const adopt = vi.fn(async () => ({ added: 6, changed: 0, undo: async () => {} }));
  const clear = vi.fn();
  const found = { name: '督查台账', rows: [], patches: new Map(), known: null };
  function Importing({ showAll }: { readonly showAll: (() => void) | null }) {
    const changes = useChanges({ ...actions, ledger: { ...actions.ledger, adopt } } as never, toasts, showAll);
    return (
      <button type="button" onClick={() => changes.importLedger(found, [])}>
        go
      </button>
    );
  }
  const { rerender } = render(<Importing showAll={clear} />);
  fireEvent.click(screen.getByText('go'));
  await vi.waitFor(() => expect(show).toHaveBeenCalledOnce());
  expect(show.mock.lastCall![0].text).toContain('已导入 6 项任务。列表正按条件筛选');
  show.mock.lastCall![0].action.act();
  expect(clear).toHaveBeenCalledOnce();
  rerender(<Importing showAll={null} />);
  fireEvent.click(screen.getByText('go'));
  await vi.waitFor(() => expect(show).toHaveBeenCalledTimes(2));
  expect(show.mock.lastCall![0]).toMatchObject({ text: '已导入 6 项任务' });
  expect(show.mock.lastCall![0].action).toBeUndefined();
});
