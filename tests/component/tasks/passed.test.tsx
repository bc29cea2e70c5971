import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { firstLayout } from '../../../components/tasks/layout';
import { passedDefaults } from '../../../components/tasks/passed';
import { TasksView } from '../../../components/tasks/TasksView';
import { dataOf, head, noted, other, taskRecord, today } from './sample';

afterEach(cleanup);

const late = { dueDate: '2025-12-31', dueByDefault: true };
const tasks = [
  taskRecord(late),
  taskRecord(late),
  taskRecord({ ...late, status: 'done' }),
  taskRecord({ ...late, documentId: other.id }),
  taskRecord({ dueDate: '2025-12-31' }),
  taskRecord({ dueDate: '2026-12-31', dueByDefault: true }),
];

describe('a default deadline that has passed', () => {
  it('is one thing for all tasks that go by it', () => {
    const passed = passedDefaults(tasks, today, []);
    expect(passed.map(({ documentId, ids }) => [documentId, ids.length])).toEqual([
      [head.id, 2],
      [other.id, 1],
    ]);
    expect(passedDefaults(tasks, today, [passed[0]!.key]).map(({ documentId }) => documentId)).toEqual([other.id]);
  });

  it('is told once, and offers another date or none for all of them', async () => {
    const actions = noted();
    const kept = vi.fn();
    render(<TasksView data={dataOf(tasks)} error={null} actions={actions} today={today} onLayout={kept} />);
    screen.getByRole('region', { name: /默认时限 2025-12-31 已过，有 2 项任务/ });
    fireEvent.click(screen.getByRole('button', { name: '不设日期' }));
    const ids = [tasks[0]!.id, tasks[1]!.id];
    await waitFor(() =>
      expect(actions.editTasks).toHaveBeenCalledWith(
        ids,
        { set: { dueDate: null, dueByDefault: false } },
        expect.any(Function),
      ),
    );
    fireEvent.click(screen.getByRole('button', { name: '改为…' }));
    fireEvent.input(screen.getByLabelText('新的截止日期'), { target: { value: '2026-12-31' } });
    fireEvent.click(screen.getByRole('button', { name: '确定' }));
    await waitFor(() =>
      expect(actions.editTasks).toHaveBeenCalledWith(
        ids,
        { set: { dueDate: '2026-12-31', dueByDefault: false } },
        expect.any(Function),
      ),
    );
    fireEvent.click(screen.getByRole('button', { name: '知道了' }));
    expect(kept).toHaveBeenLastCalledWith({ ...firstLayout, told: [`${head.id} 2025-12-31`] });
    screen.getByRole('region', { name: /有 1 项任务/ });
  });
});
