import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useEffect, useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useAutosave } from '../../../components/ui/useAutosave';
import { dropTyped, forgetTyped, keepTyped, typedIn } from '../../../lib/typed';

type Save = (text: string, base: string) => Promise<unknown>;
function Note({ stored, save, of = 'a:note' }: { readonly stored: string; readonly save: Save; readonly of?: string }) {
  const note = useAutosave(stored, save, 500, of);
  return (
    <textarea value={note.value} onInput={(event) => note.change(event.currentTarget.value)} onBlur={note.flush} />
  );
}
const area = () => screen.getByRole('textbox') as HTMLTextAreaElement;
const type = (text: string) => fireEvent.input(area(), { target: { value: text } });
/** A background that sleeps: nobody ever answers. */
const asleep: Save = () => new Promise(() => {});

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
});
afterEach(() => vi.useRealTimers());

describe('what is typed', () => {
  it('is kept in the very turn, and gone when it is stored', async () => {
    const save = vi.fn<Save>().mockResolvedValue(null);
    render(<Note stored="" save={save} />);
    type('先问法规科');
    expect(typedIn('a:note')).toEqual({ text: '先问法规科', base: '' });
    await vi.advanceTimersByTimeAsync(600);
    expect(save).toHaveBeenCalledWith('先问法规科', '');
    expect(typedIn('a:note')).toBeNull();
  });

  it('is found and stored by the field that comes up next, when nobody answered before', async () => {
    render(<Note stored="旧" save={asleep} />);
    type('旧的不对');
    await vi.advanceTimersByTimeAsync(600);
    // The page is closed.
    cleanup();
    const save = vi.fn<Save>().mockResolvedValue(null);
    render(<Note stored="旧" save={save} />);
    expect(area().value).toBe('旧的不对');
    await vi.advanceTimersByTimeAsync(600);
    expect(save.mock.calls).toEqual([['旧的不对', '旧']]);
    expect(typedIn('a:note')).toBeNull();
  });

  it.each([
    ['both went on', '旧', '旧；甲', '旧；乙', '旧；甲；乙'],
    ['one changed the beginning', '旧', '新旧', '旧；乙', '新旧；乙'],
    ['the other one did', '旧', '旧；甲', '改过', '改过；甲'],
    ['both wrote into an empty note', '', '甲', '乙', '甲乙'],
  ])('stands with what another tab stores in the same moment: %s', async (_, before, theirs, ours, both) => {
    const save = vi.fn<Save>().mockResolvedValue(null);
    const { rerender } = render(<Note stored={before} save={save} />);
    type(ours);
    rerender(<Note stored={theirs} save={save} />);
    expect(area().value).toBe(both);
    await vi.advanceTimersByTimeAsync(600);
    expect(save.mock.calls.at(-1)).toEqual([both, theirs]);
    // Its own text comes back, and is not taken for somebody else's.
    rerender(<Note stored={both} save={save} />);
    await vi.advanceTimersByTimeAsync(600);
    expect(area().value).toBe(both);
  });

  it('that another tab overtakes while it is on its way is stored again with both', async () => {
    let answer: (value: unknown) => void = () => {};
    const save = vi.fn<Save>().mockImplementationOnce(() => new Promise((done) => (answer = done)));
    save.mockResolvedValue(null);
    const { rerender } = render(<Note stored="旧" save={save} />);
    type('旧；乙');
    await vi.advanceTimersByTimeAsync(600);
    rerender(<Note stored="旧；甲" save={save} />);
    answer(null);
    await vi.advanceTimersByTimeAsync(600);
    expect(save.mock.calls).toEqual([
      ['旧；乙', '旧'],
      ['旧；甲；乙', '旧；乙'],
    ]);
  });

  it.each([0, 1, 10, 19])(
    'in two tabs at once, and stored within the same moment, is kept from both: %s ms apart',
    async (apart) => {
      let text = '旧';
      const listeners = new Set<(now: string) => void>();
      // The store compares with what the text was made from, and both hear of it a little later.
      const store: Save = async (now, base) => {
        await new Promise((done) => setTimeout(done, 5));
        if (base !== text) throw { code: 'conflict', detail: { field: 'note', present: text } };
        text = now;
        setTimeout(() => {
          for (const tell of listeners) tell(now);
        }, 15);
      };
      function Tab() {
        const [stored, setStored] = useState('旧');
        useEffect(() => {
          listeners.add(setStored);
          return () => void listeners.delete(setStored);
        }, []);
        return <Note stored={stored} save={store} />;
      }
      render(
        <>
          <Tab />
          <Tab />
        </>,
      );
      const [one, other] = screen.getAllByRole('textbox') as [HTMLTextAreaElement, HTMLTextAreaElement];
      fireEvent.input(one, { target: { value: '旧；甲续写' } });
      fireEvent.blur(one);
      await vi.advanceTimersByTimeAsync(apart);
      fireEvent.input(other, { target: { value: '旧；乙续写' } });
      fireEvent.blur(other);
      await vi.advanceTimersByTimeAsync(3000);
      for (const [word, times] of [
        ['甲续写', 2],
        ['乙续写', 2],
        ['旧', 2],
      ] as const)
        expect(text.split(word), text).toHaveLength(times);
      expect([one.value, other.value]).toEqual([text, text]);
    },
  );

  it('is not stored again where another tab takes it out on purpose', async () => {
    const save = vi.fn<Save>().mockResolvedValue(null);
    const { rerender } = render(<Note stored="旧" save={save} />);
    type('旧；乙');
    await vi.advanceTimersByTimeAsync(600);
    rerender(<Note stored="旧；乙" save={save} />);
    rerender(<Note stored="旧" save={save} />);
    expect(area().value).toBe('旧');
    rerender(<Note stored="新写" save={save} />);
    await vi.advanceTimersByTimeAsync(600);
    expect(save.mock.calls).toEqual([['旧；乙', '旧']]);
  });

  it('does not come again where somebody who has read it in another tab wrote something else in its place', async () => {
    const save = vi.fn<Save>().mockResolvedValue(null);
    const { rerender } = render(<Note stored="旧" save={save} />);
    type('旧；乙');
    await vi.advanceTimersByTimeAsync(600);
    rerender(<Note stored="旧；乙" save={save} />);
    rerender(<Note stored="旧；改写" save={save} />);
    await vi.advanceTimersByTimeAsync(600);
    expect(area().value).toBe('旧；改写');
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('goes on while an earlier state of it comes back, tidied', async () => {
    const save = vi.fn<Save>().mockResolvedValue(null);
    const { rerender } = render(<Note stored="" save={save} />);
    type('甲 ');
    await vi.advanceTimersByTimeAsync(600);
    type('甲 乙');
    rerender(<Note stored="甲" save={save} />);
    expect(area().value).toBe('甲 乙');
  });

  it('is shown beside what was stored elsewhere meanwhile, and neither is lost', async () => {
    keepTyped('a:note', { text: '这里写的', base: '旧' });
    const save = vi.fn<Save>().mockResolvedValue(null);
    render(<Note stored="别处写的" save={save} />);
    expect(area().value).toMatch(/^别处写的\n.*未保存.*\n这里写的$/);
    await vi.advanceTimersByTimeAsync(2000);
    expect(save).not.toHaveBeenCalled();
    expect(typedIn('a:note')).not.toBeNull();
    type('别处写的，这里写的');
    await vi.advanceTimersByTimeAsync(600);
    expect(save.mock.calls).toEqual([['别处写的，这里写的', '别处写的']]);
    expect(typedIn('a:note')).toBeNull();
  });

  it('while an earlier text is being stored builds on that one', async () => {
    const settle: (() => void)[] = [];
    render(<Note stored="" save={() => new Promise<void>((resolve) => settle.push(resolve))} />);
    type('甲');
    await vi.advanceTimersByTimeAsync(600);
    type('甲乙');
    settle[0]?.();
    await vi.advanceTimersByTimeAsync(10);
    expect(typedIn('a:note')).toEqual({ text: '甲乙', base: '甲' });
  });

  it('in another tab does not build on what this one has stored', async () => {
    // As another tab has left it.
    localStorage.setItem('typed:a:note', JSON.stringify({ text: '那边写的', base: '', page: 'another' }));
    dropTyped('a:note', '这边存的');
    expect(typedIn('a:note')).toEqual({ text: '那边写的', base: '' });
    const save = vi.fn<Save>().mockResolvedValue(null);
    render(<Note stored="这边存的" save={save} />);
    await vi.advanceTimersByTimeAsync(600);
    // Both stand there, and nothing is overwritten unasked.
    expect(area().value).toContain('这边存的');
    expect(area().value).toContain('那边写的');
    expect(save).not.toHaveBeenCalled();
  });

  it('is dropped where it is stored already, and by field', () => {
    keepTyped('a:note', { text: '同', base: '旧' });
    render(<Note stored="同" save={asleep} />);
    expect(typedIn('a:note')).toBeNull();
    keepTyped('b:note', { text: '另', base: '' });
    expect(typedIn('a:note')).toBeNull();
    localStorage.setItem('other', '1');
    forgetTyped();
    expect([typedIn('b:note'), localStorage.getItem('other')]).toEqual([null, '1']);
  });
});
