import { fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { pageAt, scaleOf, stackOf, usualWidth, zoomStep } from '../../../components/reader/original/geometry';
import { ModeSwitch } from '../../../components/reader/original/ModeSwitch';

describe('ModeSwitch', () => {
  it('offers side by side only where there is room, and tells what is chosen', () => {
    const onMode = vi.fn();
    const { rerender } = render(<ModeSwitch mode="reading" wide onMode={onMode} />);
    expect(screen.getByRole('button', { name: '阅读' }).getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(screen.getByRole('button', { name: '并排' }));
    expect(onMode).toHaveBeenCalledWith('both');
    rerender(<ModeSwitch mode="original" wide={false} onMode={onMode} />);
    expect(screen.queryByRole('button', { name: '并排' })).toBeNull();
    expect(screen.getByRole('button', { name: '原件' }).getAttribute('aria-pressed')).toBe('true');
  });
});

describe('the stack of pages', () => {
  const pages = [
    { width: 595, height: 842 },
    { width: 842, height: 595 },
    { width: 595.2, height: 842 },
  ];

  it('finds the page at any height', () => {
    const stack = stackOf(pages, 1, 10);
    expect(stack.tops).toEqual([10, 862, 1467, 2319]);
    expect([-50, 0, 10, 861, 862, 1467, 99_999].map((y) => pageAt(stack, y))).toEqual([0, 0, 0, 0, 1, 2, 2]);
  });

  it('fits the usual width, not the odd page', () => {
    expect(usualWidth(pages)).toBe(595);
    expect(scaleOf('width', pages, 595 + 28)).toBe(1);
    expect(scaleOf('width', pages, 0)).toBe(0.2);
    expect(scaleOf(1, pages, 0)).toBeCloseTo(96 / 72);
  });

  it('steps to the next zoom from whatever is seen, and stops at the ends', () => {
    expect([zoomStep(0.55, 1), zoomStep(0.55, -1), zoomStep(1, 1), zoomStep(1, -1)]).toEqual([0.67, 0.5, 1.1, 0.9]);
    expect([zoomStep(4, 1), zoomStep(0.2, -1)]).toEqual([4, 0.25]);
  });
});
