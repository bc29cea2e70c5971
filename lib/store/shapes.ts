import * as v from 'valibot';
import { StoreError } from './errors';
import { date, followFields } from './follow-shapes';
import { cleanTags, limits } from './limits';
import { byHand } from './types';

/**
 * The shapes of what comes into the store, from messages and from backup files, checked before anything is written.
 * Fields that are not named are left out. What a reader typed is held to `limits`; what was printed, too, but wider.
 */
const text = (limit: number) => v.pipe(v.string(), v.maxLength(limit));
const fact = text(limits.fact);
const facts = v.pipe(v.array(fact), v.maxLength(limits.facts));
const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(200));
/** Of a document: none bears the name under which tasks of no document stand, or a page that said it did would have them. */
const ofDocument = v.pipe(id, v.notValue(byHand));
const count = v.pipe(v.number(), v.finite());
const span = v.object({ start: count, end: count });
const instant = v.pipe(v.string(), v.isoTimestamp());

const tags = v.pipe(
  v.array(v.string()),
  v.transform((list: string[]) => cleanTags(list)),
);
const role = v.nullable(v.picklist(['lead', 'participant', 'responsible']));

const selectors = v.pipe(
  v.array(
    v.variant('type', [
      v.object({
        type: v.literal('TextQuoteSelector'),
        exact: text(limits.passage),
        prefix: fact,
        suffix: fact,
        rival: v.optional(count),
        landmark: v.optional(v.object({ text: fact, distance: count })),
      }),
      v.object({ type: v.literal('TextPositionSelector'), start: count, end: count }),
      v.object({
        type: v.literal('DutymarkStructuralSelector'),
        docNumber: v.nullable(fact),
        path: facts,
        number: v.nullable(fact),
        part: v.nullable(count),
        offset: count,
      }),
    ]),
  ),
  v.maxLength(20),
);

const resolution = v.nullable(
  v.object({
    method: v.picklist(['exact', 'structural', 'fuzzy', 'review', 'orphan']),
    span: v.nullable(span),
    score: count,
    letGo: v.optional(v.boolean()),
  }),
);

const word = v.string();
/** What pages, comparisons and duties go through without a look. What is not so shaped is passed over: the next reading says it anew. */
const measure = v.looseObject({
  id: word,
  title: v.fallback(v.nullish(word), null),
  text: v.fallback(word, ''),
  path: v.fallback(v.array(word), []),
  assignments: v.fallback(v.array(v.looseObject({ unit: word, role, resolved: v.nullish(word) })), []),
  deadlines: v.fallback(v.array(v.looseObject({ text: word, date: v.nullish(word) })), []),
});

/** Only as deep as somebody relies on: the engine made it, and only the engine reads it. */
const policy = v.looseObject({
  class: v.picklist(['task-policy', 'policy', 'other']),
  title: v.nullable(fact),
  docNumber: v.nullable(fact),
  issuer: v.nullable(fact),
  date: v.nullable(fact),
  region: v.nullable(fact),
  begins: v.nullish(fact),
  attachmentTitle: v.fallback(v.nullish(word), null),
  addressees: v.fallback(v.array(word), []),
  measures: v.array(measure),
});

export const seenDocument = v.object({ id: ofDocument, url: fact, fingerprint: id, policy });

const taskFields = {
  title: text(limits.title),
  status: v.picklist(['open', 'doing', 'done', 'dropped']),
  tags,
  note: text(limits.note),
  dueDate: v.nullable(date),
  dueByDefault: v.optional(v.boolean()),
  role,
  certainty: v.nullable(v.picklist(['named', 'collective', 'possible'])),
  takenFor: v.optional(v.pipe(v.array(fact), v.maxLength(limits.tags))),
  excerpt: text(limits.passage),
  selectors,
  resolution: v.optional(resolution),
  ...followFields,
};

export const newTask = v.object({
  documentId: id,
  origin: v.picklist(['measure', 'selection', 'hand']),
  measureId: v.nullable(fact),
  path: facts,
  number: v.nullable(fact),
  url: fact,
  lead: facts,
  participants: facts,
  responsible: facts,
  deadlineText: v.nullable(fact),
  recurrenceText: v.nullable(fact),
  ...taskFields,
});

/** A task by hand as it is typed. */
export const newHandTask = v.object({
  title: taskFields.title,
  dueDate: taskFields.dueDate,
  note: taskFields.note,
  tags,
  ...followFields,
});
export const day = date;

export const taskPatch = v.partial(v.object(taskFields));

