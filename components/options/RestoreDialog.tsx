import { i18n } from '#i18n';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import type { BackupPreview } from './types';

export interface RestoreDialogProps {
  readonly preview: BackupPreview;
  readonly onMerge: () => void;
  readonly onClose: () => void;
}

/** Broken records that are named; of more, the number says enough. */
const NAMED = 20;

/** What a backup holds, what taking it over would change, and which of its records are broken: asked before anything is done. */
export function RestoreDialog({ preview, onMerge, onClose }: RestoreDialogProps) {
  const { documents, tasks, annotations, profiles, created, plan, bad = [] } = preview;
  return (
    <Dialog
      title={i18n.t('options.restoreTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{i18n.t('common.cancel')}</Button>
          <Button variant="primary" onClick={onMerge}>
            {bad.length > 0 ? i18n.t('options.mergeRest') : i18n.t('options.merge')}
          </Button>
        </>
      }
    >
      <p>{i18n.t('options.restoreHolds', [documents, tasks, annotations, profiles])}</p>
      {created && <p>{i18n.t('options.restoreMade', [new Date(created).toLocaleString()])}</p>}
      {plan && <p>{i18n.t('options.restorePlan', [plan.added, plan.updated, plan.kept])}</p>}
      {bad.length > 0 && (
        <>
          <p role="alert">{i18n.t('options.restoreBad', [bad.length])}</p>
          <ul class="restore-bad">
            {bad.slice(0, NAMED).map(({ table, at, name, field }) => (
              <li key={`${table} ${at}`}>{i18n.t('options.restoreBadOne', [at + 1, name || table, field || '—'])}</li>
            ))}
          </ul>
        </>
      )}
      <p>{i18n.t('options.restoreHow')}</p>
    </Dialog>
  );
}
