import type { Database } from './database';
import { StoreError } from './errors';
import { dropParts, lookUp, OUTCOME, partsOf, write } from './journal';
import type { MergeReport, StoreDump } from './port';
import type { AnnotationRecord, TaskRecord } from './types';
import { mergeAll } from './whole';

/** What a merge has changed of what was here, for undo. */
interface Outcome {
  readonly report: MergeReport;
  /** As they were before, where there was one. */
  readonly before: { readonly tasks: readonly TaskRecord[]; readonly annotations: readonly AnnotationRecord[] };
  /** Ids with the instant that the merged record bears: one that was changed since bears another. */
  readonly came: { readonly tasks: Stamps; readonly annotations: Stamps };
  readonly documents: readonly string[];
}
type Stamps = readonly (readonly [string, string])[];

/** Puts a part of a dump aside. The same part twice is one. */
export const putAside = (database: Database, key: string, at: number, part: StoreDump, now: Date): Promise<unknown> =>
  write(database, { key, at, made: now.toISOString(), value: part });

/** Thrown out of a transaction that was only tried, so that nothing of it stays. */
export class Planned extends Error {}

/** Merges all that was put aside under a key, in the transaction it is called in. A second call returns the first one's report. */
export async function mergeAside(database: Database, key: string, now: Date, keep = true): Promise<MergeReport> {
  const done = await lookUp<Outcome>(database, key, OUTCOME);
  if (done) return done.report;
  const parts = await partsOf<StoreDump>(database, key);
  if (parts.length === 0) throw new StoreError('not-found', 'nothing was put aside under this key');
  const dump: StoreDump = {
    documents: parts.flatMap(({ documents }) => documents),
    tasks: parts.flatMap(({ tasks }) => tasks),
    annotations: parts.flatMap(({ annotations }) => annotations),
    baselines: parts.flatMap(({ baselines }) => baselines ?? []),
  };
  const tasks = await database.tasks.bulkGet(dump.tasks.map(({ id }) => id));
  const annotations = await database.annotations.bulkGet(dump.annotations.map(({ id }) => id));
  const heads = await database.documents.bulkGet(dump.documents.map(({ id }) => id));
  const report = await mergeAll(database, dump, now);
  if (!keep) return report;
  const outcome: Outcome = {
    report,
    before: {
      tasks: tasks.filter((each) => each !== undefined),
      annotations: annotations.filter((each) => each !== undefined),
    },
    came: {
      tasks: await stamps(database.tasks, dump.tasks, tasks),
      annotations: await stamps(database.annotations, dump.annotations, annotations),
    },
    documents: dump.documents.filter((_, at) => heads[at] === undefined).map(({ id }) => id),
  };
  await dropParts(database, key);
  await write(database, { key, at: OUTCOME, made: now.toISOString(), value: outcome });
  return report;
}

interface Lookup {
  bulkGet(ids: string[]): Promise<({ readonly updated: string } | undefined)[]>;
}

/** Of records that came, those that are now as they came and were not before. */
async function stamps(
  table: Lookup,
  records: readonly { readonly id: string; readonly updated: string }[],
  before: readonly ({ readonly updated: string } | undefined)[],
): Promise<Stamps> {
  const now = await table.bulkGet(records.map(({ id }) => id));
  return records.flatMap(({ id, updated }, at): [string, string][] =>
    now[at]?.updated === updated && before[at]?.updated !== updated ? [[id, updated]] : [],
  );
}

/**
 * Takes a merge back: what it added goes, what it replaced is as it was; a record that was changed since stays as it is. New
 * documents go where nothing is kept of them any more.
 */
export async function takeBack(database: Database, key: string): Promise<boolean> {
  const done = await lookUp<Outcome>(database, key, OUTCOME);
  if (!done) return false;
  for (const name of ['tasks', 'annotations'] as const) {
    const table = database[name] as unknown as {
      bulkGet(ids: string[]): Promise<({ readonly id: string; readonly updated: string } | undefined)[]>;
      bulkPut(records: readonly object[]): Promise<unknown>;
      bulkDelete(ids: string[]): Promise<unknown>;
    };
    const came = done.came[name];
    const now = await table.bulkGet(came.map(([id]) => id));
    const untouched = new Set(came.filter(([, updated], at) => now[at]?.updated === updated).map(([id]) => id));
    const before = done.before[name].filter(({ id }) => untouched.has(id));
    for (const { id } of before) untouched.delete(id);
    await table.bulkPut(before);
    await table.bulkDelete([...untouched]);
  }
  for (const id of done.documents) {
    const kept = await Promise.all([
      database.tasks.where({ documentId: id }).count(),
      database.annotations.where({ documentId: id }).count(),
    ]);
    if (kept[0] + kept[1] > 0) continue;
    await Promise.all([database.documents.delete(id), database.policies.delete(id), database.baselines.delete(id)]);
  }
  await database.journal.delete([key, OUTCOME]);
  return true;
}
