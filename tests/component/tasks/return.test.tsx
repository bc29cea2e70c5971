import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Incoming } from '../../../components/tasks/Incoming';
import { TasksView } from '../../../components/tasks/TasksView';
import type { Changes } from '../../../components/tasks/useChanges';
import { FormatError } from '../../../lib/formats/types';
import { dataOf, head, noted, taskRecord, today } from './sample';

beforeEach(() => {
  // happy-dom has no modal dialogs and lays nothing out.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1000);
});

const tasks = [
  taskRecord({ id: 'a', title: '设立跨镇办理窗口', status: 'open', dueDate: '2026-06-30', note: '旧' }),
  taskRecord({ id: 'b', title: '编制权责清单', status: 'open', note: '' }),
  taskRecord({ id: 'c', title: '开展季度督查' }),
];

function show(actions = noted()) {
  render(<TasksView data={dataOf(tasks)} error={null} actions={actions} today={today} />);
  fireEvent.click(screen.getByRole('button', { name: '收回/导入台账…' }));
  return actions;
}

/** The dialog is loaded when it is first asked for. */
async function give(...lines: string[]) {
  const file = new File([`\ufeff${lines.join('\r\n')}\r\n`], '台账.csv');
  const input = await screen.findByLabelText('台账文件');
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  fireEvent.change(input);
}

const heads = '任务ID,举措,状态,截止日期,备注,牵头单位';
const row = (id: string, title: string, ...rest: string[]) => [id, title, ...rest, '县行政审批局'].join(',');
const offers = () =>
  within(screen.getByRole('table'))
    .getAllByRole('row')
    .slice(1)
    .map((each) => [...each.children].slice(1).map((cell) => cell.textContent));

