import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TasksView } from '../../../components/tasks/TasksView';
import { StoreError } from '../../../lib/store/errors';
import { annotationRecord, dataOf, noted, other, taskRecord, today } from './sample';

// happy-dom lays nothing out: the list would be given no height and draw no rows.
beforeEach(() => {
  // What one test typed and could not store is another's to find.
  localStorage.clear();
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1000);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(62);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const tasks = [
  taskRecord({ title: '设立跨镇办理窗口', dueDate: '2026-06-22', tags: ['窗口', '重点'] }),
  taskRecord({ title: '编制权责清单', dueDate: '2026-06-01', status: 'doing', tags: [], note: '等编办回复' }),
  taskRecord({ title: '开展季度督查', dueDate: null, status: 'done', documentId: other.id, tags: ['重点'] }),
];
const notes = [annotationRecord({ quote: '6月底前全部开通', note: '' })];

function show(records = tasks, actions = noted()) {
  render(<TasksView data={dataOf(records, notes)} error={null} actions={actions} today={today} />);
  return actions;
}

/** Of a change of many: where it tells how far it is. */
const told = expect.any(Function);
const titles = () => screen.queryAllByRole('article').map((row) => row.getAttribute('aria-label'));

describe('a change of many that takes a while', () => {
  it('says how far it is, can be stopped, and says then that nothing was changed', async () => {
    const actions = noted();
    const stop = vi.fn();
    let refuse = (_: unknown) => {};
    actions.editTasks.mockImplementation((_ids, _edit, onProgress) => {
      onProgress?.(0.4, stop);
      return new Promise((_, reject) => (refuse = reject));
    });
    show(tasks, actions);
    fireEvent.click(screen.getByRole('checkbox', { name: '全选' }));
    fireEvent.click(screen.getByRole('button', { name: '改状态' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: '进行中' }));
    const bar = await screen.findByRole('progressbar');
    expect(bar.getAttribute('aria-valuenow')).toBe('40');
    fireEvent.click(screen.getByRole('button', { name: '停止，不改' }));
    expect(stop).toHaveBeenCalledOnce();
    refuse(new StoreError('stopped'));
    expect(await screen.findByText('已停止，什么也没有改。')).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  });
});

describe('the list', () => {
  it('shows every task with its document, role and what its date means, nearest first', () => {
    show();
    expect(titles()).toEqual(['编制权责清单', '设立跨镇办理窗口', '开展季度督查']);
    const row = within(screen.getByRole('article', { name: '编制权责清单' }));
    expect(row.getByText('已逾期 19 天')).toBeTruthy();
    expect(row.getByText('临澜县政务服务提升实施方案')).toBeTruthy();
    expect(row.getByText('牵头')).toBeTruthy();
    expect(screen.getByText('还有 2 天')).toBeTruthy();
  });

  it('names a default deadline in the row and in the details', () => {
    show([
      taskRecord({ title: '归集数据', dueDate: '2026-12-31', dueByDefault: true, deadlineText: '各项任务年底前完成' }),
    ]);
    const row = within(screen.getByRole('article', { name: '归集数据' }));
    expect(row.getByText('默认时限')).toBeTruthy();
    fireEvent.click(row.getByRole('button', { name: '归集数据' }));
    expect(row.getByText('各项任务年底前完成')).toBeTruthy();
    expect(row.getByText('默认时限：本项未另写时限，按全文规定')).toBeTruthy();
  });

  it('narrows by words, status, date, document and tag, and says when nothing fits', async () => {
    show();
    const search = screen.getByRole('searchbox');
    fireEvent.input(search, { target: { value: '清单 编办' } });
    await waitFor(() => expect(titles()).toEqual(['编制权责清单']));
    fireEvent.input(search, { target: { value: '没有这样的词' } });
    await waitFor(() => expect(titles()).toEqual([]));
    fireEvent.click(screen.getAllByRole('button', { name: '清除筛选' })[0]!);
    await waitFor(() => expect(titles()).toHaveLength(3));
    fireEvent.click(screen.getByRole('button', { name: /已完成/ }));
    expect(titles()).toEqual(['开展季度督查']);
    fireEvent.click(screen.getByRole('button', { name: /已完成/ }));
    fireEvent.change(screen.getByRole('combobox', { name: '按截止日期筛选' }), { target: { value: 'overdue' } });
    expect(titles()).toEqual(['编制权责清单']);
    fireEvent.click(screen.getByRole('button', { name: '清除筛选' }));
    fireEvent.change(screen.getByRole('combobox', { name: '按文件筛选' }), { target: { value: other.id } });
    expect(titles()).toEqual(['开展季度督查']);
    fireEvent.click(screen.getByRole('button', { name: '清除筛选' }));
    fireEvent.click(screen.getAllByRole('button', { name: '重点' })[0]!);
    expect(titles()).toEqual(['设立跨镇办理窗口', '开展季度督查']);
  });

  it('shows what is typed in the field before the list that follows from it is drawn', async () => {
    show();
    const search = screen.getByRole<HTMLInputElement>('searchbox');
    fireEvent.input(search, { target: { value: '清单 编办' } });
    expect([search.value, titles().length]).toEqual(['清单 编办', 3]);
    await waitFor(() => expect(titles()).toEqual(['编制权责清单']));
  });

  it('counts by status what all else lets through, and where words stand behind the list', async () => {
    show();
    const counts = () =>
      screen.getAllByRole('button', { name: /^(待办|进行中|已完成|不办)/ }).map((chip) => chip.textContent);
    expect(counts()).toEqual(['待办1', '进行中1', '已完成1', '不办0']);
    fireEvent.change(screen.getByRole('combobox', { name: '按截止日期筛选' }), { target: { value: 'overdue' } });
    expect(counts()).toEqual(['待办0', '进行中1', '已完成0', '不办0']);
    fireEvent.click(screen.getByRole('button', { name: /^进行中/ }));
    expect([titles(), counts()]).toEqual([['编制权责清单'], ['待办0', '进行中1', '已完成0', '不办0']]);
    fireEvent.click(screen.getByRole('button', { name: '清除筛选' }));
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: '等编办' } });
    await waitFor(() => expect(titles()).toEqual(['编制权责清单']));
    await screen.findByRole('button', { name: /^其他文字里\s*1$/ });
  });

  it('whose first rows alone are there says how far the rest is, and lets nothing be done to all', async () => {
    const data = { ...dataOf(tasks, notes), reading: { tasks: 3000, annotations: 1, done: 0.25 } };
    render(<TasksView data={data} error={null} actions={noted()} today={today} />);
    expect(titles()).toHaveLength(3);
    expect(screen.getByRole('tab', { name: /^任务\s*3000$/ })).toBeTruthy();
    expect(screen.getByRole('progressbar', { name: '正在读取全部记录' }).getAttribute('aria-valuenow')).toBe('25');
    expect(screen.queryByRole('checkbox', { name: '全选' })).toBeNull();
    // What is not read yet may fit: nothing is said to be missing.
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: '没有这样的词' } });
    await waitFor(() => expect(titles()).toEqual([]));
    expect(screen.queryByText('没有符合筛选条件的内容')).toBeNull();
  });

  it('draws only what is near the view of 5,000', () => {
    const many = Array.from({ length: 5000 }, (_, at) => taskRecord({ title: `第${at}项工作` }));
    show(many);
    expect(titles().length).toBeGreaterThan(5);
    expect(titles().length).toBeLessThan(60);
    expect(screen.getByText('共 5000 项')).toBeTruthy();
  });

  it('teaches when it is empty', () => {
    const actions = show([]);
    expect(screen.getByText('还没有任务')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '打开示例文件' }));
    expect(actions.openSample).toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: '打开本机文件' }));
    expect(actions.openFile).toHaveBeenCalled();
  });
});

