import { i18n } from '#i18n';
import type { LocalBackup } from '../../lib/export/local-backups';
import { sizeWord } from '../size';
import { Button } from '../ui/Button';
import { momentWord } from './moment';

export interface LocalBackupsProps {
  /** Newest first. */
  readonly backups: readonly LocalBackup[];
  readonly busy: boolean;
  readonly onRestore: (name: string) => void;
}

/** Backups that were made by themselves, each with the way back. */
export function LocalBackups({ backups, busy, onRestore }: LocalBackupsProps) {
  return (
    <details class="kept-list">
      <summary>{i18n.t('options.localBackups', [String(backups.length)])}</summary>
      <p class="kept-why">{i18n.t('options.localWhy')}</p>
      <ul>
        {backups.map(({ name, made, counts, size }) => (
          <li key={name} class="kept-row">
            <span class="kept-main">
              <span class="kept-title">{momentWord(made)}</span>
              <span class="kept-more">
                {i18n.t('options.localHolds', [
                  String(counts.documents),
                  String(counts.tasks),
                  String(counts.annotations),
                  sizeWord(size),
                ])}
              </span>
            </span>
            <Button small busy={busy} onClick={() => onRestore(name)}>
              {i18n.t('options.localRestore')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
