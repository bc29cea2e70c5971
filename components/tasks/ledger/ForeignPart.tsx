import { i18n } from '#i18n';
import { type ForeignKey, foreignKeys } from '../../../lib/export/ledger/back/foreign-keys';
import type { ForeignRow } from '../../../lib/export/ledger/back/foreign-rows';
import type { Grid } from '../../../lib/export/ledger/back/grid';
import { cellAt } from '../../../lib/export/ledger/back/heads';
import { statusWord } from '../../../lib/export/words';
import { limits } from '../../../lib/store/limits';
import type { TaskRecord } from '../../../lib/store/types';
import { Choice } from '../Choice';
import { OfferList } from './OfferList';
import { Remark } from './Remarks';
import type { ForeignDesk } from './useForeign';

/** A table of an office's own: what each column stands for, and what is read of it so. */
export function ForeignPart({ desk, tasks }: { readonly desk: ForeignDesk; readonly tasks: readonly TaskRecord[] }) {
  const { plan, problems } = desk;
  const found = new Set(plan.offers.map(({ id }) => id)).size + plan.same;
  return (
    <>
      <p class="ledger-note">{i18n.t('ledger.foreign.intro')}</p>
      <Heads desk={desk} />
      <Columns desk={desk} />
      {!desk.ready && <p role="alert">{i18n.t('ledger.foreign.noTitle')}</p>}
      {desk.ready && (
        <p role="status">
          {i18n.t('ledger.foreign.summary', [plan.added.length + found, plan.added.length, found, plan.offers.length])}
        </p>
      )}
      <OfferList offers={plan.offers} tasks={tasks} chosen={desk.chosen} onChoose={desk.choose} />
      <YearNote desk={desk} />
      <Remark
        title={i18n.t('ledger.foreign.problems', [problems.length])}
        lines={problems.map(({ place, key, text, title, length }) => {
          const row = i18n.t('ledger.back.row', [place.row]);
          if (length) return i18n.t('ledger.foreign.cut', [row, title, keyWord(key), length, limits.note]);
          const day = key === 'deadline' || key === 'doneOn';
          const kind = day ? 'noDay' : key === 'percent' ? 'noShare' : 'problem';
          return i18n.t(`ledger.foreign.${kind}`, [row, keyWord(key), text]);
        })}
        open
      />
      <Remark title={i18n.t('ledger.foreign.news', [plan.added.length])} lines={newsOf(plan.added)} open />
    </>
  );
}

const keyWord = (key: ForeignKey): string => i18n.t(`ledger.foreign.keys.${key}`);

/** New tasks, those first whose year is guessed: what must be looked at stands where it is seen. */
const newsOf = (rows: readonly ForeignRow[]): string[] =>
  [...rows.filter((row) => row.yearGuessed), ...rows.filter((row) => !row.yearGuessed)].map(lineOf);

/** A task as it will be: number, title, whose, by when, and how it stands. */
const lineOf = (row: ForeignRow): string =>
  [
    i18n.t('ledger.foreign.line', [row.number ?? '', row.title]).trim(),
    [...row.lead, ...row.responsible, ...row.offices, ...row.handlers].join('、'),
    (row.dueDate ?? row.recurrence ?? i18n.t('ledger.foreign.noDate')) +
      (row.yearGuessed ? i18n.t('ledger.foreign.guessed') : ''),
    row.status && statusWord[row.status] + (row.statusDerived ? i18n.t('ledger.foreign.derived') : ''),
    row.percent === null ? '' : `${row.percent}%`,
  ]
    .filter(Boolean)
    .join(' · ');

/** Where days have no year and nothing says which it is: said, and set here for all of them. */
function YearNote({ desk }: { readonly desk: ForeignDesk }) {
  const { year, yearless, years, yearSet } = desk;
  if (yearless === 0 && !yearSet) return null;
  return (
    <div class="ledger-guess">
      {yearSet ? (
        <p>{i18n.t('ledger.foreign.yearSet', [year])}</p>
      ) : (
        <p role="alert">{i18n.t('ledger.foreign.yearless', [yearless, year])}</p>
      )}
      <Choice
        label={i18n.t('ledger.foreign.year')}
        value={`${year}`}
        values={years.map(String)}
        word={(each) => i18n.t('ledger.foreign.yearOf', [each])}
        onPick={(each) => desk.pickYear(Number(each))}
      />
    </div>
  );
}

/** Which sheet, and where its head is. */
function Heads({ desk }: { readonly desk: ForeignDesk }) {
  const { tables, table, mapping } = desk;
  const rows = Array.from({ length: Math.min(15, tables[table]?.rows.length ?? 0) }, (_, at) => `${at}`);
  return (
    <div class="ledger-form">
      {tables.length > 1 && (
        <Choice
          label={i18n.t('ledger.foreign.sheet')}
          value={`${table}`}
          values={tables.map((_, at) => `${at}`)}
          word={(at) => tables[Number(at)]?.name || i18n.t('ledger.foreign.sheetName', [Number(at) + 1])}
          onPick={(at) => desk.pickTable(Number(at))}
        />
      )}
      <Choice
        label={i18n.t('ledger.foreign.head')}
        value={`${mapping.head}`}
        values={rows}
        word={(at) => i18n.t('ledger.back.row', [Number(at) + 1])}
        onPick={(at) => desk.pickHead(Number(at))}
      />
    </div>
  );
}

/** Each column with its head, what stands in it, and what it stands for. */
function Columns({ desk }: { readonly desk: ForeignDesk }) {
  const grid = desk.tables[desk.table];
  if (!grid) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys.
    <section class="ledger-offers ledger-mapping" tabIndex={0} aria-label={i18n.t('ledger.foreign.means')}>
      <table>
        <thead>
          <tr>
            {(['column', 'sample', 'means'] as const).map((head) => (
              <th key={head} scope="col">
                {i18n.t(`ledger.foreign.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {desk.heads.map((head, column) => (
            <ColumnLine key={column} desk={desk} grid={grid} head={head} column={column} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ColumnLine(props: {
  readonly desk: ForeignDesk;
  readonly grid: Grid;
  readonly head: string;
  readonly column: number;
}) {
  const { desk, column } = props;
  const name = props.head || i18n.t('ledger.foreign.nameless', [column + 1]);
  const sample = sampleOf(props.grid, desk.mapping.head, column);
  return (
    <tr>
      <td>{name}</td>
      <td title={sample}>{sample}</td>
      <td>
        <select
          class="input"
          aria-label={i18n.t('ledger.foreign.columnOf', [name])}
          value={desk.mapping.columns[column] ?? ''}
          onChange={({ currentTarget }) => desk.pickKey(column, (currentTarget.value || null) as ForeignKey | null)}
        >
          <option value="">{i18n.t('ledger.foreign.none')}</option>
          {foreignKeys.map((key) => (
            <option key={key} value={key}>
              {keyWord(key)}
            </option>
          ))}
        </select>
      </td>
    </tr>
  );
}

/** The first cells below the head that hold something, shortened. */
function sampleOf(grid: Grid, head: number, column: number): string {
  const found: string[] = [];
  for (let row = head + 1; row < Math.min(head + 30, grid.rows.length) && found.length < 2; row++) {
    const text = cellAt(grid, row, column).text.replace(/\s+/g, ' ').trim();
    if (text && !found.includes(text)) found.push(text);
  }
  return found.map((text) => (text.length > 30 ? `${[...text].slice(0, 30).join('')}…` : text)).join(' / ');
}
