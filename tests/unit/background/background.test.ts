import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { whyNot } from '../../../entrypoints/background/activate';
import {
  agentsOf,
  allAgents,
  dropAgent,
  dropTab,
  noteAgent,
  policyFrameOf,
} from '../../../entrypoints/background/agents';
import { bearFrame, claimFrame } from '../../../entrypoints/background/frames';
import { inOrder } from '../../../entrypoints/background/order';
import { settingsFor } from '../../../entrypoints/background/preferences';
import { isOurs, placeOf, tabOfFrame } from '../../../entrypoints/background/senders';
import { keepOnce, takeOnce } from '../../../entrypoints/background/session';
import { addressOf, keepReveal, takeReveal } from '../../../entrypoints/background/source';
import type { PageSnapshot } from '../../../lib/page/types';
import { settings } from '../../../lib/settings';

beforeEach(() => {
  fakeBrowser.reset();
  vi.useRealTimers();
});

const snapshot = (measures: number, mine: number): PageSnapshot =>
  ({
    policy: { measures: Array.from({ length: measures }, (_, index) => ({ id: String(index) })) },
    duties: Array.from({ length: mine * 2 }, (_, index) => ({ measure: String(index % mine) })),
  }) as unknown as PageSnapshot;

describe('agents', () => {
  it('count what is ours for sure apart from what may be', async () => {
    const duties = [
      { measure: 'a', certainty: 'named' },
      ...['a', 'b', 'c'].map((measure) => ({ measure, certainty: 'possible' })),
    ];
    await noteAgent(8, 0, { ...snapshot(9, 0), duties } as unknown as PageSnapshot);
    expect(policyFrameOf(await agentsOf(8))).toMatchObject({ mine: 1, possible: 2 });
  });

  it('are known by tab and frame, and the frame with most measures holds the policy', async () => {
    await noteAgent(7, 0, snapshot(0, 0));
    await Promise.all([
      noteAgent(7, 12, snapshot(66, 3)),
      noteAgent(7, 9, snapshot(2, 0)),
      noteAgent(70, 0, snapshot(5, 0)),
    ]);
    expect(policyFrameOf(await agentsOf(7))).toEqual({
      tabId: 7,
      frameId: 12,
      documentId: null,
      measures: 66,
      mine: 3,
      possible: 0,
    });
    await dropAgent(7, 12);
    expect(policyFrameOf(await agentsOf(7))?.frameId).toBe(9);
    await dropTab(7);
    expect(policyFrameOf(await agentsOf(7))).toBeNull();
    expect(await allAgents()).toHaveLength(1);
  });
});

describe('what is told once', () => {
  it('is told once, and not when it is old', async () => {
    vi.useFakeTimers();
    await keepOnce('wish', { id: 'a' });
    expect(await takeOnce('wish', 1000)).toEqual({ id: 'a' });
    expect(await takeOnce('wish', 1000)).toBeNull();
    await keepOnce('wish', { id: 'b' });
    vi.advanceTimersByTime(1001);
    expect(await takeOnce('wish', 1000)).toBeNull();
  });
});

