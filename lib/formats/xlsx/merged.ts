import type { Area } from './area';

type Texts = ReadonlyMap<number, ReadonlyMap<number, string>>;

/** What a sheet hides. */
export interface Hidden {
  row(index: number): boolean;
  column(index: number): boolean;
}

/**
 * Merged cells hold their text in their first row and column; where that is hidden (filtered, folded) the rest of the cell still
 * shows it. Puts such texts where they are seen.
 *
 * @param texts what is shown, which is added to
 * @param all what there is, hidden or not
 */
export function keepMergedTexts(
  texts: Map<number, Map<number, string>>,
  all: Texts,
  merged: readonly Area[],
  hidden: Hidden,
): void {
  for (const { row, column, rowSpan, columnSpan } of merged) {
    const text = all.get(row)?.get(column);
    if (text === undefined || !(hidden.row(row) || hidden.column(column))) continue;
    const first = firstShown(row, rowSpan, hidden.row);
    if (first === null || firstShown(column, columnSpan, hidden.column) === null) continue;
    const own = texts.get(first) ?? new Map<number, string>();
    texts.set(first, own.set(column, text));
  }
}

/** Farther than this a merged cell reaches over what nobody filled. */
const FARTHEST = 2000;

function firstShown(from: number, span: number, isHidden: (index: number) => boolean): number | null {
  for (let index = from; index < from + Math.min(span, FARTHEST); index++) if (!isHidden(index)) return index;
  return null;
}
