import { i18n } from '#i18n';
import { type FolderState, mostFiles } from '../../lib/folder/job';
import { Button } from '../ui/Button';
import { Progress } from '../ui/Progress';

/** How far it is: counts, the files being read, and how to stop; afterwards what came of it. */
export function FolderStatus({ state, onStop }: { readonly state: FolderState; readonly onStop: () => void }) {
  const { phase, rows, finished, failed, passedOver, tooMany, missed, present } = state;
  const notes = [
    missed > 0 && i18n.t('library.folder.missed', [`${missed}`]),
    failed > 0 && i18n.t('library.folder.failed', [`${failed}`]),
    passedOver > 0 && i18n.t('library.folder.passedOver', [`${passedOver}`]),
    tooMany && i18n.t('library.folder.tooMany', [`${mostFiles}`]),
  ].filter(Boolean);
  const busy = phase === 'listing' || phase === 'reading';
  const done = phase === 'done';
  return (
    <header class="folder-status">
      {busy ? (
        <>
          <Progress
            value={phase === 'listing' ? null : finished / Math.max(1, rows.length)}
            label={
              phase === 'listing'
                ? i18n.t('library.folder.listing', [`${rows.length}`])
                : i18n.t('library.folder.reading', [`${finished}`, `${rows.length}`])
            }
          />
          <Button icon="x" onClick={onStop}>
            {i18n.t('library.folder.stop')}
          </Button>
        </>
      ) : (
        <h2 class="folder-done">
          {done
            ? i18n.t('library.folder.done', [`${finished}`])
            : i18n.t('library.folder.stopped', [`${finished}`, `${rows.length}`])}
        </h2>
      )}
      <p class="folder-notes" role={busy ? undefined : 'status'}>
        {busy && present[0] ? i18n.t('library.folder.present', [present[0]]) : notes.join(' · ')}
      </p>
    </header>
  );
}
