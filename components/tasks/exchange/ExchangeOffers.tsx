import { i18n } from '#i18n';
import type { ExchangeOffer } from '../../../lib/export/exchange/merge';
import { followWords, statusText } from '../../../lib/export/follow-words';
import { tagsText } from '../../../lib/export/words';
import type { TaskRecord } from '../../../lib/store/types';
import { OfferTable } from '../ledger/OfferTable';

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
    before: shown(field, before),
    after: shown(field, after, before),
    conflict: conflict ? i18n.t('exchange.conflict') : null,
  }));
  return <OfferTable lines={lines} chosen={props.chosen} onToggle={props.onToggle} />;
}

/** @param without What is there already: of lists that only grow, only what comes is shown. */
function shown(field: ExchangeOffer['field'], task: TaskRecord, without?: TaskRecord): string {
  switch (field) {
    case 'status':
      return [statusText(task), task.doneOn && `${i18n.t('follow.doneOn')} ${task.doneOn}`].filter(Boolean).join(' ');
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
