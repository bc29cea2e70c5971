import { i18n } from '#i18n';
import type { LeftOut } from '../../../lib/export/exchange/left';
import { fieldText } from './field-text';

/** How many are drawn: nobody reads more. */
const most = 500;

/** What colleagues filled in that does not stand, because the same field was changed later: to be read, and copied if wanted. */
export function LeftOutList({ left }: { readonly left: readonly LeftOut[] }) {
  if (left.length === 0) return null;
  return (
    <details class="ledger-remark" open>
      <summary>{i18n.t('exchange.left', [left.length])}</summary>
      <ul>
        {left.slice(0, most).map(({ key, field, from, theirs, stands }) => {
          const said = fieldText(field, theirs) || i18n.t('ledger.back.nothing');
          const now = fieldText(field, stands) || i18n.t('ledger.back.nothing');
          const name = i18n.t(`exchange.fields.${field}`);
          return <li key={key}>{i18n.t('exchange.leftOne', [stands.title, name, from.join('、'), said, now])}</li>;
        })}
      </ul>
      {left.length > most && <p>{i18n.t('ledger.back.more', [left.length - most])}</p>}
    </details>
  );
}