describe('a ledger that was filled in', () => {
  it('is shown change by change; what is ticked is written, with a way back', async () => {
    const actions = show();
    await give(
      heads,
      row('a', '设立跨镇办理窗口', '已完成', '2026/7/15', ''),
      row('b', '编制权责清单', '待办', '2026-06-30', ''),
      row('c', '开展季度督查', '待办', '2026-06-30', ''),
    );
    expect((await screen.findByText(/^改动/)).textContent).toBe('改动 3 处（1 项任务），冲突 0 处，未改 2 项');
    expect(screen.getByText('文件：台账.csv')).toBeTruthy();
    expect(offers()).toEqual([
      ['设立跨镇办理窗口', '状态', '待办', '已完成'],
      ['设立跨镇办理窗口', '截止日期', '2026-06-30', '2026-07-15'],
      ['设立跨镇办理窗口', '备注', '旧', '（空）'],
    ]);
    fireEvent.click(screen.getByLabelText('采用“设立跨镇办理窗口”的备注：'));
    fireEvent.click(screen.getByRole('button', { name: '写入 2 处' }));
    // One call for all of them: all are written or none.
    await waitFor(() => expect(actions.editEachTask).toHaveBeenCalledTimes(1));
    expect(actions.editEachTask.mock.lastCall![0]).toEqual([
      {
        id: 'a',
        edit: {
          set: { status: 'done', dueDate: '2026-07-15', dueByDefault: false },
          // As they were compared with the file: what is another by now is not overwritten.
          base: { status: 'open', dueDate: '2026-06-30' },
        },
      },
    ]);
    fireEvent.click(await screen.findByRole('button', { name: '撤销' }));
    // Undo takes back what the edit did, by its receipt.
    await waitFor(() => expect(actions.undoTasks).toHaveBeenCalledTimes(1));
    expect(actions.undoTasks.mock.lastCall![0]).toMatchObject({ changes: [{ id: 'a' }] });
  });

  it('says before what writing does beside: the next date of a recurring task, what progress begins', async () => {
    const repeat = { text: '每季度末月25日前', until: null };
    const quarterly = taskRecord({ id: 'q', title: '开展季度督查', status: 'doing', dueDate: '2026-06-25', repeat });
    const over = { ...quarterly, id: 'p', title: '报送季报', rounds: [{ due: '2026-03-25', done: '2026-03-20' }] };
    const actions = noted();
    render(<TasksView data={dataOf([tasks[1]!, quarterly, over])} error={null} actions={actions} today={today} />);
    fireEvent.click(screen.getByRole('button', { name: '收回/导入台账…' }));
    await give(
      '任务ID,举措,状态,截止日期,工作进展',
      'b,编制权责清单,待办,2026-06-30,已成稿',
      'q,开展季度督查,已完成,2026-06-25,',
      'p,报送季报,待办,2026-03-25,',
    );
    await screen.findByText('写入后还会改 2 处');
    screen.getByText('“编制权责清单”的状态：待办 → 进行中');
    screen.getByText('“开展季度督查”是周期任务：2026-06-25 一期办结，转入下一期 2026-09-25');
    screen.getByText('第 4 行：“报送季报”（2026-03-25 一期已于 2026-03-20 办结）');
    fireEvent.click(screen.getByLabelText('采用“编制权责清单”的工作进展：已成稿'));
    await screen.findByText('写入后还会改 1 处');
    fireEvent.click(screen.getByRole('button', { name: '写入 1 处' }));
    await waitFor(() => expect(actions.editEachTask.mock.lastCall?.[0]).toMatchObject([{ id: 'q' }]));
  });

  it('writes no side of a conflict unasked, and says what it leaves out', async () => {
    const actions = show();
    await give(
      heads,
      row('b', '甲', '待办', '2026-06-30', ''),
      row('b', '乙', '待办', '2026-06-30', ''),
      row('a', '设立跨镇办理窗口', '滞后', '2026-06-30', '旧').replace('县行政审批局', '县财政局'),
      row('', '新的一行', '待办', '', ''),
    );
    expect((await screen.findByText(/^改动/)).textContent).toBe('改动 0 处（0 项任务），冲突 1 处，未改 1 项');
    expect(screen.getByRole('button', { name: '写入 0 处，新增 1 项' })).toBeTruthy();
    fireEvent.click(screen.getByLabelText('第 5 行：新的一行'));
    expect(screen.getByRole('button', { name: '写入 0 处' }).hasAttribute('disabled')).toBe(true);
    for (const words of [
      '看不懂的单元格 1 处，没有采用',
      '第 4 行：“滞后”不是已知的状态',
      '文件里多出 1 行，勾选的作为新任务加入',
      '这些文件的任务有 1 项不在表里，不会删除',
      '开展季度督查',
      '“设立跨镇办理窗口”的牵头单位：县行政审批局 → 县财政局',
    ])
      expect(screen.getAllByText(words).length, words).toBeGreaterThan(0);
    fireEvent.click(screen.getByLabelText('采用“编制权责清单”的举措：甲'));
    fireEvent.click(screen.getByLabelText('采用“编制权责清单”的举措：乙'));
    fireEvent.click(screen.getByRole('button', { name: '写入 1 处' }));
    await waitFor(() =>
      expect(actions.editEachTask.mock.lastCall?.[0]).toEqual([
        { id: 'b', edit: { set: { title: '乙' }, base: { title: '编制权责清单' } } },
      ]),
    );
  });

  it('adds rows of a colleague as new tasks unless they are unticked, and those of tasks that are gone only when asked', async () => {
    const actions = show();
    await give(
      '任务ID,举措,状态,截止日期,备注,牵头单位,承办人',
      'a,设立跨镇办理窗口,已完成,2026-06-30,旧,县行政审批局,',
      'b,编制权责清单,待办,2026-06-30,,县行政审批局,',
      'c,开展季度督查,待办,2026-06-30,,县行政审批局,',
      ',新设两个窗口,进行中,2026-09-30,会上加的,县行政审批局、县司法局等部门,陈工、李工',
      'gone,删过的一项,待办,,,,',
      ',,待办,2026-09-30,,,',
    );
    await screen.findByText('文件里多出 3 行，勾选的作为新任务加入');
    screen.getByText('第 7 行：没有写任务，不能加入');
    expect(screen.getByText(/不在这台电脑上/)).toBeTruthy();
    expect((screen.getByLabelText('第 5 行：新设两个窗口') as HTMLInputElement).checked).toBe(true);
    expect((screen.getByLabelText(/第 6 行：删过的一项/) as HTMLInputElement).checked).toBe(false);
    fireEvent.click(screen.getByRole('button', { name: '写入 1 处，新增 1 项' }));
    await waitFor(() => expect(actions.ledger.adopt).toHaveBeenCalledTimes(1));
    const [found, edits] = actions.ledger.adopt.mock.lastCall!;
    expect(found).toMatchObject({ name: '台账', known: null });
    expect(found.rows).toMatchObject([
      {
        title: '新设两个窗口',
        status: 'doing',
        dueDate: '2026-09-30',
        note: '会上加的',
        lead: ['县行政审批局', '县司法局'],
        handlers: ['陈工', '李工'],
      },
    ]);
    expect(edits.map(({ id, edit }) => [id, edit.set])).toEqual([['a', { status: 'done' }]]);
    expect(actions.editEachTask).not.toHaveBeenCalled();
    await screen.findByText(/没有加入的 2 行$/);
  });

  it('says how much of it was left out', async () => {
    const actions = show();
    await give(
      heads,
      row('a', '设立跨镇办理窗口', '已完成', '2026-07-15', '旧'),
      row('b', '编制权责清单', '待办', '2026-06-30', ''),
      row('c', '开展季度督查', '待办', '2026-06-30', ''),
      row('', '新设两个窗口', '进行中', '2026-09-30', ''),
    );
    fireEvent.click(await screen.findByLabelText('第 5 行：新设两个窗口'));
    fireEvent.click(screen.getByLabelText('采用“设立跨镇办理窗口”的截止日期：2026-07-15'));
    fireEvent.click(screen.getByRole('button', { name: '写入 1 处' }));
    await waitFor(() => expect(actions.editEachTask).toHaveBeenCalledTimes(1));
    await screen.findByText('已修改 1 项任务；没有采用的改动 1 处，没有加入的 1 行');
  });

  it('knows rows again that were added when it was taken back before', async () => {
    const actions = noted();
    const added = taskRecord({
      id: 'new',
      documentId: 'hand',
      origin: 'hand',
      title: '新设两个窗口',
      number: null,
      status: 'doing',
      dueDate: '2026-09-30',
      note: '会上加的',
      source: { kind: 'other', name: [head.title, head.docNumber].filter(Boolean).join(' '), date: null },
      created: '2026-03-02T00:00:00Z',
      at: { note: '2026-03-04T00:00:00Z' },
    });
    // Of the same title, from elsewhere: it is not touched.
    const other = { ...added, id: 'own', source: { kind: 'other' as const, name: '另一份文件', date: null } };
    render(<TasksView data={dataOf([...tasks, other, added])} error={null} actions={actions} today={today} />);
    fireEvent.click(screen.getByRole('button', { name: '收回/导入台账…' }));
    await give(
      heads,
      row('a', '设立跨镇办理窗口', '待办', '2026-06-30', '旧'),
      row('', '新设两个窗口', '进行中', '2026-10-31', '另一句'),
      row('', '再设一个窗口', '待办', '', ''),
    );
    await screen.findByText('文件里多出 1 行，勾选的作为新任务加入');
    screen.getByText('文件里有 1 行是以前收回时加入过的任务，不再新增');
    expect(offers()).toEqual([
      ['新设两个窗口', '截止日期', '2026-09-30', '2026-10-31'],
      // Set here since: nobody knows whether the cell is older.
      ['新设两个窗口', '备注 这里也改过', '会上加的', '另一句'],
    ]);
    expect(screen.getByRole('button', { name: '写入 1 处，新增 1 项' })).toBeTruthy();
  });

  it('that cannot be read is refused in words', async () => {
    const actions = show();
    actions.ledger.compare.mockRejectedValueOnce(new FormatError('unsupported', 'pdf'));
    await give(heads);
    expect((await screen.findByRole('alert')).textContent).toContain('只能读 .xlsx');
    actions.ledger.compare.mockRejectedValueOnce(new Error('broken'));
    await give(heads);
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('文件打不开'));
    expect(actions.editEachTask).not.toHaveBeenCalled();
  });
});

