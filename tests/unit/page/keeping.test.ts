import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Resolution } from '../../../lib/anchor/types';
import { keeping } from '../../../lib/page/keeping';
import type { SessionStore } from '../../../lib/page/session-types';
import { seen, task } from '../store/samples';

const shows = (fingerprint: string) => ({ ...seen, fingerprint });
const kept = {
  annotations: [],
  tasks: [{ ...task, id: 't', created: '2026-03-02T00:00:00.000Z', updated: '2026-03-02T00:00:00.000Z' }],
};
const found: Record<string, Resolution> = { t: { method: 'fuzzy', span: { start: 1, end: 3 }, score: 0.8 } };

/** A store whose document has this text now; it takes over what it is told unless it is an older copy. */
function told(fingerprint: string, older: readonly string[] = []) {
  let present = fingerprint;
  const saved: string[] = [];
  const noted: string[] = [];
  const store = {
    document: async () => ({ fingerprint: present }),
    saveDocument: async (next: { fingerprint: string }) => {
      saved.push(next.fingerprint);
      if (!older.includes(next.fingerprint)) present = next.fingerprint;
      return { fingerprint: present };
    },
    noteResolutions: async (news: object) => void noted.push(...Object.keys(news)),
  } as unknown as SessionStore;
  const turn = (next: string) => {
    present = next;
  };
  return { store, saved, noted, turn };
}

describe('what a page tells the store', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const run = async (work: Promise<void>) => {
    await vi.advanceTimersByTimeAsync(2000);
    await work;
  };
  const { signal } = new AbortController();

  it('is told once by a tab that shows the same text still while another showed a later one', async () => {
    const { store, saved, turn } = told('one');
    const keep = keeping(store);
    await run(keep(shows('one'), kept, {}, signal));
    turn('two');
    await run(keep(shows('one'), kept, {}, signal));
    expect(saved).toEqual(['one']);
    // The other tab, and this one once it is loaded again, are heard.
    await run(keeping(store)(shows('two'), kept, {}, signal));
    await run(keeping(store)(shows('one'), kept, {}, signal));
    expect(saved).toEqual(['one', 'two', 'one']);
  });

  it('is told when the page itself went to another text and back, as when it was half loaded', async () => {
    const { store, saved } = told('one');
    const keep = keeping(store);
    for (const text of ['one', 'half', 'one']) await run(keep(shows(text), kept, {}, signal));
    expect(saved).toEqual(['one', 'half', 'one']);
  });

  it('says where passages stand in the present text, not in an older copy of it', async () => {
    const { store, saved, noted } = told('two', ['one']);
    await run(keeping(store)(shows('one'), kept, found, signal));
    expect([saved, noted]).toEqual([['one'], []]);
    await run(keeping(store)(shows('two'), kept, found, signal));
    expect(noted).toEqual(['t']);
  });
});
