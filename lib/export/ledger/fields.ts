import { statusWord, tagsText } from '../words';
import type { LedgerTask } from './types';
import { clean } from './unfit';

/** What colleagues may fill in, and what comes back. Everything else of a row is a fact of the document. */
export type EditableField = 'title' | 'status' | 'dueDate' | 'tags' | 'note';

export type Editable = Pick<LedgerTask, EditableField>;

/** The column that holds a field. */
export const columnOfField = {
  title: 'title',
  status: 'status',
  dueDate: 'due',
  tags: 'tags',
  note: 'note',
} as const satisfies Record<EditableField, string>;

export const editableFields = Object.keys(columnOfField) as readonly EditableField[];

/** A field as its cell shows it, as far as every form can hold it: what is compared when a ledger comes back. */
export function shown<Field extends EditableField>(field: Field, value: Editable[Field]): string {
  switch (field) {
    case 'status':
      return statusWord[value as Editable['status']];
    case 'tags':
      return clean(tagsText(value as Editable['tags']));
    default:
      return clean((value as string | null) ?? '');
  }
}
