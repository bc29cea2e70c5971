import { i18n } from '#i18n';
import type { Loss } from '../lib/settings';
import { Button } from './ui/Button';
import './loss-notice.css';

export interface LossNoticeProps {
  readonly loss: Loss;
  /** Leads to where a backup is restored; none where that stands beside it. */
  readonly onRestore?: () => void;
  /** The reader has seen it. */
  readonly onSeen: () => void;
}

/** The database holds less than was counted: said until the reader has seen it. */
export function LossNotice({ loss: { noted, present }, onRestore, onSeen }: LossNoticeProps) {
  const counts = ({ documents, tasks, annotations }: Loss['noted']) =>
    [String(documents), String(tasks), String(annotations)] as const;
  return (
    <div class="loss" role="alert">
      <p>{i18n.t('loss.said', [...counts(noted), ...counts(present)])}</p>
      {onRestore && (
        <Button small onClick={onRestore}>
          {i18n.t('loss.restore')}
        </Button>
      )}
      <Button small onClick={onSeen}>
        {i18n.t('loss.seen')}
      </Button>
    </div>
  );
}
