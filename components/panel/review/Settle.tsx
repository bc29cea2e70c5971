import { i18n } from '#i18n';
import { differences } from '../../../lib/anchor/differences';
import type { NewAnnotation } from '../../../lib/store/port';
import { Button } from '../../ui/Button';
import { ThenNow } from '../ThenNow';
import { type ReviewItem, sentenceOf } from './queue';
import './review.css';

export interface SettleProps {
  readonly item: ReviewItem;
  /** What is printed now where it was found; null: not known, or nowhere. */
  readonly found: NewAnnotation | null;
  /** Something is selected in the page that it could be moved to. */
  readonly hasSelection: boolean;
  /** Missing where the page is shown another way. */
  readonly onReveal?: () => void;
  readonly onConfirm: () => void;
  readonly onPlace: () => void;
  readonly onLetGo: () => void;
}

/** A doubtful place: its sentence then and now, and what may be done about it. Nothing moves before the reader says so. */
export function Settle({ item, found, hasSelection, ...props }: SettleProps) {
  const parts = found && differences(sentenceOf(item.selectors, item.quote), sentenceOf(found.selectors, found.quote));
  return (
    <>
      {parts ? <ThenNow parts={parts} /> : <p class="review-quote">{i18n.t('panel.quoted', [item.quote])}</p>}
      <div class="bar-actions">
        {found && (
          <Button small variant="primary" icon="check" aria-keyshortcuts="y" onClick={props.onConfirm}>
            {i18n.t('panel.anchor.confirm')}
          </Button>
        )}
        {found && props.onReveal && (
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
    </>
  );
}
