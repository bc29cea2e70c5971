import { i18n } from '#i18n';
import type { Opening } from '../../lib/page/types';
import { errorKey } from '../../lib/store/errors';
import type { TaskStatus } from '../../lib/store/types';
import { daysUntil, dueState } from '../due';

export const statuses: readonly TaskStatus[] = ['open', 'doing', 'done', 'dropped'];

export const statusWord = (status: TaskStatus): string => i18n.t(`common.status.${status}`);

/** 今天到期, 还有 3 天, 已逾期 2 天; '' where the date needs no word. */
export function dueWord(task: Parameters<typeof dueState>[0], today: string): string {
  const state = dueState(task, today);
  if (state === 'today') return i18n.t('tasks.dueToday');
  if (task.dueDate === null || (state !== 'overdue' && state !== 'soon')) return '';
  const days = daysUntil(task.dueDate, today);
  return days < 0 ? i18n.t('tasks.dueOver', [-days]) : i18n.t('tasks.dueIn', [days]);
}

/** What to tell, and what to do next, where a sentence could not be shown; '' where nothing needs to be said. */
export function openingWords(opening: Opening): string {
  // Closed by whoever was to see it.
  if (opening === 'shown' || opening === 'opened' || opening === 'gone') return '';
  return i18n.t(`tasks.way.${errorKey(opening)}` as 'tasks.way.missing');
}

/** 2026-06-30 as the reader writes it, without a year that is this year. */
export function dateWord(date: string, today: string): string {
  const [year, month, day] = date.split('-').map(Number);
  if (!year || !month || !day) return date;
  return date.slice(0, 4) === today.slice(0, 4)
    ? i18n.t('tasks.dateShort', [month, day])
    : i18n.t('tasks.dateLong', [year, month, day]);
}
