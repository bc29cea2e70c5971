import { describe, expect, it } from 'vitest';
import { backups, bulkEdits, restores, singleWrites } from './scenes';
import { browser, type Victim, worker } from './victims';

/** A minute or so; more on a machine that does much else. */
const TIMEOUT = { timeout: 300_000 };

/** Ten kills of each: the hundreds are in `many.test.ts`. */
const TEN = 10;

async function tenOf(make: () => Promise<Victim>): Promise<void> {
  const victim = await make();
  try {
    await singleWrites(victim, { times: 3, records: 1 });
    await bulkEdits(victim, { times: 3, records: 500 });
    await restores(victim, { times: 3, records: 500 });
    await backups(victim, { times: 1, records: 500 });
    const { all, amid } = victim.kills;
    console.info(`${victim.name}: ${all} kills, ${amid} of them in the middle of the work`);
    expect(all).toBe(TEN);
  } finally {
    await victim.close();
  }
}

// They wait for the disk most of the time: one beside the other.
describe.concurrent('killed in the middle of single writes, edits of many, restores and a backup', () => {
  it('the background loses nothing it has told of, and leaves nothing half done', TIMEOUT, () => tenOf(worker));
  it('the browser loses nothing it has told of, and leaves nothing half done', TIMEOUT, () => tenOf(browser));
});
