import { i18n } from '#i18n';
import type { ExchangeOffer } from '../../../lib/export/exchange/merge';
import { OfferTable } from '../ledger/OfferTable';
import { fieldText } from './field-text';

/** What exchange files would change, conflicts first. */
export function ExchangeOffers(props: {
  readonly offers: readonly ExchangeOffer[];
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (key: string) => void;
}) {
  const offers = [...props.offers].sort((a, b) => Number(b.conflict) - Number(a.conflict));
  const lines = offers.map(({ key, field, before, after, conflict }) => ({
    key,
    title: before.title,
    field: i18n.t(`exchange.fields.${field}`),
    before: fieldText(field, before),
    after: fieldText(field, after, before),
    conflict: conflict ? i18n.t('exchange.conflict') : null,
  }));
  return <OfferTable lines={lines} chosen={props.chosen} onToggle={props.onToggle} />;
}