describe('a task whose text has changed', () => {
  it('shows then and now when it is opened, and only then', async () => {
    const task = taskRecord({ title: '设立跨镇办理窗口', measureId: '一›1' });
    const still = taskRecord({ title: '编制权责清单', measureId: '一›2' });
    const actions = noted();
    const ids = { before: '一›1', after: '一›1' };
    actions.changesOf.mockResolvedValue([
      {
        kind: 'reworded',
        ...ids,
        differences: [
          { kind: 'same', text: '每' },
          { kind: 'removed', text: '月' },
          { kind: 'added', text: '季度' },
        ],
      },
      { kind: 'deadlines', ...ids, added: ['9月底前'], removed: ['6月底前'] },
    ]);
    const data = dataOf([task, still]);
    const changed = { '一›1': ['reworded', 'deadlines'] } as const;
    const documents = data.documents.map((document) => ({ ...document, changed }));
    render(<TasksView data={{ ...data, documents }} error={null} actions={actions} today={today} />);
    expect(actions.changesOf).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: '编制权责清单' }));
    fireEvent.click(screen.getByRole('button', { name: '设立跨镇办理窗口' }));
    const shown = await screen.findByRole('region', { name: '原文已变：改写、时限' });
    expect([...shown.querySelectorAll('del')].map((each) => each.textContent)).toEqual(['月', '6月底前']);
    expect([...shown.querySelectorAll('ins')].map((each) => each.textContent)).toEqual(['季度', '9月底前']);
    expect(actions.changesOf.mock.calls).toEqual([[task]]);
  });
});

