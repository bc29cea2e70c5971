import { fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { NoteDrafts } from '../../../components/panel/NoteDrafts';
import type { PolicyPanelProps } from '../../../components/panel/types';

const url = 'https://www.example.gov.cn/plan';
const draft = { about: '建立联动机制', note: '先问法院', where: { url, span: { start: 3, end: 9 } } };

describe('notes left unfinished', () => {
  it('are listed with their words, lead to them, and can be dropped and brought back', async () => {
    const noteDrafts = { in: vi.fn(async () => [draft]), keep: vi.fn(async () => {}), watch: () => () => {} };
    const toasts = { show: vi.fn() };
    const onReveal = vi.fn();
    const panel = { snapshot: { url, revision: 2 }, noteDrafts, toasts } as unknown as PolicyPanelProps;
    render(<NoteDrafts panel={panel} onReveal={onReveal} />);
    expect(await screen.findByText('先问法院')).toBeTruthy();
    expect(noteDrafts.in).toHaveBeenCalledWith(url);
    fireEvent.click(screen.getByText('看原文'));
    expect(onReveal).toHaveBeenCalledWith({ kind: 'passage', revision: 2, span: draft.where.span });
    fireEvent.click(screen.getByText('不要了'));
    await vi.waitFor(() => expect(toasts.show).toHaveBeenCalled());
    toasts.show.mock.calls[0]?.[0].undo();
    expect(noteDrafts.keep.mock.calls).toEqual([
      [draft, ''],
      [draft, '先问法院'],
    ]);
  });

  it('are no heading where there are none', () => {
    const panel = { snapshot: { url, revision: 1 } } as unknown as PolicyPanelProps;
    const { container } = render(<NoteDrafts panel={panel} onReveal={() => {}} />);
    expect(container.innerHTML).toBe('');
  });
});
