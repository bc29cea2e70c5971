import { fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { LeaveBar } from '../../../components/library/LeaveBar';
import { LibraryView } from '../../../components/library/LibraryView';
import { Permit } from '../../../components/library/Permit';
import { Recent } from '../../../components/library/Recent';
import type { FileHead } from '../../../lib/store/types';

const head = (name: string, size: number): FileHead => ({
  id: name,
  documentId: `doc-${name}`,
  name,
  title: '防汛方案',
  size,
  modified: '2026-01-02T00:00:00.000Z',
  opened: '2026-03-05T08:00:00.000Z',
  kept: true,
});

describe('the library', () => {
  it('says how large each file and all are, and removes one or all', () => {
    const on = { onOpen: vi.fn(), onRemove: vi.fn(), onSettings: vi.fn() };
    const files = [head('a.pdf', 1_500_000), head('b.txt', 900)];
    render(<LibraryView files={files} leave="yes" tasks={new Map([['doc-a.pdf', 3]])} opening={null} {...on} />);
    expect(screen.getByText('2 个文件，共 1.5 MB')).toBeTruthy();
    expect(screen.getByText(/防汛方案 · 1\.5 MB · 2026-03-05 打开 · 3 项任务/)).toBeTruthy();
    fireEvent.click(screen.getByLabelText('移除“b.txt”'));
    fireEvent.click(screen.getByText('全部移除'));
    expect(on.onRemove.mock.calls).toEqual([[[files[1]]], [files]]);
    fireEvent.click(screen.getByText('a.pdf'));
    expect(on.onOpen).toHaveBeenCalledWith(files[0]);
  });

  it('teaches what it is for while it is empty, and says when files are not kept', () => {
    const view = (leave: 'ask' | 'no') => (
      <LibraryView
        files={[]}
        leave={leave}
        tasks={new Map()}
        opening={null}
        onOpen={vi.fn()}
        onRemove={vi.fn()}
        onSettings={vi.fn()}
      />
    );
    const { rerender } = render(view('ask'));
    expect(screen.getByText('文件库还是空的')).toBeTruthy();
    expect(screen.queryByText(/现在的设置是不存文件/)).toBeNull();
    rerender(view('no'));
    expect(screen.getByText(/现在的设置是不存文件/)).toBeTruthy();
  });

  it('shows a newcomer how files are opened, and anybody else the last ones', () => {
    const onAll = vi.fn();
    const { rerender } = render(<Recent files={[]} onOpen={vi.fn()} onAll={onAll} />);
    expect(screen.getByText('把文件或整个文件夹拖到这里')).toBeTruthy();
    const files = Array.from({ length: 8 }, (_, at) => head(`${at}.txt`, 10));
    rerender(<Recent files={files} onOpen={vi.fn()} onAll={onAll} />);
    expect(screen.getAllByRole('listitem')).toHaveLength(6);
    fireEvent.click(screen.getByText('全部文件'));
    expect(onAll).toHaveBeenCalledOnce();
  });

  it('asks for leave, and for a site, in plain words', () => {
    const [onLeave, onAllow] = [vi.fn(), vi.fn()];
    render(<LeaveBar onLeave={onLeave} />);
    fireEvent.click(screen.getByText('不存'));
    expect(onLeave).toHaveBeenCalledWith('no');
    render(<Permit url="https://www.example.cn/a.pdf" onAllow={onAllow} actions={null} />);
    expect(screen.getByText('从 www.example.cn 取文件')).toBeTruthy();
    fireEvent.click(screen.getByText('允许并打开'));
    expect(onAllow).toHaveBeenCalledOnce();
  });
});
