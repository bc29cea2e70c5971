import { escapeHtml } from '../../text/escape';
import { isWebAddress, linkText, plain } from './cells';
import { pageWidths } from './page-widths';
import { printed } from './paper';
import type { CellValue, Ledger, LedgerColumn, LedgerSheet } from './types';
import { clean } from './unfit';

const border = 'border:1px solid #555;padding:2pt 4pt;vertical-align:middle';
const font = "font-family:'FangSong','仿宋','Noto Serif CJK SC',serif;font-size:10.5pt";

/** Half-width signs that stand on a line of A4 across, in a small type. */
const ROOM = 182;

/**
 * A ledger as tables to be pasted into Word, WPS or a spreadsheet: all styles inline, since nothing else comes along.
 * `mso-number-format` keeps cells of text as they were typed where they are pasted into a spreadsheet.
 */
export function ledgerHtml(ledger: Ledger): string {
  const { columns, sheets } = printed(ledger);
  const widths = pageWidths(
    columns,
    sheets.flatMap(({ rows }) => rows),
    ROOM,
  );
  return sheets.map((sheet) => tableOf(columns, widths, sheet)).join('\n');
}

function tableOf(
  columns: readonly LedgerColumn[],
  widths: readonly number[],
  { title, line, rows }: LedgerSheet,
): string {
  const share = (width = 0) => `${Math.max(1, Math.round((width / ROOM) * 1000) / 10)}%`;
  const head = columns
    .map(
      (column, at) =>
        `<th width="${share(widths[at])}" style="${border};background:#eee">${safe(column.heading.zh)}</th>`,
    )
    .join('');
  const body = rows.map((row) => `<tr>${columns.map((column, at) => cellOf(column, row[at] ?? null)).join('')}</tr>`);
  return [
    `<p style="${font};font-size:16pt;text-align:center;margin:0 0 4pt"><b>${safe(title)}</b></p>`,
    `<p style="${font};text-align:center;margin:0 0 4pt">${safe(line)}</p>`,
    `<table style="${font};border-collapse:collapse;width:100%">`,
    `<thead><tr>${head}</tr></thead>`,
    `<tbody>${body.join('\n')}</tbody>`,
    '</table>',
  ].join('\n');
}

function cellOf(column: LedgerColumn, value: CellValue): string {
  const align = column.centred ? ';text-align:center' : '';
  const form =
    column.type === 'number'
      ? ''
      : column.type === 'date'
        ? ";mso-number-format:'yyyy-mm-dd'"
        : ";mso-number-format:'\\@'";
  const text = String(plain(column, value));
  const inside =
    column.type === 'link' && isWebAddress(text)
      ? `<a href="${safe(text)}">${linkText(text)}</a>`
      : lines(column, text);
  return `<td style="${border}${align}${form}">${inside}</td>`;
}

const lines = ({ type }: LedgerColumn, text: string): string =>
  safe(type === 'link' ? linkText(text) : text).replace(/\n/g, '<br>');

const safe = (text: string): string => escapeHtml(clean(text));