describe('editing in place', () => {
  it('changes the status', () => {
    const actions = show();
    fireEvent.change(screen.getByRole('combobox', { name: '“设立跨镇办理窗口”的状态' }), { target: { value: 'done' } });
    expect(actions.updateTasks).toHaveBeenCalledWith([tasks[0]!.id], { status: 'done' }, { status: 'open' });
  });

  it('changes the date when the field is left, and not while a year is being typed', () => {
    const actions = show();
    fireEvent.click(screen.getByRole('button', { name: /“设立跨镇办理窗口”的截止日期/ }));
    const input = screen.getByLabelText('设置“设立跨镇办理窗口”的截止日期');
    fireEvent.input(input, { target: { value: '0002-07-01' } });
    expect(actions.updateTasks).not.toHaveBeenCalled();
    fireEvent.input(input, { target: { value: '2026-07-01' } });
    fireEvent.blur(input);
    expect(actions.updateTasks).toHaveBeenCalledWith(
      [tasks[0]!.id],
      { dueDate: '2026-07-01' },
      { dueDate: tasks[0]!.dueDate },
    );
  });

  it('saves a note when it is left, and keeps the text and says so when it could not', async () => {
    const actions = noted();
    actions.updateTasks.mockRejectedValue(new StoreError('quota'));
    show(tasks, actions);
    fireEvent.click(screen.getByRole('button', { name: '设立跨镇办理窗口' }));
    const note = screen.getByLabelText<HTMLTextAreaElement>('备注');
    fireEvent.input(note, { target: { value: '=先问财政局' } });
    fireEvent.blur(note);
    await waitFor(() => expect(screen.getByText(/磁盘空间不足/)).toBeTruthy());
    expect(actions.updateTasks).toHaveBeenCalledWith([tasks[0]!.id], { note: '=先问财政局' }, { note: '' });
    expect(note.value).toBe('=先问财政局');
    expect(screen.getByText('未保存')).toBeTruthy();
  });
});

describe('a change of many', () => {
  it('shows how far it is, and is gone when it is done', async () => {
    const actions = noted();
    let end: () => void = () => {};
    actions.editTasks.mockImplementation((ids, _edit, onProgress) => {
      onProgress?.(0.4);
      return new Promise((resolve) => {
        end = () => resolve({ changed: ids.length, changes: [] });
      });
    });
    show(tasks, actions);
    fireEvent.click(screen.getByRole('checkbox', { name: '全选' }));
    fireEvent.click(screen.getByRole('button', { name: '改状态' }));
    fireEvent.click(screen.getByRole('menuitem', { name: '已完成' }));
    const progress = await screen.findByRole('progressbar', { name: /正在修改/ });
    expect(progress.getAttribute('aria-valuenow')).toBe('40');
    end();
    await screen.findByText('已修改 3 项任务');
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  });
});

