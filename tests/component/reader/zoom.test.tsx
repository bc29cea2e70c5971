import { act, renderHook } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { useZoom } from '../../../entrypoints/reader/useZoom';

it('a zoom belongs to one file and one way of looking; all else fits the room', () => {
  const [first, second] = [{}, {}];
  const { result, rerender, unmount } = renderHook(({ file, beside }) => useZoom(file, beside), {
    initialProps: { file: first, beside: false },
  });
  const seen = () => result.current[0];
  expect(seen()).toBe('width');
  act(() => result.current[1](1));
  expect(seen()).toBe(1);
  rerender({ file: first, beside: true });
  expect(seen()).toBe('width');
  act(() => result.current[1](0.5));
  rerender({ file: second, beside: true });
  expect(seen()).toBe('width');
  rerender({ file: second, beside: false });
  expect(seen()).toBe('width');
  rerender({ file: first, beside: false });
  expect(seen()).toBe(1);
  // The pages are put away for the reading text, and come back as they were.
  unmount();
  const again = renderHook(() => useZoom(first, true));
  expect(again.result.current[0]).toBe(0.5);
});
