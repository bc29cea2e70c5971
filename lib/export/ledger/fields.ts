import { latestOf } from '../../follow/latest';
import type { ProgressEntry } from '../../follow/types';
import { statusText } from '../follow-words';
import { statusWord, tagsText } from '../words';
import type { LedgerTask } from './types';
import { clean } from './unfit';

/** What colleagues may fill in, and what comes back. Everything else of a row is a fact of the document. */
export interface Editable {
  readonly title: string;
  readonly status: LedgerTask['status'];
  readonly dueDate: string | null;
  readonly tags: readonly string[];
  readonly note: string;
  readonly leaders: readonly string[];
  readonly offices: readonly string[];
  readonly handlers: readonly string[];
  /** How it stands, in the office's own word or in one of ours. */
  readonly word: string;
  /** What was told last: another text is a new entry of progress. */
  readonly latest: string;
  readonly problem: string;
  readonly next: string;
  readonly doneOn: string | null;
  readonly evidence: readonly string[];
  /** 0 to 100, of what was told last. */
  readonly percent: number | null;
  /** The day of what was told last. */
  readonly told: string | null;
}
export type EditableField = keyof Editable;

/** The column that holds a field. The first five are as old as ledgers: their order is that of stamps in older files. */
export const columnOfField = {
  title: 'title',
  status: 'status',
  dueDate: 'due',
  tags: 'tags',
  note: 'note',
  leaders: 'leaders',
  offices: 'offices',
  handlers: 'handlers',
  word: 'word',
  latest: 'latest',
  problem: 'problem',
  next: 'next',
  doneOn: 'doneOn',
  evidence: 'evidence',
  percent: 'percent',
  told: 'told',
} as const satisfies Record<EditableField, string>;

export const editableFields = Object.keys(columnOfField) as readonly EditableField[];

/** Fields that tell progress, and the part of an entry each of them is. */
export const entryFields = {
  latest: 'text',
  problem: 'problem',
  next: 'next',
  percent: 'percent',
  told: 'on',
} as const satisfies Partial<Record<EditableField, keyof ProgressEntry>>;

/** What comes back in these is added, nothing is overwritten. */
export const toldFields: ReadonlySet<EditableField> = new Set(Object.keys(entryFields) as EditableField[]);

/** A field of a task as the ledger has it. */
export function fieldOf<Field extends EditableField>(task: LedgerTask, field: Field): Editable[Field] {
  const words = { latest: 'text', problem: 'problem', next: 'next' } as const;
  const values: { readonly [Each in EditableField]?: () => Editable[Each] } = {
    leaders: () => task.leaders ?? [],
    offices: () => task.offices ?? [],
    handlers: () => task.handlers ?? [],
    evidence: () => task.evidence ?? [],
    doneOn: () => task.doneOn ?? null,
    word: () => statusText(task),
    percent: () => latestOf(task)?.percent ?? null,
    told: () => latestOf(task)?.on ?? null,
  };
  if (field in words) return (latestOf(task)?.[words[field as keyof typeof words]] ?? '') as Editable[Field];
  const own = values[field];
  return own ? (own() as Editable[Field]) : (task[field as 'title'] as Editable[Field]);
}

/** A field as its cell shows it, as far as every form can hold it: what is compared when a ledger comes back. */
export function shown<Field extends EditableField>(field: Field, value: Editable[Field]): string {
  switch (field) {
    case 'status':
      return statusWord[value as Editable['status']];
    case 'tags':
    case 'evidence':
      return clean(tagsText(value as Editable['tags']));
    case 'leaders':
    case 'offices':
    case 'handlers':
      return clean((value as Editable['leaders']).join('、'));
    case 'percent':
      return value === null ? '' : `${value}%`;
    default:
      return clean((value as string | null) ?? '');
  }
}
