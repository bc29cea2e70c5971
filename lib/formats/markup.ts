import { escapeHtml } from './escape';

/** Characters that XML and HTML parsers refuse or drop; left in, they would shift offsets against other copies. */
export function cleanText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff\ufffe\uffff]/g, '');
}

export type Align = 'center' | 'right' | null;

/** One block element, or nothing when it would print nothing. `inner` is HTML. */
export function blockHtml(tag: string, inner: string, align: Align = null): string {
  if (!/[^\s<>]/.test(inner.replace(/<[^<>]*>/g, ''))) return '';
  return `<${tag}${align ? ` style="text-align:${align}"` : ''}>${inner}</${tag}>\n`;
}

/** Whether a mark before a paragraph counts; bullets do not. */
export const isNumber = (mark: string): boolean => /[\p{L}\p{N}]/u.test(mark);

/** A table cell ready to be written; `html` holds its paragraphs. */
export interface HtmlCell {
  readonly html: string;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly header?: boolean;
}

/** Rows of cells as an HTML table; cells covered by a span from above or from the left are not in the rows. */
export function tableHtml(rows: readonly (readonly HtmlCell[])[]): string {
  const body = rows.map((row) => {
    const cells = row.map((cell) => {
      const tag = cell.header ? 'th' : 'td';
      const rowSpan = cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '';
      const columnSpan = cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : '';
      return `<${tag}${rowSpan}${columnSpan}>${cell.html.trim()}</${tag}>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table>\n${body.join('\n')}\n</table>\n`;
}

/** Lines of a cell as paragraphs; some systems write their ends as tags. */
export function cellHtml(text: string): string {
  return text
    .split(/\r?\n|<br\s*\/?>/i)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('');
}
