import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Button, IconButton } from '../../../components/ui/Button';
import { Field } from '../../../components/ui/Field';
import { type IconName, icons } from '../../../components/ui/icons';
import { Progress } from '../../../components/ui/Progress';
import { Tabs } from '../../../components/ui/Tabs';
import { TagInput } from '../../../components/ui/TagInput';
import { ToastRegion } from '../../../components/ui/Toast';
import { useAutosave } from '../../../components/ui/useAutosave';
import { type Toasts, useToasts } from '../../../components/ui/useToasts';

afterEach(cleanup);

describe('buttons', () => {
  it('say what they do, and cannot be pressed at work', () => {
    const press = vi.fn();
    render(
      <>
        <IconButton icon="trash" label="删除" onClick={press} />
        <Button busy onClick={press}>
          导出
        </Button>
      </>,
    );
    fireEvent.click(screen.getByRole('button', { name: '删除' }));
    const busy = screen.getByRole('button', { name: '导出' }) as HTMLButtonElement;
    expect(busy.disabled).toBe(true);
    expect(busy.getAttribute('aria-busy')).toBe('true');
    expect(press).toHaveBeenCalledTimes(1);
  });

  it('have a drawing for every icon', () => {
    const empty = (Object.keys(icons) as IconName[]).filter((name) => !/^</.test(icons[name]));
    expect(empty).toEqual([]);
  });
});

describe('a field', () => {
  it('ties its control to label, hint and error', () => {
    render(
      <Field label="单位" hint="写全称" error="不能为空">
        {(control) => <input {...control} class="input" />}
      </Field>,
    );
    const input = screen.getByLabelText('单位');
    const described = (input.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id));
    expect(described.map((element) => element?.textContent)).toEqual(['写全称', '不能为空']);
    expect(input.getAttribute('aria-invalid')).toBe('true');
  });
});

describe('progress', () => {
  it('stays between 0 and 100, and says nothing it does not know', () => {
    const { rerender } = render(<Progress label="识读" value={1.7} />);
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('100');
    rerender(<Progress label="识读" value={null} />);
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBeNull();
  });
});

describe('tabs', () => {
  it('move with the arrows, round the end', () => {
    const change = vi.fn();
    const tabs = [
      { key: 'a', text: '甲' },
      { key: 'b', text: '乙' },
    ] as const;
    render(<Tabs label="视图" tabs={tabs} value="b" onChange={change} controls="x" />);
    fireEvent.keyDown(screen.getByRole('tab', { name: '乙' }), { key: 'ArrowRight' });
    expect(change).toHaveBeenCalledWith('a');
    expect(screen.getByRole('tab', { name: '甲' }).tabIndex).toBe(-1);
  });
});

describe('tags', () => {
  const suggestions = [
    { tag: '法规科', count: 9 },
    { tag: '督查', count: 4 },
    { tag: '上报法制', count: 1 },
  ];
  const setup = (tags: readonly string[] = []) => {
    const change = vi.fn();
    render(<TagInput label="标签" tags={tags} suggestions={suggestions} onChange={change} />);
    return { change, input: screen.getByRole('combobox') as HTMLInputElement };
  };
  const type = (input: HTMLInputElement, text: string) => fireEvent.input(input, { target: { value: text } });

  it('are completed from those in use, those that begin so first', () => {
    const { change, input } = setup(['督查']);
    type(input, '法');
    expect(screen.getAllByRole('option').map((option) => option.firstChild?.textContent)).toEqual([
      '法规科',
      '上报法制',
    ]);
    fireEvent.keyDown(input, { key: 'ArrowDown' });
    fireEvent.keyDown(input, { key: 'Enter' });
    expect(change).toHaveBeenCalledWith(['督查', '法规科']);
  });

  it('are added once by an Enter that takes the field away, which loses the focus with the words in it', () => {
    const { change, input } = setup([]);
    type(input, '年底督办');
    // In one go, before anything is drawn anew.
    act(() => {
      input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
      input.dispatchEvent(new FocusEvent('blur'));
    });
    expect(change.mock.calls).toEqual([[['年底督办']]]);
  });

  it('are cleaned, split where several are pasted, and never doubled', () => {
    const { change, input } = setup(['甲']);
    type(input, ' 乙  丙，甲、丁');
    expect(change).toHaveBeenCalledWith(['甲', '乙 丙', '丁']);
  });

  it('are refused when too long or too many, with a message, and never cut', () => {
    const { change, input } = setup(Array.from({ length: 50 }, (_, at) => `标签${at}`));
    type(input, '长'.repeat(41));
    fireEvent.keyDown(input, { key: 'Enter' });
    expect(screen.getByRole('alert').textContent).toContain('40');
    type(input, '再一个');
    fireEvent.keyDown(input, { key: 'Enter' });
    expect(screen.getByRole('alert').textContent).toContain('50');
    expect(change).not.toHaveBeenCalled();
    expect(input.value).toBe('再一个');
  });

  it('leave Enter to a Chinese input method at work, and keep what is typed on leaving', () => {
    const { change, input } = setup();
    type(input, 'duban');
    fireEvent.keyDown(input, { key: 'Enter', isComposing: true });
    expect(change).not.toHaveBeenCalled();
    type(input, '督办');
    fireEvent.blur(input);
    expect(change).toHaveBeenCalledWith(['督办']);
  });
});

