import type { Reading } from '../../text/reading';
import type { CopyLine } from './lines';
import { escaped, type Writer } from './marked';
import { block as styles } from './styles';

/** The document's text: paragraphs, headings and tables, with what the writer puts into them. */
export function bodyHtml(lines: readonly CopyLine[], write: Writer, title: string | null, reading: Reading): string {
  const out: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const { block } = lines[at]!;
    if (block.cell) {
      const { table } = block.cell;
      const from = at;
      while (at < lines.length && lines[at]!.block.cell?.table === table) at++;
      out.push(tableHtml(lines.slice(from, at), write));
    } else out.push(lineHtml(lines[at++]!, write, title, reading));
  }
  return out.join('\n');
}

function lineHtml(line: CopyLine, write: Writer, title: string | null, reading: Reading): string {
  const { block, start, end } = line;
  const marker = block.marker ? `${escaped(block.marker)} ` : '';
  const words = marker + write.html(start, end);
  const own = reading.text.slice(start, end).replace(/\s/g, '') === title?.replace(/\s/g, '');
  if (own) return `<p style="${styles.title}"><b>${words}</b></p>`;
  if (block.kind === 'heading') return `<h3 style="${styles.heading}">${words}</h3>`;
  const style = block.align ? styles[block.align] : block.kind === 'item' ? styles.flat : styles.plain;
  return `<p style="${style}">${block.strong ? `<b>${words}</b>` : words}</p>`;
}

/** More columns or rows would be a mistake in the page, and filling them up would take for ever. */
const MOST = 2000;

/** A table of lines that stand in cells; a cell without text is there all the same. */
function tableHtml(lines: readonly CopyLine[], write: Writer): string {
  const rows = new Map<number, Map<number, CopyLine[]>>();
  let columns = 0;
  for (const line of lines) {
    const { row, column, columnSpan } = line.block.cell!;
    columns = Math.min(MOST, Math.max(columns, column + columnSpan));
    const cells = rows.get(row) ?? new Map<number, CopyLine[]>();
    rows.set(row, cells);
    const held = cells.get(column);
    if (held) held.push(line);
    else cells.set(column, [line]);
  }
  /** Until which row (excluded) a column is taken by a cell from above. */
  const taken = new Map<number, number>();
  const html: string[] = [];
  const all = [...rows.keys()].sort((a, b) => a - b);
  for (const row of all) {
    const cells = rows.get(row)!;
    let tr = '';
    for (let column = 0; column < columns; ) {
      const held = cells.get(column);
      if (!held && (taken.get(column) ?? 0) > row) column++;
      else if (!held) {
        tr += `<td style="${styles.cell}">&nbsp;</td>`;
        column++;
      } else {
        const { rowSpan, columnSpan, header } = held[0]!.block.cell!;
        // A span over rows that hold nothing would let the next cells hang in the air.
        const down = all.filter((each) => each >= row && each < row + rowSpan).length;
        const across = Math.max(1, Math.min(columnSpan, columns - column));
        for (let at = column; at < column + across; at++) taken.set(at, row + rowSpan);
        const spans = `${down > 1 ? ` rowspan="${down}"` : ''}${across > 1 ? ` colspan="${across}"` : ''}`;
        const words = held.map(({ start, end }) => write.html(start, end)).join('<br>');
        tr += header
          ? `<th style="${styles.head}"${spans}>${words}</th>`
          : `<td style="${styles.cell}"${spans}>${words}</td>`;
        column += across;
      }
    }
    html.push(`<tr>${tr}</tr>`);
  }
  return `<table style="${styles.table}">${html.join('\n')}</table>`;
}
