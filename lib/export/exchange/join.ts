import { stampsOf } from '../../follow/stamps';
import type { Move, PrintedDeadline, ProgressEntry, Round } from '../../follow/types';
import { twinKey } from '../../store/twins';
import type { TaskRecord } from '../../store/types';
import { hash } from '../ledger/stamp';

/** Fields that go together: what decides one decides all of them. */
export const registers = {
  title: ['title'],
  // With its day: else a task that is not done could keep the 办结日期 of another office's state.
  status: ['status', 'word', 'doneOn'],
  dueDate: ['dueDate', 'dueByDefault'],
  tags: ['tags'],
  note: ['note'],
  leaders: ['leaders'],
  offices: ['offices'],
  handlers: ['handlers'],
  evidence: ['evidence'],
  repeat: ['repeat'],
  steps: ['steps'],
} as const satisfies Record<string, readonly (keyof TaskRecord)[]>;
export type Register = keyof typeof registers;
export const registerNames = Object.keys(registers) as readonly Register[];

/** What says how one period of a recurring duty stands: of two periods the later one counts, whoever wrote last. */
export const ofPeriod: ReadonlySet<Register> = new Set(['status', 'dueDate']);

/** What of a task is a fact of its document. */
const facts = [
  'documentId',
  'origin',
  'measureId',
  'path',
  'number',
  'excerpt',
  'selectors',
  'url',
  'lead',
  'participants',
  'responsible',
  'deadlineText',
  'recurrenceText',
  'source',
] as const satisfies readonly (keyof TaskRecord)[];

/** Which tasks of several offices are one: of the same measure or passage; by hand, the very same. */
export const exchangeKey = (task: TaskRecord): string =>
  task.origin === 'hand' ? JSON.stringify(['hand', task.id]) : twinKey(task);

const ADDED = 'x-';

/**
 * A task of another office as it is added here: under an id that is the same whoever adds it, and without that office's own
 * role, which is none of ours.
 */
export function adopted(task: TaskRecord): TaskRecord {
  const key = exchangeKey(task);
  const id = task.origin === 'hand' ? task.id : `${ADDED}${hash(key)}${hash([...key].reverse().join(''))}`;
  const { takenFor: _, ...rest } = task;
  const bare = { ...rest, id, role: null, certainty: null };
  // With itself: its lists in the order that joining gives them, each entry once.
  return joined(bare, bare);
}

/**
 * Two states of one task as one. Fields go by when each was last changed, the later one stands; progress, moved dates and
 * finished periods are united. It comes to the same in any order, however often (a join of a semilattice), so eight offices
 * come to one ledger whoever's file is taken first. How a period stands goes by the period first: what one office says of a
 * period that another one completed does not land on the next.
 *
 * @param ours gives id, role and the facts of the document, unless both came from elsewhere
 */
export function joined(one: TaskRecord, other: TaskRecord): TaskRecord {
  const [ours, theirs] = [dayless(one), dayless(other)];
  const at: Record<string, string> = { ...stampsOf(ours) };
  for (const [field, stamp] of Object.entries(stampsOf(theirs))) if (!(at[field]! >= stamp)) at[field] = stamp;
  if (periodOf(ours) !== periodOf(theirs)) stampAsWinner(at, ours, theirs);
  const fields = Object.assign({}, ...registerNames.map((name) => pick(winner(name, ours, theirs), registers[name])));
  const foreign = ours.id.startsWith(ADDED);
  const ground = foreign ? pick(lesser(ours, theirs), facts) : {};
  const united = {
    progress: unitedProgress(ours.progress, theirs.progress),
    moves: unitedList<Move>(ours.moves, theirs.moves, ({ on, from }) => `${on} ${from}`),
    rounds: unitedList<Round>(ours.rounds, theirs.rounds, ({ due, done }) => `${due ?? ''} ${done}`),
    deadlines: unitedDeadlines(ours.deadlines, theirs.deadlines),
  };
  const said = Object.fromEntries(Object.entries(united).filter(([, list]) => list.length > 0));
  const created = ours.created < theirs.created ? ours.created : theirs.created;
  const updated = ours.updated > theirs.updated ? ours.updated : theirs.updated;
  return { ...ours, ...ground, ...fields, ...said, at, created, updated };
}

/** What is not done has no day on which it was. */
const dayless = (task: TaskRecord): TaskRecord =>
  task.doneOn && task.status !== 'done' ? { ...task, doneOn: null } : task;

