import { i18n } from '#i18n';
import { accountOf } from '../../lib/policy/account';
import type { PolicyDocument } from '../../lib/policy/types';
import './account-line.css';
import { unreadKey } from './rows';

export interface AccountLineProps {
  readonly policy: PolicyDocument;
  /** Key of the current row, to tell which stretch was looked at last. */
  readonly current: string | null;
  /** Brings the row of an unread stretch into view. */
  readonly onCheck: (row: string) => void;
}

/**
 * The books of the reading: how many mentions of units divide work, how many of them stand in the list, and how many the
 * reader must look at. Each click leads to the next of the latter, after the last to the first again.
 */
export function AccountLine({ policy, current, onCheck }: AccountLineProps) {
  const { found, placed, open } = accountOf(policy);
  if (found === 0) return null;
  if (open === 0) return <p class="account-line">{i18n.t('panel.account.balanced', [`${found}`])}</p>;
  const keys = policy.unread.map(unreadKey);
  const next = keys[(keys.indexOf(current ?? '') + 1) % keys.length]!;
  return (
    <p class="account-line">
      {i18n.t('panel.account.parts', [`${found}`, `${placed}`])}
      <button
        type="button"
        class="link-quiet account-open"
        title={i18n.t('panel.account.check')}
        onClick={() => onCheck(next)}
      >
        {i18n.t('panel.account.open', [`${open}`])}
      </button>
    </p>
  );
}
