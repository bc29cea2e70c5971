import { fold } from '../text/chars';
import type { Assembly } from './assemble';
import { type Column, columnOf } from './columns';
import type { Cell, Grid } from './grid';
import {
  type CellContext,
  deadlineCell,
  roleCell,
  textDeadlines,
  textRecurrences,
  type UnreadCell,
} from './table-cells';

/** A measure read from a table row; `path` are the group labels it stands under. */
export interface RowMeasure {
  readonly measure: Assembly['measure'];
  readonly path: readonly string[];
  readonly at: number;
}

/**
 * A table whose labels stand in its first column (任务 | …, 牵头单位 | …, 完成时限 | …): one measure each time the labels
 * begin anew. Page metadata (索引号 | …) has such a shape too and has no task.
 * What cannot be read is added to `unread`.
 */
export function readLabelRows(grid: Grid, context: CellContext, unread: UnreadCell[]): RowMeasure[] {
  const out: RowMeasure[] = [];
  let open: { text: Cell | null; title: Cell | null; pairs: [Column, Cell][]; labels: Set<string> } | null = null;
  const flush = (): void => {
    const main = open?.text ?? open?.title;
    if (open && main) {
      const roles = open.pairs.flatMap(([c, cell]) => (c.kind === 'role' ? [roleCell(cell, c, 0.93, context)] : []));
      const assignments = roles.flatMap((r) => r.assignments);
      const deadlines = open.pairs.flatMap(([c, cell]) =>
        c.kind === 'deadline' ? deadlineCell(cell, context.dates) : [],
      );
      deadlines.push(...roles.flatMap((r) => r.deadlines));
      unread.push(...roles.flatMap((r) => r.unread));
      const ends = [main, ...open.pairs.map(([, c]) => c)].map((c) => c.strand.span().end);
      const title = open.text && open.title ? open.title : null;
      if (assignments.length) {
        out.push({
          at: main.at,
          path: [],
          measure: {
            number: null,
            part: null,
            title: title?.strand.text ?? null,
            text: main.strand.text,
            span: {
              start: Math.min(main.strand.span().start, title?.strand.span().start ?? Infinity),
              end: Math.max(...ends),
            },
            numberSpan: null,
            titleSpan: title?.strand.span() ?? null,
            textSpan: main.strand.span(),
            assignments,
            deadlines: [...textDeadlines(main.strand, context.dates), ...deadlines],
            recurrences: textRecurrences(main.strand),
            certainty: 0.85,
          },
        });
      }
    }
    open = null;
  };
  for (const row of grid.rows) {
    for (let k = 0; k + 1 < row.length; k++) {
      const label = row[k];
      const value = row[k + 1];
      if (!label || !value || label === value || (k > 0 && row[k - 1] === label)) continue;
      const column = columnOf(label.strand.text);
      if (!column || columnOf(value.strand.text)) continue;
      const name = fold(label.strand.text);
      if (open?.labels.has(name)) flush();
      open ??= { text: null, title: null, pairs: [], labels: new Set() };
      open.labels.add(name);
      if (column.kind === 'text') open.text ??= value;
      else if (column.kind === 'title') open.title ??= value;
      else open.pairs.push([column, value]);
      k++;
    }
  }
  flush();
  return out;
}
