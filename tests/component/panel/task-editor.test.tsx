import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { TaskEditor } from '../../../components/panel/TaskEditor';
import { StatusWordsContext } from '../../../components/records/status-words';
import { taskRecord, today } from '../tasks/sample';

afterEach(cleanup);

it('offers the office’s own status words, keeps one that is in no list any more, and sets word and status together', () => {
  const task = taskRecord({ title: '设立窗口', status: 'doing', word: '已报送' });
  const update = vi.fn(async () => undefined);
  render(
    <StatusWordsContext.Provider value={[{ word: '滞后', status: 'doing' }]}>
      <TaskEditor task={task} profiles={[]} tags={[]} today={today} onUpdate={update} onRemove={vi.fn()} />
    </StatusWordsContext.Provider>,
  );
  const status = screen.getByRole<HTMLSelectElement>('combobox', { name: '状态' });
  expect(status.value).toBe(':已报送');
  expect([...status.options].map(({ text }) => text).slice(4)).toEqual(['滞后', '已报送']);
  fireEvent.change(status, { target: { value: ':滞后' } });
  expect(update).toHaveBeenLastCalledWith({ status: 'doing', word: '滞后' });
  fireEvent.change(status, { target: { value: 'done' } });
  expect(update).toHaveBeenLastCalledWith({ status: 'done', word: null });
});

it('says for which unit a task was taken on that is none of the reader’s any more', () => {
  const task = taskRecord({ title: '设立窗口', takenFor: ['县司法局'] });
  const shown = (name: string, aliases: string[] = []) => {
    cleanup();
    const profiles = [{ name, aliases }];
    render(
      <TaskEditor task={task} profiles={profiles} tags={[]} today={today} onUpdate={vi.fn()} onRemove={vi.fn()} />,
    );
    return screen.queryByText(/为谁领的/)?.textContent ?? null;
  };
  expect(shown('县水利局')).toBe('为谁领的 “县司法局”（本单位现为“县水利局”，角色仍按前者）');
  expect(shown('县司法局')).toBeNull();
  expect(shown('临澜县司法局', ['县司法局'])).toBeNull();
});
