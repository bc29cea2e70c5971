import { localDay } from '../../follow/day';
import { handedOn } from '../address';
import { dueWords, limitText } from '../limit-words';
import { openUnits } from '../open-units';
import { pathText, roleWord, statusWord } from '../words';
import { followColumns } from './follow-columns';
import { stampOf } from './stamp';
import type { LedgerColumn } from './types';

/** Not 、, which may stand inside a tag. */
const betweenTags = '；';
const betweenUnits = '、';

/**
 * The columns of the design, in their order, which is a contract with the files that readers already have: new ones stand
 * in `more`, behind them.
 */
const standard = [
  {
    key: 'index',
    heading: { zh: '序号', en: 'No.' },
    type: 'number',
    width: 5,
    centred: true,
    value: (_, index) => index + 1,
  },
  {
    key: 'document',
    heading: { zh: '文件标题', en: 'Document' },
    type: 'text',
    width: 24,
    value: ({ document }) => document?.title ?? null,
  },
  {
    key: 'docNumber',
    heading: { zh: '发文字号', en: 'Document number' },
    type: 'text',
    width: 14,
    centred: true,
    value: ({ document }) => document?.docNumber ?? null,
  },
  {
    key: 'issuer',
    heading: { zh: '发文机关', en: 'Issuer' },
    type: 'text',
    width: 16,
    value: ({ document }) => document?.issuer ?? null,
  },
  {
    key: 'date',
    heading: { zh: '成文日期', en: 'Issued on' },
    type: 'date',
    width: 11,
    centred: true,
    value: ({ document }) => document?.date ?? null,
  },
  {
    key: 'path',
    heading: { zh: '章节', en: 'Section' },
    type: 'text',
    width: 18,
    value: ({ task }) => pathText(task.path),
  },
  {
    key: 'number',
    heading: { zh: '编号', en: 'Item' },
    type: 'text',
    width: 6,
    centred: true,
    value: ({ task }) => task.number,
  },
  {
    key: 'title',
    heading: { zh: '举措', en: 'Measure' },
    type: 'text',
    width: 20,
    value: ({ task }) => task.title,
  },
  {
    key: 'role',
    heading: { zh: '本单位角色', en: 'Our role' },
    type: 'text',
    width: 9,
    centred: true,
    value: ({ task }) => roleWord(task.role, task.certainty),
  },
  {
    key: 'lead',
    heading: { zh: '牵头单位', en: 'Lead' },
    type: 'list',
    join: betweenUnits,
    width: 14,
    value: ({ task }) => openUnits(task.lead, task.excerpt),
  },
  {
    key: 'participants',
    heading: { zh: '参加单位', en: 'Participants' },
    type: 'list',
    join: betweenUnits,
    width: 18,
    value: ({ task }) => openUnits(task.participants, task.excerpt),
  },
  {
    key: 'responsible',
    heading: { zh: '责任单位', en: 'Responsible' },
    type: 'list',
    join: betweenUnits,
    width: 18,
    value: ({ task }) => openUnits(task.responsible, task.excerpt),
  },
  {
    key: 'deadline',
    heading: { zh: '完成时限', en: 'Time limit' },
    type: 'text',
    width: 12,
    value: ({ task }) => limitText(task),
  },
  {
    key: 'due',
    heading: { zh: '截止日期', en: 'Due' },
    type: 'date',
    width: 11,
    centred: true,
    value: ({ task }) => task.dueDate,
  },
  {
    key: 'recurrence',
    heading: { zh: '频次', en: 'Recurrence' },
    type: 'text',
    width: 10,
    value: ({ task }) => task.recurrenceText,
  },
  {
    key: 'status',
    heading: { zh: '状态', en: 'Status' },
    type: 'text',
    width: 8,
    centred: true,
    choices: Object.values(statusWord),
    value: ({ task }) => statusWord[task.status],
  },
  {
    key: 'tags',
    heading: { zh: '标签', en: 'Tags' },
    type: 'list',
    join: betweenTags,
    width: 10,
    value: ({ task }) => task.tags,
  },
  {
    key: 'note',
    heading: { zh: '备注', en: 'Note' },
    type: 'text',
    width: 16,
    value: ({ task }) => task.note,
  },
  {
    key: 'excerpt',
    heading: { zh: '原文摘录', en: 'As printed' },
    type: 'text',
    width: 56,
    value: ({ task }) => task.excerpt,
  },
  {
    key: 'url',
    heading: { zh: '原文链接', en: 'Source' },
    type: 'link',
    width: 9,
    centred: true,
    value: ({ task }) => handedOn(task.url),
  },
  {
    key: 'id',
    heading: { zh: '任务ID', en: 'Task ID' },
    type: 'text',
    width: 20,
    value: ({ task }) => task.id,
  },
] as const satisfies readonly LedgerColumn[];

/** Columns that came later. */
const more = [
  {
    key: 'text',
    heading: { zh: '举措全文', en: 'Whole measure' },
    type: 'text',
    width: 70,
    value: ({ task, text }) => text || task.excerpt,
  },
  {
    key: 'taken',
    heading: { zh: '领取日期', en: 'Taken on' },
    type: 'date',
    width: 11,
    centred: true,
    value: ({ task }) => localDay(task.created),
  },
  {
    key: 'stamp',
    heading: { zh: '版本（勿改）', en: 'Version (leave as is)' },
    type: 'text',
    width: 12,
    value: ({ task }) => stampOf(task),
  },
] as const satisfies readonly LedgerColumn[];

/** In place of 截止日期 where a date does not say it all: by when it is due as things stand. Of the annex, and none that is offered beside 完成时限. */
const limit = {
  key: 'limit',
  heading: { zh: '完成时限', en: 'Due, as it stands' },
  type: 'text',
  width: 14,
  value: ({ task }) => dueWords(task),
} as const satisfies LedgerColumn;

/** The columns of the CSV that readers know, in their order. */
export const standardColumns: readonly LedgerColumn[] = standard;

/** Every column there is, old ones first. */
export const allColumns: readonly LedgerColumn[] = [...standard, ...more, ...followColumns];

/** A column of ours by its key. */
export type ColumnKey =
  | (typeof standard)[number]['key']
  | (typeof more)[number]['key']
  | (typeof followColumns)[number]['key']
  | typeof limit.key;

const byKey = new Map([...allColumns, limit].map((column) => [column.key, column]));

/** A column by its key; undefined for a key that this version does not know. */
export const columnOf = (key: string): LedgerColumn | undefined => byKey.get(key);
