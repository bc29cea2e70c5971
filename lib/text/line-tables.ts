import { commaCells } from './comma-rows';
import { type DrawnCell, drawnCells, drawnLines, type PrintedLine } from './ruled-tables';
import type { LinearText } from './types';

/** A table that stands in a text as several lines. */
export interface LineTable {
  readonly cells: readonly DrawnCell[];
  /** Where its last line ends. */
  readonly end: number;
}

/**
 * Finds tables drawn with strokes and such as are saved with commas.
 *
 * @param number gives each table that is found its number
 * @returns what looks at the line it is given, for a table that begins there; null where there is none
 */
export function lineTables(text: LinearText, number: () => number): (first: PrintedLine) => LineTable | null {
  const ruled = /[┌┏╔├┣╠]|\+--/.test(text.text);
  const separators = ([',', ';', '/'] as const).filter((s) => text.origin === 'plain' && text.text.includes(s));
  /** Up to where the lines that a sign parts were seen to be no table: they are not gone through again from each of them. */
  const refused = new Map<string, number>();
  return (first) => {
    const lines = ruled ? drawnLines(text, first) : [];
    if (lines.length) return { cells: drawnCells(text.text, lines, number()), end: lines.at(-1)!.end };
    for (const separator of separators) {
      if (first.start < (refused.get(separator) ?? 0)) continue;
      const table = commaCells(text, first, separator, number);
      if (table?.cells.length) return table;
      if (table) refused.set(separator, table.end);
    }
    return null;
  };
}
