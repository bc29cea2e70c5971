import { i18n } from '#i18n';
import type { AnchorMethod } from '../../../lib/anchor/types';
import { Settle, type SettleProps } from './Settle';
import { type FindPassage, usePassage } from './usePassage';

/** In the row of an annotation: why its place is in doubt, and what may be done about it. The keys are the list's. */
export function Doubt({ findPassage, ...props }: Omit<SettleProps, 'found'> & { readonly findPassage: FindPassage }) {
  const { item } = props;
  const { found } = usePassage(item.id, item.anchor, findPassage);
  return (
    <section class="review" aria-label={i18n.t('panel.anchor.review')}>
      <p class="review-why">{whyOf(item.anchor.method)}</p>
      <Settle {...props} found={found} />
      {!props.hasSelection && <p class="review-hint">{i18n.t('panel.anchor.selectFirst')}</p>}
    </section>
  );
}

function whyOf(method: AnchorMethod): string {
  if (method === 'orphan') return i18n.t('panel.anchor.orphanWhy');
  return i18n.t(method === 'review' ? 'panel.anchor.reviewWhy' : 'panel.anchor.alikeWhy');
}
