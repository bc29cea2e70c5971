import { i18n } from '#i18n';
import { Icon } from '../ui/Icon';
import './heading.css';

export interface HeadingRowProps {
  readonly text: string;
  readonly count: number;
  /** From 0. */
  readonly depth: number;
  readonly folded: boolean;
  readonly hint?: string;
  readonly onFold: () => void;
  /** Ticks all that stands below; where there is nothing to tick, nothing. */
  readonly onPick?: (() => void) | undefined;
  readonly picked?: boolean | undefined;
}

/** A heading that folds what stands below it. */
export function HeadingRow({ text, count, depth, folded, hint, onFold, onPick, picked }: HeadingRowProps) {
  return (
    <h2 class="heading" data-depth={Math.min(depth, 3)}>
      <button type="button" class="heading-button" aria-expanded={!folded} title={hint} onClick={onFold}>
        <Icon name={folded ? 'chevronRight' : 'chevronDown'} size={14} />
        <span class="heading-text">{text}</span>
        <span class="heading-count">{count}</span>
      </button>
      {onPick && (
        <input
          type="checkbox"
          class="checkbox heading-check"
          title={i18n.t('panel.keys.pickGroup')}
          aria-label={i18n.t('panel.pickGroup', [text])}
          checked={picked}
          onClick={onPick}
        />
      )}
    </h2>
  );
}
