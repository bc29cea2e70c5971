import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PageTarget } from '../../../lib/page/types';
import { Notice } from '../changes/Notice';
import type { PolicyPanelProps } from '../types';
import type { Records } from '../useRecords';
import { type ReviewItem, reviewQueue } from './queue';
import { ReviewCard } from './ReviewCard';
import './review-queue.css';
import type { ReviewDeeds } from './useReview';

/** As many are drawn at once; the next ones follow as these are settled. */
const DRAWN = 20;

/** The places that wait for the reader's word, one under the other; nothing moves before. */
export function ReviewQueue(props: {
  readonly panel: PolicyPanelProps;
  readonly records: Records;
  readonly deeds: ReviewDeeds;
  readonly onReveal: (target: PageTarget) => void;
}) {
  const { panel, records, deeds } = props;
  const [open, setOpen] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const { waiting, lost } = reviewQueue(records, panel.snapshot.anchors);
  const all = [...waiting, ...lost];
  if (all.length === 0) return null;

  const cardAt = (at: number) => list.current?.querySelectorAll<HTMLElement>('[data-card]')[at];
  /** After one is settled the keyboard goes on with the one that takes its place. */
  const after = (at: number, work: Promise<void>) =>
    void work.then(() => {
      // Whoever has gone on to another card meanwhile stays there: a key must not meet a card that was not meant.
      const active = document.activeElement;
      if (active && active !== document.body && !cardAt(at)?.contains(active)) return;
      const cards = list.current?.querySelectorAll<HTMLElement>('[data-card]');
      cards?.[Math.min(at, cards.length - 1)]?.focus();
    });
  const card = (item: ReviewItem, at: number) => (
    <li key={item.id}>
      <ReviewCard
        item={item}
        hasSelection={panel.snapshot.selection !== null}
        findPassage={panel.page.draftFound}
        onReveal={() => props.onReveal({ kind: item.kind, id: item.id })}
        onConfirm={() => after(at, deeds.place(item, 'found'))}
        onPlace={() => after(at, deeds.place(item, 'selection'))}
        onLetGo={() => after(at, deeds.letGo(item))}
      />
    </li>
  );
  const title = [
    waiting.length > 0 && i18n.t('changes.waiting', [`${waiting.length}`]),
    lost.length > 0 && i18n.t('changes.lost', [`${lost.length}`]),
  ].filter(Boolean);
  return (
    <Notice icon="locate" title={title.join(i18n.t('panel.semicolon'))} open={open} onToggle={() => setOpen(!open)}>
      <p class="review-hint">{i18n.t('changes.reviewHint')}</p>
      <ol class="review-queue" ref={list}>
        {all.slice(0, DRAWN).map(card)}
      </ol>
      {all.length > DRAWN && <p class="review-hint">{i18n.t('changes.more', [`${all.length - DRAWN}`])}</p>}
    </Notice>
  );
}
