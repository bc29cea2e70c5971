import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { TaskRow } from '../../../components/tasks/TaskRow';
import '../../../components/theme/theme';
import type { TaskRecord } from '../../../lib/store/types';
import { head, taskRecord, today } from '../../component/tasks/sample';

afterEach(cleanup);

const nothing = () => undefined;

async function row(width: number, task: Partial<TaskRecord>): Promise<Element> {
  await page.viewport(width, 600);
  const { container } = render(
    <TaskRow
      task={taskRecord({ title: '编制权责清单', role: 'lead', ...task })}
      document={head}
      state={{
        open: false,
        current: false,
        selected: false,
        field: null,
        onDone: nothing,
        onOpen: nothing,
        onSelect: nothing,
      }}
      layout={{ look: 'cards', columns: [] }}
      today={today}
      tags={[]}
      onChange={async () => undefined}
      changesOf={async () => []}
      onReveal={nothing}
      onRemove={nothing}
      onTag={nothing}
    />,
  );
  return container;
}

const box = (container: Element, selector: string) => container.querySelector<HTMLElement>(selector)!;

it('a date stays whole where there is little room', async () => {
  const shown = await row(380, { dueDate: '2025-12-31', dueByDefault: true });
  const date = box(shown, '.due-date');
  expect(date.getClientRects().length).toBe(1);
  expect(date.getBoundingClientRect().height).toBeLessThan(30);
  expect(box(shown, '.due').getBoundingClientRect().right).toBeLessThanOrEqual(380);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(380);
});

it('a long note leaves the title of the document its room', async () => {
  const shown = await row(1280, {
    note: '已与编办、审批局和各乡镇沟通，等待书面回复后再报县政府常务会议审议。'.repeat(6),
  });
  const title = box(shown, '.task-document');
  expect(title.textContent).toBe(head.title);
  expect(title.scrollWidth).toBe(title.clientWidth);
  expect(box(shown, '.task-note').clientWidth).toBeGreaterThan(100);
});
