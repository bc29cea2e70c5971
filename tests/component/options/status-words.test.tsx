import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { StatusWords } from '../../../components/options/StatusWords';

afterEach(cleanup);

function add(word: string, status: string, words = [{ word: '滞后', status: 'doing' as const }]) {
  const onWords = vi.fn();
  render(<StatusWords words={words} onWords={onWords} />);
  fireEvent.input(screen.getByLabelText('状态用语'), { target: { value: word } });
  fireEvent.change(screen.getByLabelText('对应的状态'), { target: { value: status } });
  fireEvent.click(screen.getByRole('button', { name: '添加' }));
  return onWords;
}

it.each([
  ['进行中', 'done', '“进行中”本来就是“进行中”，不能再对应“已完成”。'],
  [' 已 办结', 'open', '“已 办结”本来就是“已完成”，不能再对应“待办”。'],
  ['滞后', 'open', '“滞后”已经对应“进行中”，要改请先删去再添加。'],
])('refuses %s as %s in a plain sentence, and keeps what was typed', (word, status, words) => {
  expect(add(word, status)).not.toHaveBeenCalled();
  expect(screen.getByRole('alert').textContent).toBe(words);
  expect((screen.getByLabelText('状态用语') as HTMLInputElement).value).toBe(word);
  // What is typed next is another word.
  fireEvent.input(screen.getByLabelText('状态用语'), { target: { value: '待验收' } });
  expect(screen.queryByRole('alert')).toBeNull();
});

it('takes a known word in its own meaning, and any other', () => {
  expect(add('推进中', 'doing')).toHaveBeenCalledOnce();
  cleanup();
  expect(add('待验收', 'doing').mock.lastCall?.[0]).toContainEqual({ word: '待验收', status: 'doing' });
});
