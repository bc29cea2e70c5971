import { inOrder, latestOf } from '../../follow/latest';
import { followWords, statusText } from '../follow-words';
import { statusWord } from '../words';
import type { LedgerColumn } from './types';

/** People, and what became of a task: they stand behind all older columns. */
export const followColumns = [
  {
    key: 'leaders',
    heading: { zh: '分管领导', en: 'Leader in charge' },
    type: 'list',
    join: '、',
    width: 10,
    value: ({ task }) => task.leaders ?? [],
  },
  {
    key: 'offices',
    heading: { zh: '承办科室', en: 'Office' },
    type: 'list',
    join: '、',
    width: 10,
    value: ({ task }) => task.offices ?? [],
  },
  {
    key: 'handlers',
    heading: { zh: '承办人', en: 'Handled by' },
    type: 'list',
    join: '、',
    width: 9,
    value: ({ task }) => task.handlers ?? [],
  },
  {
    key: 'word',
    heading: { zh: '办理状态', en: 'Standing' },
    type: 'text',
    width: 9,
    centred: true,
    choices: Object.values(statusWord),
    open: true,
    value: ({ task }) => statusText(task),
  },
  {
    key: 'latest',
    heading: { zh: '工作进展', en: 'Progress' },
    type: 'text',
    width: 30,
    value: ({ task }) => latestOf(task)?.text ?? null,
  },
  {
    key: 'problem',
    heading: { zh: '存在问题', en: 'Problems' },
    type: 'text',
    width: 18,
    value: ({ task }) => latestOf(task)?.problem ?? null,
  },
  {
    key: 'next',
    heading: { zh: '下一步措施', en: 'Next' },
    type: 'text',
    width: 18,
    value: ({ task }) => latestOf(task)?.next ?? null,
  },
  {
    key: 'doneOn',
    heading: { zh: '办结日期', en: 'Done on' },
    type: 'date',
    width: 11,
    centred: true,
    value: ({ task }) => task.doneOn ?? null,
  },
  {
    key: 'evidence',
    heading: { zh: '佐证材料', en: 'Evidence' },
    type: 'list',
    join: '；',
    width: 16,
    value: ({ task }) => task.evidence ?? [],
  },
  {
    key: 'percent',
    heading: { zh: '完成比例', en: 'Per cent' },
    type: 'text',
    width: 8,
    centred: true,
    value: ({ task }) => followWords.percent(latestOf(task)),
  },
  {
    key: 'told',
    heading: { zh: '进展日期', en: 'Told on' },
    type: 'date',
    width: 11,
    centred: true,
    value: ({ task }) => latestOf(task)?.on ?? null,
  },
  {
    key: 'history',
    heading: { zh: '进展记录', en: 'All progress' },
    type: 'text',
    width: 40,
    value: ({ task }) =>
      inOrder(task.progress ?? [])
        .map(followWords.entry)
        .join('\n'),
  },
  {
    key: 'moves',
    heading: { zh: '延期情况', en: 'Moved dates' },
    type: 'text',
    width: 24,
    value: ({ task }) => (task.moves ?? []).map(followWords.move).join('\n'),
  },
  {
    key: 'repeat',
    heading: { zh: '周期', en: 'Comes back' },
    type: 'text',
    width: 14,
    value: ({ task }) => followWords.repeat(task),
  },
  {
    key: 'steps',
    heading: { zh: '工作步骤', en: 'Steps' },
    type: 'text',
    width: 20,
    value: ({ task }) => (task.steps ?? []).map(followWords.step).join('\n'),
  },
  {
    key: 'source',
    heading: { zh: '任务来源', en: 'Came from' },
    type: 'text',
    width: 18,
    value: ({ task }) => (task.source ? followWords.source(task.source) : null),
  },
] as const satisfies readonly LedgerColumn[];
