import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Badge } from '../../ui/Chip';
import { percent } from '../words';
import type { ReviewItem } from './queue';
import { Settle, type SettleProps } from './Settle';
import { type FindPassage, usePassage } from './usePassage';

export interface ReviewCardProps extends Omit<SettleProps, 'found'> {
  readonly findPassage: FindPassage;
}

/** One doubtful place of the queue. y confirms what is shown, n lets go. A y that has nothing to confirm is answered. */
export function ReviewCard({ findPassage, ...props }: ReviewCardProps) {
  const { item } = props;
  const { found, coming } = usePassage(item.id, item.anchor, findPassage);
  const [pressed, setPressed] = useState(false);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // What the reader has not seen is not confirmed, nor later, when it comes.
    if (event.key === 'y') found ? props.onConfirm() : setPressed(true);
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
      <Settle {...props} found={found} />
      <p class="review-hint" role="status">
        {pressed && !found && i18n.t(coming ? 'changes.notYet' : 'changes.nothingToConfirm')}
      </p>
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
