import { byHand } from '../../store/types';
import { chineseDate } from '../chinese-date';
import type { LedgerTask } from '../ledger/types';
import type { Figures } from './figures';
import type { Division, Report } from './report';
import { share } from './share';
import { spanWords } from './span';

/**
 * A report as it goes into a notice (督办通报): the figures, what is overdue, and the figures of each document where there
 * are several, or of each month, person or office. Chinese whatever the language of the browser, as all that is handed in.
 */
export function progressText(report: Report): string {
  const { choice, whole, parts, overdue, dropped } = report;
  const [only] = parts;
  const by = choice.by ?? 'document';
  const of = by === 'document' && parts.length === 1 && only && only.id !== byHand ? only.name : '';
  const aside = [
    dropped > 0 ? `另有不办 ${dropped} 件，未计入。` : '',
    report.rounds > 0 ? `周期性任务已办结 ${report.rounds} 期。` : '',
  ].join('');
  const head = `截至${chineseDate(choice.today)}，${of}${spanWords(choice.span, choice.today)}${counts(whole)}。${aside}`;
  const late = overdue.length > 0 ? [`逾期 ${overdue.length} 件：`, ...overdue.map(lateItem)] : [];
  const each =
    parts.length > 1 || (by !== 'document' && parts.length > 0)
      ? [heads[by], ...parts.map(({ name, figures }, at) => `${at + 1}. ${name}${counts(figures)}${lateIn(figures)}。`)]
      : [];
  return [head, ...late, ...each, ...remarks(report, each.length > 0)].join('\n');
}

const together: Partial<Record<Division, string>> = {
  leaders: '几位领导共同分管',
  offices: '几个科室共同承办',
  handlers: '几人共同承办',
};

/** Said once, behind all figures: why shares do not add up, and why persons' figures do not. */
function remarks({ choice, whole, parts }: Report, withParts: boolean): string[] {
  const shown = withParts ? [whole, ...parts.map(({ figures }) => figures)] : [whole];
  const sharing = together[choice.by ?? 'document'];
  const sum = parts.reduce((total, { figures }) => total + figures.total, 0);
  return [
    ...(withParts && sharing && sum > whole.total ? [`${sharing}的任务在各自名下各计 1 件，总数中只计 1 件。`] : []),
    ...(shown.every(addUp) ? [] : ['各项占比分别四舍五入，相加不一定等于 100 %。']),
  ];
}

const addUp = ({ total, done, doing, open }: Figures): boolean => {
  const shares = [done, doing, open].map((count) => share(count, total) ?? '0 %');
  return (
    total === 0 || shares.reduce((sum, each) => sum + Number(/^(\d+) %$/.exec(each)?.[1] ?? Number.NaN), 0) === 100
  );
};

const heads = {
  document: '各文件情况：',
  month: '各月到期情况：',
  leaders: '分管领导分管任务情况：',
  offices: '各承办科室情况：',
  handlers: '各承办人情况：',
} as const;

/** 共 66 件，已办结 18 件，占 27 %；推进中 30 件，占 45 %；未启动 18 件，占 27 % */
function counts({ total, done, doing, open }: Figures): string {
  const one = (word: string, count: number) => {
    const part = share(count, total);
    return `${word} ${count} 件${part ? `，占 ${part}` : ''}`;
  };
  const standing = [one('已办结', done), one('推进中', doing), one('未启动', open)].join('；');
  return total > 0 ? `共 ${total} 件，${standing}` : '共 0 件';
}

const lateIn = ({ overdue }: Figures): string => (overdue > 0 ? `；逾期 ${overdue} 件` : '');

/** 1. 设立跨镇办理窗口（县行政审批局，时限2026年6月30日）; who is responsible where nobody leads. */
function lateItem(task: LedgerTask, index: number): string {
  const { title, lead, responsible, dueDate, dueByDefault } = task;
  const people = [...(task.offices ?? []), ...(task.handlers ?? [])].join('、');
  const units = (lead.length > 0 ? lead : responsible).join('、');
  const due = `${dueByDefault ? '默认时限' : '时限'}${chineseDate(dueDate ?? '')}`;
  return `${index + 1}. ${title.replace(/\s+/g, (run) => (run.includes('\n') ? ' ' : run)).trim()}（${[units, people, due].filter(Boolean).join('，')}）`;
}
