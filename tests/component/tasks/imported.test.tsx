import { fireEvent, render, screen } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { TasksView } from '../../../components/tasks/TasksView';
import { adoptedTasks } from '../../../lib/export/ledger/back/adopt';
import { suggestMapping } from '../../../lib/export/ledger/back/foreign';
import { foreignRows } from '../../../lib/export/ledger/back/foreign-rows';
import { openGrids } from '../../../lib/export/ledger/back/open';
import { newKey } from '../../../lib/store/keys';
import type { TaskRecord } from '../../../lib/store/types';
import { dataOf, noted, taskRecord, today } from './sample';

// happy-dom lays nothing out: the list would be given no height and draw no rows.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1000);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(62);
});

/** In an order of the office's own: neither by date nor by words, with more rows than one figure counts. */
const words = ['党建', '信访', '招商', '安全', '教育', '医疗', '交通', '水利', '林业', '环保', '市容', '财税'];
const lines = words.map((word, at) => `${at + 1},${word}工作,2026-${String(12 - at).padStart(2, '0')}-20`);

function imported(): TaskRecord[] {
  const csv = ['序号,工作任务,完成时限', ...lines].join('\r\n');
  const [grid] = openGrids(new TextEncoder().encode(csv));
  const { rows } = foreignRows(grid!, suggestMapping(grid!)!, today);
  const tasks = adoptedTasks(rows, { name: '督办台账', now: new Date('2026-06-01T08:00:00Z'), newId: newKey });
  // As the store gives them: by id or by nothing at all, never as they came.
  return [...tasks].sort((a, b) => (a.title < b.title ? -1 : 1));
}

const show = (tasks: readonly TaskRecord[]) =>
  render(<TasksView data={dataOf([...tasks])} error={null} actions={noted()} today={today} />);
const titles = () => screen.queryAllByRole('article').map((row) => row.getAttribute('aria-label'));
const sort = () => screen.getByLabelText<HTMLSelectElement>('排序');
const wanted = words.map((word) => `${word}工作`);

describe('tasks of one table of the office’s own', () => {
  it('stand in its order, on screen and in the ledger, until another is asked for', async () => {
    show(imported());
    expect(sort().value).toBe('taken');
    expect(titles()).toEqual(wanted);
    fireEvent.click(screen.getByRole('button', { name: '台账…' }));
    const table = await screen.findByRole('table');
    expect(wanted.filter((title) => table.textContent?.includes(title))).toEqual(wanted.slice(0, 5));
    fireEvent.change(sort(), { target: { value: 'due' } });
    expect(titles()).toEqual([...wanted].reverse());
  });

  it('are by their dates among others', () => {
    show([...imported(), taskRecord({ title: '甲', dueDate: '2026-06-21' })]);
    expect(sort().value).toBe('due');
  });

  it('are not what was noted by hand, one by one', () => {
    const hand = imported().map((task, at) => ({ ...task, id: `key${at}-0` }));
    show(hand);
    expect(sort().value).toBe('due');
  });
});
