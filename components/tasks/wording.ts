import { i18n } from '#i18n';
import type { Opening } from '../../lib/page/types';
import { errorKey } from '../../lib/store/errors';
import type { TaskStatus } from '../../lib/store/types';
import { daysUntil, dueState } from '../due';
import { statusWord } from '../records/words';
import type { GroupBy } from './groups';
import { isPeople } from './people/groups';

/** 今天到期, 还有 3 天, 已逾期 2 天; '' where the date needs no word. */
export function dueWord(task: Parameters<typeof dueState>[0], today: string): string {
  const state = dueState(task, today);
  if (state === 'today') return i18n.t('tasks.dueToday');
  if (task.dueDate === null || (state !== 'overdue' && state !== 'soon')) return '';
  const days = daysUntil(task.dueDate, today);
  return days < 0 ? i18n.t('tasks.dueOver', [-days]) : i18n.t('tasks.dueIn', [days]);
}

/** What a group of the list is called, with how many of it are late where that is wanted. */
export function groupWord(by: GroupBy, value: string | null, late = 0): string {
  if (isPeople(by)) {
    const name = value ?? i18n.t('follow.nobody');
    return late > 0 ? `${name} · ${i18n.t('follow.late', [late])}` : name;
  }
  if (value === null) return i18n.t('tasks.groupNone');
  if (by === 'status') return statusWord(value as TaskStatus);
  if (by !== 'month') return by === 'tag' ? `#${value}` : value;
  const [year = '', month = ''] = value.split('-');
  return i18n.t('tasks.month', [year, `${Number(month)}`]);
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