const annotationFields = {
  quote: text(limits.passage),
  selectors,
  note: text(limits.note),
  tags,
  colour: v.pipe(v.string(), v.regex(/^[a-z]{1,20}$/)),
  resolution,
};

export const newAnnotation = v.object({
  documentId: id,
  path: facts,
  number: v.nullable(fact),
  url: fact,
  ...annotationFields,
});

export const annotationPatch = v.partial(v.object(annotationFields));

/** An edit of many: fields to set, tags to add and to take away. */
const bulkOf = <Entries extends v.ObjectEntries>(fields: Entries) =>
  v.object({
    set: v.optional(v.partial(v.object(fields))),
    addTags: v.optional(tags),
    removeTags: v.optional(tags),
    base: v.optional(v.partial(v.object(fields))),
  });
const { tags: _taskTags, ...taskSet } = taskFields;
const { tags: _noteTags, ...noteSet } = annotationFields;
export const bulkTasks = bulkOf(taskSet);
export const bulkAnnotations = bulkOf(noteSet);
export const oneTaskEdit = v.object({ id, edit: bulkTasks });

/** What an edit of many has changed. The values are those that the store itself handed out, and are checked as they go back. */
const receiptOf = <Entries extends v.ObjectEntries>(fields: Entries) => {
  const value = (field: string, of: unknown) =>
    v.safeParse(v.partial(v.object(fields)), { [field]: of ?? undefined }).success;
  return v.object({
    changed: count,
    changes: v.pipe(
      v.array(
        v.object({
          id,
          fields: v.array(
            v.pipe(
              v.object({ field: v.picklist(Object.keys(fields)), before: v.unknown(), after: v.unknown() }),
              v.check(({ field, before, after }) => value(field, before) && value(field, after)),
            ),
          ),
          added: tags,
          removed: tags,
        }),
      ),
      v.maxLength(limits.named),
    ),
  });
};
export const taskReceipt = receiptOf(taskSet);
export const annotationReceipt = receiptOf(noteSet);

/** A key that a caller made. */
export const key = v.pipe(v.string(), v.regex(/^[\w-]{8,100}$/));
export const tableName = v.picklist(['documents', 'tasks', 'annotations']);
export const trashTable = v.picklist(['tasks', 'annotations']);
export const partNumber = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));

const kept = { id, created: instant, updated: instant };

export const taskRecord = v.object({ ...newTask.entries, ...kept });
export const annotationRecord = v.object({ ...newAnnotation.entries, ...kept });
export const documentRecord = v.object({
  id: ofDocument,
  title: v.nullable(fact),
  docNumber: v.nullable(fact),
  issuer: v.nullable(fact),
  date: v.nullable(fact),
  region: v.nullable(fact),
  urls: v.pipe(v.array(fact), v.maxLength(limits.urls)),
  fingerprint: id,
  turnedAt: v.optional(fact),
  superseded: v.optional(v.pipe(v.array(id), v.maxLength(limits.versions))),
  policy,
  firstSeen: instant,
  lastSeen: instant,
});

export const baseline = v.object({ id: ofDocument, policy, fingerprint: id, lastSeen: instant });

/** What `noteResolutions` takes. */
export const resolutions = v.record(id, v.nonNullable(resolution));

/** Ids of a call. */
export const ids = v.pipe(v.array(id), v.maxLength(limits.named));
export const most = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)));

/**
 * The value, if it has the shape.
 *
 * @throws StoreError `too-long`, `too-many` or `invalid`; `detail.field` is the outermost field that is wrong.
 */
export function checked<Shape extends v.GenericSchema>(shape: Shape, value: unknown): v.InferOutput<Shape> {
  const result = v.safeParse(shape, value, { abortEarly: true });
  if (result.success) return result.output;
  const issue = result.issues[0];
  const field = issue.path?.map((item) => String(item.key)).find((key) => Number.isNaN(Number(key))) ?? '';
  if (issue.type !== 'max_length') throw new StoreError('invalid', issue.message, { field });
  const { length } = issue.input as { length: number };
  throw new StoreError(typeof issue.input === 'string' ? 'too-long' : 'too-many', issue.message, {
    field,
    limit: Number(issue.requirement),
    actual: length,
  });
}

/** A list of values of one shape, at most `limits.batch`. @throws As `checked`. */
export function checkedList<Shape extends v.GenericSchema>(shape: Shape, values: unknown): v.InferOutput<Shape>[] {
  const list = checked(v.pipe(v.array(v.unknown()), v.maxLength(limits.batch)), values);
  return list.map((value) => checked(shape, value));
}
