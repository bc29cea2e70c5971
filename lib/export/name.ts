import { format } from 'date-fns/format';

const words = {
  tasks: '任务清单',
  ledger: '台账',
  calendar: '日历',
  annotations: '批注清单',
  backup: '备份',
  folder: '文件夹清单',
  exchange: '交换文件',
  diagnostics: '诊断',
} as const;

/** What no file system takes in a name, and what would hide in one. */
const UNFIT = /[\\/:*?"<>|\s\p{Cc}\p{Cf}]+/gu;
const LONGEST = 60;

/** 政笺-标注副本-临澜县便民服务实施方案-2026-11-21.html */
export function copyName(title: string, now = new Date()): string {
  const bare = [...title.replace(UNFIT, '')].slice(0, LONGEST).join('');
  return ['政笺', '标注副本', bare, format(now, 'yyyy-MM-dd')].filter(Boolean).join('-').concat('.html');
}

/** 政笺-任务清单-2026-11-21.csv, by the reader's own calendar. */
export function exportName(kind: keyof typeof words, extension: string, now = new Date()): string {
  return `政笺-${words[kind]}-${format(now, 'yyyy-MM-dd')}.${extension}`;
}
