import { i18n } from '#i18n';
import { differences } from '../../../lib/anchor/differences';
import type { NewAnnotation } from '../../../lib/store/port';
import { Button } from '../../ui/Button';
import { Badge } from '../../ui/Chip';
import { usePassage } from '../Review';
import { ThenNow } from '../ThenNow';
import { percent } from '../words';
import { type ReviewItem, sentenceOf } from './queue';

export interface ReviewCardProps {
  readonly item: ReviewItem;
  readonly revision: number;
  readonly hasSelection: boolean;
  readonly findPassage: (id: string) => Promise<NewAnnotation | null>;
  readonly onReveal: () => void;
  readonly onConfirm: () => void;
  readonly onPlace: () => void;
  readonly onLetGo: () => void;
}

/** One doubtful place: the sentence then and now, and the three things to do about it. y confirms, n lets go. */
export function ReviewCard(props: ReviewCardProps) {
  const { item, hasSelection } = props;
  const found = usePassage(item.id, item.anchor, props.findPassage);
  const parts = found
    ? differences(sentenceOf(item.selectors, item.quote), sentenceOf(found.selectors, found.quote))
    : null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'y' && found) props.onConfirm();
    else if (event.key === 'n') props.onLetGo();
    else return;
    event.preventDefault();
  };
  return (
    <section class="review" data-card tabIndex={-1} aria-label={i18n.t(`changes.${item.kind}`)} onKeyDown={onKeyDown}>
      <p class="review-top">
        <span>{i18n.t(`changes.${item.kind}`)}</span>
        {item.number !== null && <span class="measure-number">{item.number}</span>}
        <How item={item} />
      </p>
      {parts ? <ThenNow parts={parts} /> : <p class="review-quote">{i18n.t('panel.quoted', [item.quote])}</p>}
      <div class="bar-actions">
        {found && (
          <Button small variant="primary" icon="check" aria-keyshortcuts="y" onClick={props.onConfirm}>
            {i18n.t('panel.anchor.confirm')}
          </Button>
        )}
        {found && (
          <Button small icon="arrowUpRight" onClick={props.onReveal}>
            {i18n.t('changes.see')}
          </Button>
        )}
        <Button
          small
          icon="locate"
          disabled={!hasSelection}
          title={hasSelection ? undefined : i18n.t('panel.anchor.selectFirst')}
          onClick={props.onPlace}
        >
          {i18n.t('panel.anchor.place')}
        </Button>
        <Button small variant="quiet" icon="unlink" aria-keyshortcuts="n" onClick={props.onLetGo}>
          {i18n.t('changes.letGo')}
        </Button>
      </div>
    </section>
  );
}

/** How it was found, and how alike. */
function How({ item: { anchor } }: { readonly item: ReviewItem }) {
  if (anchor.method === 'orphan') return <Badge tone="bad">{i18n.t('panel.anchor.orphan')}</Badge>;
  const guess = anchor.method === 'review';
  return (
    <Badge tone={guess ? 'warn' : 'plain'} title={i18n.t('panel.anchor.reviewWhy')}>
      {i18n.t(guess ? 'changes.guess' : 'changes.alike', [percent(anchor.score)])}
    </Badge>
  );
}
