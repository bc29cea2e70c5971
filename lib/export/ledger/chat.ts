import { quotedTitle } from '../../text/quoted-title';
import { openUnits } from '../open-units';
import { deadlineText, statusWord } from '../words';
import type { LedgerRow } from './types';

/**
 * Duties as a message for a chat: no table, which a chat would tear apart, but a line or two a duty, with the document's
 * name above its duties.
 */
export function chatText(rows: readonly LedgerRow[]): string {
  const blocks: string[] = [];
  let document: string | null = null;
  for (const [index, row] of rows.entries()) {
    if (row.task.documentId !== document) {
      document = row.task.documentId;
      const facts = row.document;
      const name = facts?.title ? quotedTitle(facts.title) : '';
      const number = facts?.docNumber ? `（${facts.docNumber}）` : '';
      if (name || number) blocks.push(`${blocks.length > 0 ? '\n' : ''}${name}${number}`);
    }
    blocks.push(itemOf(row, index + 1));
  }
  return blocks.join('\n');
}

function itemOf({ task }: LedgerRow, index: number): string {
  const number = task.number ? `（原文第${task.number}项）` : '';
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

/** The due date; of several limits all of them. */
const limitOf = (task: LedgerRow['task']): string =>
  (task.deadlines?.length ? null : task.dueDate) ?? oneLine(deadlineText(task) ?? '');

const oneLine = (text: string): string => text.replace(/\s+/g, (run) => (run.includes('\n') ? ' ' : run)).trim();
