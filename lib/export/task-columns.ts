import type { DocumentHead, TaskRecord } from '../store/types';
import { publicUrl } from './address';
import { deadlineText, pathText, roleWord, statusWord, tagsText, unitsText } from './words';

/** What the columns say of a task's document. */
export type DocumentFacts = Pick<DocumentHead, 'title' | 'docNumber' | 'issuer' | 'date'>;

/** A column: its head, and the cell of the n-th record (from 0). */
export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row, index: number) => string | number | null;
}

export interface TaskRow {
  readonly task: TaskRecord;
  readonly document: DocumentFacts | undefined;
}

/** The order is a contract with the files that readers already have. */
export const taskColumns: readonly Column<TaskRow>[] = [
  { head: '序号', cell: (_, index) => index + 1 },
  { head: '文件标题', cell: ({ document }) => document?.title ?? null },
  { head: '发文字号', cell: ({ document }) => document?.docNumber ?? null },
  { head: '发文机关', cell: ({ document }) => document?.issuer ?? null },
  { head: '成文日期', cell: ({ document }) => document?.date ?? null },
  { head: '章节', cell: ({ task }) => pathText(task.path) },
  { head: '编号', cell: ({ task }) => task.number },
  { head: '举措', cell: ({ task }) => task.title },
  { head: '本单位角色', cell: ({ task }) => roleWord(task.role, task.certainty) },
  { head: '牵头单位', cell: ({ task }) => unitsText(task.lead) },
  { head: '参加单位', cell: ({ task }) => unitsText(task.participants) },
  { head: '责任单位', cell: ({ task }) => unitsText(task.responsible) },
  { head: '完成时限', cell: ({ task }) => deadlineText(task) },
  { head: '截止日期', cell: ({ task }) => task.dueDate },
  { head: '频次', cell: ({ task }) => task.recurrenceText },
  { head: '状态', cell: ({ task }) => statusWord[task.status] },
  { head: '标签', cell: ({ task }) => tagsText(task.tags) },
  { head: '备注', cell: ({ task }) => task.note },
  { head: '原文摘录', cell: ({ task }) => task.excerpt },
  { head: '原文链接', cell: ({ task }) => publicUrl(task.url) },
  { head: '任务ID', cell: ({ task }) => task.id },
];
