import type { Line } from '../text/lines';
import { Strand } from '../text/strand';
import { partsUnits } from './broken-lines';
import { asksUnits } from './dealt-pieces';
import type { Printed } from './printed-columns';
import type { SpacedHead } from './spaced-head';

/** A row of a table set by white space: the parts of each cell, line by line; a group has one cell. */
export interface SpacedRow {
  readonly line: Line;
  readonly cells: Strand[][];
  readonly group: boolean;
  /** Nothing is where it does not belong. */
  readonly fits: boolean;
  height: number;
  /** What its last line has in each column. */
  below: readonly (Printed | null)[];
}

/** 注：…, 备注：…: what stands below a table. */
export const standsApart = /^(?:注|备注|说明|附注|备|附件\d*|联系人?|抄送|填表人?|制表|审核)[：:]/;

export const isUnitsColumn = ({ asked }: SpacedHead, k: number): boolean => asksUnits(asked[k] ?? null);

export const isTimeColumn = ({ asked }: SpacedHead, k: number): boolean =>
  asked[k] === 'deadline' || asked[k] === 'time';

/** The lines of cells that a table comes to, its head first. */
export function cellsOf(line: Line, head: SpacedHead, rows: readonly SpacedRow[], table: number): Line[] {
  const width = head.asked.length;
  const first = head.pieces.map(({ strand }) => [strand]);
  return [{ line, cells: first, group: false }, ...rows].flatMap(({ line: from, cells, group }, row) =>
    cells.flatMap((parts, column): Line[] => {
      const strand = parts.length > 1 ? Strand.join(parts, partsUnits) : parts[0];
      if (!strand?.length) return [];
      const cell = { table, row, column, rowSpan: 1, columnSpan: group ? width : 1, header: row === 0 };
      return [{ ...from, strand, cell, marker: null }];
    }),
  );
}
