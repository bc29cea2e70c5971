import { i18n } from '#i18n';
import './ledger.css';

/** How many are drawn: nobody looks through more, and those behind are taken as they stand. */
const most = 500;

/** A change that a file offers, in words. */
export interface OfferLine {
  readonly key: string;
  /** Of the task. */
  readonly title: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
  /** Why it is a conflict; null: it is none. */
  readonly conflict: string | null;
}

const heads = ['take', 'task', 'field', 'here', 'there'] as const;

/** Each change with what is here and what the file says, to be ticked or not. */
export function OfferTable(props: {
  readonly lines: readonly OfferLine[];
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (key: string) => void;
}) {
  const { lines } = props;
  if (lines.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys.
    <section class="ledger-offers" tabIndex={0} aria-label={i18n.t('ledger.preview')}>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {i18n.t(`ledger.back.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, most).map((line) => (
            <OfferRow
              key={line.key}
              line={line}
              chosen={props.chosen.has(line.key)}
              onToggle={() => props.onToggle(line.key)}
            />
          ))}
        </tbody>
      </table>
      {lines.length > most && <p class="ledger-note">{i18n.t('ledger.back.more', [lines.length - most])}</p>}
    </section>
  );
}

function OfferRow(props: { readonly line: OfferLine; readonly chosen: boolean; readonly onToggle: () => void }) {
  const { title, field, before, after, conflict } = props.line;
  return (
    <tr class={conflict ? 'ledger-conflict' : undefined}>
      <td>
        <input
          type="checkbox"
          class="checkbox"
          aria-label={i18n.t('ledger.back.takeOf', [title, field, after])}
          checked={props.chosen}
          onChange={props.onToggle}
        />
      </td>
      <td>{title}</td>
      <td>
        {field}
        {conflict && <span class="ledger-note"> {conflict}</span>}
      </td>
      <td>{before || i18n.t('ledger.back.nothing')}</td>
      <td>{after || i18n.t('ledger.back.nothing')}</td>
    </tr>
  );
}
