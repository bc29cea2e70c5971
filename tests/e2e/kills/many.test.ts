import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backups, bulkEdits, migrations, restores, singleWrites } from './scenes';
import { browser, type Victim, worker } from './victims';

const TIMEOUT = { timeout: 1_800_000 };
const EDITED = 3000;
const RESTORED = 10_000;

/** Kills of each of the five works: fewer where the whole is to be had in pieces, so that a break-off loses one of them only. */
const piece = Number(process.env.DUTYMARK_KILLS_PIECE) || Number.POSITIVE_INFINITY;
const victims = [
  { title: 'the background, killed 200 times', make: worker, times: Math.min(piece, 40) },
  { title: 'the browser, killed 100 times', make: browser, times: Math.min(piece, 20) },
];

for (const { title, make, times } of victims) {
  describe(title, () => {
    let victim: Victim;
    beforeAll(async () => {
      victim = await make();
    });
    afterAll(async () => {
      const { all, amid } = victim.kills;
      console.info(`${victim.name}: ${all} kills, ${amid} of them in the middle of the work`);
      await victim.close();
    });
    const scenes = [
      { of: 'single writes has lost none that it had told of', scene: singleWrites, records: 1 },
      { of: 'an edit of many has changed all of them or none', scene: bulkEdits, records: EDITED },
      { of: 'a restore has taken over all of it or nothing, and can still end it', scene: restores, records: RESTORED },
      { of: 'a backup leaves those before whole, and makes the next', scene: backups, records: EDITED },
      { of: 'a migration has lost nothing, and ends it at the next start', scene: migrations, records: EDITED },
    ];
    for (const { of, scene, records } of scenes) {
      it(`in the middle of ${of}`, TIMEOUT, async () => {
        const before = victim.kills.all;
        await scene(victim, { times, records });
        expect(victim.kills.all - before).toBe(times);
      });
    }
  });
}