describe('a field that was changed elsewhere meanwhile', () => {
  it('is said where it is picked, and stands beside what was typed where it is text', async () => {
    const actions = noted();
    actions.updateTasks.mockRejectedValueOnce(new StoreError('conflict', '', { field: 'status', present: 'dropped' }));
    show(tasks, actions);
    const select = screen.getByRole('combobox', { name: /设立跨镇办理窗口.*状态|状态.*设立跨镇办理窗口/ });
    fireEvent.change(select, { target: { value: 'done' } });
    await screen.findByText(/这一项刚在别处改过/);
    fireEvent.click(screen.getByRole('button', { name: '关闭' }));
    actions.updateTasks.mockRejectedValueOnce(new StoreError('conflict', '', { field: 'note', present: '别处写的' }));
    fireEvent.click(screen.getByRole('button', { name: '设立跨镇办理窗口' }));
    const note = screen.getByLabelText<HTMLTextAreaElement>('备注');
    fireEvent.input(note, { target: { value: '这里写的' } });
    fireEvent.blur(note);
    await waitFor(() => expect(note.value).toBe('别处写的这里写的'));
    expect(screen.queryByText(/这一项刚在别处改过/)).toBeNull();
    fireEvent.blur(note);
    await waitFor(() =>
      expect(actions.updateTasks).toHaveBeenLastCalledWith(
        [tasks[0]!.id],
        { note: '别处写的这里写的' },
        { note: '别处写的' },
      ),
    );
  });
});

