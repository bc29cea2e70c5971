import { plain, webAddress } from '../cells';
import type { LedgerColumn, LedgerSheet } from '../types';
import type { Spread } from './heights';
import { rowsAbove } from './rows';

export interface SheetLink {
  /** Column from 0. */
  readonly column: number;
  /** Row from 0, of the sheet. */
  readonly row: number;
  readonly address: string;
}

/** Most links that Excel follows on one sheet. */
const MOST = 65_000;

/** Cells of a sheet that lead to the web, with where they lead, written as an address may be written in XML. */
export function linksOf(columns: readonly LedgerColumn[], { rows }: LedgerSheet, { places }: Spread): SheetLink[] {
  const links: SheetLink[] = [];
  for (const [column, declared] of columns.entries()) {
    if (declared.type !== 'link') continue;
    for (const [row, cells] of rows.entries()) {
      const text = String(plain(declared, cells[column] ?? null));
      const address = webAddress(text);
      if (address !== null && links.length < MOST) links.push({ column, row: places[row]!.start + rowsAbove, address });
    }
  }
  return links;
}
