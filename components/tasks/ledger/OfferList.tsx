import { i18n } from '#i18n';
import type { Offer } from '../../../lib/export/ledger/back/choose';
import { shown } from '../../../lib/export/ledger/fields';
import type { TaskRecord } from '../../../lib/store/types';

/** How many are drawn: nobody looks through more, and those behind are taken as they stand. */
const most = 500;

/** Each change with what is here and what the file says, to be ticked or not. */
export function OfferList(props: {
  readonly offers: readonly Offer[];
  readonly tasks: readonly TaskRecord[];
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (offer: Offer) => void;
}) {
  if (props.offers.length === 0) return null;
  const titles = new Map(props.tasks.map(({ id, title }) => [id, title]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys.
    <div class="ledger-offers" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{i18n.t('ledger.back.take')}</th>
            <th scope="col">{i18n.t('ledger.back.task')}</th>
            <th scope="col">{i18n.t('ledger.back.field')}</th>
            <th scope="col">{i18n.t('ledger.back.here')}</th>
            <th scope="col">{i18n.t('ledger.back.there')}</th>
          </tr>
        </thead>
        <tbody>
          {props.offers.slice(0, most).map((offer) => (
            <OfferRow
              key={offer.key}
              offer={offer}
              title={titles.get(offer.id) ?? ''}
              chosen={props.chosen.has(offer.key)}
              onToggle={() => props.onToggle(offer)}
            />
          ))}
        </tbody>
      </table>
      {props.offers.length > most && (
        <p class="ledger-note">{i18n.t('ledger.back.more', [props.offers.length - most])}</p>
      )}
    </div>
  );
}

function OfferRow(props: {
  readonly offer: Offer;
  readonly title: string;
  readonly chosen: boolean;
  readonly onToggle: () => void;
}) {
  const { offer, title } = props;
  const field = i18n.t(`ledger.back.fields.${offer.field}`);
  const after = shown(offer.field, offer.after as never);
  return (
    <tr class={offer.conflict ? 'ledger-conflict' : undefined}>
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
        {offer.conflict && <span class="ledger-note"> {i18n.t(`ledger.back.conflicts.${offer.conflict}`)}</span>}
      </td>
      <td>{shown(offer.field, offer.before as never) || i18n.t('ledger.back.nothing')}</td>
      <td>{after || i18n.t('ledger.back.nothing')}</td>
    </tr>
  );
}
