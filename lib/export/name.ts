import { format } from 'date-fns/format';

const words = { tasks: '任务清单', annotations: '批注清单', backup: '备份', folder: '文件夹清单' } as const;

/** 政笺-任务清单-2026-11-21.csv, by the reader's own calendar. */
export function exportName(kind: keyof typeof words, extension: string, now = new Date()): string {
  return `政笺-${words[kind]}-${format(now, 'yyyy-MM-dd')}.${extension}`;
}
