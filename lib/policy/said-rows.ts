import { isCollective } from '../names/organ';
import type { Draft } from './drafts';
import { View } from './forms/form';
import { saidIn } from './forms/last-sentence';
import type { Cell, Grid } from './grid';
import { isInstruction } from './instructions';
import type { RowMeasure } from './label-rows';
import { readProse } from './prose';
import { type CellContext, textDeadlines, textRecurrences } from './table-cells';

/** Fewest rows that say who does what they are about. */
const fewest = 3;
/** At most so sure is what a cell says in a sentence. */
const sure = 0.7;

/**
 * A table without a column of units whose cells say in sentences who does it (诵读比赛 | 4月举行，县文旅局承办，县教育局协办): one measure a row that says
 * so, where half of the rows do. Null for any other table. The caller asks only of papers that lay work out. Cost: linear.
 */
export function readSaidRows(grid: Grid, context: CellContext): RowMeasure[] | null {
  const rows = grid.rows.filter((row) => new Set(row).size > 1);
  const read = rows.flatMap((row) => measureOf(row, context) ?? []);
  return read.length >= fewest && read.length * 2 >= rows.length - 1 ? read : null;
}

/** What a slip that goes round says in a table (拟办意见 | 请县发改局牵头研究…): one measure for each instruction that names who does it; null without any. */
export function readInstructions(grid: Grid, context: CellContext): RowMeasure[] | null {
  const rows = grid.rows.filter(([label]) => label && isInstruction(label.strand.text.replace(/[：:]$/, '')));
  const read = rows.flatMap(([, ...said]) => measureOf(said, context) ?? []);
  return read.length ? read : null;
}

function measureOf(row: readonly (Cell | null)[], context: CellContext): RowMeasure | null {
  const cells = [...new Set(row)].filter((cell): cell is Cell => cell !== null && cell.strand.length > 0);
  const said = cells
    .map((cell) => ({ main: cell, drafts: draftsOf(cell, context) }))
    .findLast(({ drafts }) => drafts.length);
  if (!said) return null;
  const { main, drafts } = said;
  const title = cells.find((cell) => cell !== main && cell.at < main.at && /[\u4e00-\u9fff]{2}/.test(cell.strand.text));
  const textSpan = main.strand.span();
  const titleSpan = title?.strand.span() ?? null;
  return {
    at: main.at,
    path: [],
    measure: {
      number: null,
      part: null,
      title: title?.strand.text ?? null,
      text: main.strand.text,
      span: { start: titleSpan?.start ?? textSpan.start, end: textSpan.end },
      numberSpan: null,
      titleSpan,
      textSpan,
      assignments: drafts.map((d) => ({
        role: d.role,
        unit: d.name,
        span: main.strand.span(d.start, d.end),
        resolved: null,
        collective: isCollective(d.name),
        form: 'table',
        certainty: Math.min(sure, d.certainty),
        openList: d.open,
      })),
      deadlines: textDeadlines(main.strand, context.dates),
      recurrences: textRecurrences(main.strand),
      certainty: 0.7,
    },
  };
}

/** Whom a cell names: in clauses with role words at its end or behind its first comma, or in its sentences. */
function draftsOf({ strand }: Cell, { grammar }: CellContext): readonly Draft[] {
  const view = new View(
    {
      strand,
      marker: null,
      heading: false,
      align: null,
      strong: false,
      furniture: false,
      cell: null,
      block: 0,
      apart: true,
      listed: false,
    },
    grammar,
  );
  const comma = strand.text.indexOf('，') + 1;
  const said = saidIn(view, 0, strand.length) ?? (comma ? saidIn(view, comma, strand.length) : null);
  if (said) return said[0]!.piece.drafts;
  return readProse(strand, 0, [], { onlyBy: false, weak: true, any: true });
}
