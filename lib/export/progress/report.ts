import type { PeopleField } from '../../follow/types';
import type { DocumentFacts, LedgerRow, LedgerTask } from '../ledger/types';
import { type Figures, figuresOf, isOverdue } from './figures';
import { inSpan, type Span } from './span';

/** Which duties are reported on, and on which day. */
export interface ReportChoice {
  readonly span: Span;
  /** Into which parts it is divided: documents (also where absent), or those who have the duties. */
  readonly by?: 'document' | PeopleField;
  /** null: of all documents. */
  readonly documentId: string | null;
  /** ISO calendar date of the reader. */
  readonly today: string;
}

/** The part of a report of one document, or of one person or office. */
export interface DocumentFigures {
  readonly id: string;
  readonly name: string;
  readonly figures: Figures;
}

/** How far duties have come, counted; what text and bars say. */
export interface Report {
  readonly choice: ReportChoice;
  readonly whole: Figures;
  /** Periods of recurring duties that are behind us: no duty of their own, so beside the count. */
  readonly rounds: number;
  /**
   * A document each (or a person, where it is divided so), in the order in which rows name them; those without a counted duty
   * are left out.
   */
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
    rounds: tasks.reduce((sum, { rounds }) => sum + (rounds?.length ?? 0), 0),
    documents: partsOf(counted, choice.by ?? 'document', today),
    overdue: tasks
      .filter((task) => isOverdue(task, today))
      .sort((one, other) => Number(one.dueDate! > other.dueDate!) - Number(one.dueDate! < other.dueDate!)),
    dropped: inTime.length - counted.length,
    undated: span === 'all' ? 0 : undated,
  };
}

/** A duty of two people counts for both. */
function partsOf(rows: readonly LedgerRow[], by: 'document' | PeopleField, today: string): DocumentFigures[] {
  const groups = new Map<string, LedgerRow[]>();
  for (const row of rows) {
    const names = by === 'document' ? [row.task.documentId] : row.task[by]?.length ? row.task[by] : [''];
    for (const name of names) groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups].map(([id, group]) => ({
    id,
    name: by === 'document' ? documentName(group[0]!.document) : id || '未分派',
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
