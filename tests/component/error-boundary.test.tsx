import { fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { expect, it, vi } from 'vitest';
import { ErrorBoundary } from '../../components/ErrorBoundary';

function Fragile() {
  const [broken, setBroken] = useState(false);
  if (broken) throw new Error('broken');
  return (
    <>
      <textarea aria-label="备注" />
      <button type="button" onClick={() => setBroken(true)}>
        break
      </button>
    </>
  );
}

it('a surface that breaks says so and still shows what was typed', () => {
  const noted = vi.fn();
  render(
    <ErrorBoundary onError={noted}>
      <Fragile />
    </ErrorBoundary>,
  );
  fireEvent.input(screen.getByLabelText('备注'), { target: { value: '还没有保存的一句' } });
  fireEvent.click(screen.getByText('break'));
  expect(screen.getByText('这一页出错了')).toBeTruthy();
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: '备注' }).value).toBe('还没有保存的一句');
  expect(screen.getByRole('button', { name: '重新打开' })).toBeTruthy();
  expect(noted).toHaveBeenCalledOnce();
});
