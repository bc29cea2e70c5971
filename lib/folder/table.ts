import type { FolderState, Row } from './job';
import type { Brief } from './types';

export type SortKey = 'path' | 'title' | 'class' | 'measures' | 'named' | 'next';

export interface Sorting {
  readonly by: SortKey;
  readonly down: boolean;
}

/** Which rows: all, those that concern us at all, those that name us, plans with duties, those with errors. */
export type RowFilter = 'all' | 'ours' | 'named' | 'duties' | 'failed';

const CLASS = { 'task-policy': 0, policy: 1, other: 2 } as const;

/** The value a row is sorted by; null, at the end whichever way, where it has none. */
const sortValue: Readonly<Record<SortKey, (row: Row) => string | number | null>> = {
  path: ({ path }) => path,
  title: ({ brief }) => brief?.title ?? null,
  class: ({ brief }) => (brief ? CLASS[brief.class] : null),
  measures: ({ brief }) => brief?.measures ?? null,
  named: ({ brief }) => (brief ? brief.named * 1e6 + brief.collective * 1e3 + brief.possible : null),
  next: ({ brief }) => brief?.next ?? null,
};

/** Chinese by pinyin, numbers in names by value. One collator: making one costs more than a comparison. */
const collator = new Intl.Collator('zh', { numeric: true });

export function sortRows(rows: readonly Row[], { by, down }: Sorting): Row[] {
  const keyed = rows.map((row) => ({ row, value: sortValue[by](row) }));
  const sign = down ? -1 : 1;
  keyed.sort((a, b) => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null) || order(a, b);
    const one = typeof a.value === 'string' ? collator.compare(a.value, String(b.value)) : a.value - Number(b.value);
    return sign * one || order(a, b);
  });
  return keyed.map(({ row }) => row);
}

const order = (a: { readonly row: Row }, b: { readonly row: Row }): number => a.row.id - b.row.id;

const fits: Readonly<Record<RowFilter, (row: Row) => boolean>> = {
  all: () => true,
  ours: ({ brief }) => brief !== null && brief.named + brief.collective + brief.possible > 0,
  named: ({ brief }) => (brief?.named ?? 0) > 0,
  duties: ({ brief }) => brief?.class === 'task-policy',
  failed: ({ state }) => state === 'failed',
};

/** @param text Each of its words must stand in the path, the title, the number or the issuer. */
export function filterRows(rows: readonly Row[], filter: RowFilter, text: string): Row[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    if (!fits[filter](row)) return false;
    if (words.length === 0) return true;
    const { title, docNumber, issuer } = row.brief ?? {};
    const all = [row.path, title, docNumber, issuer].join('\n').toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

/** How many rows each filter lets through. */
export function countRows({ rows }: Pick<FolderState, 'rows'>): Readonly<Record<RowFilter, number>> {
  const counts = { all: 0, ours: 0, named: 0, duties: 0, failed: 0 };
  for (const row of rows) for (const key of Object.keys(fits) as RowFilter[]) if (fits[key](row)) counts[key] += 1;
  return counts;
}

/** For each row the path of an earlier one that holds the same document; null where it is the first. */
export function doublesOf(rows: readonly Row[]): ReadonlyMap<number, string> {
  const first = new Map<string, string>();
  const doubles = new Map<number, string>();
  for (const { id, path, brief } of rows) {
    if (!brief) continue;
    const earlier = first.get(brief.documentId);
    if (earlier === undefined) first.set(brief.documentId, path);
    else doubles.set(id, earlier);
  }
  return doubles;
}

/** Ids of the measures that were taken on, by the id of their document. */
export type TakenMeasures = ReadonlyMap<string, ReadonlySet<string>>;

/** How many of the measures of a file that name us were taken on. */
export function takenOf(brief: Brief | null, tasks: TakenMeasures): number {
  const there = brief && tasks.get(brief.documentId);
  return there ? brief.namedIds.filter((id) => there.has(id)).length : 0;
}

/**
 * What is to be taken on of which row: what names us and was not taken on yet, each measure of a document once, from the
 * file in which most was read. What is counted and what is taken on both come from here.
 */
export function wantedOf(rows: readonly Row[], tasks: TakenMeasures): ReadonlyMap<number, ReadonlySet<string>> {
  const best = rows.filter(({ brief }) => brief !== null && brief.namedIds.length > 0);
  best.sort((a, b) => (b.brief?.measures ?? 0) - (a.brief?.measures ?? 0) || a.id - b.id);
  const there = new Map<string, Set<string>>();
  const wanted = new Map<number, ReadonlySet<string>>();
  for (const { id, brief } of best) {
    if (!brief) continue;
    const known = there.get(brief.documentId) ?? new Set(tasks.get(brief.documentId));
    const fresh = brief.namedIds.filter((measure) => !known.has(measure));
    for (const measure of fresh) known.add(measure);
    there.set(brief.documentId, known);
    if (fresh.length > 0) wanted.set(id, new Set(fresh));
  }
  return wanted;
}

/** How much names us and was not taken on yet, in how many documents; and how much was. */
export function namedIn(
  rows: readonly Row[],
  tasks: TakenMeasures,
): { readonly measures: number; readonly documents: number; readonly taken: number } {
  const named = new Map<string, Set<string>>();
  for (const { brief } of rows) {
    if (!brief) continue;
    const all = named.get(brief.documentId) ?? new Set<string>();
    for (const id of brief.namedIds) all.add(id);
    named.set(brief.documentId, all);
  }
  const wanted = wantedOf(rows, tasks);
  const documents = new Set(rows.flatMap(({ id, brief }) => (brief && wanted.has(id) ? [brief.documentId] : [])));
  const measures = [...wanted.values()].reduce((sum, ids) => sum + ids.size, 0);
  const all = [...named.values()].reduce((sum, ids) => sum + ids.size, 0);
  return { measures, documents: documents.size, taken: all - measures };
}

/** Files with pages that could only be read from their pictures. */
export const scansIn = (rows: readonly Row[]): Row[] =>
  rows.filter(
    ({ error, brief }) => error?.code === 'no-text' || error?.code === 'unreadable-font' || brief?.scans !== undefined,
  );
