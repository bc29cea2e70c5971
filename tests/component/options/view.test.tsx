import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { OptionsView } from '../../../components/options/OptionsView';
import { hostOf } from '../../../components/options/Sites';
import type { OptionsActions, OptionsState } from '../../../components/options/types';
import { BackupError } from '../../../lib/export/backup';
import { noReminding } from '../../../lib/follow/reminding';
import { emptyRoster } from '../../../lib/follow/roster';
import { allMarks } from '../../../lib/paint/types';
import type { Profile } from '../../../lib/units/types';

afterEach(cleanup);

const unit: Profile = {
  id: 'u1',
  name: '县司法局',
  region: '清河市临澜县',
  kind: 'government-department',
  aliases: [],
  colour: null,
};

const state: OptionsState = {
  profiles: [unit],
  theme: 'auto',
  pillMode: 'shown',
  keepFiles: 'ask',
  marks: allMarks,
  setAside: [],
  dismissed: ['linlan.gov.cn'],
  granted: ['*://www.example.cn/*'],
  holdings: { documents: 2, tasks: 7, annotations: 3, bytes: 120_000 },
  lastBackup: null,
  roster: emptyRoster,
  words: [],
  reminding: noReminding,
  loss: null,
  version: '0.1.0',
};

function noted(): { [Key in keyof OptionsActions]: ReturnType<typeof vi.fn<OptionsActions[Key]>> } {
  const done = () => vi.fn(async () => undefined);
  return {
    setRoster: done(),
    setWords: done(),
    setReminding: vi.fn(async () => true),
    saveProfile: done(),
    removeProfile: done(),
    setTheme: done(),
    setPillMode: done(),
    setMark: done(),
    restoreSite: done(),
    takeBack: done(),
    grant: vi.fn(async () => true),
    revoke: done(),
    backup: done(),
    seenLoss: done(),
    preview: vi.fn(),
    previewLocal: vi.fn(),
    putBack: vi.fn(async (ids: readonly string[]) => ids.length),
    emptyTrash: done(),
    persist: vi.fn(async () => true),
    deleteAll: done(),
    setKeepFiles: vi.fn(async () => undefined),
    openLibrary: vi.fn(),
    openTasks: vi.fn(),
    saveDiagnostics: vi.fn(async () => undefined),
    forgetFaults: vi.fn(async () => undefined),
  };
}

