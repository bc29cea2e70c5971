/** The time within which a duty is due, around today; all: whenever, and without a date too. */
export const spans = ['all', 'month', 'quarter'] as const;
export type Span = (typeof spans)[number];

/**
 * Whether a date lies in the calendar month or quarter of today.
 *
 * @param date ISO calendar date; null lies in `all` only.
 * @param today ISO calendar date.
 */
export function inSpan(date: string | null, span: Span, today: string): boolean {
  if (span === 'all') return true;
  if (date === null || date.slice(0, 4) !== today.slice(0, 4)) return false;
  return span === 'month' ? monthOf(date) === monthOf(today) : quarterOf(date) === quarterOf(today);
}

/** 2026年11月到期的任务, 2026年第四季度到期的任务, 各项任务. */
export function spanWords(span: Span, today: string): string {
  const year = today.slice(0, 4);
  if (span === 'month') return `${year}年${monthOf(today)}月到期的任务`;
  if (span === 'quarter') return `${year}年第${'一二三四'[quarterOf(today) - 1]}季度到期的任务`;
  return '各项任务';
}

const monthOf = (date: string): number => Number(date.slice(5, 7));
const quarterOf = (date: string): number => Math.ceil(monthOf(date) / 3);
