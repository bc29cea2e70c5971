import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TasksView } from '../../../components/tasks/TasksView';
import { exchangeText } from '../../../lib/export/exchange/file';
import { dataOf, noted, taskRecord, today } from './sample';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const at = (day: number) => `2026-06-0${day}T08:00:00.000Z`;
const mine = [
  taskRecord({ title: '设立窗口', measureId: '一›1', status: 'doing', at: { status: at(1) } }),
  taskRecord({ title: '编制清单', measureId: '一›2' }),
];
const theirs = [
  { ...mine[0]!, id: 'o-1', status: 'done' as const, at: { status: at(2) } },
  { ...mine[1]!, id: 'o-2', handlers: ['李工'], at: { handlers: at(2) } },
  taskRecord({ title: '新的一项', measureId: '一›3' }),
];
const file = (text: string) => new File([text], '交换.json');

function show(actions = noted()) {
  render(<TasksView data={dataOf(mine)} error={null} actions={actions} today={today} tab="today" />);
  fireEvent.click(screen.getByRole('button', { name: '合并交换文件' }));
  return actions;
}
const dialog = () => within(screen.getByRole('dialog', { hidden: true }));
const pick = (files: File[]) => fireEvent.change(dialog().getByLabelText('交换文件'), { target: { files } });

describe('exchange files of colleagues', () => {
  it('are shown before anything is changed, conflicts first, and taken over as chosen, with undo', async () => {
    const actions = show();
    pick([file(exchangeText(theirs, [], '县司法局'))]);
    await waitFor(() => expect(dialog().getByRole('status', { hidden: true }).textContent).toContain('县司法局'));
    expect(dialog().getByRole('status', { hidden: true }).textContent).toBe(
      '来自县司法局：改动 2 处，新增任务 1 项，一致 0 项。其中 1 处两边都改过，按较新的取，请先核对。',
    );
    const rows = dialog().getAllByRole('row', { hidden: true }).slice(1);
    expect(rows.map((row) => [...row.querySelectorAll('td')].slice(1).map((cell) => cell.textContent))).toEqual([
      ['设立窗口', '状态 两边都改过', '进行中', '已完成'],
      ['编制清单', '承办人', '（空）', '李工'],
    ]);
    expect(actions.exchange.apply).not.toHaveBeenCalled();
    fireEvent.click(dialog().getByRole('checkbox', { name: /设立窗口/, hidden: true }));
    fireEvent.click(dialog().getByRole('button', { name: '合并 2 处', hidden: true }));
    const [plan, chosen] = actions.exchange.apply.mock.calls[0]!;
    expect([plan.added.length, [...chosen]]).toEqual([1, [`${mine[1]!.id}/handlers`]]);
    fireEvent.click(await screen.findByRole('button', { name: '撤销' }));
    const { undo } = await actions.exchange.apply.mock.results[0]!.value;
    await waitFor(() => expect(undo).toHaveBeenCalledOnce());
  });

  it('of one time show what both fill in of one field, and whose words do not stand', async () => {
    show();
    const [first] = mine;
    const filled = (id: string, handlers: string[], day: number) => ({
      ...first!,
      id,
      handlers,
      at: { handlers: at(day) },
    });
    pick([
      new File([exchangeText([filled('o-1', ['李工'], 2)], [], '一科')], 'a.json'),
      new File([exchangeText([filled('o-2', ['王工'], 3)], [], '二科')], 'b.json'),
    ]);
    const words = await dialog().findByText('“设立窗口”的承办人：一科填“李工”，现取“王工”');
    expect(words.closest('details')!.open).toBe(true);
  });

  it('are read beside one that is none, which is named; one without an office goes by its file’s name', async () => {
    show();
    pick([new File(['{'], '坏的.json'), new File([exchangeText(theirs, [], '')], '三科.json')]);
    expect((await dialog().findByRole('alert', { hidden: true })).textContent).toBe(
      '“坏的.json”：这不是政笺的交换文件，没有读',
    );
    expect(dialog().getByRole('status', { hidden: true }).textContent).toContain('来自三科.json：改动 2 处');
  });

  it.each([
    ['{"a":1}', '这不是政笺的交换文件'],
    ['{"format":"dutymark-exchange","version":9}', '更新版本'],
  ])('that are none are refused in words: %s', async (text, words) => {
    show();
    pick([file(text)]);
    expect((await dialog().findByRole('alert', { hidden: true })).textContent).toContain(words);
  });
});