describe('a ledger of the office’s own', () => {
  const table = [
    '2026年重点工作台账',
    '序号,督办事项,责任人,办结时间,办理状态',
    '1,编制权责 清单,陈工,9月30日前,办理中',
    '2,整治河道,李工,2026.11.5,',
  ];
  const means = (name: string) => screen.getByLabelText(`“${name}”对应为`) as HTMLSelectElement;

  it('is read by its columns; what is new is added and what differs is changed, with one undo', async () => {
    const actions = show();
    await give(...table);
    expect((await screen.findByText(/^读出/)).textContent).toBe(
      '读出 2 项：新增 1 项，已有 1 项（改动 3 处）。写入后可撤销。',
    );
    expect(['序号', '督办事项', '责任人', '办结时间', '办理状态'].map((name) => means(name).value)).toEqual([
      'number',
      'title',
      'handlers',
      'deadline',
      'status',
    ]);
    screen.getByText(/整治河道 · 李工 · 2026-11-05$/);
    fireEvent.click(screen.getByLabelText('采用“编制权责清单”的承办人：陈工'));
    fireEvent.click(screen.getByRole('button', { name: '导入 1 项、改动 2 处' }));
    await waitFor(() => expect(actions.ledger.adopt).toHaveBeenCalledTimes(1));
    const found = actions.ledger.adopt.mock.lastCall![0];
    expect(found).toMatchObject({ name: '2026年重点工作台账', rows: [{ title: '整治河道' }] });
    expect(found.known?.columns).toEqual(['number', 'title', 'handlers', 'deadline', 'status']);
    expect(actions.ledger.adopt.mock.lastCall![1]).toMatchObject([
      { id: 'b', edit: { set: { status: 'doing', dueDate: '2026-09-30' } } },
    ]);
    await screen.findByText('已导入 1 项任务，改动已有的 1 项；没有采用的改动 1 处');
    expect(actions.editEachTask).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: '撤销' }));
    const { undo } = await actions.ledger.adopt.mock.results[0]!.value;
    await waitFor(() => expect(undo).toHaveBeenCalledTimes(1));
    expect(actions.undoTasks).not.toHaveBeenCalled();
  });

  it('says which years are guessed, and takes them as a person sets them', async () => {
    const actions = show();
    const year = new Date().getFullYear();
    await give(
      '附件1',
      '水务重点工作台账',
      '督办事项,承办科室,完成进度,办结时间',
      '清淤,水保股,60%,3月底前',
      '巡河,水保股,100%,长期坚持',
    );
    expect((await screen.findByRole('alert')).textContent).toContain(`先按 ${year} 年，年份是推断的`);
    screen.getByText(`清淤 · 水保股 · ${year}-03-31（年份是推断的） · 60%`);
    screen.getByText('巡河 · 水保股 · 无日期 · 已完成（按完成比例或日期推断的） · 100%');
    screen.getByRole('button', { name: '导入 2 项、改动 0 处（1 项年份是推断的）' });
    fireEvent.change(screen.getByLabelText('没写年份的日期是哪年'), { target: { value: `${year + 1}` } });
    await screen.findByText(`清淤 · 水保股 · ${year + 1}-03-31 · 60%`);
    expect(screen.queryByRole('alert')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '导入 2 项、改动 0 处' }));
    await waitFor(() => expect(actions.ledger.adopt).toHaveBeenCalledTimes(1));
    // What the table calls itself, rather than what its file is called.
    expect(actions.ledger.adopt.mock.lastCall![0].name).toBe('水务重点工作台账');
    expect(actions.ledger.adopt.mock.lastCall![0].rows[0]).toMatchObject({ dueDate: `${year + 1}-03-31`, percent: 60 });
  });

  it('has its head where most heads are known, and columns guessed anew below one that a person sets', async () => {
    show();
    await give('附件2', '序号,办什么,责任单位,完成时限', '号,议定事项,牵头单位,时限', '1,修路,交通局,2026.9.30');
    const head = (await screen.findByLabelText(/^表头所在行/)) as HTMLSelectElement;
    expect(head.value).toBe('2');
    fireEvent.change(head, { target: { value: '1' } });
    await waitFor(() => expect(means('办什么').value).toBe(''));
    expect(means('责任单位').value).toBe('responsible');
    fireEvent.change(head, { target: { value: '2' } });
    await waitFor(() => expect(means('议定事项').value).toBe('title'));
    expect(means('牵头单位').value).toBe('lead');
  });

  it('is not opened any more after Escape, pressed before its dialog was there', async () => {
    const onClose = vi.fn();
    const props = { data: dataOf(tasks), actions: noted(), changes: {} as Changes, onClose };
    render(<Incoming kind="ledger" {...props} />);
    expect(screen.queryByRole('dialog')).toBeNull();
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(onClose).toHaveBeenCalledTimes(1);
    // Once it is there, its own Escape closes it, and only that.
    await screen.findByLabelText('台账文件');
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it('whose columns say nothing waits until somebody says which holds the tasks', async () => {
    const actions = show();
    await give('姓名,要点', '甲,报送周报');
    expect((await screen.findByRole('alert')).textContent).toContain('哪一列是任务');
    expect(screen.getByRole('button', { name: '导入 0 项、改动 0 处' }).hasAttribute('disabled')).toBe(true);
    fireEvent.change(means('要点'), { target: { value: 'title' } });
    await screen.findByText(/^读出 1 项：新增 1 项/);
    // Each kind is there once.
    fireEvent.change(means('姓名'), { target: { value: 'title' } });
    expect(means('要点').value).toBe('');
    expect(actions.ledger.adopt).not.toHaveBeenCalled();
  });

  it('is read as it was set right the last time', async () => {
    const actions = noted();
    const columns = [null, 'title', null, null, 'tags'] as const;
    actions.ledger.mappings.mockResolvedValue([{ signature: '序号|督办事项|责任人|办结时间|办理状态', columns }]);
    show(actions);
    await give(...table);
    await screen.findByText(/^读出/);
    expect(means('办理状态').value).toBe('tags');
    expect(means('责任人').value).toBe('');
  });

  it('can be the first that is there at all', async () => {
    const actions = noted();
    render(<TasksView data={dataOf([])} error={null} actions={actions} today={today} />);
    fireEvent.click(screen.getByRole('button', { name: '导入本单位台账…' }));
    await give(...table);
    fireEvent.click(await screen.findByRole('button', { name: '导入 2 项、改动 0 处' }));
    await waitFor(() => expect(actions.ledger.adopt).toHaveBeenCalledTimes(1));
  });
});

