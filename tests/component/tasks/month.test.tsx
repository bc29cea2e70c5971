import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { MonthView } from '../../../components/today/MonthView';
import { taskRecord } from './sample';

afterEach(cleanup);

it('names a day by all that it shows, whatever day it is today', () => {
  const tasks = [taskRecord({ title: '设立窗口', dueDate: '2026-12-31' })];
  render(<MonthView tasks={tasks} today="2026-12-01" row={() => null} />);
  const day = screen.getByRole('button', { name: '12月31日：1 项 设立窗口' });
  expect(day.textContent).toContain('31');
});
