import type { DocumentFacts, LedgerRow, LedgerTask } from '../../../../lib/export/ledger/types';
import { policy, task } from '../../store/samples';

const instant = '2026-03-05T08:00:00.000Z';

export const document: DocumentFacts = {
  title: policy.title,
  docNumber: policy.docNumber,
  issuer: policy.issuer,
  date: policy.date,
};

/** A duty of the invented county; what a test is about is put over it. */
export function row(over: Partial<LedgerTask> = {}, text: string | null = null): LedgerRow {
  const { selectors: _, ...facts } = task;
  return { task: { ...facts, id: 'task-1', created: instant, updated: instant, ...over }, document, text };
}

/** A document of many duties of usual length. */
export function duties(count: number, length = 190): LedgerRow[] {
  const sentence = '对照目录逐项登记办理情况，按月核对，发现漏项当日补录，并在镇村便民服务点公示办理结果，';
  return Array.from({ length: count }, (_, at) =>
    row(
      {
        id: `task-${at}`,
        number: String(at + 1),
        title: `完善第${at + 1}类便民事项的台账管理`,
        lead: ['县行政审批局'],
        participants: ['县司法局', '县财政局', '各乡镇人民政府'],
        dueDate: `2026-${String((at % 12) + 1).padStart(2, '0')}-28`,
      },
      `${sentence.repeat(Math.ceil(length / sentence.length)).slice(0, length - 1)}。`,
    ),
  );
}
