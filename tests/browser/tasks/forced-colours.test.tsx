import { cleanup, render } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { Bars } from '../../../components/tasks/progress/Bars';
import { MonthView } from '../../../components/today/MonthView';
import '../../../components/tasks/progress/progress.css';
import { TasksView } from '../../../components/tasks/TasksView';
import '../../../components/theme/theme';
import '../../../components/today/today.css';
import { dataOf, noted, taskRecord, today } from '../../component/tasks/sample';

interface Session {
  send(method: 'Emulation.setEmulatedMedia', media: object): Promise<unknown>;
}
const force = (value: 'active' | 'none') =>
  (cdp() as unknown as Session).send('Emulation.setEmulatedMedia', {
    features: [{ name: 'forced-colors', value }],
  });

beforeEach(() => force('active'));
afterEach(async () => {
  cleanup();
  await force('none');
});

const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
const style = (element: Element) => getComputedStyle(element);

it('only the tab that is shown is underlined', () => {
  render(<TasksView data={dataOf([taskRecord()])} error={null} actions={noted()} today={today} />);
  const colours = all('.tab').map((tab) => [tab.getAttribute('aria-selected'), style(tab).borderBottomColor]);
  const [ground] = colours.filter(([selected]) => selected === 'false').map(([, colour]) => colour);
  for (const [selected, colour] of colours) {
    if (selected === 'true') expect(colour).not.toBe(ground);
    else expect(colour).toBe(ground);
  }
});

it('the parts of a bar are told apart', () => {
  const figures = { total: 3, done: 1, doing: 1, open: 1, overdue: 1 };
  render(<Bars by="document" parts={[{ id: 'a', name: '甲', figures }]} />);
  const looks = all('.bar .bar-part').map((part) => `${style(part).backgroundColor} ${style(part).backgroundImage}`);
  expect(looks).toHaveLength(3);
  expect(new Set(looks).size).toBe(3);
});

it('a day of a narrow month shows no rubble of words, and the chosen day is told from the others', async () => {
  await page.viewport(345, 640);
  const tasks = [taskRecord({ title: '设立跨镇办理窗口', dueDate: today })];
  render(<MonthView tasks={tasks} today={today} row={({ title }) => <li>{title}</li>} />);
  expect(style(all('.month-task')[0]!).fontSize).toBe('0px');
  const edge = (element: Element) => style(element).borderTopColor;
  const chosen = document.querySelector('.month-chosen')!;
  const rest = all('.month-day').filter((day) => day !== chosen);
  expect(rest.map(edge)).not.toContain(edge(chosen));
});
