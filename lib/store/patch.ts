import { StoreError } from './errors';
import { cleanTags } from './limits';

/** Of a record, what the one who changes it saw when the change was begun. */
export type Base<Patch> = Partial<Patch>;

/**
 * A patch as it is to be set, compared with what it was made from: a field that is another by now was changed by somebody
 * else, and is not overwritten. Lists are merged entry by entry: what each has added is there, and what each took away is not.
 *
 * @param base What of the fields was there when the change was begun; a field that is left out is not compared.
 * @throws StoreError `conflict` with the field and what stands in it.
 */
export function mergedPatch<Patch extends object>(record: object, patch: Patch, base?: Base<Patch>): Patch {
  const next = { ...patch } as Record<string, unknown>;
  for (const [field, before] of Object.entries(base ?? {})) {
    const present = (record as Record<string, unknown>)[field] ?? emptyAs(before);
    const wanted = next[field];
    if (wanted === undefined || same(present, before) || same(present, wanted)) continue;
    const merged = mergedLists(field, before, wanted, present);
    if (!merged) throw new StoreError('conflict', `${field} was changed meanwhile`, { field, present });
    next[field] = merged;
  }
  return next as Patch;
}

/** What of a record a patch was made from, where the record is what the reader saw: a list that it lacked was empty. */
export const baseOf = <Patch extends object>(record: object, patch: Patch): Base<Patch> =>
  Object.fromEntries(
    Object.entries(patch).flatMap(([field, wanted]) => {
      const present = (record as Record<string, unknown>)[field] ?? emptyAs(wanted);
      return field in record || Array.isArray(wanted) ? [[field, present]] : [];
    }),
  ) as unknown as Base<Patch>;

/** What a field that a record lacks stands for, beside a value of its kind. */
const emptyAs = (like: unknown): unknown => (Array.isArray(like) ? [] : null);

type Names = readonly string[];
type Entries = readonly { readonly id: string }[];

/** Lists of names, of which each counts by itself, and of entries with an id. */
const named: ReadonlySet<string> = new Set(['tags', 'leaders', 'offices', 'handlers', 'evidence']);
const identified: ReadonlySet<string> = new Set(['progress', 'steps']);

/** What somebody made of a list, done to the one that is there by now; null where that cannot be. */
function mergedLists(field: string, before: unknown, wanted: unknown, present: unknown): unknown[] | null {
  if (![before, wanted, present].every(Array.isArray)) return null;
  if (named.has(field)) return mergedNames(field, before as Names, wanted as Names, present as Names);
  return identified.has(field) ? mergedEntries(before as Entries, wanted as Entries, present as Entries) : null;
}

function mergedNames(field: string, before: Names, wanted: Names, present: Names): string[] {
  const kept = present.filter((name) => wanted.includes(name) || !before.includes(name));
  const all = [...new Set([...kept, ...wanted.filter((name) => !before.includes(name))])];
  return field === 'evidence' ? all : cleanTags(all);
}

/** null where both have changed the same entry, or one has changed what the other took away. */
function mergedEntries(before: Entries, wanted: Entries, present: Entries): unknown[] | null {
  const [was, mine, theirs] = [before, wanted, present].map((list) => new Map(list.map((entry) => [entry.id, entry])));
  const disputed = [...was!].some(([id, entry]) => {
    const [one, other] = [mine!.get(id), theirs!.get(id)];
    return !same(one, entry) && !same(other, entry) && !same(one, other);
  });
  if (disputed) return null;
  const kept = present.flatMap((entry) => {
    const [old, own] = [was!.get(entry.id), mine!.get(entry.id)];
    if (!old) return [own ?? entry];
    return own ? [same(own, old) ? entry : own] : [];
  });
  return [...kept, ...wanted.filter(({ id }) => !was!.has(id) && !theirs!.has(id))];
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
