import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AccountLine } from '../../../components/panel/AccountLine';
import { unreadKey } from '../../../components/panel/rows';
import { accountOf } from '../../../lib/policy/account';
import type { PolicyDocument, Unread } from '../../../lib/policy/types';
import { samplePolicy } from '../../fixtures/panel/policy';

afterEach(cleanup);

const open = (start: number): Unread => ({
  text: '县某中心',
  span: { start, end: start + 4 },
  measure: null,
  reason: 'no-measure',
});
const withUnread = (...unread: Unread[]): PolicyDocument => ({ ...samplePolicy(), unread });

describe('the books of the reading', () => {
  it('say that all is placed where nothing is left', () => {
    const policy = withUnread();
    render(<AccountLine policy={policy} current={null} onCheck={() => {}} />);
    expect(screen.getByText(`分工 ${accountOf(policy).placed} 处，全部归位`)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('lead from one stretch that waits to the next, and after the last to the first', () => {
    const policy = withUnread(open(1000), open(2000));
    const { placed } = accountOf(policy);
    const onCheck = vi.fn();
    const show = (current: string | null) => <AccountLine policy={policy} current={current} onCheck={onCheck} />;
    const { rerender } = render(show(null));
    expect(screen.getByText(`分工 ${placed + 2} 处，已归位 ${placed}`)).toBeTruthy();
    const [first, second] = policy.unread.map(unreadKey);
    for (const [current, next] of [
      ['m:1', first],
      [first, second],
      [second, first],
    ] as const) {
      rerender(show(current!));
      fireEvent.click(screen.getByRole('button', { name: '待核对 2' }));
      expect(onCheck).toHaveBeenLastCalledWith(next);
    }
  });

  it('are not shown where no work is divided', () => {
    const { container } = render(
      <AccountLine policy={{ ...withUnread(), measures: [] }} current={null} onCheck={() => {}} />,
    );
    expect(container.textContent).toBe('');
  });
});
