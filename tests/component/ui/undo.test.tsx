import { act, cleanup, render } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { type Toasts, useToasts } from '../../../components/ui/useToasts';

afterEach(cleanup);

let toasts: Toasts;
function Surface() {
  toasts = useToasts();
  return null;
}

function doing() {
  render(<Surface />);
  const undone: string[] = [];
  return { undone, undo: (name: string) => () => undone.push(name) };
}

const last = () => toasts.items.at(-1)?.text;

describe('one way to undo', () => {
  it('takes back what was done last, then what was done before, and says so', () => {
    const { undone, undo } = doing();
    act(() => toasts.show({ text: '已领为任务', undo: undo('take') }));
    act(() => toasts.remember({ text: '改“窗口”', undo: undo('edit') }));
    act(() => toasts.undoLast());
    expect(last()).toBe('已撤销：改“窗口”');
    act(() => toasts.undoLast());
    expect(undone).toEqual(['edit', 'take']);
    act(() => toasts.undoLast());
    expect(last()).toBe('没有可以撤销的操作');
    expect(undone).toEqual(['edit', 'take']);
  });

  it('takes nothing back twice: not what its own button has taken back', () => {
    const { undone, undo } = doing();
    act(() => toasts.show({ text: '甲', undo: undo('a') }));
    act(() => toasts.show({ text: '乙', undo: undo('b') }));
    act(() => toasts.items.at(-1)?.undo?.());
    act(() => toasts.undoLast());
    expect(undone).toEqual(['b', 'a']);
  });

  it('brings a note back to what it was before the typing began', () => {
    const { undone, undo } = doing();
    act(() => toasts.remember({ text: '备注', undo: undo('first'), same: 'n1:note' }));
    act(() => toasts.remember({ text: '备注', undo: undo('second'), same: 'n1:note' }));
    act(() => toasts.remember({ text: '备注', undo: undo('other'), same: 'n2:note' }));
    act(() => toasts.undoLast());
    act(() => toasts.undoLast());
    expect(undone).toEqual(['other', 'first']);
  });
});
