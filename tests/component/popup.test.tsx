import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { Popup, type PopupProps } from '../../components/popup/Popup';
import type { PageSnapshot } from '../../lib/page/types';
import { policy } from '../unit/store/samples';

afterEach(cleanup);

/** A popup over a tab that tells nothing, but for what is said. */
function popup(part: Partial<PopupProps>) {
  const nothing = vi.fn();
  const on = {
    onOpenTabFile: nothing,
    onFileAccess: nothing,
    onRead: nothing,
    onOpenPanel: nothing,
    onGrant: nothing,
    onRestorePill: nothing,
    onOpenTasks: nothing,
    onOpenFile: nothing,
    onOpenOptions: nothing,
  };
  return <Popup snapshot={null} problem={null} site={null} dismissed={false} file={null} {...on} {...part} />;
}

it('the popup counts what is ours for sure apart from what may be', () => {
  const measures = ['a', 'b', 'c'].map((id) => ({ id }));
  const duties = [
    { measure: 'a', certainty: 'named' },
    { measure: 'b', certainty: 'possible' },
    { measure: 'c', certainty: 'possible' },
  ];
  const snapshot = { state: 'ready', policy: { ...policy, measures }, duties } as unknown as PageSnapshot;
  render(popup({ snapshot }));
  expect(screen.getByText('任务分工文件 · 3 项举措 · 本单位 1 项 · 可能 2 项')).toBeTruthy();
});

it('the popup offers to open a file, or says how the browser lets us', () => {
  const nothing = vi.fn();
  const [onOpenTabFile, onFileAccess] = [vi.fn(), vi.fn()];
  const over = (file: 'readable' | 'barred' | 'perhaps') =>
    popup({ file, onOpenTabFile, onFileAccess, onRead: nothing, onOpenPanel: nothing, onGrant: nothing });
  const { rerender } = render(over('readable'));
  fireEvent.click(screen.getByText('用政笺打开'));
  expect(onOpenTabFile).toHaveBeenCalledOnce();
  rerender(over('barred'));
  expect(screen.getByText(/允许访问文件网址/)).toBeTruthy();
  fireEvent.click(screen.getByText('打开扩展详情页'));
  expect(onFileAccess).toHaveBeenCalledOnce();
  rerender(over('perhaps'));
  expect(screen.getByText('识读本页')).toBeTruthy();
  expect(screen.getByText(/如果这一页是电脑里的文件/)).toBeTruthy();
  expect(nothing).not.toHaveBeenCalled();
});

it('the popup over a page of ours offers no reading, which could not work', () => {
  const { rerender } = render(popup({ own: 'other' }));
  expect(screen.getByText(/政笺自己的页面/)).toBeTruthy();
  expect(screen.queryByText('识读本页')).toBeNull();
  rerender(popup({ own: 'reader' }));
  expect(screen.getByText(/就在这一页/)).toBeTruthy();
  expect(screen.queryByText('识读本页')).toBeNull();
  expect(screen.getByText('任务清单')).toBeTruthy();
});