describe('annotations of another annotator', () => {
  const bring = async (content: unknown) => {
    const file = new File([JSON.stringify(content)], '批注.jsonld');
    const input = await screen.findByLabelText('批注文件');
    Object.defineProperty(input, 'files', { value: [file], configurable: true });
    fireEvent.change(input);
  };
  const target = (source: string) => ({ source, selector: { type: 'TextQuoteSelector', exact: '跨镇办理' } });

  it('are shown, brought with a way back, and said where they are left out', async () => {
    const actions = noted();
    render(<TasksView data={dataOf([])} error={null} actions={actions} today={today} tab="annotations" />);
    fireEvent.click(screen.getByRole('button', { name: '读入批注…' }));
    await bring({ some: 'thing' });
    expect((await screen.findByRole('alert')).textContent).toContain('不是批注文件');
    await bring([
      { type: 'Annotation', bodyValue: '请核对', target: target(head.urls[0]!) },
      { type: 'Annotation', target: target('https://www.qinghe.gov.cn/other.html') },
    ]);
    await screen.findByText('新增 1 条，更新 0 条，已有 0 条。');
    screen.getByText('“跨镇办理” 请核对');
    screen.getByText(/^“跨镇办理”：不知道是哪份文件的/);
    fireEvent.click(screen.getByRole('button', { name: '读入 1 条' }));
    await waitFor(() => expect(actions.notes.bring.mock.lastCall?.[0].added).toMatchObject([{ note: '请核对' }]));
    await screen.findByText('已读入 1 条批注');
    screen.getByRole('button', { name: '撤销' });
  });
});
