import { i18n } from '#i18n';
import type { Resolution } from '../../lib/anchor/types';
import { Badge } from '../ui/Chip';

/** Says so when a passage was not surely found in the page as it is now. */
export function AnchorBadge({ anchor }: { readonly anchor: Resolution | undefined }) {
  if (anchor?.method === 'review') {
    return (
      <Badge tone="warn" title={i18n.t('panel.anchor.reviewWhy')}>
        {i18n.t('panel.anchor.review')}
      </Badge>
    );
  }
  if (anchor?.method === 'orphan') {
    return (
      <Badge tone="bad" title={i18n.t('panel.anchor.orphanWhy')}>
        {i18n.t('panel.anchor.orphan')}
      </Badge>
    );
  }
  return null;
}