/** The last period that is behind a task; '' where none is. */
export const periodOf = ({ rounds = [] }: TaskRecord): string =>
  rounds.reduce((last, { due, done }) => ((due ?? done) > last ? (due ?? done) : last), '');

/** A stamp of an earlier period, however late, says nothing of the later one. */
function stampAsWinner(at: Record<string, string>, ours: TaskRecord, theirs: TaskRecord): void {
  const stamps = stampsOf(periodOf(ours) > periodOf(theirs) ? ours : theirs);
  for (const field of [...ofPeriod].flatMap((name) => registers[name])) {
    if (stamps[field] === undefined) delete at[field];
    else at[field] = stamps[field];
  }
}

/** When a register was last changed; '' for never. */
export function stampOfRegister(task: TaskRecord, name: Register): string {
  const stamps = stampsOf(task);
  const own = [name, ...registers[name]].map((field) => stamps[field] ?? '');
  return own.reduce((last, stamp) => (stamp > last ? stamp : last), '');
}

/** What a register holds, for comparison: what is absent and what is empty are one. */
export const heldIn = (task: TaskRecord, name: Register): string =>
  JSON.stringify(
    registers[name].map((field) => {
      const value = task[field as keyof TaskRecord];
      return value === undefined || value === false || (Array.isArray(value) && value.length === 0) ? null : value;
    }),
  );

function winner(name: Register, a: TaskRecord, b: TaskRecord): TaskRecord {
  const [before, after] = [periodOf(a), periodOf(b)];
  if (ofPeriod.has(name) && before !== after) return before > after ? a : b;
  const [one, other] = [stampOfRegister(a, name), stampOfRegister(b, name)];
  if (one !== other) return one > other ? a : b;
  return heldIn(a, name) >= heldIn(b, name) ? a : b;
}

export function pick(task: TaskRecord, fields: readonly (keyof TaskRecord)[]): Partial<TaskRecord> {
  return Object.fromEntries(fields.map((field) => [field, task[field]]));
}

function lesser(a: TaskRecord, b: TaskRecord): TaskRecord {
  return JSON.stringify(pick(a, facts)) <= JSON.stringify(pick(b, facts)) ? a : b;
}

function unitedProgress(
  ours: readonly ProgressEntry[] = [],
  theirs: readonly ProgressEntry[] = [],
): readonly ProgressEntry[] {
  const byId = new Map<string, ProgressEntry>();
  for (const entry of [...ours, ...theirs]) {
    const known = byId.get(entry.id);
    if (!known || orderOf(known) < orderOf(entry)) byId.set(entry.id, entry);
  }
  return [...byId.values()].sort((a, b) => compare(`${a.on} ${a.at} ${a.id}`, `${b.on} ${b.at} ${b.id}`));
}

/** One's own entry that comes back with one's name on it stays as it is. */
const orderOf = ({ id, on, text, percent, problem, next, by, at }: ProgressEntry): string =>
  JSON.stringify([at, id, on, text, percent, problem, next, by || '\uffff']);

function unitedList<Item>(
  ours: readonly Item[] = [],
  theirs: readonly Item[] = [],
  order: (item: Item) => string,
): readonly Item[] {
  const byText = new Map([...ours, ...theirs].map((item) => [JSON.stringify(sortedKeys(item)), item]));
  return [...byText].sort(([a, x], [b, y]) => compare(order(x), order(y)) || compare(a, b)).map(([, item]) => item);
}

/** Limits of one measure, each met as soon as one office has met it; of two versions of the text one alone counts. */
function unitedDeadlines(
  ours: readonly PrintedDeadline[] = [],
  theirs: readonly PrintedDeadline[] = [],
): readonly PrintedDeadline[] {
  const [mine, other] = [ours, theirs].map((all) => JSON.stringify(all.map(({ text, date }) => [text, date])));
  if (mine !== other) return ours.length > 0 && (theirs.length === 0 || mine! > other!) ? ours : theirs;
  return ours.map((each, at) => {
    const days = [each.done, theirs[at]!.done].filter((day) => typeof day === 'string').sort();
    return days.length > 0 ? { ...each, done: days[0] } : each;
  });
}

const sortedKeys = (item: unknown): unknown => Object.entries(item as object).sort(([a], [b]) => compare(a, b));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