describe('with a clock of its own', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('a toast goes by itself, an error stays, undo works once', async () => {
    const undo = vi.fn();
    let toasts: Toasts | undefined;
    function Surface() {
      toasts = useToasts();
      return <ToastRegion toasts={toasts} />;
    }
    render(<Surface />);
    toasts?.show({ text: '已删除', undo });
    toasts?.show({ text: '没有保存', tone: 'error' });
    await vi.advanceTimersByTimeAsync(100);
    fireEvent.click(screen.getByRole('button', { name: '撤销' }));
    await vi.advanceTimersByTimeAsync(100);
    expect(undo).toHaveBeenCalledTimes(1);
    expect(screen.queryByText('已删除')).toBeNull();
    toasts?.show({ text: '已保存' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(screen.queryByText('已保存')).toBeNull();
    expect(screen.getByText('没有保存')).toBeTruthy();
  });

  it('an offer to undo goes with the next thing done or after eight seconds, and is held while pointed at', async () => {
    let toasts: Toasts | undefined;
    function Surface() {
      toasts = useToasts();
      return <ToastRegion toasts={toasts} />;
    }
    render(<Surface />);
    toasts?.show({ text: '没有保存', tone: 'error' });
    toasts?.show({ text: '已删除甲', undo: vi.fn() });
    await vi.advanceTimersByTimeAsync(100);
    toasts?.show({ text: '已删除乙', undo: vi.fn() });
    await vi.advanceTimersByTimeAsync(100);
    expect(screen.queryByText('已删除甲')).toBeNull();
    expect(screen.getByText('没有保存')).toBeTruthy();
    const toast = screen.getByText('已删除乙').parentElement as HTMLElement;
    fireEvent.pointerEnter(toast);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(screen.getByText('已删除乙')).toBeTruthy();
    fireEvent.pointerLeave(toast);
    await vi.advanceTimersByTimeAsync(7_500);
    expect(screen.getByText('已删除乙')).toBeTruthy();
    await vi.advanceTimersByTimeAsync(600);
    expect(screen.queryByText('已删除乙')).toBeNull();
  });

  type Save = (text: string) => Promise<void>;
  function Note({ stored, save }: { readonly stored: string; readonly save: Save }) {
    const note = useAutosave(stored, save, 500);
    return (
      <>
        <textarea value={note.value} onInput={(event) => note.change(event.currentTarget.value)} onBlur={note.flush} />
        <output>{note.state}</output>
      </>
    );
  }

  it('the echo of an earlier save does not overwrite a newer one under way', async () => {
    const settle: (() => void)[] = [];
    const save: Save = () => new Promise((resolve) => settle.push(resolve));
    const { rerender } = render(<Note stored="" save={save} />);
    const area = screen.getByRole('textbox') as HTMLTextAreaElement;
    for (const text of ['甲', '甲乙']) {
      fireEvent.input(area, { target: { value: text } });
      await vi.advanceTimersByTimeAsync(600);
    }
    settle[0]?.();
    await vi.advanceTimersByTimeAsync(10);
    expect(screen.getByText('saving')).toBeTruthy();
    rerender(<Note stored="甲" save={save} />);
    await vi.advanceTimersByTimeAsync(10);
    expect(area.value).toBe('甲乙');
    settle[1]?.();
    await vi.advanceTimersByTimeAsync(10);
    expect(screen.getByText('saved')).toBeTruthy();
    rerender(<Note stored="别处改的" save={save} />);
    await vi.advanceTimersByTimeAsync(10);
    expect(area.value).toBe('别处改的');
  });

  it('a text saves itself once, keeps what was refused, and tries again', async () => {
    const save = vi.fn<Save>().mockResolvedValue();
    const { rerender, unmount } = render(<Note stored="旧" save={save} />);
    const area = screen.getByRole('textbox') as HTMLTextAreaElement;
    const say = (text: string) => fireEvent.input(area, { target: { value: text } });
    say('新');
    say('新的');
    rerender(<Note stored="别处改的" save={save} />);
    expect(area.value).toBe('新的');
    await vi.advanceTimersByTimeAsync(600);
    expect(save.mock.calls).toEqual([['新的', '旧']]);
    expect(screen.getByText('saved')).toBeTruthy();
    save.mockRejectedValueOnce(new Error('full'));
    say('再改');
    await vi.advanceTimersByTimeAsync(600);
    expect(screen.getByText('failed')).toBeTruthy();
    fireEvent.blur(area);
    await vi.advanceTimersByTimeAsync(10);
    expect(save.mock.calls.at(-1)).toEqual(['再改', '新的']);
    say('关掉之前');
    unmount();
    expect(save.mock.calls.at(-1)).toEqual(['关掉之前', '再改']);
  });
});
