import { stampsOf } from '../../../follow/stamps';
import type { StatusWord } from '../../../follow/status-words';
import type { Round } from '../../../follow/types';
import { statusWord } from '../../words';
import {
  columnOfField,
  type Editable,
  type EditableField,
  editableFields,
  entryFields,
  fieldOf,
  shown,
  toldFields,
} from '../fields';
import { hash, readStamp } from '../stamp';
import type { LedgerRow, LedgerTask } from '../types';
import { clean } from '../unfit';
import { type FixedDifference, fixedDifferences } from './fixed';
import type { GridCell, Place } from './grid';
import { passedRound, periodFields } from './period';
import { type CellProblem, readField } from './read-field';
import type { Returned, ReturnedRow } from './returned';

/** One field that came back other than it is here. */
export interface FieldChange<Field extends EditableField = EditableField> {
  readonly field: Field;
  readonly before: Editable[Field];
  readonly after: Editable[Field];
}

export interface RowChange {
  readonly id: string;
  readonly place: Place;
  readonly changes: readonly FieldChange[];
}

/**
 * A field that cannot be taken over without a decision.
 *
 * - both: it was changed here and in the file, since the file was written.
 * - twice: several rows carry this task's id and do not agree.
 * - passed: progress of a period of a recurring duty that is over here.
 */
export interface Conflict {
  readonly id: string;
  readonly field: EditableField;
  readonly why: 'both' | 'twice' | 'passed';
  readonly here: Editable[EditableField];
  readonly there: readonly { readonly place: Place; readonly value: Editable[EditableField] }[];
}

/** A cell that says nothing that its field could hold. */
export interface Problem {
  readonly id: string | null;
  readonly place: Place;
  readonly field: EditableField;
  readonly text: string;
  readonly why: CellProblem;
}

/** A row of a task that is not here: a colleague's own, or one that was removed here. */
export interface AddedRow {
  /** As the file has it; null where it has none. */
  readonly id: string | null;
  readonly place: Place;
  readonly values: Partial<Editable>;
  /** All its cells by the keys of their columns: the facts beside the fields. */
  readonly cells: ReadonlyMap<string, GridCell>;
}

/** A row that says how a period of a recurring duty stands which is over here: that is not taken over. */
export interface PassedRow {
  readonly id: string;
  readonly place: Place;
  readonly round: Round;
}

/** What is known here of a file beside its rows. */
export interface Reader {
  /** Status words of the office's own. */
  readonly own?: readonly StatusWord[] | undefined;
  /** When the file was written, an ISO instant; null or absent where nobody knows. */
  readonly written?: string | null | undefined;
}

/** What a ledger that came back would change. Nothing here is ever applied without a look. */
export interface LedgerDiff {
  readonly changed: readonly RowChange[];
  readonly added: readonly AddedRow[];
  /** Ids of tasks that were sent and did not come back. */
  readonly removed: readonly string[];
  readonly conflicts: readonly Conflict[];
  readonly problems: readonly Problem[];
  /** Facts of the document that differ in the file: shown, never taken over. */
  readonly fixed: readonly FixedDifference[];
  readonly passed: readonly PassedRow[];
  /** Tasks whose row came back as it is here. */
  readonly unchanged: number;
}

/**
 * Compares a ledger that came back with the tasks that are here, by 任务ID, field by field. A column that is gone changes
 * nothing. Where the row says what it was when it was written (版本), a field that only we have changed since stays ours,
 * and one that both sides changed is a conflict. Where it does not (a CSV), whatever differs is a change, but a field that
 * was set here since the file was written, or at an hour of which nobody knows on which side of that it lies, is a conflict.
 * A row of a period that is over by now (每月5日前, done meanwhile) says nothing of how the next one stands.
 *
 * @param rows the tasks as they are here
 * @param sent ids of the tasks that the file was written of; absent: all of `rows`
 */
export function diffLedger(
  rows: readonly LedgerRow[],
  returned: Returned,
  sent?: readonly string[],
  reader: Reader = {},
): LedgerDiff {
  const here = new Map(rows.map((row) => [row.task.id, row]));
  const back = new Map<string, ReturnedRow[]>();
  const added: AddedRow[] = [];
  const problems: Problem[] = [];
  for (const row of returned.rows) {
    if (row.id === null || !here.has(row.id)) added.push(addedRow(row, problems, reader.own));
    else {
      const copies = back.get(row.id);
      if (copies) copies.push(row);
      else back.set(row.id, [row]);
    }
  }
  const changed: RowChange[] = [];
  const conflicts: Conflict[] = [];
  const fixed: FixedDifference[] = [];
  const passed: PassedRow[] = [];
  let unchanged = 0;
  for (const [id, copies] of back) {
    const mine = here.get(id)!;
    const outcome = compare(mine, copies, problems, reader);
    if (outcome.changes.length > 0) changed.push({ id, place: copies[0]!.place, changes: outcome.changes });
    else if (outcome.conflicts.length === 0) unchanged++;
    // One by one: a row may come back more often than a call takes arguments.
    for (const conflict of outcome.conflicts) conflicts.push(conflict);
    for (const round of outcome.passed) passed.push(round);
    for (const copy of copies) for (const difference of fixedDifferences(mine, copy)) fixed.push(difference);
  }
  const expected = sent ?? [...here.keys()];
  const removed = expected.filter((id) => here.has(id) && !back.has(id));
  return { changed, added, removed, conflicts, problems, fixed, passed, unchanged };
}

