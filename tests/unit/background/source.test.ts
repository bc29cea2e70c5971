import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { helpReveal, keepReveal, openSource, takeReveal } from '../../../entrypoints/background/source';

const said = vi.hoisted(() => ({
  /** What the page of a tab answers; a missing answer is a page without an agent. */
  reveal: undefined as boolean | undefined,
  snapshot: undefined as { state: string; documentId: string | null } | undefined,
  activation: 'done',
  activated: [] as number[],
  told: [] as unknown[],
}));
vi.mock('../../../lib/messages', () => ({
  sendMessage: async (type: 'reveal' | 'getSnapshot' | 'sourceRefused', data: unknown) => {
    if (type === 'sourceRefused') return said.told.push(data);
    const answer = type === 'reveal' ? said.reveal : said.snapshot;
    if (answer === undefined) throw new Error('Could not establish connection.');
    return answer;
  },
  onMessage: () => () => undefined,
}));
vi.mock('../../../entrypoints/background/activate', () => ({
  activateTab: async (tabId: number) => {
    said.activated.push(tabId);
    return said.activation;
  },
}));

let status = 'loading';
const url = 'https://www.linlan.gov.cn/policy.html';
const target = { kind: 'task', id: 't1' } as const;
const source = { documentId: 'd', url, target };

beforeEach(() => {
  fakeBrowser.reset();
  vi.useRealTimers();
  Object.assign(said, { reveal: undefined, snapshot: undefined, activation: 'done', activated: [], told: [] });
  // What the browser stand-in has not.
  status = 'loading';
  Object.assign(fakeBrowser.tabs, { get: async () => ({ status }) });
});

describe('going back to a sentence', () => {
  it('shows it in the tab that has its page, and says when that page has it no more', async () => {
    await fakeBrowser.tabs.create({ url: `${url}#top` });
    said.reveal = true;
    expect(await openSource(source)).toBe('shown');
    said.reveal = false;
    said.snapshot = { state: 'ready', documentId: 'd' };
    expect(await openSource(source)).toBe('missing');
    expect(said.activated).toEqual([]);
  });

  it('has an open page that was not read read it, and says when it may not be entered', async () => {
    await fakeBrowser.tabs.create({ url });
    expect(await openSource(source)).toBe('opened');
    for (const why of ['no-permission', 'restricted', 'not-loaded'] as const) {
      said.activation = why;
      expect(await openSource(source)).toBe(why);
    }
  });

  it('opens a tab where none has it, with its wish waiting however soon the page asks', async () => {
    const create = vi.spyOn(fakeBrowser.tabs, 'create');
    let early: unknown = null;
    create.mockImplementationOnce(async () => {
      early = await takeReveal(9, 'd');
      return { id: 9 } as never;
    });
    expect(await openSource(source)).toBe('opened');
    expect(create).toHaveBeenCalledWith({ url, active: true });
    expect(early).toEqual(target);
    expect(await takeReveal(9, 'd')).toBeNull();
    create.mockImplementationOnce(async () => ({ id: 10 }) as never);
    await openSource(source);
    expect(await takeReveal(11, 'd')).toBeNull();
    expect(await takeReveal(10, 'another')).toBeNull();
    expect(await takeReveal(10, 'd')).toEqual(target);
  });

  it('leaves a file to the reader', async () => {
    await openSource({ ...source, url: 'file:///home/a.pdf' });
    const [tab] = (await fakeBrowser.tabs.query({})).slice(-1);
    await helpReveal(tab!.id!);
    expect(said.activated).toEqual([]);
    expect(await takeReveal(tab!.id!, 'd')).toEqual(target);
  });
});

describe('a page that was opened for a passage', () => {
  it('is entered; where it may not be, every surface is told, once', async () => {
    vi.useFakeTimers();
    await keepReveal(4, { documentId: 'd', target });
    said.activation = 'no-permission';
    status = 'complete';
    const help = Promise.all([helpReveal(4), helpReveal(4)]);
    await vi.advanceTimersByTimeAsync(3000);
    await help;
    await helpReveal(4);
    expect(said.told).toEqual([{ target, why: 'no-permission' }]);
  });

  it('is not taken for refused while its tab is still empty', async () => {
    vi.useFakeTimers();
    await keepReveal(4, { documentId: 'd', target });
    said.activation = 'no-permission';
    const help = helpReveal(4);
    await vi.advanceTimersByTimeAsync(3000);
    await help;
    expect(said.told).toEqual([]);
    expect(await takeReveal(4, 'd')).toEqual(target);
  });

  it('is asked again while its text may still come, and says for itself at last', async () => {
    vi.useFakeTimers();
    await keepReveal(4, { documentId: 'd', target });
    said.snapshot = { state: 'ready', documentId: 'furniture' };
    said.reveal = false;
    const help = helpReveal(4);
    await vi.advanceTimersByTimeAsync(3000);
    expect(await fakeBrowser.storage.session.get('reveal:4')).not.toEqual({});
    await vi.advanceTimersByTimeAsync(20_000);
    await help;
    expect(await fakeBrowser.storage.session.get('reveal:4')).toEqual({});
    expect(said.told).toEqual([]);
  });

  it('is left alone once it has taken its wish', async () => {
    vi.useFakeTimers();
    await keepReveal(4, { documentId: 'd', target });
    said.snapshot = { state: 'reading', documentId: null };
    const help = helpReveal(4);
    expect(await takeReveal(4, 'd')).toEqual(target);
    said.reveal = true;
    await vi.advanceTimersByTimeAsync(3000);
    await help;
    expect(said.activated).toEqual([4]);
  });

  it('that never answers is given up, the surfaces are told, and the next page in its tab is left alone', async () => {
    vi.useFakeTimers();
    await keepReveal(4, { documentId: 'd', target });
    const help = Promise.all([helpReveal(4), helpReveal(4)]);
    await vi.advanceTimersByTimeAsync(70_000);
    await help;
    expect(said.told).toEqual([{ target, why: 'failed' }]);
    await helpReveal(4);
    expect(said.activated).toEqual([4, 4]);
    await keepReveal(5, { documentId: 'd', target });
    vi.setSystemTime(Date.now() + 61_000);
    await helpReveal(5);
    expect(said.activated).toEqual([4, 4]);
    expect(await fakeBrowser.storage.session.get('reveal:5')).toEqual({});
  });
});
