import type { FollowUp, Move, ProgressEntry, SourceKind, Step, TaskSource } from '../follow/types';
import type { TaskStatus } from '../store/types';
import { statusWord } from './words';

/** How a task stands, in the office's own word where it has one. */
export const statusText = ({ status, word }: { readonly status: TaskStatus } & Pick<FollowUp, 'word'>): string =>
  word || statusWord[status];

/** Where tasks by hand come from. */
const sources: Readonly<Record<SourceKind, string>> = {
  meeting: '会议',
  instruction: '批示',
  verbal: '口头交办',
  other: '其他',
};

/** What stands in cells of following up; Chinese, as all that is handed in. */
export const followWords = {
  /** 60% */
  percent: (entry: ProgressEntry | undefined): string | null =>
    entry?.percent === null || entry === undefined ? null : `${entry.percent}%`,
  /** 2026-03-28（县司法局，60%）：三个镇已开窗口 问题：… 下一步：… */
  entry: ({ on, by, percent, text, problem, next }: ProgressEntry): string => {
    const aside = [by, percent === null ? '' : `${percent}%`].filter(Boolean).join('，');
    const parts = [text, problem && `问题：${problem}`, next && `下一步：${next}`].filter(Boolean);
    return `${on}${aside ? `（${aside}）` : ''}：${parts.join(' ')}`;
  },
  /** 2026-06-30→2026-09-30（资金未到位）; a date that came nearer is no delay, and says so: 2026-06-30→2026-05-30（提前） */
  move: ({ from, to, reason }: Move): string => {
    const aside = [to !== null && to < from ? '提前' : '', reason].filter(Boolean).join('：');
    return `${from}→${to ?? '不设期限'}${aside ? `（${aside}）` : ''}`;
  },
  /** 每季度，至2026-12-31（已办 3 期） */
  repeat: ({
    repeat,
    rounds,
    recurrenceText,
  }: FollowUp & { readonly recurrenceText: string | null }): string | null => {
    // 频次 says as much already.
    if (!repeat || (repeat.text === recurrenceText && !repeat.until && !rounds?.length)) return null;
    const done = rounds?.length ? `（已办 ${rounds.length} 期）` : '';
    return `${repeat.text}${repeat.until ? `，至${repeat.until}` : ''}${done}`;
  },
  step: ({ text, done }: Step): string => `${done ? '☑' : '☐'}${text}`,
  /** 会议：县政府第12次常务会议（2026-03-04） */
  source: ({ kind, name, date }: TaskSource): string =>
    `${sources[kind]}${name ? `：${name}` : ''}${date ? `（${date}）` : ''}`,
} as const;