function show(part: Partial<OptionsState> = {}, actions = noted()) {
  render(<OptionsView state={{ ...state, ...part }} actions={actions} />);
  return actions;
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

describe('what was set aside for good', () => {
  it('is listed and taken back', () => {
    const decision = {
      profile: 'u1',
      verdict: 'dismissed',
      scope: 'always',
      unit: '县直有关部门',
      document: null,
      measure: null,
    } as const;
    const actions = show({ setAside: [decision] });
    expect(screen.getByText('“县直有关部门”不含本单位')).toBeTruthy();
    press('恢复“县直有关部门”');
    expect(actions.takeBack).toHaveBeenCalledWith(decision);
  });

  it('is not spoken of where there is nothing', () => {
    show();
    expect(screen.queryByText('今后都不含本单位的称谓')).toBeNull();
  });
});

describe('my units', () => {
  it('are entered, the kind following the name until it is chosen', () => {
    const actions = show({ profiles: [] });
    press('填写本单位');
    const name = screen.getByLabelText('单位名称');
    const kind = screen.getByLabelText<HTMLSelectElement>('单位性质');
    fireEvent.input(name, { target: { value: '临澜县人民法院' } });
    expect(kind.value).toBe('court');
    fireEvent.change(kind, { target: { value: 'other' } });
    fireEvent.input(name, { target: { value: ' 城关 镇人民政府' } });
    expect(kind.value).toBe('other');
    press('保存');
    expect(actions.saveProfile.mock.calls[0]?.[0]).toMatchObject({
      name: '城关镇人民政府',
      kind: 'other',
      colour: null,
    });
  });

  it('need a name', () => {
    const actions = show({ profiles: [] });
    press('填写本单位');
    press('保存');
    expect(screen.getByRole('alert').textContent).toContain('请填写单位名称');
    expect(actions.saveProfile).not.toHaveBeenCalled();
  });

  it('are removed with a way back', async () => {
    const actions = show();
    press('移除“县司法局”');
    fireEvent.click(await screen.findByRole('button', { name: '撤销' }));
    expect(actions.saveProfile).toHaveBeenCalledWith(unit);
  });
});

describe('sites', () => {
  it('are granted by host, and what is none is refused before the browser is asked', () => {
    const actions = show();
    const input = screen.getByLabelText('允许一个网站');
    fireEvent.input(input, { target: { value: '*' } });
    press('允许');
    expect(actions.grant).not.toHaveBeenCalled();
    fireEvent.input(input, { target: { value: 'https://zw.qinghe.cn/a?b' } });
    press('允许');
    expect(actions.grant).toHaveBeenCalledWith('zw.qinghe.cn');
    press(/收回对/);
    expect(actions.revoke).toHaveBeenCalledWith('*://www.example.cn/*');
    press(/恢复 linlan/);
    expect(actions.restoreSite).toHaveBeenCalledWith('linlan.gov.cn');
  });

  it('a refusal is said, and what was typed stays to be tried again', async () => {
    const actions = noted();
    actions.grant.mockResolvedValueOnce(false).mockRejectedValueOnce(new Error('blocked by policy'));
    show({}, actions);
    const input = screen.getByLabelText('允许一个网站') as HTMLInputElement;
    fireEvent.input(input, { target: { value: 'zw.qinghe.cn' } });
    press('允许');
    expect((await screen.findByRole('alert')).textContent).toContain('浏览器没有同意，请再试一次');
    press('允许');
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('浏览器没有同意'));
    expect(input.value).toBe('zw.qinghe.cn');
    press('允许');
    await waitFor(() => expect(input.value).toBe(''));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it.each([
    ['www.example.cn', 'www.example.cn'],
    [' http://例子.中国/路径 ', 'xn--fsqu00a.xn--fiqs8s'],
    ['localhost', null],
    ['http://oa/portal', 'oa'],
    ['oa:8080', 'oa'],
    ['10.1.2.3:8080/oa', '10.1.2.3'],
    ['http://[fd00::7]:81/', '[fd00::7]'],
    ['*.cn', null],
    ['file:///etc/passwd', null],
    ['', null],
    ['a b.cn', null],
  ])('%s is %s', (text, host) => {
    expect(hostOf(text)).toBe(host);
  });
});

describe('data', () => {
  it('go only after a tick, and a backup is offered first', () => {
    const actions = show();
    press('删除全部数据');
    const dialog = within(screen.getByRole('dialog', { hidden: true }));
    expect(dialog.getByText(/2 份文件、7 项任务、3 条批注/)).toBeTruthy();
    const button = dialog.getByText('全部删除').closest('button')!;
    expect(button.disabled).toBe(true);
    fireEvent.click(dialog.getByText('先备份到文件'));
    expect(actions.backup).toHaveBeenCalled();
    fireEvent.click(dialog.getByRole('checkbox', { hidden: true }));
    fireEvent.click(button);
    expect(actions.deleteAll).toHaveBeenCalled();
  });

  it('are merged from a backup only after what it holds was shown', async () => {
    const actions = noted();
    const merge = vi.fn(async () => ({ added: 4, updated: 1, kept: 2 }));
    actions.preview.mockResolvedValue({ created: '', documents: 1, tasks: 5, annotations: 0, profiles: 1, merge });
    show({}, actions);
    const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
    Object.defineProperty(input, 'files', { value: [new File(['{}'], 'backup.json')] });
    fireEvent.change(input);
    await screen.findByText(/1 份文件、5 项任务/);
    expect(merge).not.toHaveBeenCalled();
    fireEvent.click(screen.getByText('合并到本机'));
    await waitFor(() => expect(screen.getByText('恢复完成：新增 4 条，更新 1 条，保持不变 2 条')).toBeTruthy());
  });

  const choose = (name: string) => {
    const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
    Object.defineProperty(input, 'files', { value: [new File(['{}'], name)], configurable: true });
    fireEvent.change(input);
  };
  const preview = { created: '', documents: 1, tasks: 5, annotations: 0, profiles: 1 };

  it('are told beforehand what a backup would change, and which of its records are broken; both can be refused', async () => {
    const actions = noted();
    const merge = vi.fn(async () => ({ added: 4, updated: 1, kept: 2 }));
    const drop = vi.fn(async () => undefined);
    const bad = [{ table: 'tasks' as const, at: 6, name: '归集数据', field: 'status' }];
    actions.preview.mockResolvedValue({ ...preview, plan: { added: 4, updated: 1, kept: 2 }, bad, merge, drop });
    show({}, actions);
    choose('backup.json');
    await screen.findByText('合并后：新增 4 条，更新 1 条，保持不变 2 条。');
    expect(screen.getByText('第 7 条：归集数据（status）')).toBeTruthy();
    fireEvent.click(screen.getByText('取消'));
    expect([merge.mock.calls.length, drop.mock.calls.length]).toEqual([0, 1]);
    choose('backup.json');
    fireEvent.click(await screen.findByText('跳过损坏的，合并其余'));
    await waitFor(() => expect(merge).toHaveBeenCalledOnce());
  });

  it('are as they were before when a restore is undone', async () => {
    const actions = noted();
    const undo = vi.fn(async () => true);
    const merge = vi.fn(async () => ({ added: 4, updated: 1, kept: 2 }));
    actions.preview.mockResolvedValue({ ...preview, merge, undo });
    show({}, actions);
    choose('backup.json');
    fireEvent.click(await screen.findByText('合并到本机'));
    fireEvent.click(await screen.findByText('撤销'));
    expect(undo).toHaveBeenCalledOnce();
  });

  it('stay when the file is no backup, which is said', async () => {
    const actions = noted();
    actions.preview.mockRejectedValue(new BackupError('not-backup'));
    show({}, actions);
    const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
    Object.defineProperty(input, 'files', { value: [new File(['x'], 'x.json')] });
    fireEvent.change(input);
    expect(await screen.findByText(/不是政笺的备份/)).toBeTruthy();
  });
});

describe('display', () => {
  it('is changed at once', () => {
    const actions = show();
    fireEvent.click(screen.getByRole('radio', { name: '深色' }));
    expect(actions.setTheme).toHaveBeenCalledWith('dark');
    fireEvent.click(screen.getByRole('checkbox', { name: '时限' }));
    expect(actions.setMark).toHaveBeenCalledWith('deadline', false);
    fireEvent.click(screen.getByRole('checkbox', { name: /网页角落/ }));
    expect(actions.setPillMode).toHaveBeenCalledWith('hidden');
  });
});

describe('a backup that was made', () => {
  it.each([
    [null, '还没有备份过'],
    [new Date().toISOString(), '上次备份：今天'],
    [new Date(Date.now() - 3 * 86_400_000).toISOString(), '上次备份：3 天前'],
    // A clock that was ahead.
    [new Date(Date.now() + 3 * 86_400_000).toISOString(), '上次备份：今天'],
  ])('at %s is said', (lastBackup, text) => {
    show({ lastBackup });
    expect(screen.getByText(text)).toBeTruthy();
  });

  it('is what a database that lost its records is told to be restored from, until it was seen', () => {
    const none = { documents: 0, tasks: 0, annotations: 0 };
    const actions = show({ loss: { noted: { documents: 2, tasks: 7, annotations: 3 }, present: none } });
    expect(screen.getByRole('alert').textContent).toContain('7 项任务');
    press('知道了');
    expect(actions.seenLoss).toHaveBeenCalledOnce();
  });
});

describe('following tasks up', () => {
  it('takes people and status words of the office', () => {
    const actions = show({
      roster: { ...emptyRoster, offices: ['审批股'] },
      words: [{ word: '滞后', status: 'doing' }],
    });
    const offices = screen.getByRole('combobox', { name: '承办科室' });
    fireEvent.input(offices, { target: { value: '法制股、' } });
    expect(actions.setRoster).toHaveBeenCalledWith({ ...emptyRoster, offices: ['审批股', '法制股'] });
    expect(screen.getByText('滞后（即进行中）')).toBeTruthy();
    fireEvent.input(screen.getByRole('textbox', { name: '状态用语' }), { target: { value: '已办结' } });
    fireEvent.change(screen.getByRole('combobox', { name: '对应的状态' }), { target: { value: 'done' } });
    fireEvent.submit(screen.getByRole('textbox', { name: '状态用语' }).closest('form')!);
    expect(actions.setWords).toHaveBeenCalledWith([
      { word: '滞后', status: 'doing' },
      { word: '已办结', status: 'done' },
    ]);
  });

  it('reminds only when asked to, and says when the browser refused', async () => {
    const actions = show();
    const box = screen.getByRole<HTMLInputElement>('checkbox', { name: '每天提醒逾期和今天到期的任务' });
    expect(box.checked).toBe(false);
    actions.setReminding.mockResolvedValueOnce(false);
    fireEvent.click(box);
    expect(actions.setReminding).toHaveBeenCalledWith({ on: true, hour: 9 });
    expect((await screen.findByRole('alert')).textContent).toContain('没有同意');
  });
});

describe('backups made by themselves', () => {
  const local = [
    {
      name: '2026-11-28T09-31-00Z-12-340-5.json.gz',
      made: '2026-11-28T09:31:00Z',
      counts: { documents: 12, tasks: 340, annotations: 5 },
      size: 1_200_000,
    },
  ];

  it('are listed with what is in them, and restored like any other, after a look', async () => {
    const actions = noted();
    actions.previewLocal.mockResolvedValue({
      created: '2026-11-28T09:31:00Z',
      documents: 12,
      tasks: 340,
      annotations: 5,
      profiles: 1,
      merge: async () => ({ added: 3, updated: 0, kept: 354 }),
    });
    show({ local }, actions);
    expect(screen.getByText('12 份文件、340 项任务、5 条批注 · 1.2 MB')).toBeTruthy();
    press('从这份恢复');
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/340 项任务/)).toBeTruthy();
    expect(actions.previewLocal.mock.calls[0]?.[0]).toBe(local[0]!.name);
  });

  it('are not spoken of where there is none', () => {
    show({ local: [] });
    expect(screen.queryByText(/自动备份/)).toBeNull();
  });
});

