import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useAutosave } from '../../../components/ui/useAutosave';
import { forgetTyped, keepTyped, typedIn } from '../../../lib/typed';

type Save = (text: string) => Promise<unknown>;
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
    expect(save).toHaveBeenCalledWith('先问法规科');
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
    expect(save.mock.calls).toEqual([['旧的不对']]);
    expect(typedIn('a:note')).toBeNull();
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
    expect(save.mock.calls).toEqual([['别处写的，这里写的']]);
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
