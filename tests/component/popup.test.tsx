import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { Popup } from '../../components/popup/Popup';
import type { PageSnapshot } from '../../lib/page/types';
import { policy } from '../unit/store/samples';

afterEach(cleanup);

it('the popup counts what is ours for sure apart from what may be', () => {
  const measures = ['a', 'b', 'c'].map((id) => ({ id }));
  const duties = [
    { measure: 'a', certainty: 'named' },
    { measure: 'b', certainty: 'possible' },
    { measure: 'c', certainty: 'possible' },
  ];
  const snapshot = { state: 'ready', policy: { ...policy, measures }, duties } as unknown as PageSnapshot;
  const on = vi.fn();
  render(
    <Popup
      snapshot={snapshot}
      problem={null}
      site={null}
      dismissed={false}
      file={null}
      onOpenTabFile={vi.fn()}
      onFileAccess={vi.fn()}
      onRead={on}
      onOpenPanel={on}
      onGrant={on}
      onRestorePill={on}
      onOpenTasks={on}
      onOpenFile={on}
      onOpenOptions={on}
    />,
  );
  expect(screen.getByText('任务分工文件 · 3 项举措 · 本单位 1 项 · 可能 2 项')).toBeTruthy();
});

it('the popup offers to open a file, or says how the browser lets us', () => {
  const nothing = vi.fn();
  const [onOpenTabFile, onFileAccess] = [vi.fn(), vi.fn()];
  const popup = (file: 'readable' | 'barred' | 'perhaps') => (
    <Popup
      snapshot={null}
      problem={null}
      site={null}
      dismissed={false}
      file={file}
      onOpenTabFile={onOpenTabFile}
      onFileAccess={onFileAccess}
      onRead={nothing}
      onOpenPanel={nothing}
      onGrant={nothing}
      onRestorePill={nothing}
      onOpenTasks={nothing}
      onOpenFile={nothing}
      onOpenOptions={nothing}
    />
  );
  const { rerender } = render(popup('readable'));
  fireEvent.click(screen.getByText('用政笺打开'));
  expect(onOpenTabFile).toHaveBeenCalledOnce();
  rerender(popup('barred'));
  expect(screen.getByText(/允许访问文件网址/)).toBeTruthy();
  fireEvent.click(screen.getByText('打开扩展详情页'));
  expect(onFileAccess).toHaveBeenCalledOnce();
  rerender(popup('perhaps'));
  expect(screen.getByText('识读本页')).toBeTruthy();
  expect(screen.getByText(/如果这一页是电脑里的文件/)).toBeTruthy();
  expect(nothing).not.toHaveBeenCalled();
});

it('the popup over a page of ours offers no reading, which could not work', () => {
  const nothing = vi.fn();
  const popup = (own: 'reader' | 'other') => (
    <Popup
      snapshot={null}
      problem={null}
      site={null}
      dismissed={false}
      file={null}
      own={own}
      onOpenTabFile={nothing}
      onFileAccess={nothing}
      onRead={nothing}
      onOpenPanel={nothing}
      onGrant={nothing}
      onRestorePill={nothing}
      onOpenTasks={nothing}
      onOpenFile={nothing}
      onOpenOptions={nothing}
    />
  );
  const { rerender } = render(popup('other'));
  expect(screen.getByText(/政笺自己的页面/)).toBeTruthy();
  expect(screen.queryByText('识读本页')).toBeNull();
  rerender(popup('reader'));
  expect(screen.getByText(/就在这一页/)).toBeTruthy();
  expect(screen.queryByText('识读本页')).toBeNull();
  expect(screen.getByText('全部任务')).toBeTruthy();
});
