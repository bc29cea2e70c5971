import { clean } from '../unfit';
import type { GridCell } from './grid';

/** A share of a hundred as offices write it: 60%, 60 ％, 约60%, 已完成60%; with `bare` also 60 and 0.6. */
const SHARE = /^(?:已?完成)?(?:约|大约|近|达到?)?(\d{1,3}(?:\.\d{1,20})?|\.\d{1,20})(%?)(?:左右)?$/;

function partsOf(text: string): { number: number; sign: boolean } | null {
  const [, digits, sign] = SHARE.exec(clean(text).normalize('NFKC').replace(/\s+/g, '')) ?? [];
  return digits === undefined ? null : { number: Number(digits), sign: sign !== '' };
}

/** Whether a text is a share of a hundred. @param bare numbers without a sign are, too */
export function shareIn(text: string, bare: boolean): boolean {
  const parts = partsOf(text);
  return parts !== null && (parts.sign || bare) && parts.number <= 100;
}

/**
 * Whether a column says shares as fractions of one (0.6, and 1 for all): every number without a sign is one at most. What a spreadsheet
 * program keeps of a typed per cent is such a number; where a 60 stands among them, 1 is one of a hundred.
 */
export function inFractions(cells: readonly GridCell[]): boolean {
  const bare = cells.flatMap(({ text, kind }) => {
    const parts = partsOf(text);
    return parts && !parts.sign ? [{ ...parts, kind }] : [];
  });
  const typed = bare.some(({ kind, number }) => kind === 'number' || !Number.isInteger(number));
  return typed && bare.every(({ number }) => number <= 1);
}

/** A cell as a share from 0 to 100; null for what is none. @param fractions as `inFractions` has it of the column */
export function shareOf({ text }: GridCell, fractions: boolean): number | null {
  const parts = partsOf(text);
  if (!parts) return null;
  const value = Math.round(parts.sign || !fractions ? parts.number : parts.number * 100);
  return value <= 100 ? value : null;
}
