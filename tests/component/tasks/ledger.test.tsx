import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { LedgerDialog } from '../../../components/tasks/ledger/LedgerDialog';
import type { LedgerActions } from '../../../components/tasks/ledger/types';
import { TasksView } from '../../../components/tasks/TasksView';
import { standardSet } from '../../../lib/export/ledger/choice';
import { freshMemory } from '../../../lib/export/ledger/memory';
import { writeLedger } from '../../../lib/export/ledger/write';
import { dataOf, head, noted, other, taskRecord, today } from './sample';

beforeEach(() => {
  // happy-dom has no modal dialogs.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
});

const tasks = [
  taskRecord({ title: '设立跨镇办理窗口', dueDate: '2026-06-22' }),
  taskRecord({ title: '编制权责清单', dueDate: null, recurrenceText: null, documentId: other.id }),
];

async function show(actions = noted().ledger, records = tasks) {
  const onClose = vi.fn();
  render(<LedgerDialog tasks={records} actions={actions} onClose={onClose} />);
  await screen.findByRole('table');
  return { actions, onClose };
}

const heads = () =>
  within(screen.getByRole('table'))
    .getAllByRole('columnheader')
    .map((head) => head.textContent);
const choose = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const save = () => fireEvent.click(screen.getByRole('button', { name: '保存文件' }));
const asked = ({ save }: ReturnType<typeof noted>['ledger']) => save.mock.calls.at(-1)!;

/** A task that says something in more columns than A4 has room for. */
function manyColumns() {
  const told = '已对照目录完成三个镇的窗口设置，剩余两个镇场地装修中，预计下月中旬投入使用。'.repeat(3);
  const entry = { id: 'p', on: '2026-06-15', text: told, problem: '系统未联通。', next: '完成接口调试。' };
  return taskRecord({
    title: '设立跨镇办理窗口',
    dueDate: '2026-06-22',
    responsible: ['县大数据中心'],
    leaders: ['周副局长'],
    offices: ['行政审批股'],
    handlers: ['陈工'],
    source: { kind: 'meeting', name: '县政府第12次常务会议', date: '2026-05-06' },
    doneOn: '2026-06-20',
    progress: [{ ...entry, percent: 60, by: '', at: '2026-06-15T00:00:00Z' }],
  });
}

