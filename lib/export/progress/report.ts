import { holderOf, sourceName } from '../../follow/holder';
import { peopleFields } from '../../follow/types';
import { byHand } from '../../store/types';
import { quotedTitle } from '../../text/quoted-title';
import { outside } from '../ledger/ledger';
import type { DocumentFacts, LedgerRow, LedgerTask } from '../ledger/types';
import { type Figures, figuresOf, isOverdue } from './figures';
import { inSpan, type Span } from './span';

/** What a report is divided by: documents, the months in which duties are due, or those who have them. */
export const divisions = ['document', 'month', ...peopleFields] as const;
export type Division = (typeof divisions)[number];

/** Which duties are reported on, and on which day. */
export interface ReportChoice {
  readonly span: Span;
  /** Into which parts it is divided; documents where absent. */
  readonly by?: Division;
  /** Of a document, or of a source by its name (`holderOf`); null: of all. */
  readonly documentId: string | null;
  /** ISO calendar date of the reader. */
  readonly today: string;
}

/** The part of a report of one document, of one month, or of one person or office. */
export interface PartFigures {
  /** A document's id, a month (2026-11), a name; '' of what has no date or nobody. */
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
  /** By what was chosen, in the order in which rows name it, months by the calendar; what has no counted duty is left out. */
  readonly parts: readonly PartFigures[];
  /** By the months in which duties are due, the first first; what has no date is last. */
  readonly months: readonly PartFigures[];
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
  const ofDocument = rows.filter(({ task }) => documentId === null || holderOf(task) === documentId);
  const inTime = ofDocument.filter(({ task }) => inSpan(task.dueDate, span, today));
  const counted = inTime.filter(({ task }) => task.status !== 'dropped');
  const tasks = counted.map(({ task }) => task);
  const undated = ofDocument.filter(({ task }) => task.dueDate === null && task.status !== 'dropped').length;
  return {
    choice,
    whole: figuresOf(tasks, today),
    rounds: tasks.reduce((sum, { rounds }) => sum + (rounds?.length ?? 0), 0),
    parts: partsOf(counted, choice.by ?? 'document', today),
    months: partsOf(counted, 'month', today),
    overdue: tasks
      .filter((task) => isOverdue(task, today))
      .sort((one, other) => Number(one.dueDate! > other.dueDate!) - Number(one.dueDate! < other.dueDate!)),
    dropped: inTime.length - counted.length,
    undated: span === 'all' ? 0 : undated,
  };
}

/** A duty of two people counts for both. */
function partsOf(rows: readonly LedgerRow[], by: Division, today: string): PartFigures[] {
  const groups = new Map<string, LedgerRow[]>();
  for (const row of rows) {
    for (const id of idsOf(row.task, by)) {
      const group = groups.get(id);
      if (group) group.push(row);
      else groups.set(id, [row]);
    }
  }
  const ids = [...groups.keys()];
  // What has no date has an empty month, which would stand before all others.
  if (by === 'month') ids.sort((one, other) => Number(one === '') - Number(other === '') || (one < other ? -1 : 1));
  return ids.map((id) => {
    const group = groups.get(id) ?? [];
    const tasks = group.map(({ task }) => task);
    return { id, name: partName(id, by, group[0]?.document), figures: figuresOf(tasks, today) };
  });
}

function idsOf(task: LedgerTask, by: Division): readonly string[] {
  if (by === 'document') return [holderOf(task)];
  if (by === 'month') return [task.dueDate?.slice(0, 7) ?? ''];
  return task[by]?.length ? task[by] : [''];
}

function partName(id: string, by: Division, document: DocumentFacts | undefined): string {
  if (by === 'document') return documentName(id, document);
  if (by === 'month') return id ? `${id.slice(0, 4)}年${Number(id.slice(5))}月` : '未定日期';
  return id || '未分派';
}

/** 《临澜县…实施方案》（临政办〔2026〕12号）; 其他文件 where neither is known; what no document holds has its source's name, or is called so. */
export function documentName(id: string, facts: DocumentFacts | undefined): string {
  const source = sourceName(id);
  if (source !== null) return source;
  if (id === byHand) return outside;
  if (!facts?.title) return facts?.docNumber ?? '其他文件';
  return `${quotedTitle(facts.title)}${facts.docNumber ? `（${facts.docNumber}）` : ''}`;
}