describe('what concerns one tab', () => {
  it('is done in the order it came, whatever takes how long, and goes on after a failure', async () => {
    const done: number[] = [];
    const job = (ms: number, mark: number) => async () => {
      await new Promise((resolve) => setTimeout(resolve, ms));
      done.push(mark);
      if (mark === 2) throw new Error('refused');
    };
    const works = [inOrder('a', job(30, 1)), inOrder('a', job(5, 2)), inOrder('a', job(0, 3))];
    await inOrder('b', job(0, 0));
    expect((await Promise.allSettled(works)).map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(done).toEqual([0, 1, 2, 3]);
  });
});

describe('who may ask', () => {
  const page = { url: 'https://www.qinghe.gov.cn/a.html', tab: { id: 4 }, frameId: 2 };
  const own = (path: string) => ({ url: `${fakeBrowser.runtime.getURL('/' as never)}${path}`, tab: { id: 4 } });

  it('is told by what the browser says of the sender', () => {
    expect([isOurs(own('tasks.html')), isOurs(page), isOurs({})]).toEqual([true, false, false]);
    expect(placeOf(page)).toMatchObject({ tabId: 4, frameId: 2, url: page.url });
    expect(placeOf(own('tasks.html'))).toBeNull();
    expect(placeOf({ url: page.url })).toBeNull();
  });

  it('gives the frame over a page no rights at all', () => {
    const frame = own('guest.html#0123');
    expect([isOurs(frame), placeOf(frame), tabOfFrame(frame)]).toEqual([false, null, 4]);
    expect([tabOfFrame(page), tabOfFrame(own('tasks.html'))]).toEqual([null, null]);
  });

  it('lets a frame in once, in the tab that its agent laid it in', async () => {
    const token = '0123456789abcdef0123456789abcdef';
    await bearFrame(4, token);
    expect(await claimFrame(5, token)).toBe(false);
    expect(await claimFrame(4, 'another')).toBe(false);
    expect([await claimFrame(4, token), await claimFrame(4, token)]).toEqual([true, false]);
    await bearFrame(4, 'no token');
    expect(await claimFrame(4, 'no token')).toBe(false);
  });
});

describe('what a page’s agent is told of the reader’s choices', () => {
  it('holds that something was decided of duties, and nothing of what it was', async () => {
    const place = placeOf({ url: 'https://www.qinghe.gov.cn/a.html', tab: { id: 4 }, frameId: 0 })!;
    const told = () => settingsFor(place, place.url);
    const before = await told();
    const decision = { profile: 'p', verdict: 'dismissed', scope: 'document', unit: null, measure: null } as const;
    await settings.decisions.setValue([{ ...decision, document: '另一份文件' }]);
    const after = await told();
    expect(after.decided).not.toBe(before.decided);
    expect({ ...after, decided: '' }).toEqual({ ...before, decided: '' });
    expect(JSON.stringify(after)).not.toContain('另一份文件');
    expect(await told()).toEqual(after);
  });
});

describe('the way back', () => {
  it('is told to the document it leads to, once, and is forgotten with the tab', async () => {
    const target = { kind: 'task', id: 't' } as const;
    await keepReveal(4, { documentId: 'd', target });
    expect(await takeReveal(4, 'another')).toBeNull();
    expect(await takeReveal(4, null)).toBeNull();
    expect(await takeReveal(4, 'd')).toEqual(target);
    expect(await takeReveal(4, 'd')).toBeNull();
    await keepReveal(4, { documentId: 'd', target });
    await keepOnce('selected:4', target);
    await dropTab(4);
    expect(await takeReveal(4, 'd')).toBeNull();
    expect(await takeOnce('selected:4', 1000)).toBeNull();
  });

  const documentId = 'doc 1/2';
  it('opens web pages as they are, files and the sample in the reader, and no other scheme', () => {
    expect(addressOf({ documentId, url: 'http://www.qinghe.gov.cn/a.html?b=1' })).toBe(
      'http://www.qinghe.gov.cn/a.html?b=1',
    );
    expect(addressOf({ documentId, url: 'dutymark:sample' })).toMatch(/\/reader\.html\?sample$/);
    for (const url of ['file:///home/a.pdf', 'javascript:alert(1)', 'data:text/html,x', '']) {
      expect(addressOf({ documentId, url })).toMatch(/\/reader\.html\?document=doc%201%2F2$/);
    }
  });
});

describe('refusals', () => {
  it.each([
    ['Cannot access a chrome:// URL', 'restricted'],
    ['The extensions gallery cannot be scripted.', 'restricted'],
    [
      'Cannot access contents of the page. Extension manifest must request permission to access the respective host.',
      'no-permission',
    ],
    ['Missing host permission for the tab', 'no-permission'],
    ['No tab with id: 42.', 'gone'],
    ['Invalid tab ID: 42', 'gone'],
    ['Frame with ID 3 was removed.', 'gone'],
    ['Something new', 'failed'],
  ])('%s: %s', (message, activation) => {
    expect(whyNot(new Error(message))).toBe(activation);
  });
});
