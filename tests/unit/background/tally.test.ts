import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepTally } from '../../../entrypoints/background/tally';
import { settings } from '../../../lib/settings';
import { seen, task } from '../store/samples';
import { freshName, freshStore } from '../store/setup';

beforeEach(() => fakeBrowser.reset());

const none = { documents: 0, tasks: 0, annotations: 0 };

/** A background that starts, counts after each write that is given, and stops. */
async function life(name: string, work: (store: ReturnType<typeof freshStore>['store']) => Promise<unknown>) {
  const { store } = freshStore(name);
  const recount = keepTally(store);
  await work(store);
  await recount();
}

describe('the count of the background', () => {
  it('tells that the database was emptied while it was away, also when the first call of its life writes', async () => {
    const name = freshName();
    await life(name, (store) => store.addTasks(seen, [task]));
    expect(await settings.tally.getValue()).toEqual({ documents: 1, tasks: 1, annotations: 0 });
    await life(freshName(), (store) => store.addTasks(seen, [task]));
    expect(await settings.loss.getValue()).toEqual({
      noted: { documents: 1, tasks: 1, annotations: 0 },
      present: none,
    });
    expect(await settings.tally.getValue()).toEqual({ documents: 1, tasks: 1, annotations: 0 });
  });

  it('takes what the reader removes for no loss', async () => {
    const name = freshName();
    await life(name, (store) => store.addTasks(seen, [task]));
    await life(name, async (store) => store.removeTasks((await store.tasks()).map(({ id }) => id)));
    await life(name, async () => undefined);
    expect(await settings.loss.getValue()).toBeNull();
  });

  it('says nothing where there was never anything', async () => {
    await life(freshName(), async () => undefined);
    expect(await settings.loss.getValue()).toBeNull();
  });
});
