import type { Span } from '../text/types';

/** task-policy: names who has to do what. policy: a policy without explicit duties. other: anything else. */
export type DocumentClass = 'task-policy' | 'policy' | 'other';

export type Role = 'lead' | 'participant' | 'responsible';

/** How an assignment was read: its own line, a bracket, a table cell, running prose, or a rule said once (note). */
export type AssignmentForm = 'line' | 'bracket' | 'table' | 'prose' | 'note';

export type Period = 'day' | 'week' | 'month' | 'quarter' | 'half-year' | 'year' | 'term';

/** A unit with a role in a measure. */
export interface Assignment {
  readonly role: Role;
  /** As printed, white space removed: 区委编办, 各乡镇（办事处）. */
  readonly unit: string;
  /** Where it is printed; may run over line breaks. */
  readonly span: Span;
  /** The unit with a prefix that the list dropped put back (市发改委、生态环境局 → 市生态环境局); null when nothing was dropped. */
  readonly resolved: string | null;
  /** Names a class of units, not one. */
  readonly collective: boolean;
  readonly form: AssignmentForm;
  /** 0 to 1: how sure the reading is. */
  readonly certainty: number;
  /** Where it was read from a picture: how sure that was, 0 to 1; it is part of `certainty`. */
  readonly recognised?: number;
  /** The list it stands in ends in 等: others may be meant. */
  readonly openList: boolean;
}

export interface Deadline {
  readonly text: string;
  readonly span: Span;
  /** ISO 8601 calendar date of the last day; null for 长期坚持 and the like. */
  readonly date: string | null;
  /** The year is not printed here but inferred from the document. */
  readonly yearInferred: boolean;
  /** It is the document's default deadline, not one of the measure's own. */
  readonly isDefault: boolean;
  /** The clause it governs, where one is. */
  readonly scope: Span | null;
}

export interface Recurrence {
  readonly text: string;
  readonly span: Span;
  readonly period: Period;
  /** Times a period; null when no count is printed. */
  readonly times: number | null;
}

/** A heading of the outline. */
export interface Section {
  readonly id: number;
  readonly parent: number | null;
  /** As printed with its number, white space removed: 一、健全政府机构职能体系. */
  readonly heading: string;
  readonly number: string | null;
  readonly depth: number;
  /** Of the heading line. */
  readonly span: Span;
}

/** One item that asks somebody to do something. */
export interface Measure {
  /** Unique in the document and stable while its section path, number and part stay: `二›（四）›2`. */
  readonly id: string;
  /** Position in document order, from 0. */
  readonly index: number;
  /** The section it stands under. */
  readonly section: number | null;
  /** Headings above it, outermost first, as printed. */
  readonly path: readonly string[];
  /** Bare, without 、．（）: 三, 12; null where the item has none. */
  readonly number: string | null;
  /** Which part, from 1, where one numbered item falls into several with duties of their own; else null. */
  readonly part: number | null;
  /** The heading sentence, without its full stop; null where the item has none. */
  readonly title: string | null;
  /** The body without number, title and assignments, line breaks joined. */
  readonly text: string;
  /** Number to last assignment. */
  readonly span: Span;
  readonly numberSpan: Span | null;
  readonly titleSpan: Span | null;
  readonly textSpan: Span;
  readonly assignments: readonly Assignment[];
  readonly deadlines: readonly Deadline[];
  readonly recurrences: readonly Recurrence[];
  /** 0 to 1: how sure it is that this is one item with these limits. */
  readonly certainty: number;
  /** As in `Assignment`: the mean of its lines. */
  readonly recognised?: number;
}

/** Something that looks like an assignment and could not be read: shown to the reader, never dropped. */
export interface Unread {
  readonly text: string;
  readonly span: Span;
  /** `id` of the measure it stands in. */
  readonly measure: string | null;
  readonly reason: 'no-unit' | 'no-measure' | 'unclear-role' | 'unclear-list';
}

/** A rule said once for the whole document: "the first unit named leads, likewise below". */
export interface DocumentRule {
  readonly kind: 'first-leads' | 'before-comma-leads' | 'added-units';
  readonly text: string;
  readonly span: Span;
}

export interface Citation {
  readonly title: string;
  readonly docNumber: string | null;
}

/** A document, as far as it could be read. A fact that is not known is null. Plain data: it travels in messages. */
export interface PolicyDocument {
  readonly class: DocumentClass;
  /** 0 to 1. */
  readonly certainty: number;
  /** 实施方案, 工作安排, 通知 … */
  readonly kind: string | null;
  readonly title: string | null;
  /** Of the attached document where a notice issues one. */
  readonly attachmentTitle: string | null;
  readonly issuer: string | null;
  readonly docNumber: string | null;
  readonly date: string | null;
  /** As far up as the document says: 清河市青桐区, 临澜县. */
  readonly region: string | null;
  readonly addressees: readonly string[];
  readonly draft: boolean;
  readonly defaultDeadline: { readonly text: string; readonly date: string | null; readonly span: Span } | null;
  /** ISO date of the first day of its own time (2027年度…, 自2027年1月1日起施行); null or absent where it names none. */
  readonly begins?: string | null | undefined;
  readonly cites: readonly Citation[];
  readonly sections: readonly Section[];
  readonly measures: readonly Measure[];
  readonly rules: readonly DocumentRule[];
  readonly unread: readonly Unread[];
}
