import { fireEvent, render, screen, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { Card, type CardProps } from '../../../components/guest/Card';
import { Frame } from '../../../components/guest/Frame';
import { Guest } from '../../../components/guest/Guest';
import { Pill, type PillProps } from '../../../components/guest/Pill';
import { Toolbar } from '../../../components/guest/Toolbar';
import type { FrameState, MeasureFacts } from '../../../components/guest/types';

const pill = (over: Partial<PillProps['pill']> = {}): PillProps => ({
  pill: { state: 'ready', class: 'task-policy', measures: 30, progress: 1, ...over },
  marksShown: true,
  onOpen: vi.fn(),
  onToggleMarks: vi.fn(),
  onReadAgain: vi.fn(),
  onDismiss: vi.fn(),
});

describe('Pill', () => {
  it('says what was found', () => {
    const { rerender } = render(<Pill {...pill()} />);
    expect(screen.getByText('政策文件 · 30 项举措')).toBeTruthy();
    rerender(<Pill {...pill({ state: 'reading', progress: 0.4 })} />);
    expect(screen.getByText('正在读取 40%')).toBeTruthy();
    rerender(<Pill {...pill({ class: 'other', measures: 0 })} />);
    expect(screen.getByText('未识别为政策文件')).toBeTruthy();
  });

  it('opens the panel, and a menu that arrows move through and Escape closes', () => {
    const props = pill();
    render(<Pill {...props} />);
    fireEvent.click(screen.getByTitle('在侧栏中打开'));
    expect(props.onOpen).toHaveBeenCalledOnce();
    const more = screen.getByLabelText('更多');
    fireEvent.click(more);
    const items = screen.getAllByRole('menuitem');
    expect(document.activeElement).toBe(items[0]);
    fireEvent.keyDown(items[0]!, { key: 'ArrowUp' });
    expect(document.activeElement).toBe(items[items.length - 1]);
    fireEvent.keyDown(items[items.length - 1]!, { key: 'Escape' });
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(more);
  });

  it('goes away for the page, the site or everywhere', () => {
    const props = pill();
    render(<Pill {...props} />);
    for (const [text, how] of [
      ['本页不再显示', 'page'],
      ['本站不再显示', 'site'],
      ['都不显示，需要时点工具栏图标', 'all'],
    ]) {
      fireEvent.click(screen.getByLabelText('更多'));
      fireEvent.click(screen.getByText(text!));
      expect(props.onDismiss).toHaveBeenLastCalledWith(how);
    }
  });
});

describe('Toolbar', () => {
  const props = () => ({ onAnnotate: vi.fn(), onTask: vi.fn(), onClose: vi.fn(), onAway: vi.fn() });

  it('highlights in a colour and takes a note along', () => {
    const given = props();
    render(<Toolbar {...given} />);
    fireEvent.click(screen.getByLabelText('标绿'));
    expect(given.onAnnotate).toHaveBeenLastCalledWith('green', '', expect.any(Event));
    fireEvent.click(screen.getByText('批注'));
    const note = screen.getByLabelText('写批注（可留空）') as HTMLTextAreaElement;
    fireEvent.input(note, { target: { value: ' 下周前报送 ' } });
    fireEvent.keyDown(note, { key: 'Enter', ctrlKey: true });
    expect(given.onAnnotate).toHaveBeenLastCalledWith('yellow', '下周前报送', expect.any(Event));
    expect(note.maxLength).toBe(5000);
  });

  it('says when a note is being written and when no more', () => {
    const onWriting = vi.fn();
    render(<Toolbar {...props()} onWriting={onWriting} />);
    fireEvent.click(screen.getByText('批注'));
    fireEvent.click(screen.getByText('批注'));
    expect(onWriting.mock.calls).toEqual([[true], [false]]);
  });

  it('makes a task, and closes by its button and by Escape, but not while Chinese is composed', () => {
    const given = props();
    render(<Toolbar {...given} />);
    fireEvent.click(screen.getByText('领为任务'));
    expect(given.onTask).toHaveBeenCalledOnce();
    const bar = screen.getByRole('toolbar');
    fireEvent.keyDown(bar, { key: 'Escape', isComposing: true });
    expect(given.onClose).not.toHaveBeenCalled();
    fireEvent.keyDown(bar, { key: 'Escape' });
    fireEvent.click(screen.getByLabelText('关闭'));
    expect(given.onClose).toHaveBeenCalledOnce();
    expect(given.onAway).toHaveBeenCalledOnce();
  });

  it('shows a note that was left unfinished, and tells every word of one', () => {
    const given = { ...props(), onDraft: vi.fn(), onWriting: vi.fn(), draft: '已联系' };
    render(<Toolbar {...given} />);
    const note = screen.getByLabelText('写批注（可留空）') as HTMLTextAreaElement;
    expect(note.value).toBe('已联系');
    expect(document.activeElement).not.toBe(note);
    expect(given.onWriting).toHaveBeenCalledWith(true);
    fireEvent.input(note, { target: { value: '已联系，等回复' } });
    expect(given.onDraft).toHaveBeenLastCalledWith('已联系，等回复');
  });
});

const measure: MeasureFacts = {
  kind: 'measure',
  id: '二›3',
  number: '3',
  title: '加强巡查',
  units: [
    {
      role: 'lead',
      names: [
        { name: '市水务局', mine: true },
        { name: '市城管局', mine: false },
      ],
    },
    { role: 'participant', names: [{ name: '各县区', mine: false }] },
  ],
  deadline: '6月底前',
  recurrence: null,
  duty: { role: 'lead', certainty: 'collective' },
  taken: false,
};

describe('Card', () => {
  const props = (card: CardProps['card']): CardProps => ({
    card,
    onShow: vi.fn(),
    onTake: vi.fn(),
    onRemoveNote: vi.fn(),
    onClose: vi.fn(),
  });

  it('shows a measure with its units by role, and what is ours', () => {
    const given = props(measure);
    render(<Card {...given} />);
    const card = within(screen.getByRole('dialog', { name: '举措 3' }));
    expect(card.getByText('牵头').nextElementSibling?.textContent).toBe('市水务局、市城管局');
    expect(card.getByText('参加').nextElementSibling?.textContent).toBe('各县区');
    expect(card.getByText('时限').nextElementSibling?.textContent).toBe('6月底前');
    expect(card.getByText('本单位牵头 · 集合称谓')).toBeTruthy();
    expect(card.getByText('市水务局').className).toBe('unit-mine');
    fireEvent.click(card.getByText('领为任务'));
    expect(given.onTake).toHaveBeenCalledWith('二›3', expect.any(Event));
    fireEvent.click(card.getByText('在侧栏中查看'));
    expect(given.onShow).toHaveBeenCalledOnce();
  });

  it('tells a default deadline, and a unit that may be ours', () => {
    const units = [{ role: 'lead' as const, names: [{ name: '有关部门', mine: false, possible: true }] }];
    render(<Card {...props({ ...measure, units, deadline: '2026年底前', byDefault: true })} />);
    expect(screen.getByText('时限').nextElementSibling?.textContent).toBe('2026年底前默认时限');
    expect(screen.getByText('有关部门').className).toBe('unit-maybe');
  });

  it('does not offer what is taken on', () => {
    render(<Card {...props({ ...measure, taken: true })} />);
    expect(screen.getByText('已在任务清单')).toBeTruthy();
    expect(screen.queryByText('领为任务')).toBeNull();
  });

  it('shows an annotation as text, whatever is in it', () => {
    const given = props({
      kind: 'annotation',
      id: 'a1',
      quote: '<b>巡查</b>',
      note: '<img src=x onerror=alert(1)>',
      tags: ['急'],
      colour: 'green',
    });
    const { container } = render(<Card {...given} />);
    expect(container.querySelector('img, b')).toBeNull();
    expect(screen.getByText('<b>巡查</b>')).toBeTruthy();
    fireEvent.click(screen.getByText('删除'));
    expect(given.onRemoveNote).toHaveBeenCalledWith('a1', expect.any(Event));
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
    expect(given.onClose).toHaveBeenCalledOnce();
  });
});

describe('Guest', () => {
  it('shows nothing until there is something to show', () => {
    const { rerender, container } = render(<Guest pill={null} />);
    expect(container.textContent).toBe('');
    rerender(<Guest pill={pill()} />);
    expect(container.textContent).toContain('政策文件');
  });
});

describe('Frame', () => {
  const idle: FrameState = {
    theme: 'light',
    toolbar: false,
    about: '',
    card: null,
    notice: null,
    room: { width: 800, height: 500 },
    still: true,
  };

  it('takes no word from a script for what a person does', () => {
    const onAct = vi.fn();
    const notice = { text: '已领为任务', bad: false, undo: true };
    render(<Frame state={{ ...idle, toolbar: true, card: measure, notice }} onAct={onAct} />);
    // A dispatched event is what a script makes: none of these is trusted.
    for (const button of screen.getAllByText('领为任务')) fireEvent.click(button);
    fireEvent.click(screen.getByLabelText('标绿'));
    fireEvent.click(screen.getByText('撤销'));
    expect(onAct.mock.calls.filter(([{ act }]) => act !== 'size')).toEqual([]);
    fireEvent.click(screen.getAllByLabelText('关闭')[0]!);
    expect(onAct).toHaveBeenCalledWith({ act: 'away' });
  });

  it('keeps an unfinished note for the words it is about, and for no others', () => {
    const onAct = vi.fn();
    const over = (about: string, toolbar = true) => <Frame state={{ ...idle, toolbar, about }} onAct={onAct} />;
    const { rerender } = render(over('更换电缆'));
    fireEvent.click(screen.getByText('批注'));
    fireEvent.input(screen.getByLabelText('写批注（可留空）'), { target: { value: '等回复' } });
    fireEvent.keyDown(screen.getByRole('toolbar'), { key: 'Escape' });
    expect(onAct).toHaveBeenCalledWith({ act: 'draft', on: true });
    expect(onAct).toHaveBeenLastCalledWith({ act: 'close' });
    rerender(over('', false));
    rerender(over('疏浚明沟'));
    expect(screen.queryByLabelText('写批注（可留空）')).toBeNull();
    rerender(over('', false));
    rerender(over('更换电缆'));
    expect((screen.getByLabelText('写批注（可留空）') as HTMLTextAreaElement).value).toBe('等回复');
  });

  it('brings an unfinished note back on words that overlap its own, and keeps it under one name', async () => {
    const url = 'https://a.example/plan';
    const onDraft = vi.fn();
    const where = (start: number, end: number) => ({ url, span: { start, end } });
    const findDraft = async () => ({ about: '建立联动机制', note: '先问法院', where: where(10, 16) });
    const over = (about: string, at: ReturnType<typeof where>) => (
      <Frame
        state={{ ...idle, toolbar: true, about, where: at }}
        onAct={() => {}}
        onDraft={onDraft}
        findDraft={findDraft}
      />
    );
    const { rerender } = render(over('联动机制', where(12, 16)));
    const field = () => screen.findByLabelText('写批注（可留空）') as Promise<HTMLTextAreaElement>;
    expect((await field()).value).toBe('先问法院');
    rerender(over('机制', where(80, 82)));
    expect(screen.queryByLabelText('写批注（可留空）')).toBeNull();
    rerender(over('联动机制，每半年', where(12, 20)));
    fireEvent.input(await field(), { target: { value: '先问法院，再报' } });
    expect(onDraft.mock.calls).toEqual([
      ['建立联动机制', '', null],
      ['联动机制，每半年', '先问法院，再报', where(12, 20)],
    ]);
  });
});
