import { byHand } from '../../store/types';
import { quotedTitle } from '../../text/quoted-title';
import { limitText } from '../limit-words';
import { openUnits } from '../open-units';
import { statusWord } from '../words';
import type { LedgerRow } from './types';

/**
 * Duties as a message for a chat: no table, which a chat would tear apart, but a line or two a duty, with the document's
 * name above its duties.
 */
export function chatText(rows: readonly LedgerRow[]): string {
  const blocks: string[] = [];
  let under: string | null = null;
  for (const [index, row] of rows.entries()) {
    const heading = headingOf(row);
    // Two documents of one title are two all the same.
    const key = `${row.task.documentId} ${heading}`;
    // Tasks of no document alone need no heading that says so.
    if (key !== under && (blocks.length > 0 || heading !== others || rows.some((each) => headingOf(each) !== others)))
      blocks.push(`${blocks.length > 0 ? '\n' : ''}${heading}`);
    under = key;
    blocks.push(itemOf(row, index + 1));
  }
  return blocks.join('\n');
}

/** What stands above duties of no document, and of no source that has a name. */
const others = '其他事项';

function headingOf({ task, document }: LedgerRow): string {
  if (task.documentId === byHand) return task.source?.name || others;
  const name = document?.title ? quotedTitle(document.title) : '';
  return `${name}${document?.docNumber ? `（${document.docNumber}）` : ''}` || others;
}

function itemOf({ task }: LedgerRow, index: number): string {
  const number = task.number && task.documentId !== byHand ? `（原文第${task.number}项）` : '';
  const units = [
    task.lead.length > 0 && `牵头：${openUnits(task.lead, task.excerpt).join('、')}`,
    task.participants.length > 0 && `参加：${openUnits(task.participants, task.excerpt).join('、')}`,
    task.responsible.length > 0 && `责任：${openUnits(task.responsible, task.excerpt).join('、')}`,
  ];
  const times = [
    (task.dueDate || task.deadlineText) && `时限：${limitOf(task)}`,
    task.recurrenceText && `频次：${oneLine(task.recurrenceText)}`,
    `状态：${statusWord[task.status]}`,
  ];
  return `${index}. ${oneLine(task.title)}${number}\n   ${[...units, ...times].filter(Boolean).join('；')}`;
}

/** The due date; of several limits all of them, behind the next date of what recurs beside them. */
const limitOf = (task: LedgerRow['task']): string =>
  (task.deadlines?.length && task.repeat && task.dueDate ? `${task.dueDate}，` : '') +
  ((task.deadlines?.length ? null : task.dueDate) ?? oneLine(limitText(task) ?? ''));

const oneLine = (text: string): string => text.replace(/\s+/g, (run) => (run.includes('\n') ? ' ' : run)).trim();
