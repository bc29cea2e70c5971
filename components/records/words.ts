import { i18n } from '#i18n';
import type { TaskRecord, TaskStatus } from '../../lib/store/types';

/** In the order in which work goes; the keys 1 to 4 set them. */
export const statuses: readonly TaskStatus[] = ['open', 'doing', 'done', 'dropped'];

export const statusWord = (status: TaskStatus): string => i18n.t(`common.status.${status}`);

/** How a task stands, in the office's own word where it has one. */
export const taskWord = ({ status, word }: Pick<TaskRecord, 'status' | 'word'>): string => word || statusWord(status);

/** 2026-06-30 in a line of a list: 6-30 in this year, with its year in any other. */
export function shortDate(date: string, today: string): string {
  return date.slice(0, 5) === today.slice(0, 5) ? date.slice(5) : date;
}
