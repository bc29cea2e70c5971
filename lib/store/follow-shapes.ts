import * as v from 'valibot';
import { sourceKinds } from '../follow/types';
import { cleanTags, limits } from './limits';

/** Shapes of what is kept of following a task up; see `shapes.ts`, which takes them in. */
const text = (limit: number) => v.pipe(v.string(), v.maxLength(limit));
const name = text(limits.name);
const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(200));
const instant = v.pipe(v.string(), v.isoTimestamp());
const list = <Shape extends v.GenericSchema>(shape: Shape) => v.pipe(v.array(shape), v.maxLength(limits.followed));

/** A calendar date that exists: 2026-02-30 does not. */
export const date = v.pipe(
  v.string(),
  v.isoDate(),
  v.check((value) => new Date(`${value}T00:00:00Z`).toISOString().startsWith(value)),
);

/** Names of people and offices, cleaned as tags are. */
const names = v.pipe(
  v.array(v.string()),
  v.transform((all: string[]) => cleanTags(all)),
);

const entry = v.object({
  id,
  on: date,
  text: text(limits.note),
  percent: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
  problem: text(limits.note),
  next: text(limits.note),
  by: text(limits.fact),
  at: instant,
});

export const followFields = {
  leaders: v.optional(names),
  offices: v.optional(names),
  handlers: v.optional(names),
  word: v.nullish(name),
  progress: v.optional(list(entry)),
  doneOn: v.nullish(date),
  evidence: v.optional(list(text(limits.fact))),
  moves: v.optional(list(v.object({ on: date, from: date, to: v.nullable(date), reason: text(limits.note) }))),
  repeat: v.nullish(v.object({ text: text(limits.fact), until: v.nullable(date) })),
  deadlines: v.optional(list(v.object({ text: text(limits.fact), date: v.nullable(date), done: v.nullish(date) }))),
  rounds: v.optional(list(v.object({ due: v.nullable(date), done: date }))),
  steps: v.optional(list(v.object({ id, text: text(limits.title), done: v.boolean() }))),
  source: v.nullish(v.object({ kind: v.picklist(sourceKinds), name: text(limits.title), date: v.nullable(date) })),
  at: v.optional(v.record(text(40), instant)),
};

/** Fields that a record lacks where nothing was ever said: the null of a message means that again. */
export const absentFields: ReadonlySet<string> = new Set([
  'dueByDefault',
  'leaders',
  'offices',
  'handlers',
  'progress',
  'evidence',
  'moves',
  'deadlines',
  'takenFor',
  'rounds',
  'steps',
  'at',
]);
