import { StoreError } from './errors';
import { cleanTags } from './limits';

/** Of a record, what the one who changes it saw when the change was begun. */
export type Base<Patch> = Partial<Patch>;

/**
 * A record with a patch, compared with what the patch was made from: a field that is another by now was changed by somebody
 * else, and is not overwritten. Tags are merged, each by itself.
 *
 * @param base What of the fields was there when the change was begun; a field that is left out is not compared.
 * @throws StoreError `conflict` with the field and what stands in it.
 */
export function patched<Kept extends object, Patch extends object>(
  record: Kept,
  patch: Patch,
  base?: Base<Patch>,
): Kept {
  const next = { ...record, ...patch } as Record<string, unknown>;
  for (const [field, before] of Object.entries(base ?? {})) {
    const present = (record as Record<string, unknown>)[field];
    const wanted = (patch as Record<string, unknown>)[field];
    if (wanted === undefined || same(present ?? emptyAs(before), before) || same(present, wanted)) continue;
    if (field !== 'tags') throw new StoreError('conflict', `${field} was changed meanwhile`, { field, present });
    next.tags = mergedTags(before as string[], wanted as string[], present as string[]);
  }
  return next as Kept;
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

/** What somebody made of some tags, done to those that are there by now. */
function mergedTags(before: readonly string[], wanted: readonly string[], present: readonly string[]): string[] {
  const kept = present.filter((tag) => wanted.includes(tag) || !before.includes(tag));
  return cleanTags([...kept, ...wanted.filter((tag) => !before.includes(tag))]);
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
