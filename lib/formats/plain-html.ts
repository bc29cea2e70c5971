import { escapeHtml } from '../text/escape';
import type { Block, LinearText } from '../text/types';
import { type HtmlCell, tableHtml } from './markup';

/**
 * A text that was read from a page as clean HTML: paragraphs, headings and tables, and nothing else of what the page held.
 * For pages that come inside other files, where no DOM of a browser is at hand to clean them.
 */
export function plainHtml({ text, blocks }: LinearText): string {
  const out: string[] = [];
  for (let at = 0; at < blocks.length; ) {
    const table = blocks[at]!.cell?.table;
    let to = at + 1;
    while (table !== undefined && to < blocks.length && blocks[to]!.cell?.table === table) to++;
    const own = blocks.slice(at, to);
    out.push(table === undefined ? paragraph(text, own[0]!) : tableOf(text, own));
    at = to;
  }
  return out.join('');
}

function paragraph(text: string, block: Block): string {
  const tag = block.kind === 'heading' ? `h${block.level ?? 2}` : 'p';
  const align = block.align ? ` style="text-align:${block.align}"` : '';
  return `<${tag}${align}>${inner(text, block)}</${tag}>\n`;
}

const inner = (text: string, { start, end, marker }: Block): string =>
  `${marker ? escapeHtml(marker) : ''}${escapeHtml(text.slice(start, end)).replace(/\n/g, '<br>')}`;

function tableOf(text: string, blocks: readonly Block[]): string {
  const rows = new Map<number, Map<number, { cell: HtmlCell; html: string }>>();
  for (const block of blocks) {
    const { row, column, rowSpan, columnSpan, header } = block.cell!;
    const line = rows.get(row) ?? new Map<number, { cell: HtmlCell; html: string }>();
    rows.set(row, line);
    const html = `${line.get(column)?.html ?? ''}<p>${inner(text, block)}</p>`;
    line.set(column, { html, cell: { html, rowSpan, columnSpan, header } });
  }
  return tableHtml(filled(rows));
}

/** Empty cells are in no block: they are put back, so that what follows them keeps its column. */
function filled(rows: ReadonlyMap<number, ReadonlyMap<number, { cell: HtmlCell }>>): HtmlCell[][] {
  const order = [...rows.keys()].sort((a, b) => a - b);
  const width = Math.max(
    ...order.flatMap((row) => [...rows.get(row)!].map(([column, { cell }]) => column + cell.columnSpan)),
  );
  const below = new Set<string>();
  return order.map((row) => {
    const cells: HtmlCell[] = [];
    for (let column = 0; column < width; column++) {
      if (below.has(`${row}/${column}`)) continue;
      const cell = rows.get(row)!.get(column)?.cell ?? { html: '', rowSpan: 1, columnSpan: 1 };
      for (let r = row; r < row + cell.rowSpan; r++)
        for (let c = column; c < column + cell.columnSpan; c++) below.add(`${r}/${c}`);
      cells.push(cell);
    }
    return cells;
  });
}
