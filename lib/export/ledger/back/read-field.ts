import { cleanTag, limits } from '../../../store/limits';
import type { TaskStatus } from '../../../store/types';
import { statusWord } from '../../words';
import type { Editable, EditableField } from '../fields';
import { clean } from '../unfit';
import { readDay } from './day';
import type { GridCell } from './grid';

/** What is wrong with a cell: no status that we know, no date, nothing where something must stand, or too long. */
export type CellProblem = 'status' | 'date' | 'empty' | 'too-long';

export type Read<Value> = { readonly value: Value } | { readonly problem: CellProblem };

/** Words of other offices for our four, where there is no doubt. */
const statusWords: Readonly<Record<string, TaskStatus>> = {
  ...Object.fromEntries(Object.entries(statusWord).map(([status, word]) => [word, status as TaskStatus])),
  未启动: 'open',
  未开始: 'open',
  未办: 'open',
  推进中: 'doing',
  办理中: 'doing',
  在办: 'doing',
  正在推进: 'doing',
  已办结: 'done',
  办结: 'done',
  完成: 'done',
  不再办理: 'dropped',
};

/** A cell as the field it stands for. */
export function readField<Field extends EditableField>(field: Field, cell: GridCell): Read<Editable[Field]> {
  return readers[field](cell) as Read<Editable[Field]>;
}

const readers: { [Field in EditableField]: (cell: GridCell) => Read<Editable[Field]> } = {
  title({ text }) {
    const value = clean(text);
    if (value.trim() === '') return { problem: 'empty' };
    return value.length > limits.title ? { problem: 'too-long' } : { value };
  },
  note({ text }) {
    const value = clean(text);
    return value.length > limits.note ? { problem: 'too-long' } : { value };
  },
  status({ text }) {
    const value = statusWords[text.normalize('NFKC').replace(/\s+/g, '')];
    return value ? { value } : { problem: 'status' };
  },
  dueDate(cell) {
    if (cell.text.trim() === '') return { value: null };
    const value = readDay(cell);
    return value ? { value } : { problem: 'date' };
  },
  tags({ text }) {
    try {
      const tags = new Set(
        clean(text)
          .split(/[；;\n]/)
          .map(cleanTag)
          .filter(Boolean),
      );
      return tags.size > limits.tags ? { problem: 'too-long' } : { value: [...tags] };
    } catch {
      return { problem: 'too-long' };
    }
  },
};
