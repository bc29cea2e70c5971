import { sniff } from '../../../formats/sniff';
import { FormatError } from '../../../formats/types';
import { csvGrid } from './csv';
import type { Grid } from './grid';
import { xlsxGrids } from './xlsx';

/**
 * A file that came in as tables, by its content.
 *
 * @throws FormatError `unsupported` for what is neither a workbook nor text, `old-excel`, `encrypted`, `damaged`,
 * `empty`.
 */
export function openGrids(bytes: Uint8Array): Grid[] {
  const kind = sniff(bytes);
  if (kind === 'locked') throw new FormatError('encrypted');
  if (kind !== null && kind !== 'xlsx') throw new FormatError('unsupported', kind);
  const grids = kind === 'xlsx' ? xlsxGrids(bytes) : [csvGrid(bytes)];
  if (!grids.some(({ rows }) => rows.some((row) => row.some(({ text }) => text.trim() !== '')))) {
    throw new FormatError('empty');
  }
  return grids;
}
