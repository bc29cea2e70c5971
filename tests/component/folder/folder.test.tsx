import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { FolderRow } from '../../../components/folder/FolderRow';
import { FolderStatus } from '../../../components/folder/FolderStatus';
import { FolderView } from '../../../components/folder/FolderView';
import type { FolderDesk } from '../../../components/folder/types';
import type { FolderState, Row } from '../../../lib/folder/job';
import { brief, found } from '../../unit/folder/fakes';

const rows: readonly Row[] = [
  {
    id: 0,
    path: '任务/a.txt',
    file: found('a.txt').file,
    state: 'done',
    brief: brief({ named: 2, possible: 1, documentId: 'a' }),
    error: null,
  },
  {
    id: 1,
    path: '任务/b.txt',
    file: found('b.txt').file,
    state: 'done',
    brief: brief({ class: 'other', measures: 0, documentId: 'b' }),
    error: null,
  },
  {
    id: 2,
    path: '任务/c.pdf',
    file: found('c.pdf').file,
    state: 'failed',
    brief: null,
    error: { code: 'no-text', detail: '' },
  },
];
const state: FolderState = {
  phase: 'done',
  rows,
  passedOver: 4,
  tooMany: false,
  missed: 0,
  finished: 3,
  failed: 1,
  present: [],
};

function show(part: Partial<FolderDesk> = {}) {
  const on = {
    onStop: vi.fn(),
    onAgain: vi.fn(),
    onClose: vi.fn(),
    onTakeOn: vi.fn(),
    onExport: vi.fn(),
    onOpen: vi.fn(),
    onSetUnit: vi.fn(),
  };
  render(<FolderView state={state} unit taken={new Map()} taking={null} {...on} {...part} />);
  return on;
}

describe('a folder', () => {
  it('says how many were read, failed and passed over, and takes on what names us', () => {
    const on = show();
    expect(screen.getByText('读完 3 个文件')).toBeTruthy();
    expect(screen.getByText('1 个没有读出来 · 另有 4 个不是文档，已略过')).toBeTruthy();
    fireEvent.click(screen.getByText('全部领取点名我单位的 2 项（1 份文件）'));
    expect(on.onTakeOn).toHaveBeenCalledOnce();
  });

  it('says when all that names us is taken on, and asks for a unit where none is set', () => {
    show({ taken: new Map([['a', new Set(rows[0]?.brief?.namedIds)]]) });
    expect((screen.getByText('点名我单位的都已在任务清单里').closest('button') as HTMLButtonElement).disabled).toBe(
      true,
    );
    const on = show({ unit: false });
    fireEvent.click(screen.getByText('设定本单位'));
    expect(on.onSetUnit).toHaveBeenCalledOnce();
  });

  it('offers nothing to take on where no file names us, and says so', () => {
    show({ state: { ...state, rows: rows.slice(2) } });
    expect(screen.queryByText(/全部领取/)).toBeNull();
    expect((screen.getByText('没有点名我单位的举措').closest('button') as HTMLButtonElement).disabled).toBe(true);
  });

  it('says that there is something to be told of a file, not only how much', () => {
    const told = { ...rows[0]!, brief: brief({ named: 2, warnings: [{ code: 'truncated' }] }) };
    const on = { measure: () => {}, onOpen: () => {} };
    render(<FolderRow row={told} index={0} start={0} double={null} taken={0} {...on} />);
    expect(screen.getByText('提示 1')).toBeTruthy();
  });

  it('is read again where it was stopped or not all of it could be had', () => {
    show();
    expect(screen.queryByText('重新读取')).toBeNull();
    cleanup();
    const on = show({ state: { ...state, missed: 2 } });
    expect(screen.getByText(/有 2 处文件或文件夹没能列出/)).toBeTruthy();
    fireEvent.click(screen.getByText('重新读取'));
    expect(on.onAgain).toHaveBeenCalledOnce();
  });

  it('exports what is shown', () => {
    const on = show();
    const chips = screen.getByRole('group', { name: '按条件筛选' });
    fireEvent.click(within(chips).getByText('没有读出'));
    fireEvent.click(screen.getByText('导出表格'));
    expect(on.onExport).toHaveBeenCalledWith([rows[2]]);
    fireEvent.input(screen.getByPlaceholderText('筛选文件名、标题、文号'), { target: { value: '没有这个' } });
    expect(screen.getByText('没有符合条件的文件')).toBeTruthy();
  });

  it('tells how far it is, which file it reads, and how to stop', () => {
    const onStop = vi.fn();
    const reading: FolderState = { ...state, phase: 'reading', finished: 1, present: ['任务/b.txt'] };
    const { rerender } = render(<FolderStatus state={reading} onStop={onStop} />);
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('33');
    expect(screen.getByText('已读 1 / 3 个文件')).toBeTruthy();
    expect(screen.getByText('正在读：任务/b.txt')).toBeTruthy();
    fireEvent.click(screen.getByText('停止'));
    expect(onStop).toHaveBeenCalledOnce();
    rerender(<FolderStatus state={{ ...reading, phase: 'listing' }} onStop={onStop} />);
    expect(screen.getByRole('progressbar').hasAttribute('aria-valuenow')).toBe(false);
    rerender(<FolderStatus state={{ ...reading, phase: 'stopped', present: [] }} onStop={onStop} />);
    expect(screen.getByText('已停止，读完 1 / 3 个文件')).toBeTruthy();
  });

  it('says what can be read where nothing can', () => {
    show({ state: { ...state, rows: [], finished: 0, failed: 0 } });
    expect(screen.getByText('这个文件夹里没有可以阅读的文件')).toBeTruthy();
  });
});
