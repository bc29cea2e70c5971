import { cleanup, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { firstLayout, type Layout } from '../../../components/tasks/layout';
import { OfferTable } from '../../../components/tasks/ledger/OfferTable';
import { TasksView } from '../../../components/tasks/TasksView';
import '../../../components/theme/theme';
import type { TaskRecord } from '../../../lib/store/types';
import { dataOf, noted, taskRecord, today } from '../../component/tasks/sample';

afterEach(cleanup);

const told = { id: 'p', on: '2026-06-01', text: '过半', percent: 55, problem: '', next: '', by: '', at: '' };
const busy = taskRecord({
  title: '更新公共法律服务点',
  handlers: ['陈立'],
  progress: [told],
  steps: [{ id: 's', text: '选址', done: false }],
  dueDate: '2026-06-25',
});

async function show(width: number, records: readonly TaskRecord[], layout: Partial<Layout> = {}, tab?: 'today') {
  await page.viewport(width, 700);
  const frame = document.createElement('main');
  document.body.append(frame);
  const data = dataOf(records);
  const shown = { ...firstLayout, ...layout };
  render(<TasksView data={data} error={null} actions={noted()} today={today} layout={shown} {...(tab && { tab })} />, {
    container: frame,
  });
  await waitFor(() => expect(screen.getAllByRole('button', { name: records[0]!.title })).toBeTruthy());
}

const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
const cut = (element: HTMLElement) => element.scrollWidth > element.clientWidth;
const box = (element: Element) => element.getBoundingClientRect();

it('in the table a short mark stays whole while the title gives way, and stands by its title', async () => {
  await show(1366, [busy, { ...busy, id: 'b', title: '更新公共法律服务点和便民服务窗口的各项设施并逐月通报' }]);
  const rows = all('.task-cells:not(.task-heads)');
  const marks = (row: Element, kind = '.follow-mark') =>
    [...row.querySelectorAll<HTMLElement>(kind)].map((mark) => [mark.textContent, cut(mark)]);
  expect(marks(rows[0]!)).toEqual([
    ['陈立', false],
    ['步骤 0/1', false],
    ['55%', false],
  ]);
  // Beside a long title, which keeps ten characters, names are cut before figures are.
  expect(marks(rows[1]!, '.follow-short')).toEqual([
    ['步骤 0/1', false],
    ['55%', false],
  ]);
  const [title, mark] = [rows[0]!.querySelector('.task-title')!, rows[0]!.querySelector('.follow-mark')!];
  expect(box(mark).left - box(title).right).toBeLessThan(10);
});

it('at 800 pixels columns stand below each other, whatever the dates', async () => {
  await show(800, [busy, { ...busy, id: 'b', dueDate: '2027-12-31' }, { ...busy, id: 'c', dueDate: null }]);
  const lefts = new Set(all('.task-cells:not(.task-heads) > .cell-role').map((cell) => Math.round(box(cell).left)));
  expect([...lefts]).toHaveLength(1);
});

it('today has its dates at the right of their tasks at 800 pixels', async () => {
  await show(800, [busy], {}, 'today');
  const [title, due] = [
    document.querySelector('.today-line .task-title')!,
    document.querySelector('.today-line .due')!,
  ];
  expect(box(due).left).toBeGreaterThan(box(title).left);
  expect(box(due).right).toBeGreaterThan(700);
});

it('what is said of a task in a narrow window is told in full, or ends in dots', async () => {
  await show(345, [{ ...busy, repeat: { text: '每季度末月25日前报送进展', until: null } }], { look: 'cards' });
  const row = box(document.querySelector('.task-where')!);
  for (const mark of all('.task-where > *')) {
    expect(box(mark).right, mark.textContent!).toBeLessThanOrEqual(row.right + 0.5);
  }
});

it('that nothing fits is said below the filters, not at the foot of the window', async () => {
  await show(1366, [busy]);
  await userEvent.fill(screen.getByRole('searchbox'), '不存在的词');
  const said = await screen.findByText('没有符合筛选条件的内容');
  expect(box(said).top).toBeLessThan(300);
});

it('empty lists of the follow-up take no room: all its parts begin at one height', async () => {
  await show(1366, [taskRecord({ title: '甲', dueDate: null })]);
  await userEvent.click(screen.getByRole('button', { name: '甲' }));
  const first = (name: string) =>
    box(within(screen.getByRole('region', { name })).getAllByRole(name === '进展' ? 'button' : 'textbox')[0]!).top;
  expect(Math.abs(first('步骤') - first('进展'))).toBeLessThan(3);
});

it('dates are not broken over lines', async () => {
  const repeat = { text: '每季度末月25日前报送进展', until: '2027-12-31' };
  for (const width of [345, 400, 800, 1366]) {
    await show(width, [taskRecord({ title: '甲', dueDate: '2026-06-25', repeat })]);
    await userEvent.click(screen.getByRole('button', { name: '甲' }));
    const dates = all('.follow-repeat .whole-date');
    expect(dates.map((each) => each.textContent)).toEqual(['2027-12-31', '2026-09-25']);
    for (const each of dates) expect(each.getClientRects()).toHaveLength(1);
    cleanup();
  }
});

const line = { title: '更新调解网格', field: '状态', before: '进行中', after: '已完成', conflict: '两边都改过' };

it('what a file offers can be read in a narrow window', async () => {
  await page.viewport(345, 640);
  const lines = [
    { ...line, key: 'a' },
    { ...line, key: 'b', before: '先摸清各乡镇场地情况，再报分管领导。' },
  ];
  render(<OfferTable lines={lines} chosen={new Set()} onToggle={() => undefined} />);
  for (const word of [...screen.getAllByText('进行中'), ...screen.getAllByText('已完成')])
    expect(box(word).height, word.textContent!).toBeLessThan(30);
  const list = document.querySelector('.ledger-offers')!;
  expect(list.scrollWidth).toBeLessThanOrEqual(list.clientWidth);
});
