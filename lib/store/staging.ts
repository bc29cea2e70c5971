import type { PolicyDocument } from '../policy/types';
import type { Database } from './database';
import { StoreError } from './errors';
import { drop, dropParts, lookUp, OUTCOME, partsOf, write } from './journal';
import type { MergeReport, StoreDump } from './port';
import type { TaskRecord } from './types';
import { followed, followMeasures, tasksByDocument } from './versions';
import { type EarlierVersion, type Merged, mergeAll, type Stamps } from './whole';

/** What came of a merge, for undo; what it replaced stands in slices beside it, for a value of a database has its limits. */
type Outcome = Omit<Merged, 'before' | 'versions'> & { readonly slices: number; readonly undone?: boolean };
/** Earlier texts stand in the first of them: by those it is known what tasks of theirs are to be put back as. */
type Slice = Partial<Merged['before'] & Pick<Merged, 'versions'>>;

/** Records of a slice, and texts: they are long. */
const SLICE = 500;
const TEXTS = 10;
/** Where the first slice stands; the others before it. */
const FIRST = OUTCOME - 1;

/** Puts a part of a dump aside. The same part twice is one. */
export const putAside = (database: Database, key: string, at: number, part: StoreDump, now: Date): Promise<unknown> =>
  write(database, { key, at, made: now.toISOString(), value: part });

/** Thrown out of a transaction that was only tried, so that nothing of it stays. */
export class Planned extends Error {}

/** Merges all that was put aside under a key, in the transaction it is called in. A second call returns the first one's report. */
export async function mergeAside(database: Database, key: string, now: Date, keep = true): Promise<MergeReport> {
  const done = await lookUp<Outcome>(database, key, OUTCOME);
  if (done && !done.undone) return done.report;
  const parts = await partsOf<StoreDump>(database, key);
  if (parts.length === 0) throw new StoreError('not-found', 'nothing was put aside under this key');
  const dump: StoreDump = {
    documents: parts.flatMap(({ documents }) => documents),
    tasks: parts.flatMap(({ tasks }) => tasks),
    annotations: parts.flatMap(({ annotations }) => annotations),
    baselines: parts.flatMap(({ baselines }) => baselines ?? []),
  };
  const { before, versions, ...merged } = await mergeAll(database, dump, now);
  if (!keep) return merged.report;
  await dropParts(database, key);
  const made = now.toISOString();
  const slices = slicesOf({ ...before, versions });
  const outcome: Outcome = { ...merged, slices: slices.length };
  await write(database, { key, at: OUTCOME, made, value: outcome });
  for (const [at, value] of slices.entries()) await write(database, { key, at: FIRST - at, made, value });
  return merged.report;
}

function slicesOf({ tasks, annotations, versions }: Required<Slice>): Slice[] {
  const slices: Slice[] = [];
  for (let at = 0; at < versions.length; at += TEXTS) slices.push({ versions: versions.slice(at, at + TEXTS) });
  for (let at = 0; at < tasks.length; at += SLICE) slices.push({ tasks: tasks.slice(at, at + SLICE) });
  for (let at = 0; at < annotations.length; at += SLICE)
    slices.push({ annotations: annotations.slice(at, at + SLICE) });
  return slices;
}

/**
 * Takes a merge back: what it added goes, what it replaced is as it was; a record that was changed since stays as it is. New
 * documents go where nothing is kept of them any more, and an earlier text takes its place again where no other came since.
 *
 * @returns whether it is taken back: also where it was before, by a call whose answer was lost.
 */
export async function takeBack(database: Database, key: string): Promise<boolean> {
  const done = await lookUp<Outcome>(database, key, OUTCOME);
  if (!done || done.undone) return done !== null;
  const texts: Text[] = [];
  let at = 0;
  for (; at < done.slices; at++) {
    const slice = await lookUp<Slice>(database, key, FIRST - at);
    if (!slice?.versions) break;
    for (const version of slice.versions) {
      await versionBack(database, version);
      const stored = await database.policies.get(version.head.id);
      if (stored && JSON.stringify(stored.policy) !== JSON.stringify(version.policy))
        texts.push({ id: stored.id, before: version.policy, present: stored.policy });
    }
  }
  const left = {
    tasks: await untouched(database.tasks, done.came.tasks),
    annotations: await untouched(database.annotations, done.came.annotations),
  };
  for (; at < done.slices; at++) {
    const slice = await lookUp<Slice>(database, key, FIRST - at);
    const tasks = (slice?.tasks ?? []).filter(({ id }) => left.tasks.delete(id));
    await database.tasks.bulkPut(inPresentText(tasks, texts));
    await database.annotations.bulkPut((slice?.annotations ?? []).filter(({ id }) => left.annotations.delete(id)));
  }
  await database.tasks.bulkDelete([...left.tasks]);
  await database.annotations.bulkDelete([...left.annotations]);
  for (const id of done.documents) {
    const kept = await Promise.all([
      database.tasks.where({ documentId: id }).count(),
      database.annotations.where({ documentId: id }).count(),
    ]);
    if (kept[0] + kept[1] > 0) continue;
    await Promise.all([database.documents.delete(id), database.policies.delete(id), database.baselines.delete(id)]);
  }
  const mark = { ...done, came: { tasks: [], annotations: [] }, slices: 0, undone: true };
  const made = (await database.journal.get([key, OUTCOME]))!.made;
  await drop(database, key);
  await write(database, { key, at: OUTCOME, made, value: mark });
  return true;
}

interface Lookup {
  bulkGet(ids: string[]): Promise<({ readonly updated: string } | undefined)[]>;
}

/** Of what came, the ids of records that nobody has changed or removed since. */
async function untouched(table: Lookup, came: Stamps): Promise<Set<string>> {
  const now = await table.bulkGet(came.map(([id]) => id));
  return new Set(came.filter(([, updated], at) => now[at]?.updated === updated).map(([id]) => id));
}

/** Puts the earlier text of a document back in its place, where the one that came is still the present one. */
async function versionBack(database: Database, { head, policy, baseline, came }: EarlierVersion): Promise<void> {
  const [present, stored] = [await database.documents.get(head.id), await database.policies.get(head.id)];
  if (!stored || present?.fingerprint !== came) return;
  await followMeasures(database, head.id, stored.policy, policy);
  await database.documents.put(head);
  await database.policies.put({ id: head.id, policy });
  if (baseline) await database.baselines.put(baseline);
  else await database.baselines.delete(head.id);
}

/** A document's text before the merge, and the one that is there by now: it was seen with a third one since. */
interface Text {
  readonly id: string;
  readonly before: PolicyDocument;
  readonly present: PolicyDocument;
}

/** Tasks as they were before, with the ids that their measures have in the text that is there by now. Pure. */
function inPresentText(tasks: readonly TaskRecord[], texts: readonly Text[]): readonly TaskRecord[] {
  if (!texts.length) return tasks;
  const own = tasksByDocument(tasks);
  const became = new Map<string, TaskRecord>();
  for (const { id, before, present } of texts)
    for (const task of followed(own.get(id) ?? [], before, present)) became.set(task.id, task);
  return tasks.map((task) => became.get(task.id) ?? task);
}
