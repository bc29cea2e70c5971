import { act, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useToday } from '../../components/useToday';

const Shown = () => <p>{useToday()}</p>;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 11, 31, 23, 59, 30) });
});
afterEach(() => vi.useRealTimers());

it('turns at midnight on a page that stays open, night after night', () => {
  render(<Shown />);
  expect(screen.getByText('2026-12-31')).toBeTruthy();
  act(() => void vi.advanceTimersByTime(31_000));
  expect(screen.getByText('2027-01-01')).toBeTruthy();
  act(() => void vi.advanceTimersByTime(24 * 3600 * 1000));
  expect(screen.getByText('2027-01-02')).toBeTruthy();
});
