import { isCollective, isOrgan } from '../names/organ';
import { resolvedNames } from '../names/resolve';
import type { Strand } from '../text/strand';
import { PieceBuilder } from './builder';
import type { Piece } from './drafts';
import type { Grammar } from './grammar';
import type { Cell } from './grid';
import { deadlineAt, fieldRecurrencesAt, fieldTimes, recurrenceAt } from './item-times';
import { readFields } from './labelled-fields';
import { wordsOf } from './listed-lines';
import type { DateContext } from './time/calendar';
import { deadlinesIn } from './time/deadlines';
import { recurrencesIn } from './time/recurrences';
import type { Assignment, Deadline, Recurrence, Role, Unread } from './types';

const empty = /^[/／\\—–\-无*、\s]*$/;

/** What looked like a division of work in a table and could not be read; its measure is not known yet. */
export type UnreadCell = Omit<Unread, 'measure'>;

/** What cells are read with: the document's dates and its words. */
export interface CellContext {
  readonly dates: DateContext;
  readonly grammar: Grammar;
}

/** What a role cell says: who, by when (县司法局（6月底前完成）), and what could not be read. */
export interface RoleCell {
  readonly assignments: readonly Assignment[];
  readonly deadlines: readonly Deadline[];
  readonly recurrences?: readonly Recurrence[];
  readonly unread: readonly UnreadCell[];
}

/** 市财政局/市审计局 under 牵头/配合单位: where the one stroke stands; -1 where there is none or more. */
function betweenTwo(text: string): number {
  const first = text.search(/[/／]/);
  return first > 1 && !/[/／]/.test(text.slice(first + 1)) && first < text.length - 2 ? first : -1;
}

/** A role cell: a list, fields with labels, or clauses with role words. */
export function roleCell(
  cell: Cell,
  { role, persons, pair }: { readonly role: Role; readonly persons: boolean; readonly pair?: boolean },
  certainty: number,
  { dates, grammar }: CellContext,
): RoleCell {
  const strand = wordsOf(cell);
  const whole = { strand, start: 0, end: strand.length };
  if (empty.test(strand.text)) return { assignments: [], deadlines: [], unread: [] };
  const fields = new PieceBuilder('table', grammar);
  fields.given = { role, certainty };
  let said: Pick<Piece, 'drafts' | 'times' | 'unread'> | null = readFields(whole, whole, fields);
  if (!said?.drafts.length) {
    const builder = new PieceBuilder('table', grammar);
    builder.persons = persons;
    const stroke = pair ? betweenTwo(strand.text) : -1;
    if (stroke < 0) builder.addValue(whole, { role, certainty });
    else {
      builder.addValue({ strand, start: 0, end: stroke }, { role: 'lead', certainty });
      builder.addValue({ strand, start: stroke + 1, end: strand.length }, { role: 'participant', certainty });
    }
    said = builder;
  }
  const { drafts } = said;
  const resolved = resolvedNames(drafts, strand.text);
  return {
    assignments: drafts.map((d, k) => ({
      role: d.role,
      unit: d.name,
      span: strand.span(d.start, d.end),
      resolved: resolved[k] ?? null,
      collective: isCollective(d.name),
      form: 'table',
      certainty: Math.min(certainty, d.certainty),
      openList: d.open,
    })),
    deadlines: said.times.flatMap(({ start, end }) => fieldTimes({ strand, start, end }, dates)),
    unread: said.unread.map(({ start, end, reason }) => ({
      text: strand.text.slice(start, end),
      span: strand.span(start, end),
      reason,
    })),
  };
}

/** The deadlines that a cell of its own gives. */
export function deadlineCell({ strand }: Cell, dates: DateContext): Deadline[] {
  return fieldTimes({ strand, start: 0, end: strand.length }, dates);
}

/** Deadlines inside a cell's text. */
export function textDeadlines(strand: Strand, dates: DateContext): Deadline[] {
  return deadlinesIn(strand.text, dates, strand.signs).map((t) => deadlineAt(strand, t));
}

/** How often, as a cell's text says it. */
export function textRecurrences(strand: Strand): Recurrence[] {
  return recurrencesIn(strand.text, strand.signs).map((r) => recurrenceAt(strand, r));
}

/** How often, as a cell of its own for times says it. */
export const recurrenceCell = ({ strand }: Cell): Recurrence[] =>
  fieldRecurrencesAt({ strand, start: 0, end: strand.length });

/** Units that have no role in the row: who supervises it. */
export const unitsBeside = ({ strand }: Cell): UnreadCell[] =>
  isOrgan(strand.text.split(/[、，；]/)[0]!) || /^[\u4e00-\u9fff、，（）]{3,24}$/.test(strand.text)
    ? [{ text: strand.text, span: strand.span(), reason: 'unclear-role' }]
    : [];

/** Units in a row that says of no work. */
export function unitsAlone({ strand }: Cell): UnreadCell[] {
  return strand.length ? [{ text: strand.text, span: strand.span(), reason: 'no-measure' }] : [];
}
