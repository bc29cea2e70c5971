import { i18n } from '#i18n';
import { type Offer, toggled } from '../../../lib/export/ledger/back/choose';
import { shown } from '../../../lib/export/ledger/fields';
import type { TaskRecord } from '../../../lib/store/types';
import { OfferTable } from './OfferTable';

/** What a ledger that came back would change. Of several values for one field only one is taken. */
export function OfferList(props: {
  readonly offers: readonly Offer[];
  readonly tasks: readonly TaskRecord[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}) {
  const { offers, chosen } = props;
  const titles = new Map(props.tasks.map(({ id, title }) => [id, title]));
  const lines = offers.map((offer) => ({
    key: offer.key,
    title: titles.get(offer.id) ?? '',
    field: i18n.t(`ledger.back.fields.${offer.field}`),
    before: shown(offer.field, offer.before as never),
    after: shown(offer.field, offer.after as never),
    conflict: offer.conflict && i18n.t(`ledger.back.conflicts.${offer.conflict}`),
  }));
  return (
    <OfferTable
      lines={lines}
      chosen={chosen}
      onToggle={(key) => {
        const offer = offers.find((each) => each.key === key);
        if (offer) props.onChoose(toggled(chosen, offers, offer));
      }}
    />
  );
}