function addedRow({ id, place, cells }: ReturnedRow, problems: Problem[], own: Reader['own']): AddedRow {
  const values: Partial<Record<EditableField, unknown>> = {};
  for (const field of editableFields) {
    const cell = cells.get(columnOfField[field]);
    // A row that somebody added says nothing where it stands empty.
    if (!cell || cell.text.trim() === '') continue;
    const read = readField(field, cell, own);
    if ('value' in read) values[field] = read.value;
    else problems.push({ id, place, field, text: cell.text, why: read.problem });
  }
  return { id, place, values: values as Partial<Editable>, cells };
}

interface Outcome {
  readonly changes: FieldChange[];
  readonly conflicts: Conflict[];
  readonly passed: PassedRow[];
}

function compare(mine: LedgerRow, copies: readonly ReturnedRow[], problems: Problem[], reader: Reader): Outcome {
  const { id } = mine.task;
  const outcome: Outcome = { changes: [], conflicts: [], passed: [] };
  const over = new Map(copies.map((copy) => [copy, passedRound(mine.task, copy)]));
  const told = new Set<ReturnedRow>();
  const set = stampsOf(mine.task);
  for (const field of editableFields) {
    const here = fieldOf(mine.task, field);
    const verdicts = copies.flatMap((copy) => {
      const setSince = toldFields.has(field) ? false : isSince(set[field], reader.written);
      const verdict = judge({ field, here, setSince }, copy, reader.own);
      if (verdict && 'problem' in verdict) problems.push(verdict.problem);
      if (!verdict || !('kind' in verdict)) return [];
      const round = over.get(copy);
      if (!round || verdict.kind === 'same') return [{ ...verdict, place: copy.place }];
      if (!periodFields.has(field)) return [{ ...ofPassed(mine.task, field, verdict), place: copy.place }];
      if (!agrees(round, field, verdict.value)) told.add(copy);
      return [{ kind: 'same' as const, value: here, place: copy.place }];
    });
    const other = verdicts.filter(({ kind }) => kind !== 'same');
    if (other.length === 0) continue;
    // A row that nobody touched says nothing against another of the same task: shared tasks stand on several sheets.
    const spoken = verdicts.filter(({ untouched }) => !untouched);
    const agreed =
      new Set(spoken.map(({ kind, value }) => (kind === 'same' ? '' : `=${shown(field, value)}`))).size === 1;
    const [first] = other as [(typeof other)[number]];
    if (agreed && first.kind === 'changed') outcome.changes.push({ field, before: here, after: first.value });
    else {
      const there = other.map(({ place, value }) => ({ place, value }));
      const why = !agreed ? 'twice' : first.kind === 'passed' ? 'passed' : 'both';
      outcome.conflicts.push({ id, field, why, here, there });
    }
  }
  for (const copy of told) outcome.passed.push({ id, place: copy.place, round: over.get(copy)! });
  return outcome;
}

/** Whether what a row says of a period that is over is what became of it. */
function agrees({ due, done }: Round, field: EditableField, value: Editable[EditableField]): boolean {
  switch (field) {
    case 'status':
      return value === 'done';
    case 'word':
      return value === statusWord.done;
    case 'dueDate':
      return value === due;
    default:
      return value === done;
  }
}

type Judged = Extract<Verdict<Editable[EditableField]>, { kind: unknown }>;

/** Progress that was told of a period that is over: known by now, or to be looked at. Other fields are of no period. */
function ofPassed(task: LedgerTask, field: EditableField, verdict: Judged): Judged {
  const part = entryFields[field as keyof typeof entryFields];
  if (!part) return verdict;
  const known = task.progress?.some((entry) => entry[part] === verdict.value);
  return { kind: known ? 'same' : 'passed', value: verdict.value };
}

type Verdict<Value> =
  | { readonly kind: 'changed' | 'both' | 'passed'; readonly value: Value; readonly untouched?: undefined }
  /** untouched: the file says that its cell is as it was sent. */
  | { readonly kind: 'same'; readonly value: Value; readonly untouched?: boolean }
  | { readonly problem: Problem }
  /** The column is gone. */
  | null;

/** Whether a field was set after a file was written; where nobody knows when that was, any setting may have been after it. */
const isSince = (set: string | undefined, written: string | null | undefined): boolean =>
  set !== undefined && !(written && set <= written);

interface Mine<Field extends EditableField> {
  readonly field: Field;
  readonly here: Editable[Field];
  readonly setSince: boolean;
}

/** What one cell says of a field, against what it is here and what it was when it was written. */
function judge<Field extends EditableField>(
  { field, here, setSince }: Mine<Field>,
  { id, place, stamp, cells }: ReturnedRow,
  own: Reader['own'],
): Verdict<Editable[Field]> {
  const cell = cells.get(columnOfField[field]);
  if (!cell) return null;
  const ours = shown(field, here);
  // Progress that is taken out of a cell was told all the same.
  const silent = toldFields.has(field) && cell.text.trim() === '';
  const before = stamp === null ? undefined : readStamp(stamp)?.[field];
  if (silent || clean(cell.text) === ours)
    return { kind: 'same', value: here, untouched: before !== undefined && (silent || before === hash(ours)) };
  const read = readField(field, cell, own);
  if ('problem' in read) return { problem: { id, place, field, text: cell.text, why: read.problem } };
  const theirs = shown(field, read.value);
  if (theirs === ours) return { kind: 'same', value: here, untouched: before === hash(ours) };
  if (!before) return { kind: setSince ? 'both' : 'changed', value: read.value };
  if (before === hash(ours)) return { kind: 'changed', value: read.value };
  // Not touched in the file: the change is ours, and newer.
  const untouched = before === hash(theirs) || before === hash(clean(cell.text));
  return untouched ? { kind: 'same', value: here, untouched } : { kind: 'both', value: read.value };
}
