import type { Resolution } from '../anchor/types';
import type { Database } from './database';
import type { AnnotationRecord, TaskRecord } from './types';

/** Keeps with annotations and tasks how they were found; ids without a record are passed over. @returns The changed. */
export async function noteFound(
  { annotations, tasks }: Database,
  found: Readonly<Record<string, Resolution>>,
): Promise<(AnnotationRecord | TaskRecord)[]> {
  const ids = Object.keys(found);
  const noted = <Kept extends { readonly id: string }>(records: readonly (Kept | undefined)[]) =>
    records.flatMap((record) => (record ? [{ ...record, resolution: found[record.id] ?? null }] : []));
  const notes = noted<AnnotationRecord>(await annotations.bulkGet(ids));
  const duties = noted<TaskRecord>(await tasks.bulkGet(ids));
  await annotations.bulkPut(notes);
  await tasks.bulkPut(duties);
  return [...notes, ...duties];
}
