import { compare } from '../anchor/compare';
import type { PolicyDocument } from '../policy/types';
import { withAllLimits } from './all-limits';
import { changesByMeasure } from './changed';
import { isNewer } from './clock';
import type { Database } from './database';
import { putVersion, versionsOf, withPolicies } from './documents';
import { limits } from './limits';
import type { Baseline, MergeReport, StoreDump } from './port';
import { isBare } from './trash';
import { twinKey, twinsOf } from './twins';
import type { AnnotationRecord, DocumentHead, DocumentRecord, TaskRecord } from './types';
import { followed, isVersion, tasksByDocument } from './versions';

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

/** What a merge has changed, for undo. */
export interface Merged {
  readonly report: MergeReport;
  /** Records that were replaced, as they were. */
  readonly before: { readonly tasks: readonly TaskRecord[]; readonly annotations: readonly AnnotationRecord[] };
  /** What came or replaced another, each with the instant that it bears. */
  readonly came: { readonly tasks: Stamps; readonly annotations: Stamps };
  /** New documents. */
  readonly documents: readonly string[];
  /** Documents of which another text took the place, as they were. */
  readonly versions: readonly EarlierVersion[];
}
export type Stamps = readonly (readonly [id: string, updated: string])[];

/** A document before another text of it came. */
export interface EarlierVersion {
  readonly head: DocumentHead;
  readonly policy: PolicyDocument;
  readonly baseline: Baseline | null;
  /** Fingerprint of the text that came. */
  readonly came: string;
}

/**
 * Merges a dump by id: a record that is not here is added, one that is newer than ours replaces it, any other stays.
 * Nothing is ever removed. A task whose measure has a task of another id here counts as kept, unless ours was only taken on:
 * then what was done with theirs is put on ours.
 * A newer text of a document becomes its present version as if it had been seen: tasks follow their measures, and ours
 * is what the reader knows; tasks of a dump with an older text follow theirs into ours. A document that was not here brings the
 * version its reader knew along.
 */
export async function mergeAll(database: Database, dump: StoreDump, now: Date): Promise<Merged> {
  const report = { added: 0, updated: 0, kept: 0 };
  const weigh = weighing(report, now);
  const heads = await database.documents.bulkGet(dump.documents.map(({ id }) => id));
  const here = new Map(heads.flatMap((head) => (head ? [[head.id, head] as const] : [])));
  const documents = dump.documents.filter(({ id, lastSeen }) => weigh(here.get(id)?.lastSeen, lastSeen));
  const turning = new Set(
    documents.flatMap(({ id, fingerprint }) => {
      const own = here.get(id);
      return own && own.fingerprint !== fingerprint ? [id] : [];
    }),
  );
  // As they are before they follow their measures into another text: that is what undo puts back.
  const followers = await database.tasks
    .where('documentId')
    .anyOf([...turning])
    .toArray();
  const versions: EarlierVersion[] = [];
  // Not in a function of its own: Dexie loses the transaction where several async functions return one after the other.
  for (const document of documents) {
    const { id, fingerprint, urls, policy } = document;
    const own = here.get(id);
    if (own && turning.has(id)) {
      const [stored, baseline] = [await database.policies.get(id), await database.baselines.get(id)];
      if (stored) versions.push({ head: own, policy: stored.policy, baseline: baseline ?? null, came: fingerprint });
    }
    await putVersion(database, { id, fingerprint, policy, url: urls[0] ?? '' }, headOver(document));
  }
  for (const { baseline, changed } of baselinesOf(dump, documents, here)) {
    await database.baselines.put(baseline);
    await database.documents.update(baseline.id, { changed });
  }
  const tasks = await mergeTasks(database, dump, weigh);

  const known = await database.annotations.bulkGet(dump.annotations.map(({ id }) => id));
  const taken = dump.annotations.map(({ updated }, at) => weigh(known[at]?.updated, updated));
  const annotations = dump.annotations.filter((_, at) => taken[at]);
  await database.annotations.bulkPut(annotations);
  return {
    report,
    before: {
      tasks: asTheyWere(tasks.before, followers),
      annotations: known.filter((each, at): each is AnnotationRecord => taken[at] === true && each !== undefined),
    },
    came: { tasks: stamps(tasks.came), annotations: stamps(annotations) },
    documents: documents.flatMap(({ id }) => (here.has(id) ? [] : [id])),
    versions,
  };
}

