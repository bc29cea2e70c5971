import type { StatusWord } from '../../../follow/status-words';
import { cleanTag, limits } from '../../../store/limits';
import { statusWord } from '../../words';
import type { Editable, EditableField } from '../fields';
import { clean } from '../unfit';
import { readDay } from './day';
import type { GridCell } from './grid';
import { wholeShare } from './share';
import { statusIn } from './status-in';

/** What is wrong with a cell: no status that we know, no date, no share of a hundred, nothing where something must stand, or too long. */
export type CellProblem = 'status' | 'date' | 'percent' | 'empty' | 'too-long';

export type Read<Value> = { readonly value: Value } | { readonly problem: CellProblem };

/** Names of people or offices, as cells list them. */
function namesIn({ text }: GridCell): Read<readonly string[]> {
  try {
    const names = new Set(
      clean(text)
        .split(/[、，,；;\n]/)
        .map(cleanTag)
        .filter(Boolean),
    );
    return names.size > limits.tags ? { problem: 'too-long' } : { value: [...names] };
  } catch {
    return { problem: 'too-long' };
  }
}

function dayIn(cell: GridCell): Read<string | null> {
  if (cell.text.trim() === '') return { value: null };
  const value = readDay(cell);
  return value ? { value } : { problem: 'date' };
}

/** 60%, 60, 60 ％; a number of at most 1 is what a spreadsheet program keeps of a typed per cent: .6, and 1 for 100 %. */
function percentIn({ text, kind }: GridCell): Read<number | null> {
  const bare = clean(text).normalize('NFKC').replace(/\s+/g, '');
  if (bare === '') return { value: null };
  const [, digits, sign] = /^(\d{1,3}(?:\.\d{1,20})?|\.\d{1,20})(%?)$/.exec(bare) ?? [];
  if (digits === undefined) return { problem: 'percent' };
  const number = Number(digits);
  const fraction = kind === 'number' && sign === '' && number <= 1;
  const value = wholeShare(fraction ? Number((number * 100).toFixed(6)) : number);
  return value <= 100 ? { value } : { problem: 'percent' };
}

function toldIn({ text }: GridCell): Read<string> {
  const value = clean(text).trim();
  return value.length > limits.note ? { problem: 'too-long' } : { value };
}

/**
 * A cell as the field it stands for.
 *
 * @param own status words of the office's own
 */
export function readField<Field extends EditableField>(
  field: Field,
  cell: GridCell,
  own: readonly StatusWord[] = [],
): Read<Editable[Field]> {
  return readers[field](cell, own) as Read<Editable[Field]>;
}

type Reader<Value> = (cell: GridCell, own: readonly StatusWord[]) => Read<Value>;

const readers: { [Field in EditableField]: Reader<Editable[Field]> } = {
  title({ text }) {
    const value = clean(text);
    if (value.trim() === '') return { problem: 'empty' };
    return value.length > limits.title ? { problem: 'too-long' } : { value };
  },
  note({ text }) {
    const value = clean(text);
    return value.length > limits.note ? { problem: 'too-long' } : { value };
  },
  status({ text }, own) {
    const value = statusIn(text, own);
    return value ? { value } : { problem: 'status' };
  },
  dueDate: dayIn,
  leaders: namesIn,
  offices: namesIn,
  handlers: namesIn,
  word({ text }, own) {
    const typed = clean(text).replace(/\s+/gu, ' ').trim();
    if (own.some(({ word }) => word === typed)) return { value: typed };
    const status = statusIn(typed, own);
    return status ? { value: statusWord[status] } : { problem: 'status' };
  },
  percent: percentIn,
  told: dayIn,
  latest: toldIn,
  problem: toldIn,
  next: toldIn,
  doneOn: dayIn,
  evidence({ text }) {
    const value = clean(text)
      .split(/[；;\n]/)
      .map((each) => each.trim())
      .filter(Boolean);
    return value.some((each) => each.length > limits.fact) ? { problem: 'too-long' } : { value };
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
