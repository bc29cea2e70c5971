import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { listKeyLines } from '../../../components/tasks/key-lines';
import { TasksView } from '../../../components/tasks/TasksView';
import '../../../components/theme/theme';
import { dataOf, type Noted, noted, taskRecord, today } from '../../component/tasks/sample';

let actions: Noted;
beforeEach(() => page.viewport(1366, 768));
afterEach(cleanup);

const names = ['编制权责清单', '设立跨镇办理窗口', '开展季度督查', '公开服务指南'];
const records = names.map((title, at) => taskRecord({ title, dueDate: `2026-07-0${at + 1}`, tags: [] }));

function show() {
  actions = noted();
  const frame = document.createElement('main');
  document.body.append(frame);
  render(<TasksView data={dataOf(records)} error={null} actions={actions} today={today} />, { container: frame });
}

const current = () => document.querySelector<HTMLElement>('[data-current]');
const at = () => Number(current()?.dataset.index);
const ticked = () => screen.queryByText(/^已选 \d+ \//)?.textContent ?? '';
const press = (keys: string) => userEvent.keyboard(keys);

/** What each key of the help must bring about, in a list that was just opened. */
const does: Readonly<Record<string, () => Promise<unknown>>> = {
  '/': async () => {
    await press('/');
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
    await press('{Escape}');
    await waitFor(() => expect(current()?.contains(document.activeElement)).toBe(true));
  },
  j: async () => {
    await press('jj');
    await waitFor(() => expect(at()).toBe(1));
  },
  k: async () => {
    await press('jjk');
    await waitFor(() => expect(at()).toBe(0));
  },
  '↓': async () => {
    await press('{ArrowDown}{ArrowDown}');
    await waitFor(() => expect(at()).toBe(1));
  },
  '↑': async () => {
    await press('{ArrowDown}{ArrowDown}{ArrowUp}');
    await waitFor(() => expect(at()).toBe(0));
  },
  Home: async () => {
    await press('{End}{Home}');
    await waitFor(() => expect(at()).toBe(0));
  },
  End: async () => {
    await press('{End}');
    await waitFor(() => expect(at()).toBe(names.length - 1));
  },
  Enter: async () => {
    await press('j{Enter}');
    await screen.findByLabelText('备注');
    await press('{Enter}');
    await waitFor(() => expect(screen.queryByLabelText('备注')).toBeNull());
  },
  e: async () => {
    await press('jE');
    await screen.findByLabelText('备注');
  },
  Space: async () => {
    await press('j ');
    await waitFor(() => expect(ticked()).toContain('1 /'));
  },
  x: async () => {
    await press('jX');
    await waitFor(() => expect(ticked()).toContain('1 /'));
  },
  'Shift+Space': async () => {
    await press('jxjj{Shift>} {/Shift}');
    await waitFor(() => expect(ticked()).toContain('3 /'));
  },
  s: async () => {
    await press('js');
    await waitFor(() => expect(ticked()).toContain(`${names.length} /`));
  },
  ...Object.fromEntries(
    (['open', 'doing', 'done', 'dropped'] as const).map((status, index) => [
      `${index + 1}`,
      async () => {
        await press(`j${index + 1}`);
        await waitFor(() =>
          expect(actions.editTasks).toHaveBeenCalledWith([records[0]!.id], { set: { status } }, expect.any(Function)),
        );
      },
    ]),
  ),
  l: async () => {
    await press('jl');
    await waitFor(() => expect((document.activeElement as HTMLElement).dataset.field).toBe('tags'));
    await press('普法{Enter}');
    await waitFor(() =>
      expect(actions.updateTasks).toHaveBeenCalledWith([records[0]!.id], { tags: ['普法'] }, { tags: [] }),
    );
    await press('{Enter}');
    await waitFor(() => expect(at()).toBe(1));
  },
  d: async () => {
    await press('jd');
    await waitFor(() => expect((document.activeElement as HTMLElement).dataset.field).toBe('due'));
    await userEvent.fill(document.activeElement!, '2026-09-30');
    await press('{Enter}');
    await waitFor(() =>
      expect(actions.updateTasks).toHaveBeenCalledWith([records[0]!.id], { dueDate: '2026-09-30' }, expect.anything()),
    );
    await waitFor(() => expect(at()).toBe(1));
  },
  m: async () => {
    await press('jm');
    await waitFor(() => expect((document.activeElement as HTMLElement).dataset.field).toBe('note'));
    await press('先问县里{Escape}');
    await waitFor(() =>
      expect(actions.updateTasks).toHaveBeenCalledWith([records[0]!.id], { note: '先问县里' }, { note: '' }),
    );
    await waitFor(() => expect(current()?.contains(document.activeElement)).toBe(true));
  },
  o: async () => {
    await press('jo');
    await waitFor(() => expect(actions.revealTask).toHaveBeenCalledWith(records[0]));
  },
  Delete: async () => {
    await press('j{Delete}');
    await waitFor(() => expect(actions.removeTasks).toHaveBeenCalledWith([records[0]!.id], expect.any(Function)));
    await waitFor(() => expect(at()).toBe(1));
  },
  'Ctrl+Z': async () => {
    await press('j{Delete}');
    await screen.findByText('已删除 1 项任务');
    await press('{Control>}z{/Control}');
    await waitFor(() => expect(actions.putBack).toHaveBeenCalledTimes(1));
    await press('j3');
    await waitFor(() => expect(actions.editTasks).toHaveBeenCalled());
    await screen.findByText('已修改 1 项任务');
    await press('{Control>}Z{/Control}');
    await waitFor(() => expect(actions.undoTasks).toHaveBeenCalledTimes(1));
  },
  v: async () => {
    expect(document.querySelector('.task-heads')).not.toBeNull();
    await press('v');
    await waitFor(() => expect(document.querySelector('.task-heads')).toBeNull());
  },
  Esc: async () => {
    await press('j{Enter}');
    await screen.findByLabelText('备注');
    await press('{Escape}');
    await waitFor(() => expect(screen.queryByLabelText('备注')).toBeNull());
    await press('x{Escape}');
    await waitFor(() => expect(ticked()).toBe(''));
  },
  '?': async () => {
    await press('?');
    await screen.findByRole('dialog', { name: '键盘操作' });
  },
};

describe('a key of the list’s help', () => {
  const keys = listKeyLines().flatMap((line) => line.keys);

  it.each(keys)('%s does what is said of it', async (key) => {
    show();
    await screen.findByText(names[0]!);
    const check = does[key];
    if (!check) throw new Error(`nothing is known of ${key}`);
    await check();
  });
});

describe('the table', () => {
  const many = Array.from({ length: 300 }, (_, at) =>
    taskRecord({
      title: `第${at + 1}批隐患排查整改任务`,
      number: `${at + 1}`,
      dueDate: '2026-12-31',
      dueByDefault: true,
    }),
  );

  it('has at least twenty rows in sight on an office screen, each one line', async () => {
    const frame = document.createElement('main');
    document.body.append(frame);
    render(<TasksView data={dataOf(many)} error={null} actions={noted()} today={today} />, { container: frame });
    await screen.findByText(many[0]!.title);
    const rows = [...document.querySelectorAll<HTMLElement>('[data-dutymark-row="task"]')];
    const seen = rows.filter((row) => row.getBoundingClientRect().bottom <= innerHeight);
    expect(seen.length).toBeGreaterThanOrEqual(20);
    expect(seen.every((row) => row.offsetHeight <= 28)).toBe(true);
  });

  it('keeps a view under a name, and brings filter, order and groups back', async () => {
    const kept: unknown[] = [];
    const frame = document.createElement('main');
    document.body.append(frame);
    render(
      <TasksView
        data={dataOf(many)}
        error={null}
        actions={noted()}
        today={today}
        onLayout={(next) => kept.push(next)}
      />,
      { container: frame },
    );
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: '分组' }), 'month');
    await userEvent.fill(screen.getByRole('searchbox'), '第19');
    await waitFor(() => expect(screen.getByText('共 1 项')).toBeTruthy());
    await screen.findByText('2026年12月');
    await userEvent.click(screen.getByRole('button', { name: '视图和列' }));
    await userEvent.fill(await screen.findByRole('textbox', { name: '视图名称' }), '十九');
    await press('{Enter}');
    await press('{Escape}');
    await userEvent.click(screen.getByRole('button', { name: '清除筛选' }));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: '分组' }), 'none');
    await screen.findByText('共 300 项');
    await userEvent.click(screen.getByRole('button', { name: '视图和列' }));
    await userEvent.click(await screen.findByRole('button', { name: '十九' }));
    await screen.findByText('共 1 项');
    await screen.findByText('2026年12月');
    expect(kept.at(-1)).toMatchObject({ group: 'month', views: [{ name: '十九' }] });
  });
});
