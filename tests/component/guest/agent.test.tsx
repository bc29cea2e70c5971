import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createGuest } from '../../../entrypoints/agent.content/guest';
import type { Host } from '../../../entrypoints/agent.content/host';
import { dismissPage } from '../../../lib/dismissals';
import type { PageSession } from '../../../lib/page/session-types';
import { store } from '../../../lib/store/client';
import { StoreError } from '../../../lib/store/errors';
import type { TaskRecord } from '../../../lib/store/types';

const measure = { id: '一›1', number: '1', title: '设立窗口', assignments: [], deadlines: [], recurrences: [] };
const snapshot = {
  state: 'ready',
  documentId: 'd',
  policy: { measures: [measure] },
  duties: [],
  anchors: {},
  selection: null,
};

let life: AbortController;
let told: (() => void)[];
let drawn: { props: Record<string, never> } | undefined;

const session = () =>
  ({
    current: () => ({ ...snapshot, url: location.href }),
    seen: () => ({ id: 'd' }),
    kept: () => ({ annotations: [], tasks: [] }),
    onSnapshot: (listener: () => void) => {
      told.push(listener);
      return () => {};
    },
    draftTasks: async () => [{}],
    targetsAt: () => [{ kind: 'measure', id: measure.id }],
    spanOf: () => null,
    rangeOf: () => null,
    select: () => {},
    selectionChanged: () => {},
    hold: () => {},
  }) as unknown as PageSession;
let focused = false;
const host = { draw: (view: never) => (drawn = view), theme: () => {}, focused: () => focused } as unknown as Host;
type Part = 'pill' | 'notice' | 'card' | 'toolbar';
const shown = () => drawn?.props as unknown as Record<Part, Record<string, never> | null>;
const take = () => (shown().card as unknown as { onTake: (id: string) => void }).onTake(measure.id);
const notice = () => shown().notice as unknown as { text: string; bad?: boolean; onUndo?: () => void } | null;

beforeEach(() => {
  fakeBrowser.reset();
  life = new AbortController();
  told = [];
  drawn = undefined;
  focused = false;
});
afterEach(() => {
  life.abort();
  vi.restoreAllMocks();
});

describe('the interface in the page', () => {
  it('words a refusal of the store, with the limit', async () => {
    vi.spyOn(store, 'addTasks').mockRejectedValue(new StoreError('too-long', 'x', { field: 'note', limit: 40 }));
    createGuest(session(), host, life.signal).clicked(1, 1);
    take();
    await vi.waitFor(() => expect(notice()).toMatchObject({ bad: true }));
    expect(notice()!.text).toMatch(/40/);
    expect(notice()!.text).not.toMatch(/errors\.|too-long/);
  });

  it('undoes only what the taking did add', async () => {
    const remove = vi.spyOn(store, 'removeTasks').mockResolvedValue([]);
    const add = vi.spyOn(store, 'addTasks').mockResolvedValue([{ id: 'earlier-0' } as TaskRecord]);
    createGuest(session(), host, life.signal).clicked(1, 1);
    take();
    await vi.waitFor(() => expect(notice()).not.toBeNull());
    expect(notice()!.onUndo).toBeUndefined();
    add.mockImplementation(async (_seen, _tasks, key) => [{ id: `${key}-0` } as TaskRecord]);
    take();
    await vi.waitFor(() => expect(notice()!.onUndo).toBeDefined());
    notice()!.onUndo!();
    expect(remove).toHaveBeenCalledWith([`${add.mock.lastCall![2]}-0`]);
  });

  it('keeps the toolbar while a note is written in it, though the page’s selection went with the focus', () => {
    document.body.innerHTML = '<p>设立窗口</p>';
    document.getSelection()!.selectAllChildren(document.querySelector('p')!);
    const chosen = { ...session(), current: () => ({ ...snapshot, url: location.href, selection: '设立窗口' }) };
    const guest = createGuest(chosen as unknown as PageSession, host, life.signal);
    guest.selected();
    expect(shown().toolbar).not.toBeNull();
    focused = true;
    document.getSelection()!.removeAllRanges();
    guest.selected();
    expect(shown().toolbar).not.toBeNull();
    focused = false;
    guest.selected();
    expect(shown().toolbar).toBeNull();
  });

  it('asks anew whether it was sent away when the site goes to another page', async () => {
    history.replaceState(null, '', '/first');
    createGuest(session(), host, life.signal);
    await vi.waitFor(() => expect(shown().pill).not.toBeNull());
    await dismissPage(new URL('/second', location.href).href);
    history.replaceState(null, '', '/second');
    for (const tell of told) tell();
    await vi.waitFor(() => expect(shown().pill).toBeNull());
    history.replaceState(null, '', '/first');
    for (const tell of told) tell();
    await vi.waitFor(() => expect(shown().pill).not.toBeNull());
  });
});