interface Weigh {
  /** Whether a record is taken over: one that is not here, or newer than ours. */
  (ours: string | undefined, theirs: string): boolean;
  /** Whether one takes the place of another for the same. */
  rival(over: boolean): boolean;
}

/** Decides what is taken over, and counts it. */
function weighing(report: { added: number; updated: number; kept: number }, now: Date): Weigh {
  const counted = (taken: boolean) => {
    if (taken) report.updated += 1;
    else report.kept += 1;
    return taken;
  };
  const weigh = (ours: string | undefined, theirs: string): boolean => {
    if (ours !== undefined) return counted(isNewer(theirs, ours, now));
    report.added += 1;
    return true;
  };
  return Object.assign(weigh, { rival: counted });
}

const stamps = (records: readonly (TaskRecord | AnnotationRecord)[]): Stamps =>
  records.map(({ id, updated }) => [id, updated]);

function asTheyWere(tasks: readonly TaskRecord[], earlier: readonly TaskRecord[]): TaskRecord[] {
  const known = new Map(earlier.map((task) => [task.id, task]));
  return tasks.map((task) => known.get(task.id) ?? task);
}

/** The head of a document that came, over the one that is here: where and since when it was seen is known from both. */
const headOver =
  ({ policy: _, ...head }: DocumentRecord) =>
  (known: DocumentHead | undefined): DocumentHead => ({
    ...head,
    urls: [...new Set([...head.urls, ...(known?.urls ?? [])])].slice(0, limits.urls),
    firstSeen: known && known.firstSeen < head.firstSeen ? known.firstSeen : head.firstSeen,
    ...(known?.changed && { changed: known.changed }),
    ...versionsOf(known),
  });

/** Of documents that are new here, the version that their reader knew, where it is not the present one. */
function baselinesOf(dump: StoreDump, documents: readonly DocumentRecord[], here: ReadonlyMap<string, unknown>) {
  const came = new Map(documents.map((document) => [document.id, document]));
  return (dump.baselines ?? []).flatMap((baseline) => {
    const document = came.get(baseline.id);
    if (!document || here.has(document.id) || baseline.fingerprint === document.fingerprint) return [];
    return [{ baseline, changed: changesByMeasure(compare(baseline.policy, document.policy)) }];
  });
}

/** Takes over tasks. @returns those that came, and those that they replaced. */
async function mergeTasks(
  database: Database,
  dump: StoreDump,
  weigh: Weigh,
): Promise<{ readonly came: TaskRecord[]; readonly before: TaskRecord[] }> {
  const asOfOurs = await asOfHere(database, dump);
  const twins = await twinsOf(database, asOfOurs);
  const ours = await database.tasks.bulkGet(asOfOurs.map(({ id }) => id));
  const before = asOfOurs.map((task, at) => twins.get(twinKey(task)) ?? ours[at]);
  const theirs = await withAllLimits(database, asOfOurs, before);
  const [came, replaced] = [[] as TaskRecord[], [] as TaskRecord[]];
  for (const [at, task] of theirs.entries()) {
    const twin = twins.get(twinKey(task));
    const rival = twin && twin.id !== task.id ? twin : undefined;
    const before = rival ?? ours[at];
    const bare = rival !== undefined && isBare(rival) && !isBare(task);
    if (!(rival ? weigh.rival(bare) : weigh(before?.updated, task.updated))) continue;
    const record = rival ? { ...task, id: rival.id } : task;
    if (before) replaced.push(before);
    came.push(record);
    twins.set(twinKey(task), record);
  }
  await database.tasks.bulkPut(came);
  return { came, before: replaced };
}

/** The tasks of a dump, those of a document whose text is another here with the ids that their measures have in ours. */
async function asOfHere(database: Database, dump: StoreDump): Promise<TaskRecord[]> {
  const heads = await database.documents.bulkGet(dump.documents.map(({ id }) => id));
  const other = dump.documents.filter(({ fingerprint }, at) => heads[at] && heads[at].fingerprint !== fingerprint);
  const policies = await database.policies.bulkGet(other.map(({ id }) => id));
  const became = new Map<string, TaskRecord>();
  const own = other.length ? tasksByDocument(dump.tasks) : new Map<string, TaskRecord[]>();
  for (const [at, { id, policy }] of other.entries()) {
    const present = policies[at]?.policy;
    if (!present || !isVersion(present, policy)) continue;
    for (const task of followed(own.get(id) ?? [], policy, present)) became.set(task.id, task);
  }
  return dump.tasks.map((task) => became.get(task.id) ?? task);
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
