import { stampsOf } from '../../follow/stamps';
import { stampAfter } from '../../store/clock';
import type { DocumentRecord, TaskRecord } from '../../store/types';
import type { Exchange } from './file';
import {
  adopted,
  exchangeKey,
  heldIn,
  joined,
  pick,
  type Register,
  registerNames,
  registers,
  stampOfRegister,
} from './join';

/** One thing that exchange files would change of a task that is here. */
export interface ExchangeOffer {
  readonly key: string;
  readonly id: string;
  /** more: entries that are only added (progress, moved dates, finished periods). */
  readonly field: Register | 'more';
  readonly before: TaskRecord;
  readonly after: TaskRecord;
  /** Both sides changed it; the later change is offered. */
  readonly conflict: boolean;
}

/** What exchange files come to, all of them together. Nothing of it is applied before somebody looked. */
export interface ExchangePlan {
  readonly offers: readonly ExchangeOffer[];
  /** Tasks that are not here. */
  readonly added: readonly TaskRecord[];
  /** Documents of those that are not here. */
  readonly documents: readonly DocumentRecord[];
  /** Tasks of the files that are here and say the same. */
  readonly same: number;
  /** Every task of the files that is here, as it is and as the files would have it. */
  readonly pairs: readonly { readonly before: TaskRecord; readonly after: TaskRecord }[];
}

/**
 * Compares exchange files with what is here.
 *
 * @param ours all tasks that are here
 * @param known ids of the documents that are here
 */
export function planExchange(
  ours: readonly TaskRecord[],
  files: readonly Pick<Exchange, 'tasks' | 'documents'>[],
  known: ReadonlySet<string>,
): ExchangePlan {
  const here = new Map(ours.map((task) => [exchangeKey(task), task]));
  const merged = new Map<string, TaskRecord>();
  const disputed = new Map<string, Set<Register>>();
  for (const theirs of files.flatMap(({ tasks }) => tasks)) {
    const key = exchangeKey(theirs);
    const before = merged.get(key) ?? here.get(key);
    if (before) note(disputed, key, before, theirs);
    merged.set(key, before ? joined(before, adopted(theirs)) : adopted(theirs));
  }
  const offers: ExchangeOffer[] = [];
  const added: TaskRecord[] = [];
  const pairs: ExchangePlan['pairs'][number][] = [];
  let same = 0;
  for (const [key, after] of merged) {
    const before = here.get(key);
    if (!before) {
      added.push(after);
      continue;
    }
    pairs.push({ before, after });
    const own = offersFor(before, after, disputed.get(key) ?? new Set());
    if (own.length === 0) same += 1;
    for (const offer of own) offers.push(offer);
  }
  const wanted = new Set(added.map(({ documentId }) => documentId));
  const documents = new Map<string, DocumentRecord>();
  for (const document of files.flatMap((file) => file.documents)) {
    const other = documents.get(document.id);
    const later =
      !other ||
      JSON.stringify([other.lastSeen, other.fingerprint]) < JSON.stringify([document.lastSeen, document.fingerprint]);
    if (wanted.has(document.id) && !known.has(document.id) && later) documents.set(document.id, document);
  }
  return { offers, added, documents: [...documents.values()], same, pairs };
}

/** Fields that both sides have changed, and not to the same. */
function note(disputed: Map<string, Set<Register>>, key: string, a: TaskRecord, b: TaskRecord): void {
  const fields = registerNames.filter(
    (name) => stampOfRegister(a, name) !== '' && stampOfRegister(b, name) !== '' && heldIn(a, name) !== heldIn(b, name),
  );
  if (fields.length > 0) disputed.set(key, new Set([...(disputed.get(key) ?? []), ...fields]));
}

function offersFor(before: TaskRecord, after: TaskRecord, disputed: ReadonlySet<Register>): ExchangeOffer[] {
  const { id } = before;
  const fields = registerNames
    .filter((field) => heldIn(before, field) !== heldIn(after, field))
    .map((field): ExchangeOffer => {
      return { key: `${id}/${field}`, id, field, before, after, conflict: disputed.has(field) };
    });
  const grown = listsOf(before) !== listsOf(after);
  return grown ? [...fields, { key: `${id}/more`, id, field: 'more', before, after, conflict: false }] : fields;
}

const lists = ['progress', 'moves', 'rounds', 'deadlines'] as const;
const listsOf = (task: TaskRecord): string => JSON.stringify(lists.map((field) => task[field] ?? []));

/**
 * A plan as of now: what was written here since it was made stands, as far as it is later than what the files say; what was
 * deleted here since stays so.
 *
 * @param present the tasks of its pairs that are still here
 */
export function rebased(plan: ExchangePlan, present: readonly TaskRecord[]): ExchangePlan {
  const here = new Map(present.map((task) => [task.id, task]));
  const pairs = plan.pairs.flatMap(({ before, after }) => {
    const now = here.get(before.id);
    if (!now) return [];
    return [now.updated === before.updated ? { before: now, after } : { before: now, after: joined(now, after) }];
  });
  return { ...plan, pairs };
}

/**
 * The records that are to be stored: what is added, and what is here with the offers that were chosen. A field that was not
 * chosen keeps its value and its stamp; one that says the same on both sides gets the later stamp, which a third file is
 * then weighed against.
 */
export function chosenRecords(plan: ExchangePlan, chosen: ReadonlySet<string>, now: Date): TaskRecord[] {
  const declined = new Set(plan.offers.filter(({ key }) => !chosen.has(key)).map(({ key }) => key));
  const changed = plan.pairs.flatMap(({ before, after }): TaskRecord[] => {
    const record = accepted(before, after, (field) => !declined.has(`${before.id}/${field}`));
    // Behind the last change here, whatever the clock says: else it would be taken for the earlier one, and left out.
    const updated = stampAfter(before.updated, now);
    return JSON.stringify(record) === JSON.stringify(before) ? [] : [{ ...record, updated }];
  });
  return [...changed, ...plan.added];
}

function accepted(
  before: TaskRecord,
  after: TaskRecord,
  takes: (field: ExchangeOffer['field']) => boolean,
): TaskRecord {
  const at: Record<string, string> = { ...stampsOf(before) };
  let record: TaskRecord = before;
  for (const name of registerNames.filter(takes)) {
    if (heldIn(before, name) !== heldIn(after, name)) record = { ...record, ...pick(after, registers[name]) };
    for (const field of [name, ...registers[name]]) {
      const stamp = after.at?.[field];
      if (stamp) at[field] = stamp;
      else delete at[field];
    }
  }
  if (takes('more') && listsOf(before) !== listsOf(after)) record = { ...record, ...pick(after, lists) };
  return before.at || Object.keys(at).length > 0 ? { ...record, at } : record;
}
