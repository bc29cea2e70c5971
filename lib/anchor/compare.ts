import type { Assignment, Deadline, Measure, PolicyDocument, Role } from '../policy/types';
import { type Difference, differences } from './differences';
import { fold } from './normalise';
import { type Pair, pairMeasures, wordsOf } from './pairs';

export interface NamedUnit {
  readonly role: Role;
  readonly unit: string;
}

/** One thing that is different in the later version of a document. `before` and `after` are `Measure.id`s. */
export type Change =
  | { readonly kind: 'new'; readonly before: null; readonly after: string }
  | { readonly kind: 'gone'; readonly before: string; readonly after: null }
  | MeasureChange
  | {
      readonly kind: 'fact';
      readonly field: 'title' | 'docNumber' | 'date' | 'defaultDeadline';
      readonly from: string | null;
      readonly to: string | null;
    }
  | { readonly kind: 'heading'; readonly from: string; readonly to: string };

export type MeasureChange = { readonly before: string; readonly after: string } & (
  | { readonly kind: 'reworded'; readonly differences: readonly Difference[] }
  | { readonly kind: 'moved'; readonly from: readonly string[]; readonly to: readonly string[] }
  | { readonly kind: 'renumbered'; readonly from: string | null; readonly to: string | null }
  | { readonly kind: 'units'; readonly added: readonly NamedUnit[]; readonly removed: readonly NamedUnit[] }
  | { readonly kind: 'deadlines'; readonly added: readonly string[]; readonly removed: readonly string[] }
);

/**
 * What changed between two versions of a document: facts first, then headings, then measures in the order of the later
 * version, those that are gone where they stood. Layout, width and radicals are no change; a change of units or
 * deadlines alone is not reported as rewording too; what was only pushed on by a new measure has not moved.
 */
export function compare(before: PolicyDocument, after: PolicyDocument): Change[] {
  const pairs = pairMeasures(before.measures, after.measures);
  const headings = headingsOf(pairs);
  const displaced = displacedIn(pairs);
  const changes: Change[] = [...factChanges(before, after), ...headingChanges(headings)];

  const byAfter = new Map(pairs.map((pair) => [pair.after, pair]));
  const kept = new Set(pairs.map((pair) => pair.before));
  const goneAfter = new Map<Measure | null, Measure[]>();
  let last: Measure | null = null;
  for (const measure of before.measures) {
    if (kept.has(measure)) last = measure;
    else {
      const gone = goneAfter.get(last) ?? [];
      goneAfter.set(last, gone);
      gone.push(measure);
    }
  }
  const pushGone = (previous: Measure | null) => {
    for (const { id } of goneAfter.get(previous) ?? []) changes.push({ kind: 'gone', before: id, after: null });
  };

  pushGone(null);
  for (const measure of after.measures) {
    const pair = byAfter.get(measure);
    if (!pair) changes.push({ kind: 'new', before: null, after: measure.id });
    else {
      changes.push(...changesOf(pair, displaced.has(pair) || leftItsSection(pair, headings)));
      pushGone(pair.before);
    }
  }
  return changes;
}

function changesOf({ before, after }: Pair, moved: boolean): Change[] {
  const ids = { before: before.id, after: after.id };
  const changes: Change[] = [];
  if (bareWords(before) !== bareWords(after))
    changes.push({ kind: 'reworded', ...ids, differences: differences(printed(before), printed(after)) });
  if (moved) changes.push({ kind: 'moved', ...ids, from: before.path, to: after.path });
  if (label(before) !== label(after))
    changes.push({ kind: 'renumbered', ...ids, from: before.number, to: after.number });
  const units = setChange(before.assignments, after.assignments, ({ role, unit }) => `${role} ${fold(unit)}`);
  if (units) {
    const named = ({ role, unit }: Assignment) => ({ role, unit });
    changes.push({ kind: 'units', ...ids, added: units.added.map(named), removed: units.removed.map(named) });
  }
  const own = ({ deadlines }: Measure) => deadlines.filter(({ isDefault }) => !isDefault);
  const times = setChange(own(before), own(after), ({ text, date }) => `${date} ${fold(text)}`);
  if (times) {
    const words = ({ text }: Deadline) => text;
    changes.push({ kind: 'deadlines', ...ids, added: times.added.map(words), removed: times.removed.map(words) });
  }
  return changes;
}

