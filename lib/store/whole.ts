import { compare } from '../anchor/compare';
import { changesByMeasure } from './changed';
import { isNewer } from './clock';
import type { Database } from './database';
import { putVersion, versionsOf, withPolicies } from './documents';
import type { MergeReport, StoreDump } from './port';
import { twinKey, twinsOf } from './twins';

/** Everything that is stored. */
export async function dumpAll(database: Database): Promise<StoreDump> {
  const baselines = await database.baselines.toArray();
  return {
    documents: await withPolicies(database, await database.documents.toArray()),
    tasks: await database.tasks.toArray(),
    annotations: await database.annotations.toArray(),
    ...(baselines.length > 0 && { baselines }),
  };
}

/**
 * Merges a dump by id: a record that is not here is added, one that is newer than ours replaces it, any other stays.
 * Nothing is ever removed. A task whose measure has a task of another id here counts as kept.
 * A newer text of a document becomes its present version as if it had been seen: tasks follow their measures, and ours
 * is what the reader knows. A document that was not here brings the version its reader knew along.
 */
export async function mergeAll(database: Database, dump: StoreDump, now: Date): Promise<MergeReport> {
  const report = { added: 0, updated: 0, kept: 0 };
  const weigh = (ours: string | undefined, theirs: string): boolean => {
    const newer = ours !== undefined && isNewer(theirs, ours, now);
    if (ours === undefined) report.added += 1;
    else if (newer) report.updated += 1;
    else report.kept += 1;
    return ours === undefined || newer;
  };

  const heads = await database.documents.bulkGet(dump.documents.map(({ id }) => id));
  const documents = dump.documents.filter(({ lastSeen }, at) => weigh(heads[at]?.lastSeen, lastSeen));
  for (const { policy, ...head } of documents) {
    const { id, fingerprint, urls } = head;
    await putVersion(database, { id, fingerprint, policy, url: urls[0] ?? '' }, (known) => ({
      ...head,
      ...(known?.changed && { changed: known.changed }),
      ...versionsOf(known),
    }));
  }
  const here = new Set(heads.flatMap((head) => (head ? [head.id] : [])));
  for (const baseline of dump.baselines ?? []) {
    const document = documents.find(({ id }) => id === baseline.id);
    if (!document || here.has(document.id) || baseline.fingerprint === document.fingerprint) continue;
    await database.baselines.put(baseline);
    const changed = changesByMeasure(compare(baseline.policy, document.policy));
    await database.documents.update(document.id, { changed });
  }

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
    database.trash.clear(),
    database.files.clear(),
    database.fileData.clear(),
    database.journal.clear(),
  ]);
}
