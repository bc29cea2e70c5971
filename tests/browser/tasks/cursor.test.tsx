import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { TasksView } from '../../../components/tasks/TasksView';
import '../../../components/theme/theme';
import { keepFocus } from '../../../components/ui/keepFocus';
import type { TaskRecord } from '../../../lib/store/types';
import { dataOf, noted, taskRecord, today } from '../../component/tasks/sample';

let stop: () => void;
beforeEach(async () => {
  await page.viewport(1366, 768);
  stop = keepFocus();
});
afterEach(() => {
  stop();
  cleanup();
});

const names = ['编制权责清单', '设立跨镇办理窗口', '开展季度督查', '公开服务指南'];
const records = names.map((title, at) => taskRecord({ title, dueDate: `2026-07-0${at + 1}`, tags: ['普法', '本周'] }));

/** A list whose statuses and removals come true, as in the extension. */
function Live({ tab }: { readonly tab?: 'today' }) {
  const [tasks, setTasks] = useState<readonly TaskRecord[]>(records);
  const actions = noted();
  actions.editTasks.mockImplementation(async (ids, edit) => {
    setTasks((all) => all.map((each) => (ids.includes(each.id) ? { ...each, ...edit.set } : each)) as TaskRecord[]);
    return { changed: ids.length, changes: [] };
  });
  actions.removeTasks.mockImplementation(async (ids) => {
    setTasks((all) => all.filter(({ id }) => !ids.includes(id)));
    return ids;
  });
  actions.updateTasks.mockImplementation(async (ids, patch) => {
    setTasks((all) => all.map((each) => (ids.includes(each.id) ? { ...each, ...patch } : each)) as TaskRecord[]);
    return undefined;
  });
  return <TasksView data={dataOf(tasks)} error={null} actions={actions} today={today} {...(tab && { tab })} />;
}

const show = async (tab?: 'today') => {
  const frame = document.createElement('main');
  document.body.append(frame);
  render(<Live {...(tab && { tab })} />, { container: frame });
  await screen.findAllByText(names[0]!);
};

const press = (keys: string) => userEvent.keyboard(keys);
const current = () => document.querySelector<HTMLElement>('[data-current]');
const title = () => current()?.querySelector('.task-title')?.textContent;
const isHeld = () => current()?.contains(document.activeElement) === true;

it('goes on to the row that comes into the place of one that is done and filtered away, with the focus', async () => {
  await show();
  await userEvent.click(screen.getByRole('button', { name: /^待办/ }));
  await press('jj');
  await waitFor(() => expect(title()).toBe(names[1]));
  await press('3');
  await waitFor(() => expect(title()).toBe(names[2]));
  await waitFor(() => expect(isHeld()).toBe(true));
  await press('3');
  await waitFor(() => expect(title()).toBe(names[3]));
  // The last one: the one before it is left.
  await press('3');
  await waitFor(() => expect(title()).toBe(names[0]));
  await waitFor(() => expect(isHeld()).toBe(true));
});

it('goes on after a task was deleted in its editor', async () => {
  await show();
  await press('je');
  const remove = await screen.findAllByRole('button', { name: '删除' });
  remove.at(-1)!.focus();
  await press('{Enter}');
  await waitFor(() => expect(title()).toBe(names[1]));
  await waitFor(() => expect(isHeld()).toBe(true));
});

it('stays in the search while what is typed there takes the row away', async () => {
  await show();
  await press('jj/');
  await userEvent.fill(screen.getByRole('searchbox'), names[3]!);
  await screen.findByText('共 1 项');
  expect(document.activeElement).toBe(screen.getByRole('searchbox'));
});

it('is beside a tag that was taken off, in the same row', async () => {
  await show();
  await press('je');
  (await screen.findByRole('button', { name: '移除“普法”' })).focus();
  await press('{Enter}');
  await waitFor(() => expect(screen.queryByRole('button', { name: '移除“普法”' })).toBeNull());
  await waitFor(() => expect(isHeld()).toBe(true));
  expect(title()).toBe(names[0]);
});

it('stays on its row when the list is drawn as cards, and as a table again', async () => {
  await show();
  await press('jj');
  await waitFor(() => expect(isHeld()).toBe(true));
  for (const look of ['cards', 'table']) {
    await press('v');
    await waitFor(() => expect(document.querySelector('.task-heads') !== null).toBe(look === 'table'));
    await waitFor(() => expect([title(), isHeld()]).toEqual([names[1], true]));
  }
});

it('begins in the search after the filter was cleared', async () => {
  await show();
  await userEvent.click(screen.getByRole('button', { name: /^待办/ }));
  screen.getByRole('button', { name: '清除筛选' }).focus();
  await press('{Enter}');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('searchbox')));
});

it('goes from a search that finds nothing to the empty list', async () => {
  await show();
  await press('/');
  await userEvent.fill(screen.getByRole('searchbox'), '不存在的词');
  await screen.findByText('没有符合筛选条件的内容');
  await press('{Escape}');
  await waitFor(() => expect(document.activeElement?.className).toBe('records'));
});

it('of today and of a choice too Ctrl+Z takes back what was done last', async () => {
  for (const tab of ['today', undefined] as const) {
    await show(tab);
    // On the first page a task may stand under its date and under what waits for progress.
    const status = () => screen.getAllByRole<HTMLSelectElement>('combobox', { name: `“${names[0]}”的状态` })[0]!;
    status().focus();
    await userEvent.selectOptions(status(), 'doing');
    await waitFor(() => expect(status().value).toBe('doing'));
    await press('{Control>}z{/Control}');
    await waitFor(() => expect(status().value).toBe('open'));
    cleanup();
  }
});

it('leaves an open row open when what was written in it is stored and the field was left', async () => {
  await show();
  await press('je');
  const note = await screen.findByRole('textbox', { name: '备注' });
  await userEvent.fill(note, '先问财政局');
  note.blur();
  await screen.findByText('已保存');
  for (let turn = 0; turn < 6; turn++) await new Promise(requestAnimationFrame);
  expect(screen.getByRole('textbox', { name: '备注' })).toBeTruthy();
});
