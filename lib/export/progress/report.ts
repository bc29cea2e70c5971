import type { DocumentFacts, LedgerRow, LedgerTask } from '../ledger/types';
import { type Figures, figuresOf, isOverdue } from './figures';
import { inSpan, type Span } from './span';

/** Which duties are reported on, and on which day. */
export interface ReportChoice {
  readonly span: Span;
  /** null: of all documents. */
  readonly documentId: string | null;
  /** ISO calendar date of the reader. */
  readonly today: string;
}

/** One document's part of a report. */
export interface DocumentFigures {
  readonly id: string;
  readonly name: string;
  readonly figures: Figures;
}

/** How far duties have come, counted; what text and bars say. */
export interface Report {
  readonly choice: ReportChoice;
  readonly whole: Figures;
  /** A document each, in the order in which rows name them; those without a counted duty are left out. */
  readonly documents: readonly DocumentFigures[];
  /** The longest overdue first; of one day in the order of the rows. */
  readonly overdue: readonly LedgerTask[];
  /** Dropped (不办), otherwise fitting the choice: not counted. */
  readonly dropped: number;
  /** Without a date, so in no month or quarter: not counted. Always 0 where the span is all. */
  readonly undated: number;
}

/** Counts the rows that fit the choice. */
export function reportOf(rows: readonly LedgerRow[], choice: ReportChoice): Report {
  const { span, documentId, today } = choice;
  const ofDocument = rows.filter(({ task }) => documentId === null || task.documentId === documentId);
  const inTime = ofDocument.filter(({ task }) => inSpan(task.dueDate, span, today));
  const counted = inTime.filter(({ task }) => task.status !== 'dropped');
  const tasks = counted.map(({ task }) => task);
  const undated = ofDocument.filter(({ task }) => task.dueDate === null && task.status !== 'dropped').length;
  return {
    choice,
    whole: figuresOf(tasks, today),
    documents: byDocument(counted, today),
    overdue: tasks
      .filter((task) => isOverdue(task, today))
      .sort((one, other) => Number(one.dueDate! > other.dueDate!) - Number(one.dueDate! < other.dueDate!)),
    dropped: inTime.length - counted.length,
    undated: span === 'all' ? 0 : undated,
  };
}

function byDocument(rows: readonly LedgerRow[], today: string): DocumentFigures[] {
  const groups = new Map<string, LedgerRow[]>();
  for (const row of rows) {
    const group = groups.get(row.task.documentId);
    if (group) group.push(row);
    else groups.set(row.task.documentId, [row]);
  }
  return [...groups].map(([id, group]) => ({
    id,
    name: documentName(group[0]!.document),
    figures: figuresOf(
      group.map(({ task }) => task),
      today,
    ),
  }));
}

/** 《临澜县…实施方案》（临政办〔2026〕12号）; 其他文件 where neither is known. */
export function documentName(facts: DocumentFacts | undefined): string {
  if (!facts?.title) return facts?.docNumber ?? '其他文件';
  return `《${facts.title}》${facts.docNumber ? `（${facts.docNumber}）` : ''}`;
}
