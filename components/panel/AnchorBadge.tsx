import { i18n } from '#i18n';
import type { Resolution } from '../../lib/anchor/types';
import { Badge } from '../ui/Chip';
import { isWaiting } from './review/queue';

export interface AnchorBadgeProps {
  readonly anchor: Resolution | undefined;
  /** The record goes with a whole measure: one found by likeness is that measure, and is not asked about. */
  readonly whole?: boolean;
}

/** Says so when a passage was not surely found in the page as it is now. */
export function AnchorBadge({ anchor, whole = false }: AnchorBadgeProps) {
  if (anchor?.method === 'review') {
    return (
      <Badge tone="warn" title={i18n.t('panel.anchor.reviewWhy')}>
        {i18n.t('panel.anchor.review')}
      </Badge>
    );
  }
  if (anchor && !whole && isWaiting(anchor)) {
    return (
      <Badge tone="warn" title={i18n.t('panel.anchor.alikeWhy')}>
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
