import { drop, sweep } from './journal';
import type { MergeReport, Store, StoreDump } from './port';
import * as shapes from './shapes';
import { mergeAside, Planned, putAside, takeBack } from './staging';
import type { Table, Transact } from './transact';

interface Parts {
  readonly run: Transact;
  readonly dumpOf: (dump: StoreDump) => StoreDump;
  readonly everythingChanged: () => void;
  readonly now: () => Date;
}

const tables: readonly Table[] = ['documents', 'policies', 'baselines', 'tasks', 'annotations', 'journal'];
const keyOf = (key: unknown) => shapes.checked(shapes.key, key);

/** The part of the store that takes a dump in, part by part, and merges it as one. */
export function asides({
  run,
  dumpOf,
  everythingChanged,
  now,
}: Parts): Pick<Store, 'putAside' | 'planAside' | 'mergeAside' | 'takeBack' | 'dropAside'> {
  return {
    async putAside(key, at, part) {
      const [own, number, whole] = [keyOf(key), shapes.checked(shapes.partNumber, at), dumpOf(part)];
      await run('rw', ['journal'], async (database) => {
        if (number === 0) await sweep(database, now());
        await putAside(database, own, number, whole, now());
      });
    },
    async planAside(key) {
      const own = keyOf(key);
      let report: MergeReport | null = null;
      // Done, and then thrown away: what would come of it is known by trying.
      await run('rw', tables, async (database) => {
        report = await mergeAside(database, own, now(), false);
        throw new Planned();
      }).catch((error: unknown) => {
        if (!report) throw error;
      });
      return report as unknown as MergeReport;
    },
    async mergeAside(key) {
      const own = keyOf(key);
      const report = await run('rw', tables, (database) => mergeAside(database, own, now()));
      if (report.added + report.updated) everythingChanged();
      return report;
    },
    async takeBack(key) {
      const own = keyOf(key);
      const there = await run('rw', tables, (database) => takeBack(database, own));
      if (there) everythingChanged();
      return there;
    },
    async dropAside(key) {
      const own = keyOf(key);
      await run('rw', ['journal'], (database) => drop(database, own));
    },
  };
}
