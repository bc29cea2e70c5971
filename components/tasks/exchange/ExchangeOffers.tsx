import { i18n } from '#i18n';
import type { ExchangeOffer } from '../../../lib/export/exchange/merge';
import { followWords, statusText } from '../../../lib/export/follow-words';
import { tagsText } from '../../../lib/export/words';
import type { TaskRecord } from '../../../lib/store/types';

/** How many are drawn: nobody looks through more, and those behind are taken as they stand. */
const most = 500;

/** Each change with what is here and what the files say, conflicts first, to be ticked or not. */
export function ExchangeOffers(props: {
  readonly offers: readonly ExchangeOffer[];
  readonly tasks: readonly TaskRecord[];
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (offer: ExchangeOffer) => void;
}) {
  if (props.offers.length === 0) return null;
  const offers = [...props.offers].sort((a, b) => Number(b.conflict) - Number(a.conflict));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys.
    <div class="ledger-offers" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {(['take', 'task', 'field', 'here', 'there'] as const).map((head) => (
              <th key={head} scope="col">
                {i18n.t(`ledger.back.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {offers.slice(0, most).map((offer) => (
            <OfferRow
              key={offer.key}
              offer={offer}
              chosen={props.chosen.has(offer.key)}
              onToggle={() => props.onToggle(offer)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function OfferRow(props: { readonly offer: ExchangeOffer; readonly chosen: boolean; readonly onToggle: () => void }) {
  const { offer } = props;
  const field = i18n.t(`exchange.fields.${offer.field}`);
  const after = shown(offer.field, offer.after, offer.before);
  return (
    <tr class={offer.conflict ? 'ledger-conflict' : undefined}>
      <td>
        <input
          type="checkbox"
          class="checkbox"
          aria-label={i18n.t('ledger.back.takeOf', [offer.before.title, field, after])}
          checked={props.chosen}
          onChange={props.onToggle}
        />
      </td>
      <td>{offer.before.title}</td>
      <td>
        {field}
        {offer.conflict && <span class="ledger-note"> {i18n.t('exchange.conflict')}</span>}
      </td>
      <td class="follow-words">{shown(offer.field, offer.before) || i18n.t('ledger.back.nothing')}</td>
      <td class="follow-words">{after || i18n.t('ledger.back.nothing')}</td>
    </tr>
  );
}

/** @param without What is there already: of lists that only grow, only what comes is shown. */
function shown(field: ExchangeOffer['field'], task: TaskRecord, without?: TaskRecord): string {
  switch (field) {
    case 'status':
      return statusText(task);
    case 'repeat':
      return task.repeat ? (followWords.repeat({ ...task, recurrenceText: null }) ?? '') : '';
    case 'steps':
      return (task.steps ?? []).map(followWords.step).join('\n');
    case 'tags':
    case 'evidence':
    case 'leaders':
    case 'offices':
    case 'handlers':
      return tagsText(task[field] ?? []);
    case 'more': {
      const known = new Set(without ? linesOf(without) : []);
      return linesOf(task)
        .filter((line) => !known.has(line))
        .join('\n');
    }
    default:
      return task[field] ?? '';
  }
}

const linesOf = ({ progress, moves, rounds }: TaskRecord): string[] => [
  ...(progress ?? []).map(followWords.entry),
  ...(moves ?? []).map(followWords.move),
  ...(rounds ?? []).map(({ due, done }, at) => i18n.t('follow.round', [at + 1, due ?? i18n.t('tasks.noDate'), done])),
];
