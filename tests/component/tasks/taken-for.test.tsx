import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { firstLayout } from '../../../components/tasks/layout';
import { TasksView } from '../../../components/tasks/TasksView';
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

const now = { name: '县水利局', aliases: ['水利局'] };
const theirs = () => taskRecord({ title: '设立窗口', takenFor: ['县司法局'] });

it('a unit changed after taking on is told once, with a way on; what is done, or never said for whom, is none of it', async () => {
  const tasks = [
    theirs(),
    theirs(),
    taskRecord({ takenFor: ['水利局'] }),
    taskRecord(),
    taskRecord({ takenFor: ['县司法局'], status: 'done' }),
  ];
  const actions = noted();
  const patches = new Map([[tasks[0]!.id, { role: 'participant' as const, takenFor: ['县水利局'] }]]);
  actions.rolesNow.mockResolvedValue(patches);
  const kept = vi.fn();
  const data = { ...dataOf(tasks), units: [now] };
  render(<TasksView data={data} error={null} actions={actions} today={today} onLayout={kept} />);
  const said = screen.getByRole('region', { name: /本单位已改为“县水利局”；有 2 项没办完的任务是为“县司法局”领的/ });
  fireEvent.click(within(said).getByRole('button', { name: '按“县水利局”重定角色' }));
  await waitFor(() => expect(actions.editEachTask).toHaveBeenCalled());
  const [edits] = actions.editEachTask.mock.calls[0]!;
  expect(edits.map(({ id, edit }) => [id, edit.set])).toEqual([[tasks[0]!.id, patches.get(tasks[0]!.id)]]);
  fireEvent.click(within(said).getByRole('button', { name: '保持不变' }));
  expect(kept).toHaveBeenLastCalledWith({ ...firstLayout, told: ['unit 县司法局 县水利局'] });
  expect(screen.queryByRole('region', { name: /本单位已改为/ })).toBeNull();
});

it('nothing is told where there is no unit now', () => {
  render(<TasksView data={dataOf([theirs()])} error={null} actions={noted()} today={today} />);
  expect(screen.queryByRole('region', { name: /本单位/ })).toBeNull();
});

it('an open task says for whom it was taken on, and its limits, of which one is ticked after the other', async () => {
  const task = taskRecord({
    title: '设立窗口',
    takenFor: ['县司法局'],
    deadlines: [
      { text: '6月底前', date: '2026-06-30' },
      { text: '年底前', date: '2026-12-31' },
    ],
  });
  const actions = noted();
  render(<TasksView data={{ ...dataOf([task]), units: [now] }} error={null} actions={actions} today={today} />);
  const row = within(screen.getByRole('article', { name: '设立窗口' }));
  fireEvent.click(row.getByRole('button', { name: '设立窗口' }));
  screen.getByText('“县司法局”（本单位现为“县水利局”，角色仍按前者）');
  screen.getByText('6月底前；年底前');
  fireEvent.click(within(screen.getByRole('group', { name: '本条的各个时限' })).getAllByRole('checkbox')[0]!);
  await waitFor(() => expect(actions.updateTasks).toHaveBeenCalled());
  const [ids, patch] = actions.updateTasks.mock.calls[0]!;
  expect([ids, patch.dueDate, patch.deadlines?.[0]?.done]).toEqual([[task.id], '2026-12-31', today]);
});

it('the day on which a limit was met is not broken over two lines', () => {
  const task = taskRecord({
    title: '设立窗口',
    deadlines: [
      { text: '6月底前', date: '2026-06-30', done: '2026-06-20' },
      { text: '年底前', date: '2026-12-31' },
    ],
  });
  render(<TasksView data={dataOf([task])} error={null} actions={noted()} today={today} />);
  const row = within(screen.getByRole('article', { name: '设立窗口' }));
  fireEvent.click(row.getByRole('button', { name: '设立窗口' }));
  expect(screen.getByText('2026-06-20').className).toBe('whole-date');
});
