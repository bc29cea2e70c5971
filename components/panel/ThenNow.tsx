import { i18n } from '#i18n';
import type { Difference } from '../../lib/anchor/differences';
import { Parts } from './Parts';

/** What was printed when it was kept and what is printed now, the difference marked in both. */
export function ThenNow({ parts }: { readonly parts: readonly Difference[] }) {
  return (
    <dl class="review-texts">
      <dt>{i18n.t('panel.anchor.before')}</dt>
      <dd>
        <Parts parts={parts} without="added" />
      </dd>
      <dt>{i18n.t('panel.anchor.now')}</dt>
      <dd>
        <Parts parts={parts} without="removed" />
      </dd>
    </dl>
  );
}
