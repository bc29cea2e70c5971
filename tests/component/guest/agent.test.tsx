import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { FrameAct } from '../../../components/guest/types';
import type { GuestFrame, Shown } from '../../../entrypoints/agent.content/frame';
import { createGuest } from '../../../entrypoints/agent.content/guest';
import type { Host } from '../../../entrypoints/agent.content/host';
import type { Preferences } from '../../../entrypoints/agent.content/preferences';
import type { PageSession } from '../../../lib/page/session-types';
import { allMarks } from '../../../lib/paint/types';
import type { AgentSettings } from '../../../lib/settings';
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
    reading: () => null,
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
const pill = () => (drawn?.props as unknown as { pill: object | null } | undefined)?.pill ?? null;

/** What the frame was last told to show; null: it was closed. */
let shown: Shown | null = null;
let act: (act: FrameAct) => void = () => {};
const makeFrame = (_: HTMLElement, onAct: (act: FrameAct) => void): GuestFrame => {
  act = onAct;
  return { show: (state) => (shown = state), hide: () => (shown = null), remove: () => {} };
};
const take = () => act({ act: 'take', id: measure.id });
const notice = () => shown?.notice ?? null;

const away = new Set<string>();
/** Answers as the background would, in a turn of its own. */
const preferences = (): Preferences => {
  let hear: (settings: AgentSettings) => void = () => {};
  const settings = () => ({
    profiles: [],
    decided: '',
    theme: 'light' as const,
    marks: allMarks,
    dismissed: away.has(location.href),
  });
  return {
    now: settings,
    onChange: (listener) => (hear = listener),
    ask: async () => {
      await Promise.resolve();
      hear(settings());
      return settings();
    },
  };
};
const guestOf = (of = session()) => createGuest(of, host, preferences(), life.signal, makeFrame);

beforeEach(() => {
  fakeBrowser.reset();
  life = new AbortController();
  told = [];
  drawn = undefined;
  shown = null;
  away.clear();
  focused = false;
});
afterEach(() => {
  life.abort();
  vi.restoreAllMocks();
});

describe('the interface in the page', () => {
  it('words a refusal of the store, with the limit', async () => {
    vi.spyOn(store, 'addTasks').mockRejectedValue(new StoreError('too-long', 'x', { field: 'note', limit: 40 }));
    guestOf().clicked(1, 1);
    take();
    await vi.waitFor(() => expect(notice()).toMatchObject({ bad: true }));
    expect(notice()!.text).toMatch(/40/);
    expect(notice()!.text).not.toMatch(/errors\.|too-long/);
  });

  it('undoes only what the taking did add', async () => {
    const remove = vi.spyOn(store, 'removeTasks').mockResolvedValue([]);
    const add = vi.spyOn(store, 'addTasks').mockResolvedValue([{ id: 'earlier-0' } as TaskRecord]);
    guestOf().clicked(1, 1);
    take();
    await vi.waitFor(() => expect(notice()).not.toBeNull());
    expect(notice()!.undo).toBe(false);
    add.mockImplementation(async (_seen, _tasks, key) => [{ id: `${key}-0` } as TaskRecord]);
    take();
    await vi.waitFor(() => expect(notice()!.undo).toBe(true));
    act({ act: 'undo' });
    // Only while nothing was written on it.
    expect(remove).toHaveBeenCalledWith([`${add.mock.lastCall![2]}-0`], true);
  });

  it('keeps the toolbar while a note is written in it, though the page’s selection went with the focus', () => {
    document.body.innerHTML = '<p>设立窗口</p>';
    document.getSelection()!.selectAllChildren(document.querySelector('p')!);
    const chosen = { ...session(), current: () => ({ ...snapshot, url: location.href, selection: '设立窗口' }) };
    const guest = guestOf(chosen as unknown as PageSession);
    guest.selected();
    expect(shown?.toolbar).toBe(true);
    focused = true;
    document.getSelection()!.removeAllRanges();
    guest.selected();
    expect(shown?.toolbar).toBe(true);
    focused = false;
    guest.selected();
    expect(shown?.toolbar ?? false).toBe(false);
  });

  it('is gone for the selection it was closed for, and back with the next', () => {
    document.body.innerHTML = '<p>设立窗口</p><p>公开清单</p>';
    let words = '设立窗口';
    const choose = (at: number) => {
      document.getSelection()!.selectAllChildren(document.querySelectorAll('p')[at]!);
      words = document.querySelectorAll('p')[at]!.textContent!;
    };
    const chosen = { ...session(), current: () => ({ ...snapshot, url: location.href, selection: words }) };
    const guest = guestOf(chosen as unknown as PageSession);
    for (const close of [() => act({ act: 'away' }), () => act({ act: 'close' }), () => guest.escape()]) {
      choose(0);
      guest.pressed();
      guest.selected();
      expect(shown?.toolbar).toBe(true);
      close();
      expect(shown?.toolbar ?? false).toBe(false);
      // A key that leaves the selection as it is.
      guest.selected();
      expect(shown?.toolbar ?? false).toBe(false);
      choose(1);
      guest.selected();
      expect(shown?.toolbar).toBe(true);
    }
  });

  it('asks for a click once more that came too early, and keeps what can be undone', async () => {
    vi.spyOn(store, 'addTasks').mockImplementation(async (_seen, _tasks, key) => [{ id: `${key}-0` } as TaskRecord]);
    guestOf().clicked(1, 1);
    take();
    await vi.waitFor(() => expect(notice()?.undo).toBe(true));
    act({ act: 'doubt', why: 'early' });
    expect(notice()).toMatchObject({ undo: true, bad: false });
    expect(notice()!.text).toMatch(/再点一次/);
    act({ act: 'doubt', why: 'covered' });
    expect(notice()!.text).toMatch(/侧栏/);
  });

  it('asks anew whether it was sent away when the site goes to another page', async () => {
    history.replaceState(null, '', '/first');
    guestOf();
    await vi.waitFor(() => expect(pill()).not.toBeNull());
    away.add(new URL('/second', location.href).href);
    history.replaceState(null, '', '/second');
    for (const tell of told) tell();
    await vi.waitFor(() => expect(pill()).toBeNull());
    history.replaceState(null, '', '/first');
    for (const tell of told) tell();
    await vi.waitFor(() => expect(pill()).not.toBeNull());
  });
});

describe('a note that is being written', () => {
  const range = document.createRange();
  const choose = (words: string | null) => {
    const nothing = words === null;
    const selection = { isCollapsed: nothing, rangeCount: nothing ? 0 : 1, getRangeAt: () => range };
    vi.spyOn(document, 'getSelection').mockReturnValue(selection as unknown as Selection);
    return Object.assign(session(), { current: () => ({ ...snapshot, url: location.href, selection: words }) });
  };

  it('is said to be kept when it is left by a click beside it, and not where none was begun', () => {
    const of = choose('建立联动机制');
    const guest = guestOf(of);
    const leave = (draft: boolean) => {
      Object.assign(of, { current: choose('建立联动机制').current });
      guest.selected();
      expect(shown?.toolbar).toBe(true);
      act({ act: 'draft', on: draft });
      Object.assign(of, { current: choose(null).current });
      guest.selected();
    };
    leave(false);
    expect(notice()).toBeNull();
    leave(true);
    expect(notice()?.text).toContain('没写完的批注留着');
    expect(shown?.toolbar).toBe(false);
  });
});
