import type { Database } from './database';
import { withPolicies } from './documents';
import type { MergeReport, StoreDump } from './port';
import { twinKey, twinsOf } from './tasks';

/** Everything that is stored. */
export async function dumpAll(database: Database): Promise<StoreDump> {
  return {
    documents: await withPolicies(database, await database.documents.toArray()),
    tasks: await database.tasks.toArray(),
    annotations: await database.annotations.toArray(),
  };
}

/**
 * Merges a dump by id: a record that is not here is added, one that is newer than ours replaces it, any other stays.
 * Nothing is ever removed. A task whose measure has a task of another id here counts as kept.
 */
export async function mergeAll(database: Database, dump: StoreDump): Promise<MergeReport> {
  const report = { added: 0, updated: 0, kept: 0 };
  const weigh = (ours: string | undefined, theirs: string): boolean => {
    if (ours === undefined) report.added += 1;
    else if (ours < theirs) report.updated += 1;
    else report.kept += 1;
    return ours === undefined || ours < theirs;
  };

  const heads = await database.documents.bulkGet(dump.documents.map(({ id }) => id));
  const documents = dump.documents.filter(({ lastSeen }, at) => weigh(heads[at]?.lastSeen, lastSeen));
  await database.documents.bulkPut(documents.map(({ policy: _, ...head }) => head));
  await database.policies.bulkPut(documents.map(({ id, policy }) => ({ id, policy })));

  const twins = await twinsOf(database, dump.tasks);
  const ours = await database.tasks.bulkGet(dump.tasks.map(({ id }) => id));
  const tasks = dump.tasks.filter((task, at) => {
    const twin = twins.get(twinKey(task));
    const rival = twin !== undefined && twin.id !== task.id;
    if (rival) report.kept += 1;
    return !rival && weigh(ours[at]?.updated, task.updated);
  });
  await database.tasks.bulkPut(tasks);

  const known = await database.annotations.bulkGet(dump.annotations.map(({ id }) => id));
  await database.annotations.bulkPut(dump.annotations.filter(({ updated }, at) => weigh(known[at]?.updated, updated)));
  return report;
}

/** Removes everything. */
export async function clearAll(database: Database): Promise<void> {
  await Promise.all([
    database.documents.clear(),
    database.policies.clear(),
    database.baselines.clear(),
    database.tasks.clear(),
    database.annotations.clear(),
  ]);
}
