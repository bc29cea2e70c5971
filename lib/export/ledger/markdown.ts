import { isWebAddress, linkText, plain } from './cells';
import { seen } from './paper';
import type { CellValue, Ledger, LedgerColumn } from './types';

/** A ledger as Markdown: a heading, the document's line and a table for each sheet. */
export function ledgerMarkdown(ledger: Ledger): string {
  const { columns, sheets } = seen(ledger);
  const head = row(columns.map(({ heading }) => inCell(heading.zh)));
  const rule = row(columns.map(({ type, centred }) => (type === 'number' || centred ? ':-:' : '---')));
  return sheets
    .map(({ title, line, rows }) => {
      const body = rows.map((cells) => row(columns.map((column, at) => cell(column, cells[at] ?? null))));
      return `${[`# ${inText(title)}`, inText(line), [head, rule, ...body].join('\n')].join('\n\n')}\n`;
    })
    .join('\n');
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function cell(column: LedgerColumn, value: CellValue): string {
  const text = String(plain(column, value));
  if (column.type !== 'link') return inCell(text);
  // Blanks and round brackets would end the address.
  const address = text.replace(/[\s()|<>]/g, (sign) =>
    encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'),
  );
  return isWebAddress(text) ? `[${linkText(text)}](${address})` : inCell(linkText(text));
}

/** Text that nothing of is taken for a mark. Signs that mean something only at the start of a line cannot stand there. */
export const inText = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>|~&]/g, '\\$&')
    .replace(/\s+/g, lineEnd)
    .trim();

/** White space with a line's end in it is one blank; any other stays. */
const lineEnd = (run: string): string => (run.includes('\n') ? ' ' : run);

const inCell = (text: string): string => text.split(/\r?\n/).map(inText).filter(Boolean).join('<br>');
