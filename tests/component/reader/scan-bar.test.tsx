import { fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { pageRanges, ScanBar, type ScanState } from '../../../components/reader/ScanBar';

const bar = (now: ScanState, pages: readonly number[] | null = null) => {
  const calls = { onStart: vi.fn(), onStop: vi.fn(), onLook: vi.fn() };
  render(<ScanBar pages={pages} now={now} {...calls} />);
  return calls;
};

describe('the bar over scanned pages', () => {
  it('says which pages are scans, and offers to read them', () => {
    const { onStart } = bar({ state: 'offer' }, [3, 4, 5, 6, 7, 8, 12]);
    expect(screen.getByText(/^第 3–8、12 页是扫描件/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '识别文字' }));
    expect(onStart).toHaveBeenCalledOnce();
  });

  it('says how far it has come, and stops', () => {
    const { onStop } = bar({ state: 'reading', done: 2, of: 6, fraction: 0.4 });
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('40');
    expect(screen.getByText('正在识别：已读 2 / 6 页')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '停止' }));
    expect(onStop).toHaveBeenCalledOnce();
  });

  it('shows pages as soon as they are read, when asked', () => {
    const { onLook } = bar({ state: 'reading', done: 3, of: 6, fraction: 0.5, more: 3 });
    fireEvent.click(screen.getByRole('button', { name: '显示读好的 3 页' }));
    expect(onLook).toHaveBeenCalledOnce();
  });

  it('offers nothing to show before a page is read', () => {
    bar({ state: 'reading', done: 0, of: 6, fraction: 0.1, more: 0 });
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['停止']);
  });

  it('says that all is read and leaves the page that is looked at until told', () => {
    const { onLook } = bar({ state: 'ready', more: 2 }, [2, 3]);
    expect(screen.getByText(/全部识别完了/)).toBeTruthy();
    expect(onLook).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: '显示读好的 2 页' }));
    expect(onLook).toHaveBeenCalledOnce();
  });

  it('says what went wrong, and that a build cannot', () => {
    bar({ state: 'failed', code: 'too-many-pixels' });
    expect(screen.getByRole('alert').textContent).toContain('像素太多');
    expect(screen.getByRole('button', { name: '再试一次' })).toBeTruthy();
    bar({ state: 'absent' });
    expect(screen.getByText(/不带文字识别/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '识别文字' })).toBeNull();
  });

  it('says that the administrator does not allow it, and offers nothing', () => {
    bar({ state: 'forbidden' });
    expect(screen.getByText(/管理员不允许/)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('writes pages as ranges', () => {
    expect(pageRanges([1])).toBe('1');
    expect(pageRanges([1, 2, 4, 6, 7, 8])).toBe('1–2、4、6–8');
  });
});
