import { describe, expect, it } from 'vitest';
import { isNewer, stampAfter } from '../../../lib/store/clock';
import { connect } from '../../../lib/store/connection';
import { Database } from '../../../lib/store/database';
import { createRepository } from '../../../lib/store/repository';
import { annotation, seen, task } from './samples';
import { freshName } from './setup';

/** A store whose clock is set by hand. */
function storeAt(first: string) {
  const clock = { now: new Date(first) };
  const name = freshName();
  return { clock, store: createRepository({ connection: connect(() => new Database(name)), now: () => clock.now }) };
}

describe('a clock that was ahead', () => {
  it('does not make what was changed under it newer than what was changed after it', async () => {
    const { clock, store } = storeAt('2026-03-09T08:00:00.000Z');
    const { id } = (await store.addTasks(seen, [task]))[0]!;
    await store.updateTasks([id], { note: '钟快的时候写的' });
    const backup = await store.dump();
    clock.now = new Date('2026-03-05T08:00:00.000Z');
    await store.updateTasks([id], { note: '钟拨准以后写的' });
    await store.editTasks([id], { addTags: ['再后来'] });
    clock.now = new Date('2026-03-20T08:00:00.000Z');
    expect(await store.merge(backup)).toMatchObject({ updated: 0 });
    expect(await store.tasks()).toMatchObject([{ note: '钟拨准以后写的', tags: ['窗口', '再后来'] }]);
  });

  it('of another computer replaces nothing here', async () => {
    const { store } = storeAt('2026-03-05T08:00:00.000Z');
    const note = await store.addAnnotation(seen, annotation);
    const ahead = { ...note, note: '另一台电脑，钟快一年', updated: '2027-03-05T08:00:00.000Z' };
    expect(await store.merge({ documents: [], tasks: [], annotations: [ahead] })).toMatchObject({ kept: 1 });
    expect(await store.annotations()).toMatchObject([{ note: annotation.note }]);
    const newer = { ...note, note: '另一台电脑，钟准', updated: '2026-03-05T08:01:00.000Z' };
    expect(await store.merge({ documents: [], tasks: [], annotations: [newer] })).toMatchObject({ updated: 1 });
  });
});

describe('stamps', () => {
  it('go on where the last one lies ahead', () => {
    const now = new Date('2026-03-05T08:00:00.000Z');
    expect(stampAfter('2026-03-01T00:00:00.000Z', now)).toBe('2026-03-05T08:00:00.000Z');
    expect(stampAfter('2026-03-09T00:00:00.000Z', now)).toBe('2026-03-09T00:00:00.001Z');
    expect(stampAfter('2026-03-05T08:00:00.000Z', now)).toBe('2026-03-05T08:00:00.001Z');
    expect(stampAfter('', now)).toBe('2026-03-05T08:00:00.000Z');
  });

  it('of days that have not come say nothing against others, and something among each other', () => {
    const now = new Date('2026-03-05T08:00:00.000Z');
    expect(isNewer('2026-03-05T07:00:00.000Z', '2026-03-05T06:00:00.000Z', now)).toBe(true);
    expect(isNewer('2030-01-01T00:00:00.000Z', '2026-03-05T06:00:00.000Z', now)).toBe(false);
    expect(isNewer('2030-01-02T00:00:00.000Z', '2030-01-01T00:00:00.000Z', now)).toBe(true);
    expect(isNewer('2026-03-05T07:00:00.000Z', '2030-01-01T00:00:00.000Z', now)).toBe(false);
  });
});
