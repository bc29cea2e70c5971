import { i18n } from '#i18n';
import type { Row } from '../../lib/folder/job';
import { namedIn } from '../../lib/folder/table';
import { Button } from '../ui/Button';
import { Progress } from '../ui/Progress';
import type { FolderDesk } from './types';

/** What can be done with all files at once. */
export function FolderActions(props: FolderDesk & { readonly shown: readonly Row[] }) {
  const { state, taken, taking, unit } = props;
  const busy = state.phase === 'listing' || state.phase === 'reading';
  const named = namedIn(state.rows, taken);
  if (taking !== null) {
    return (
      <div class="folder-actions">
        <Progress value={taking} label={i18n.t('library.folder.takingOn')} />
      </div>
    );
  }
  return (
    <div class="folder-actions">
      {unit ? (
        <Button variant="primary" icon="checkCheck" disabled={busy || named.measures === 0} onClick={props.onTakeOn}>
          {named.measures === 0 && named.taken > 0
            ? i18n.t('library.folder.nothingNew')
            : i18n.t('library.folder.takeOn', [`${named.measures}`, `${named.documents}`])}
        </Button>
      ) : (
        <p class="folder-unit">
          {i18n.t('library.folder.setUnitText')}
          <Button small icon="user" onClick={props.onSetUnit}>
            {i18n.t('library.folder.setUnit')}
          </Button>
        </p>
      )}
      <span class="folder-actions-more">
        {!busy && (state.phase === 'stopped' || state.missed > 0) && (
          <Button icon="refresh" onClick={props.onAgain}>
            {i18n.t('library.folder.again')}
          </Button>
        )}
        <Button icon="download" disabled={busy || props.shown.length === 0} onClick={() => props.onExport(props.shown)}>
          {i18n.t('library.folder.export')}
        </Button>
        <Button variant="quiet" icon="x" onClick={props.onClose}>
          {i18n.t('library.folder.close')}
        </Button>
      </span>
    </div>
  );
}
