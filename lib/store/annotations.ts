import { stampAfter } from './clock';
import type { Database } from './database';
import { type Base, mergedPatch } from './patch';
import type { AnnotationPatch, NewAnnotation } from './port';
import { asLastKnown, ownRows, patchInTrash, putIn, untouchedOf } from './trash';
import type { AnnotationRecord } from './types';

/**
 * @param id A record with this id means that the same call has run before: it is returned as it is.
 * @returns The annotation that was there, under its own id, where it already says all that the new one would.
 */
export async function addOnce(
  database: Database,
  annotation: NewAnnotation,
  id: string,
  now: Date,
): Promise<AnnotationRecord> {
  const there = await database.annotations.get(id);
  if (there) return there;
  const same = await database.annotations.where('documentId').equals(annotation.documentId).toArray();
  const twin = same.find((known) => says(known, annotation));
  if (twin) return twin;
  const instant = now.toISOString();
  const record = { ...annotation, id, created: instant, updated: instant };
  await database.annotations.add(record);
  return record;
}

/** The same words at the same place in the same colour, with no word or tag that is not there already. */
function says(known: AnnotationRecord, { quote, selectors, colour, note, tags }: NewAnnotation): boolean {
  if (known.quote !== quote || known.colour !== colour) return false;
  if (note !== '' && note !== known.note) return false;
  return tags.every((tag) => known.tags.includes(tag)) && JSON.stringify(known.selectors) === JSON.stringify(selectors);
}

/** Changes the annotations that are there; ids without a record are passed over. @param base As in `mergedPatch`. */
export async function patchAnnotations(
  database: Database,
  ids: readonly string[],
  patch: AnnotationPatch,
  now: Date,
  base?: Base<AnnotationPatch>,
): Promise<AnnotationRecord[]> {
  const known = await existing(database, ids);
  // How an annotation was found again is the program's knowledge, not the reader's work: its date stays.
  const own = Object.keys(patch).some((field) => field !== 'resolution');
  const change = (annotation: AnnotationRecord): AnnotationRecord => ({
    ...annotation,
    ...mergedPatch(annotation, patch, base),
    ...(own && { updated: stampAfter(annotation.updated, now) }),
  });
  const changed = known.map(change);
  const there = new Set(known.map(({ id }) => id));
  const missing = ids.filter((id) => !there.has(id));
  if (missing.length > 0) await patchInTrash(database, missing, change);
  await database.annotations.bulkPut(changed);
  return changed;
}

/** Puts what was deleted into the trash. @param untouched, @returns as of tasks (`takeAway`). */
export async function removeThese(
  database: Database,
  ids: readonly string[],
  now: Date,
  untouched = false,
): Promise<AnnotationRecord[]> {
  const known = untouchedOf(await existing(database, ids), untouched);
  await putIn(database, 'annotations', known, now);
  return known;
}

/** Puts back what is not there again. @returns What was put back. */
export async function putBackThese(
  database: Database,
  records: readonly AnnotationRecord[],
): Promise<AnnotationRecord[]> {
  const ids = records.map(({ id }) => id);
  const [there, rows] = [await database.annotations.bulkGet(ids), await database.trash.bulkGet(ids)];
  const missing = asLastKnown(records, rows).filter((_, at) => there[at] === undefined);
  await database.annotations.bulkPut(missing);
  await database.trash.bulkDelete(ownRows(missing, rows));
  return missing;
}

async function existing(database: Database, ids: readonly string[]): Promise<AnnotationRecord[]> {
  const records = await database.annotations.bulkGet([...new Set(ids)]);
  return records.filter((record) => record !== undefined);
}
