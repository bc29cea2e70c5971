import { sniff } from '../../../formats/sniff';
import { FormatError } from '../../../formats/types';
import { csvGrid } from './csv';
import type { Grid } from './grid';
import { xlsxGrids } from './xlsx';

/** What a file is; a packed one that is no workbook is no text either. */
function kindOf(bytes: Uint8Array): string | null {
  const kind = sniff(bytes);
  if (kind === null && bytes[0] === 0x50 && bytes[1] === 0x4b) throw new FormatError('unsupported', 'zip');
  return kind;
}

/**
 * As `openGrids`, and workbooks of before 2007 and their kin (.xls, .et, .xlsb), whose reader weighs half a megabyte and is
 * loaded when it is asked for.
 */
export async function openTables(bytes: Uint8Array): Promise<Grid[]> {
  if (sniff(bytes) !== 'xls') return openGrids(bytes);
  const { xlsGrids } = await import('./xls');
  return filled(xlsGrids(bytes));
}

/** @throws FormatError `empty` where nothing stands in any of them. */
function filled(grids: Grid[]): Grid[] {
  if (!grids.some(({ rows }) => rows.some((row) => row.some(({ text }) => text.trim() !== '')))) {
    throw new FormatError('empty');
  }
  return grids;
}

/**
 * A file that came in as tables, by its content.
 *
 * @throws FormatError `unsupported` for what is neither a workbook nor text, `encrypted`, `damaged`,
 * `empty`.
 */
export function openGrids(bytes: Uint8Array): Grid[] {
  const kind = kindOf(bytes);
  if (kind === 'locked') throw new FormatError('encrypted');
  if (kind !== null && kind !== 'xlsx') throw new FormatError('unsupported', kind);
  return filled(kind === 'xlsx' ? xlsxGrids(bytes) : [csvGrid(bytes)]);
}
