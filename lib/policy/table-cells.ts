import { type DateContext, deadlinesIn, deadlineValue } from './dates';
import { building } from './drafts';
import type { Cell } from './grid';
import { isCollective, isOrgan } from './organ';
import { readFields, readValue } from './pieces';
import { resolvedNames } from './resolve';
import type { Strand } from './strand';
import type { Assignment, Deadline, Role } from './types';

const empty = /^[/／\\—–\-无*、\s]*$/;

/** The units of a role cell: a list, fields with labels, or clauses with role words. */
export function roleCell(
  cell: Cell,
  { role, persons }: { readonly role: Role; readonly persons: boolean },
  certainty: number,
): Assignment[] {
  const { strand } = cell;
  if (empty.test(strand.text)) return [];
  const labelled = readFields(strand, 0, strand.length, 'table', { start: 0, end: strand.length });
  let drafts = labelled?.drafts ?? [];
  if (!drafts.length) {
    const b = building();
    b.persons = persons;
    readValue(strand, 0, strand.length, role, 'table', certainty, b);
    drafts = b.drafts;
  }
  const resolved = resolvedNames(drafts, strand.text);
  return drafts.map((d, k) => ({
    role: d.role,
    unit: d.name,
    span: strand.span(d.start, d.end),
    resolved: resolved[k] ?? null,
    collective: isCollective(d.name),
    form: 'table',
    certainty: isOrgan(d.name) ? certainty : Math.min(certainty, 0.7),
    openList: d.open,
  }));
}

/** The deadline that a cell of its own gives. */
export function deadlineCell({ strand }: Cell, dates: DateContext): Deadline[] {
  if (empty.test(strand.text)) return [];
  return [
    { text: strand.text, span: strand.span(), ...deadlineValue(strand.text, dates), isDefault: false, scope: null },
  ];
}

/** Deadlines inside a cell's text. */
export function textDeadlines(strand: Strand, dates: DateContext): Deadline[] {
  return deadlinesIn(strand.text, dates).map((t) => ({
    text: strand.text.slice(t.start, t.end),
    span: strand.span(t.start, t.end),
    date: t.date,
    yearInferred: t.yearInferred,
    isDefault: false,
    scope: null,
  }));
}