describe('several at once', () => {
  const tick = (title: string, shiftKey = false) =>
    fireEvent.click(screen.getByRole('checkbox', { name: `选择“${title}”` }), { shiftKey });

  it('exports what is shown, or what is ticked, in the order shown', () => {
    const actions = show();
    fireEvent.click(screen.getByRole('button', { name: '导出 3 项' }));
    expect(actions.exportTasks.mock.calls[0]?.[0].map(({ title }) => title)).toEqual(titles());
    tick('编制权责清单');
    tick('开展季度督查', true);
    fireEvent.click(screen.getByRole('button', { name: '导出所选 3 项' }));
    tick('设立跨镇办理窗口');
    fireEvent.click(screen.getByRole('button', { name: '导出所选 2 项' }));
    expect(actions.exportTasks.mock.calls[2]?.[0].map(({ title }) => title)).toEqual(['编制权责清单', '开展季度督查']);
  });

  it('removes with a way back', async () => {
    const actions = show();
    tick('编制权责清单');
    fireEvent.click(screen.getByRole('button', { name: '删除' }));
    expect(actions.removeTasks.mock.calls[0]?.[0]).toEqual([tasks[1]!.id]);
    fireEvent.click(await screen.findByRole('button', { name: '撤销' }));
    expect(actions.putBack).toHaveBeenCalledWith([tasks[1]!.id]);
  });

  it('sets a date, and undo brings each its own back, a default one as such', async () => {
    const two = [
      taskRecord({ title: '归集数据', dueDate: '2026-12-31', dueByDefault: true }),
      taskRecord({ title: '开通热线', dueDate: null }),
    ];
    const actions = show(two);
    fireEvent.click(screen.getByRole('checkbox', { name: '全选' }));
    fireEvent.click(screen.getByRole('button', { name: '改截止日期' }));
    const field = screen.getByLabelText('所选 2 项的截止日期');
    await waitFor(() => expect(document.activeElement).toBe(field));
    fireEvent.input(field, { target: { value: '2026-09-30' } });
    fireEvent.click(screen.getByRole('button', { name: '确定' }));
    const ids = two.map(({ id }) => id);
    expect(actions.editTasks).toHaveBeenCalledWith(ids, { set: { dueDate: '2026-09-30', dueByDefault: false } }, told);
    fireEvent.click(await screen.findByRole('button', { name: '撤销' }));
    // Exactly what the edit answered goes back: the store knows what each was before.
    await waitFor(() => expect(actions.undoTasks).toHaveBeenCalledTimes(1));
    expect(actions.undoTasks).toHaveBeenCalledWith(await actions.editTasks.mock.results[0]!.value, told);
    expect(screen.queryByLabelText('所选 2 项的截止日期')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '改截止日期' }));
    fireEvent.click(screen.getByRole('button', { name: '清除日期' }));
    await waitFor(() =>
      expect(actions.editTasks).toHaveBeenCalledWith(ids, { set: { dueDate: null, dueByDefault: false } }, told),
    );
  });

  it('tags notes, and undo brings each its own back', async () => {
    const two = [annotationRecord({ quote: '甲', tags: ['急'] }), annotationRecord({ quote: '乙', tags: [] })];
    const actions = noted();
    render(<TasksView data={dataOf([], two)} error={null} actions={actions} today={today} tab="annotations" />);
    fireEvent.click(screen.getByRole('checkbox', { name: '全选' }));
    fireEvent.click(screen.getByRole('button', { name: '加标签' }));
    const field = screen.getByRole('combobox', { name: /^给所选/ });
    fireEvent.input(field, { target: { value: '今年' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    fireEvent.click(await screen.findByRole('button', { name: '撤销' }));
    await waitFor(() => expect(actions.undoAnnotations).toHaveBeenCalledTimes(1));
    expect(actions.editAnnotations).toHaveBeenCalledWith(
      expect.arrayContaining(two.map(({ id }) => id)),
      {
        addTags: ['今年'],
      },
      told,
    );
  });

  it('sets a status, and undo brings each its own back', async () => {
    const actions = show();
    fireEvent.click(screen.getByRole('checkbox', { name: '全选' }));
    fireEvent.click(screen.getByRole('button', { name: '改状态' }));
    fireEvent.click(screen.getByRole('menuitem', { name: '不办' }));
    expect(actions.editTasks).toHaveBeenCalledWith(
      expect.arrayContaining(tasks.map(({ id }) => id)),
      {
        set: { status: 'dropped' },
      },
      told,
    );
    fireEvent.click(await screen.findByRole('button', { name: '撤销' }));
    await waitFor(() => expect(actions.undoTasks).toHaveBeenCalledTimes(1));
  });
});

describe('a change of several that fails', () => {
  it('says why, has changed none of them and offers nothing to undo', async () => {
    const actions = noted();
    actions.editTasks.mockRejectedValueOnce(new StoreError('quota'));
    show(tasks, actions);
    fireEvent.click(screen.getByRole('checkbox', { name: '全选' }));
    fireEvent.click(screen.getByRole('button', { name: '加标签' }));
    const field = screen.getByRole('combobox', { name: /^给所选/ });
    fireEvent.input(field, { target: { value: '今年' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(await screen.findByText(/磁盘空间不足/)).toBeTruthy();
    expect(actions.editTasks).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole('button', { name: '撤销' })).toBeNull();
  });
});

describe('keys', () => {
  const key = (target: Element, name: string, more = {}) => fireEvent.keyDown(target, { key: name, ...more });
  const row = (title: string) => screen.getByRole('button', { name: title });

  it('move, open, tick, reveal and remove', async () => {
    const actions = show();
    key(document.body, 'j');
    await waitFor(() => expect(document.activeElement).toBe(row('编制权责清单')));
    key(row('编制权责清单'), 'J', { shiftKey: true });
    await waitFor(() => expect(document.activeElement).toBe(row('设立跨镇办理窗口')));
    key(row('设立跨镇办理窗口'), ' ');
    expect(screen.getByText('已选 1 / 3 项')).toBeTruthy();
    key(row('设立跨镇办理窗口'), 'Enter');
    expect(screen.getByLabelText('备注')).toBeTruthy();
    key(row('设立跨镇办理窗口'), 'o');
    expect(actions.revealTask).toHaveBeenCalledWith(tasks[0]);
    key(row('设立跨镇办理窗口'), 'Delete');
    expect(actions.removeTasks).toHaveBeenCalledWith([tasks[0]!.id], told);
    key(document.body, '/');
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
  });

  it('typed into a field are the field’s', () => {
    const actions = show();
    fireEvent.click(screen.getByRole('button', { name: '设立跨镇办理窗口' }));
    const note = screen.getByLabelText('备注');
    for (const name of ['Delete', 'x', 'o', '/', ' ']) key(note, name);
    expect(actions.removeTasks).not.toHaveBeenCalled();
    expect(actions.revealTask).not.toHaveBeenCalled();
    expect(screen.getByText('共 3 项')).toBeTruthy();
  });
});

describe('annotations', () => {
  it('stand beside the tasks with their own export', () => {
    const actions = show();
    fireEvent.click(screen.getByRole('tab', { name: /批注/ }));
    expect(titles()).toEqual(['6月底前全部开通']);
    fireEvent.click(screen.getByRole('button', { name: '导出 1 项' }));
    expect(actions.exportAnnotations).toHaveBeenCalledWith(notes);
    for (const [word, form] of [
      ['Markdown（.md）', 'md'],
      ['Web Annotation（.jsonld）', 'jsonld'],
    ] as const) {
      fireEvent.click(screen.getByRole('button', { name: '其他格式' }));
      fireEvent.click(screen.getByRole('menuitem', { name: word }));
      expect(actions.exportAnnotations).toHaveBeenLastCalledWith(notes, form);
    }
    fireEvent.click(screen.getByRole('button', { name: '回到原文' }));
    expect(actions.revealAnnotation).toHaveBeenCalledWith(notes[0]);
  });
});

describe('printing', () => {
  it('draws every row, and lets go of them afterwards', async () => {
    const many = Array.from({ length: 120 }, (_, at) => annotationRecord({ quote: `第${at}句` }));
    render(<TasksView data={dataOf(tasks, many)} error={null} actions={noted()} today={today} tab="annotations" />);
    const before = titles().length;
    fireEvent(window, new Event('beforeprint'));
    await waitFor(() => expect(titles().length).toBe(120));
    fireEvent(window, new Event('afterprint'));
    await waitFor(() => expect(titles().length).toBe(before));
  });
});

describe('the way back to the sentence', () => {
  const back = (title: string) =>
    fireEvent.click(within(screen.getByRole('article', { name: title })).getByRole('button', { name: '回到原文' }));

  it.each([
    ['missing', /找不到这段话/],
    ['not-loaded', /原文页面没有打开/],
    ['no-permission', /许可/],
    ['restricted', /浏览器不允许/],
    ['failed', /请刷新那一页/],
  ] as const)('says what to do when it is %s', async (opening, words) => {
    const actions = noted();
    actions.revealTask.mockResolvedValue(opening);
    show(tasks, actions);
    back('编制权责清单');
    expect(await screen.findByText(words)).toBeTruthy();
  });

  it('says nothing when it was shown, and hears of a page that refused later', async () => {
    const actions = noted();
    const stop = vi.fn();
    let refuse: ((why: 'no-permission') => void) | undefined;
    actions.watchRefused.mockImplementation((listener) => {
      refuse = listener;
      return stop;
    });
    show(tasks, actions);
    back('编制权责清单');
    await waitFor(() => expect(actions.revealTask).toHaveBeenCalled());
    expect(document.querySelector('.toast')).toBeNull();
    await waitFor(() => expect(refuse).toBeDefined());
    refuse!('no-permission');
    expect(await screen.findByText(/许可/)).toBeTruthy();
    cleanup();
    await waitFor(() => expect(stop).toHaveBeenCalled());
  });
});
