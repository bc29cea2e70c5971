import type { DrawnCell, PrintedLine } from './ruled-tables';
import { Strand } from './strand';
import type { LinearText } from './types';

const longestLine = 4_000;
const longestHeading = 14;
const fewestColumns = 3;
/** Two headings of such words at least make a line of short words the head of a table; 统一思想,提高认识,抓好落实 is none. */
const heading =
  /^"?(?:序号|编号|备注|.{0,8}(?:单位|部门|科室|处室|时限|时间|日期|责任人|任务|内容|事项|措施|项目|领导))"?$/;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A row: its cells, without their quotes, and where it ends; a cell in quotes may hold line ends. RFC 4180, section 2. */
interface Row {
  readonly cells: readonly Span[];
  readonly end: number;
}

/** What parts the cells of a table: commas, or strokes and semicolons where somebody typed it (科室 / 任务 / 时间). */
export type Separator = ',' | ';' | '/';

/** Does the sign at `at` part cells? A stroke does between blanks: 31/5 is one cell. */
const parts = (text: string, at: number, separator: Separator): boolean =>
  text[at] === separator && (separator !== '/' || (blank.test(text[at - 1] ?? '') && blank.test(text[at + 1] ?? '')));
const blank = /[ \u3000\t]/;

/** The row that begins at `from`; null where quotes stay open or the row is longer than any table's. */
function rowAt(text: string, from: number, limit: number, separator: Separator): Row | null {
  const cells: Span[] = [];
  let start = from;
  let quoted = text[from] === '"';
  const most = Math.min(limit, from + longestLine);
  for (let i = from + (quoted ? 1 : 0); i <= most; i++) {
    const sign = i < limit ? text[i] : '\n';
    if (quoted) {
      if (i === limit) return null;
      if (sign === '"') quoted = false;
      continue;
    }
    if (sign === '"' && text[i - 1] === '"' && i - 1 > start) quoted = true;
    const parted = i < limit && parts(text, i, separator);
    if (!parted && sign !== '\n' && sign !== '\r') continue;
    cells.push(bare(text, start, i));
    if (!parted) return { cells, end: i };
    start = i + 1;
    quoted = text[start] === '"';
    if (quoted) i++;
  }
  return null;
}

const bare = (text: string, start: number, end: number): Span =>
  end - start > 1 && text[start] === '"' && text[end - 1] === '"' ? { start: start + 1, end: end - 1 } : { start, end };

/**
 * The cells of a table saved with commas (序号,任务,牵头单位 ⏎ 1,"甲事，乙事",县教育局), or typed with strokes or semicolons, that begins with the
 * line at `first`; null where no such table begins there. Rows are as long as the head, and two at least.
 *
 * @param separator what parts its cells
 * @param number gives the table its number, if there is one
 * @returns its cells in order, one entry for each line of a cell, and where it ends; no cells where typed lines that look like a table
 *   run into one of another length: nothing up to their end is one. Cost: linear in the table; a look at one line where there is none.
 */
export function commaCells(
  text: LinearText,
  first: PrintedLine,
  separator: Separator,
  number: () => number,
): { cells: DrawnCell[]; end: number } | null {
  const head = rowAt(text.text, first.start, first.end, separator);
  if (!head || head.cells.length < fewestColumns || !isHead(text.text, head)) return null;
  const rows = [head];
  const limit = text.text.length;
  for (let from = behind(text.text, head.end); from < limit; ) {
    const row = rowAt(text.text, from, limit, separator);
    if (!row || row.cells.length !== head.cells.length) break;
    rows.push(row);
    from = behind(text.text, row.end);
  }
  const { end } = rows.at(-1)!;
  const next = separator === ',' ? null : rowAt(text.text, behind(text.text, end), limit, separator);
  if (next && next.cells.length > 1) return { cells: [], end };
  return rows.length < 3 ? null : { cells: placed(text, first.at, rows, number()), end };
}

const isHead = (text: string, { cells }: Row): boolean => {
  const words = cells.map(({ start, end }) => text.slice(start, end).trim());
  return (
    words.every((word) => word.length > 0 && word.length <= longestHeading) &&
    words.filter((word) => heading.test(word)).length > 1
  );
};

/** Behind the line ends at `at`. */
function behind(text: string, at: number): number {
  let next = at;
  while (text[next] === '\n' || text[next] === '\r') next++;
  return next;
}

/** The cells with the block in which each of their lines stands. */
function placed(text: LinearText, first: number, rows: readonly Row[], table: number): DrawnCell[] {
  let at = first;
  return rows.flatMap(({ cells }, row) =>
    cells.flatMap((span, column) =>
      linesIn(text.text, span).flatMap(({ start, end }) => {
        while (at + 1 < text.blocks.length && text.blocks[at]!.end < end) at++;
        const strand = Strand.of(text.text, start, end);
        const cell = { table, row, column, rowSpan: 1, columnSpan: 1, header: row === 0 };
        return strand.text ? [{ strand, at, cell }] : [];
      }),
    ),
  );
}

function linesIn(text: string, { start, end }: Span): Span[] {
  const lines: Span[] = [];
  for (let from = start; from < end; ) {
    const to = text.indexOf('\n', from);
    lines.push({ start: from, end: to < 0 ? end : Math.min(to, end) });
    if (to < 0) break;
    from = to + 1;
  }
  return lines;
}
