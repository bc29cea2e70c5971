import { i18n } from '#i18n';
import type { Row } from '../../lib/folder/job';
import { namedIn, scansIn } from '../../lib/folder/table';
import { Button } from '../ui/Button';
import { Progress } from '../ui/Progress';
import type { FolderDesk } from './types';

/** While files are being read it counts on from none; after that a button that offers nothing says why. */
function wordsFor({ measures, documents, taken }: ReturnType<typeof namedIn>, busy: boolean): string {
  if (measures > 0 || busy) return i18n.t('library.folder.takeOn', [`${measures}`, `${documents}`]);
  return i18n.t(taken > 0 ? 'library.folder.nothingNew' : 'library.folder.noneNamed');
}

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
  const { scans } = props;
  if (scans?.now) {
    const { at, of, fraction } = scans.now;
    return (
      <div class="folder-actions">
        <Progress value={fraction} label={i18n.t('library.folder.readingScans', [`${at}`, `${of}`])} />
        <Button icon="x" onClick={scans.onStop}>
          {i18n.t('library.folder.stop')}
        </Button>
      </div>
    );
  }
  const pictures = scans && state.phase === 'done' ? scansIn(state.rows).length : 0;
  return (
    <div class="folder-actions">
      {unit ? (
        <Button variant="primary" icon="checkCheck" disabled={busy || named.measures === 0} onClick={props.onTakeOn}>
          {wordsFor(named, busy)}
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
        {pictures > 0 && (
          <Button title={i18n.t('library.folder.readScansWhy')} onClick={scans?.onRead}>
            {i18n.t('library.folder.readScans', [`${pictures}`])}
          </Button>
        )}
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