describe('the dialog that writes a ledger', () => {
  it('shows the ledger as it will be, and saves just that', async () => {
    const { actions } = await show();
    expect(screen.getByText('县司法局工作台账')).toBeTruthy();
    expect(heads()).toEqual([
      '序号',
      '文件标题',
      '发文字号',
      '编号',
      '举措',
      '举措全文',
      '本单位角色',
      '牵头单位',
      '参加单位',
      '完成时限',
      '截止日期',
      '状态',
      '备注',
      '原文链接',
    ]);
    expect(screen.getByText('设立跨镇办理窗口的全文。')).toBeTruthy();
    save();
    expect((await screen.findByRole('status')).textContent).toBe('已保存：政笺-台账.xlsx');
    const [format, rows, options] = asked(actions);
    expect([format, rows.length, options.title, options.paper]).toEqual(['xlsx', 2, '县司法局工作台账', 'A4']);
    expect(options.columns?.map(({ key }) => key)).toContain('text');
  });

  it('takes another form, its tables, paper and title, and remembers them', async () => {
    const { actions } = await show();
    choose('格式', 'docx');
    choose('分表', 'document');
    choose('纸张', 'A3');
    fireEvent.input(screen.getByLabelText('表头标题'), { target: { value: '法治建设台账' } });
    expect(screen.getByText('预览第一张表的前 1 行，共 2 项、2 张表')).toBeTruthy();
    save();
    await screen.findByRole('status');
    const [format, , options] = asked(actions);
    expect([format, options.grouping, options.paper, options.title]).toEqual([
      'docx',
      'document',
      'A3',
      '法治建设台账',
    ]);
    expect(actions.remember).toHaveBeenLastCalledWith({
      ...freshMemory,
      format: 'docx',
      grouping: 'document',
      paper: 'A3',
    });
  });

  it('a CSV has the columns it always had; a calendar says how much goes into it', async () => {
    const { actions } = await show();
    choose('格式', 'csv');
    expect(heads()).toHaveLength(21);
    save();
    await screen.findByRole('status');
    expect(asked(actions)[2].columns).toEqual(standardSet);
    choose('格式', 'ics');
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.getByText('共 2 项，其中 1 项有截止日期或频次，写入日历')).toBeTruthy();
  });

  it('keeps what was picked before the kept choices were there, and with it what was kept', async () => {
    const actions = noted().ledger;
    const own = { id: 's', name: '报县委办', columns: [{ key: 'title' }] };
    const draft = await actions.prepare(tasks);
    const kept = { ...draft, memory: { ...freshMemory, paper: 'A3' as const, sets: [own] } };
    let arrive = () => {};
    actions.prepare.mockReturnValue(new Promise((resolve) => (arrive = () => resolve(kept))));
    render(<LedgerDialog tasks={tasks} actions={actions} onClose={vi.fn()} />);
    choose('格式', 'docx');
    fireEvent.input(screen.getByLabelText('表头标题'), { target: { value: '迎检台账' } });
    expect(actions.remember, 'kept over what is not read yet').not.toHaveBeenCalled();
    arrive();
    await screen.findByRole('table');
    expect(screen.getByLabelText<HTMLSelectElement>('格式').value).toBe('docx');
    expect(screen.getByLabelText<HTMLInputElement>('表头标题').value).toBe('迎检台账');
    expect(actions.remember).toHaveBeenLastCalledWith({ ...kept.memory, format: 'docx' });
  });

  it('says for each form how many columns are written, shows just those, and why', async () => {
    const wide = [manyColumns()];
    await show(noted().ledger, wide);
    const counts = new Map<string, number>();
    for (const format of ['xlsx', 'docx', 'md', 'csv']) {
      choose('格式', format);
      counts.set(format, heads().length);
      const said = screen.getByLabelText<HTMLSelectElement>('列').selectedOptions[0]?.text;
      expect(said, format).toBe(`台账（自动，${heads().length} 列）`);
      expect(screen.getByText(`选列、排序、列宽（${heads().length} 列）`), format).toBeTruthy();
    }
    expect(counts.get('docx')).toBeLessThan(counts.get('xlsx')!);
    const bytes = new Uint8Array(
      await (
        await writeLedger(
          'docx',
          wide.map((task) => ({ task, document: head, text: `${task.title}的全文。` })),
          { paper: 'A4' },
        )
      ).arrayBuffer(),
    );
    const grid = strFromU8(unzipSync(bytes)['word/document.xml']!).match(/<w:gridCol /g);
    expect(grid, 'columns of the file').toHaveLength(counts.get('docx')!);
    expect(screen.getByText(/^CSV 给别的程序用：固定的 21 列/)).toBeTruthy();
  });

  it('says of each set of columns how many it gives, also where following up adds some', async () => {
    const counted = async () => {
      const said = [...screen.getByLabelText<HTMLSelectElement>('列').options].map((option) => option.text);
      for (const [at, value] of ['auto', 'standard', 's'].entries()) {
        choose('列', value);
        expect(said[at], `${heads().length} columns`).toContain(`${heads().length} 列`);
        expect(screen.getByText(`选列、排序、列宽（${heads().length} 列）`)).toBeTruthy();
      }
      return said;
    };
    const base = noted().ledger;
    const own = {
      id: 's',
      name: '督查室',
      columns: [{ key: 'index' }, { key: 'title' }, { key: 'of-a-later-version' }],
    };
    const memory = { ...freshMemory, sets: [own] };
    const prepare = vi.fn<LedgerActions['prepare']>(async (tasks) => ({ ...(await base.prepare(tasks)), memory }));
    const actions = { ...base, prepare };
    await show(actions);
    expect(await counted()).toEqual(['台账（自动，14 列）', '标准（21 列）', '督查室（2 列）']);
    cleanup();
    await show(actions, [taskRecord({ title: '甲', handlers: ['陈工'], doneOn: '2026-06-01', word: '滞后' })]);
    expect((await counted())[1]).toBe('标准 21＋办理 3（共 24 列）');
  });

  it('says what does not come onto A4, and takes A3', async () => {
    const followed = manyColumns();
    const { actions } = await show(noted().ledger, [followed]);
    expect(screen.getByRole('note').textContent).toContain('A4 上放不下全部的列：');
    fireEvent.click(screen.getByRole('button', { name: '改用 A3' }));
    expect(screen.queryByRole('note')).toBeNull();
    expect(actions.remember).toHaveBeenLastCalledWith({ ...freshMemory, paper: 'A3' });
    choose('纸张', 'A4');
    choose('列', 'standard');
    expect(screen.getByRole('note').textContent).toContain('太挤');
  });

  it('says which cells Excel cannot hold whole', async () => {
    const actions = noted().ledger;
    await show(actions, [tasks[0]!, taskRecord({ title: '甲', dueDate: null, note: '长'.repeat(40_000) })]);
    save();
    const said = await screen.findByText(/已保存/);
    expect(said.textContent).toContain('第 2 项的“备注”（40000 字）');
    expect(said.textContent).toContain('已截断');
    choose('格式', 'csv');
    save();
    expect((await screen.findByText(/文件里是全的/)).textContent).toContain('第 2 项的“备注”');
    choose('格式', 'docx');
    save();
    await waitFor(() => expect(screen.getByText(/已保存/).textContent).toBe('已保存：政笺-台账.xlsx'));
  });

  it('lets columns be taken out, added, moved, made wider and kept under a name', async () => {
    const { actions } = await show();
    choose('列', 'standard');
    for (const gone of standardSet.slice(3)) {
      const name = heads()[3]!;
      if (gone) fireEvent.click(screen.getByLabelText(name));
    }
    expect(heads()).toEqual(['序号', '文件标题', '发文字号']);
    fireEvent.click(screen.getByLabelText('状态'));
    fireEvent.input(screen.getByLabelText('自定空白列，如“领导批示”'), { target: { value: '领导批示' } });
    fireEvent.click(screen.getByRole('button', { name: '添加' }));
    fireEvent.click(screen.getByRole('button', { name: '“状态”前移' }));
    fireEvent.change(screen.getByLabelText('“领导批示”的列宽'), { target: { value: '40' } });
    expect(heads()).toEqual(['序号', '文件标题', '状态', '发文字号', '领导批示']);
    fireEvent.input(screen.getByLabelText('另存为常用列'), { target: { value: '月报' } });
    fireEvent.click(screen.getByRole('button', { name: '保存' }));
    const kept = actions.remember.mock.lastCall![0];
    expect(kept.sets).toMatchObject([
      {
        name: '月报',
        columns: [
          { key: 'index' },
          { key: 'document' },
          { key: 'status' },
          { key: 'docNumber' },
          { key: 'own:领导批示', heading: '领导批示', width: 40 },
        ],
      },
    ]);
    expect(kept.set).toBe(kept.sets[0]!.id);
    choose('列', 'auto');
    choose('列', kept.set);
    expect(heads()).toHaveLength(5);
    fireEvent.click(screen.getByRole('button', { name: '删除常用列“月报”' }));
    expect(actions.remember.mock.lastCall![0].sets).toEqual([]);
  });

  it('says how far it is, and stops when asked to', async () => {
    const actions = noted().ledger;
    let how: Parameters<LedgerActions['save']>[3] | undefined;
    actions.save.mockImplementation((_, __, ___, options) => {
      how = options;
      return new Promise((_, reject) => options.signal.addEventListener('abort', () => reject(options.signal.reason)));
    });
    await show(actions);
    save();
    how!.onProgress(0.4);
    const bar = await screen.findByRole('progressbar');
    await waitFor(() => expect(bar.getAttribute('aria-valuenow')).toBe('40'));
    fireEvent.click(screen.getByRole('button', { name: '停止' }));
    expect(how!.signal.aborted).toBe(true);
    expect((await screen.findByRole('status')).textContent).toBe('');
    expect(screen.getByRole('button', { name: '保存文件' })).toBeTruthy();
  });

  it('copies a table, and text for a chat; says when that, or saving, did not work', async () => {
    const { actions } = await show();
    fireEvent.click(screen.getByRole('button', { name: '复制表格' }));
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('已复制'));
    expect(actions.copy.mock.lastCall![0]).toMatch(/<table/);
    actions.copy.mockResolvedValueOnce(false);
    fireEvent.click(screen.getByRole('button', { name: '复制为文字' }));
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('没有成功，请再试一次'));
    expect(actions.copy.mock.lastCall).toEqual([null, expect.stringMatching(/^《.*\n1\. 设立跨镇办理窗口/)]);
    actions.save.mockRejectedValueOnce(new Error('disk'));
    save();
    await waitFor(() => expect(actions.save).toHaveBeenCalled());
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('没有成功，请再试一次'));
  });
});

describe('paper', () => {
  const sheet = () => document.querySelector<HTMLElement>('.print-sheet');

  it('gets the ledger itself, of what is shown, and the page is as it was after', async () => {
    render(<TasksView data={dataOf(tasks)} error={null} actions={noted()} today={today} />);
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: tasks[1]!.title } });
    await screen.findByText('共 1 项');
    fireEvent(window, new Event('beforeprint'));
    expect(document.documentElement.className).toContain('prints-sheet');
    const rows = [...sheet()!.querySelectorAll('tbody tr')];
    expect(rows.map((row) => row.textContent)).toEqual([expect.stringContaining(tasks[1]!.title)]);
    expect(sheet()!.querySelector('thead')!.textContent).toContain('截止日期');
    expect(sheet()!.querySelector('style')!.textContent).toContain('A4 landscape');
    fireEvent(window, new Event('afterprint'));
    expect([sheet(), document.documentElement.className]).toEqual([null, '']);
  });
});
