import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { ProfileForm } from '../../../components/options/ProfileForm';
import { policy, profile } from '../../unit/units/fixtures';

afterEach(cleanup);

const document = policy('云岭省清河市临澜县', [
  { lead: ['县司法局'] },
  { lead: ['县司法局'], participant: ['县水务局'] },
]);

function type(name: string, lastRead: typeof document | null = document) {
  const onSave = vi.fn();
  const blank = profile('', '', 'government-department');
  render(<ProfileForm profile={blank} lastRead={lastRead} onSave={onSave} onCancel={vi.fn()} />);
  fireEvent.input(screen.getByRole('textbox', { name: '单位名称' }), { target: { value: name } });
  return onSave;
}

it('asks back where a name is a slip away from one of the document read last, and takes the answer', () => {
  const onSave = type('县司发局');
  expect(screen.getByRole('status').textContent).toContain('最近读过的文件里没有这个单位');
  fireEvent.click(screen.getByRole('button', { name: '县司法局（2 项）' }));
  expect(screen.queryByRole('status')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '保存' }));
  expect(onSave.mock.calls[0]![0].name).toBe('县司法局');
});

it.each(['县司法局', '临澜县司法局', '县交通运输局', '县'])('asks nothing of %s', (name) => {
  type(name);
  expect(screen.queryByRole('status')).toBeNull();
});

it('asks nothing while nothing was read', () => {
  type('县司发局', null);
  expect(screen.queryByRole('status')).toBeNull();
});