describe('the trash', () => {
  const head = {
    id: 't1',
    table: 'tasks',
    title: '设立跨镇办理窗口',
    document: '临澜县政务服务提升实施方案',
    note: '等编办回复',
    removed: '2026-11-27T08:00:00.000Z',
  } as const;

  it('shows what was deleted and puts it back, saying what could not be', async () => {
    const actions = noted();
    actions.putBack.mockResolvedValue(0);
    show({ trash: { count: 1, heads: [head] } }, actions);
    expect(screen.getByText(/临澜县政务服务提升实施方案 · 等编办回复/)).toBeTruthy();
    press('放回：设立跨镇办理窗口');
    expect(actions.putBack).toHaveBeenCalledWith(['t1']);
    expect(await screen.findByText(/已放回 0 条；没有放回 1 条/)).toBeTruthy();
  });

  it('is emptied only after a yes', () => {
    const actions = show({ trash: { count: 700, heads: [head] } });
    expect(screen.getByText('这里列出最近删除的 1 条，共 700 条。')).toBeTruthy();
    press('清空回收站');
    expect(actions.emptyTrash).not.toHaveBeenCalled();
    press('清除 700 条');
    expect(actions.emptyTrash).toHaveBeenCalled();
  });

  it('says that it is empty', () => {
    show({ trash: { count: 0, heads: [] } });
    expect(screen.getByText('回收站是空的。')).toBeTruthy();
  });
});

describe('the room there is', () => {
  const holdings = { documents: 2, tasks: 7, annotations: 3, bytes: 950_000_000 };

  it('is told before it is used up', () => {
    show({ holdings: { ...holdings, room: { used: 950_000_000, of: 1_000_000_000 } } });
    expect(screen.getByRole('alert').textContent).toContain('已用 950.0 MB，共 1000.0 MB');
  });

  it('is no matter while there is enough', () => {
    show({ holdings: { ...holdings, room: { used: 120_000, of: 10_000_000_000 } } });
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is asked to be kept where the browser might clear it', async () => {
    const actions = show({ holdings: { ...holdings, persisted: false } });
    press('请浏览器不要清理');
    expect(actions.persist).toHaveBeenCalled();
    expect(await screen.findByText('浏览器已答应不自行清理。')).toBeTruthy();
  });
});
