import { beginsWithLevel, isOrganName } from '../names/organ';
import type { Line } from '../text/lines';
import { columnOf } from './columns';
import { isCount, mostPieces } from './dealt-pieces';
import type { FoundCells } from './line-cells';
import { kindOf } from './text-tables';

const fewestColumns = 3;
const fewestRows = 3;
const longestHeading = 10;

/**
 * Lines that white space cuts into as many pieces as the headings above them (名次　参赛队　积分), whatever these are: a table that perhaps
 * hands nothing out, whose rows are no sentences in any case. Null where there is none. Cost: linear in its lines.
 */
export function plainGrid(lines: readonly Line[], at: number, table: number): FoundCells | null {
  const head = lines[at]!;
  const width = head.strand.gaps.length + 1;
  if (!isLine(head) || width < fewestColumns || width > mostPieces) return null;
  if (!head.strand.pieces().every(({ text }) => isHeading(text))) return null;
  let end = at + 1;
  while (end < lines.length && isRow(lines[end]!, width)) end++;
  if (end - at <= fewestRows) return null;
  const rows = lines.slice(at, end).map(({ strand }) => strand.pieces());
  // Names in columns are a list of names.
  const says = rows[0]!.some(({ text }, k) => {
    if (columnOf(text)) return true;
    return rows.slice(1).every((row) => isCount(row[k]!.text) || kindOf({ strand: row[k]! }) === 'time');
  });
  if (!says) return null;
  const cells = rows.flatMap((row, index) =>
    row.map((strand, column): Line => {
      const cell = { table, row: index, column, rowSpan: 1, columnSpan: 1, header: index === 0 };
      return { ...lines[at + index]!, strand, cell, marker: null };
    }),
  );
  return { cells, end };
}

const isLine = ({ cell, heading }: Line): boolean => !cell && !heading;

const isRow = (line: Line, width: number): boolean =>
  isLine(line) && !line.blank && line.strand.gaps.length === width - 1 && !/[。；]/.test(line.strand.text);

const isHeading = (text: string): boolean =>
  text.length > 1 &&
  text.length <= longestHeading &&
  !/[\d。；，：:、]/.test(text) &&
  !(isOrganName(text) && beginsWithLevel(text));