function setChange<T>(before: readonly T[], after: readonly T[], key: (value: T) => string) {
  const [old, now] = [new Set(before.map(key)), new Set(after.map(key))];
  const added = after.filter((value) => !old.has(key(value)));
  const removed = before.filter((value) => !now.has(key(value)));
  return added.length + removed.length > 0 ? { added, removed } : null;
}

/** The words without what is compared on its own: deadlines, and units named in running prose. */
function bareWords(measure: Measure): string {
  const apart = [
    ...measure.deadlines.map(({ text }) => text),
    ...measure.assignments.filter(({ form }) => form === 'prose').map(({ unit }) => unit),
  ];
  return apart.map(fold).reduce((words, part) => (part ? words.replaceAll(part, '\n') : words), wordsOf(measure));
}

function printed({ title, text }: Measure): string {
  return title ? `${title}。${text}` : text;
}

function label({ number, part }: Measure): string {
  return fold(`${number ?? ''}/${part ?? ''}`);
}

/** A path without the numbers of its headings, which change when a section is put in before. */
function pathKey(path: readonly string[]): string {
  return path
    .map((heading) => fold(heading).replace(/^第?[(]?[一二三四五六七八九十百\d]{1,4}[)]?[章节条部分、,.]{0,2}/, ''))
    .join('\n');
}

type Headings = Map<string, { from: readonly string[]; to: readonly string[] }>;

/** What each section of the earlier version is called in the later: under its own name if it is there, else where most of its measures stand. */
function headingsOf(pairs: readonly Pair[]): Headings {
  const votes = new Map<string, Map<string, number>>();
  const paths = new Map<string, readonly string[]>();
  const [old, now] = [new Set<string>(), new Set<string>()];
  for (const { before, after } of pairs) {
    const [from, to] = [pathKey(before.path), pathKey(after.path)];
    old.add(from);
    now.add(to);
    paths.set(`0${from}`, before.path).set(`1${to}`, after.path);
    const counts = votes.get(from) ?? new Map<string, number>();
    votes.set(from, counts.set(to, (counts.get(to) ?? 0) + 1));
  }
  const headings: Headings = new Map();
  for (const [from, counts] of votes) {
    let to = from;
    // A section that both versions have was not given another's name.
    if (!now.has(from))
      for (const [name, count] of counts) if (!old.has(name) && count > (counts.get(to) ?? 0)) to = name;
    headings.set(from, { from: paths.get(`0${from}`)!, to: paths.get(`1${to}`) ?? paths.get(`0${from}`)! });
  }
  return headings;
}

/** Each heading that reads differently once, though many sections stand under it. */
function* headingChanges(headings: Headings): Generator<Change> {
  const seen = new Set<string>();
  for (const { from, to } of headings.values())
    for (let level = 0; level < Math.max(from.length, to.length); level++) {
      const [old, now] = [from[level] ?? '', to[level] ?? ''];
      if (pathKey([old]) === pathKey([now]) || seen.has(`${old}\n${now}`)) continue;
      seen.add(`${old}\n${now}`);
      yield { kind: 'heading', from: old, to: now };
    }
}

function leftItsSection({ before, after }: Pair, headings: Headings): boolean {
  return pathKey(headings.get(pathKey(before.path))!.to) !== pathKey(after.path);
}

/** The fewest pairs without which the others are in the same order: all but a longest increasing run. */
function displacedIn(pairs: readonly Pair[]): Set<Pair> {
  const ends: number[] = [];
  const previous: number[] = [];
  pairs.forEach((pair, i) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (pairs[ends[middle]!]!.before.index < pair.before.index) low = middle + 1;
      else high = middle;
    }
    previous[i] = low > 0 ? ends[low - 1]! : -1;
    ends[low] = i;
  });
  const displaced = new Set(pairs);
  for (let i = ends.at(-1) ?? -1; i >= 0; i = previous[i]!) displaced.delete(pairs[i]!);
  return displaced;
}

function* factChanges(before: PolicyDocument, after: PolicyDocument): Generator<Change> {
  const facts = ({ title, docNumber, date, defaultDeadline }: PolicyDocument) => ({
    title,
    docNumber,
    date,
    defaultDeadline: defaultDeadline?.text ?? null,
  });
  const [old, now] = [facts(before), facts(after)];
  for (const field of ['title', 'docNumber', 'date', 'defaultDeadline'] as const)
    if (fold(old[field] ?? '') !== fold(now[field] ?? ''))
      yield { kind: 'fact', field, from: old[field], to: now[field] };
}
