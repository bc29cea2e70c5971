import { i18n } from '#i18n';
import { linkText, plain } from '../../../lib/export/ledger/cells';
import { datedRows } from '../../../lib/export/ledger/entries';
import type { CellValue, LedgerColumn } from '../../../lib/export/ledger/types';
import type { LedgerDesk } from './useLedger';

/** Rows that are shown of it. */
const few = 5;

/** The first rows as they will stand in the file; of a calendar, how much goes into it. */
export function Preview({ desk: { written: ledger, draft, memory } }: { readonly desk: LedgerDesk }) {
  if (!ledger || !draft) return null;
  if (memory.format === 'ics') {
    return <p class="ledger-note">{i18n.t('ledger.dated', [datedRows(draft.rows), draft.rows.length])}</p>;
  }
  const [sheet] = ledger.sheets;
  if (!sheet) return null;
  const rows = sheet.rows.slice(0, few);
  const widths = ledger.columns.map((column, at) =>
    widthOf(
      column,
      rows.map((row) => row[at] ?? null),
    ),
  );
  const total = widths.reduce((sum, width) => sum + width, 0);
  return (
    <figure class="ledger-preview">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys. */}
      <section class="ledger-sheet" tabIndex={0} aria-label={i18n.t('ledger.preview')}>
        {memory.format !== 'csv' && (
          <>
            <p class="ledger-heading">{sheet.title}</p>
            <p class="ledger-line">{sheet.line}</p>
          </>
        )}
        <table style={{ minWidth: `${Math.round(total * 0.55)}em` }}>
          <colgroup>
            {ledger.columns.map(({ key }, at) => (
              <col key={key} style={{ width: `${(widths[at]! / total) * 100}%` }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {ledger.columns.map(({ key, heading }) => (
                <th key={key} scope="col">
                  {heading.zh}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at}>
                {ledger.columns.map((column, place) => (
                  <td key={column.key} class={column.centred ? 'ledger-centred' : undefined}>
                    {shown(column, row[place] ?? null, memory.format === 'csv')}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <figcaption class="ledger-note">
        {ledger.sheets.length > 1
          ? i18n.t('ledger.firstOfSheets', [Math.min(few, sheet.rows.length), draft.rows.length, ledger.sheets.length])
          : i18n.t('ledger.first', [Math.min(few, sheet.rows.length), draft.rows.length])}
      </figcaption>
    </figure>
  );
}

/** A link says what it says in the file: its address in a CSV, a word elsewhere. */
function shown(column: LedgerColumn, value: CellValue, bare: boolean): string {
  const text = String(plain(column, value));
  return column.type === 'link' && !bare ? linkText(text) : text;
}

/** A number or a date stands on one line (DC-02), as the file has it. */
function widthOf(column: LedgerColumn, cells: readonly CellValue[]): number {
  if (!column.centred) return column.width;
  const longest = Math.max(...cells.map((cell) => String(plain(column, cell)).length), 0);
  return Math.max(column.width, Math.min(longest, 12) + 3);
}
