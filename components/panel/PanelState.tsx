import { i18n } from '#i18n';
import type { PageSnapshot } from '../../lib/page/types';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { Progress } from '../ui/Progress';
import { errorWord } from './words';

export interface PanelStateProps {
  readonly snapshot: PageSnapshot | null | undefined;
  /** Why reading by hand was refused, if it was. */
  readonly error: unknown;
  /** Of the file only the beginning was there to be read: what it lacks may stand in the rest. */
  readonly cut?: boolean;
  readonly onRead: () => void;
  /** Shows what was read of a page that seems to be no policy. */
  readonly onShowAnyway: () => void;
  readonly onOpenTasks?: () => void;
  readonly onOpenFile?: () => void;
}

/** What stands in the panel while there is no policy to show, and what to do then. */
export function PanelState(props: PanelStateProps) {
  const { snapshot, error, onRead } = props;
  const elsewhere = (
    <>
      {props.onOpenFile && (
        <Button icon="folderOpen" onClick={props.onOpenFile}>
          {i18n.t('panel.openFile')}
        </Button>
      )}
      {props.onOpenTasks && (
        <Button icon="listTodo" onClick={props.onOpenTasks}>
          {i18n.t('panel.openTasks')}
        </Button>
      )}
    </>
  );
  if (snapshot === undefined) return <Waiting progress={null} />;
  if (error) {
    return (
      <EmptyState icon="alert" tone="error" title={i18n.t('panel.state.refused')} actions={elsewhere}>
        <p>{errorWord(error)}</p>
      </EmptyState>
    );
  }
  if (snapshot === null) {
    const read = (
      <>
        <Button variant="primary" onClick={onRead}>
          {i18n.t('panel.readPage')}
        </Button>
        {elsewhere}
      </>
    );
    return (
      <EmptyState icon="bookOpen" title={i18n.t('panel.state.none')} actions={read}>
        <p>{i18n.t('panel.state.noneText')}</p>
      </EmptyState>
    );
  }
  const apart = snapshot.apart ? i18n.t('panel.apart', [`${snapshot.apart}`]) : null;
  if (snapshot.state === 'reading') return <Waiting progress={snapshot.progress} />;
  if (snapshot.state === 'failed') {
    return (
      <EmptyState
        icon="alert"
        tone="error"
        title={i18n.t('panel.state.failed')}
        actions={
          <Button variant="primary" icon="refresh" onClick={onRead}>
            {i18n.t('panel.readAgain')}
          </Button>
        }
      >
        <p>{apart ?? errorWord({ code: snapshot.error ?? 'read-failed' })}</p>
      </EmptyState>
    );
  }
  const anyway = snapshot.policy ? props.onShowAnyway : onRead;
  const word = i18n.t(snapshot.policy ? 'panel.showAnyway' : 'panel.readAnyway');
  return (
    <EmptyState
      icon="file"
      title={i18n.t(props.cut ? 'panel.state.cut' : 'panel.state.other')}
      actions={
        <>
          <Button variant="primary" onClick={anyway}>
            {word}
          </Button>
          {elsewhere}
        </>
      }
    >
      {apart && <p>{apart}</p>}
      <p>{i18n.t(props.cut ? 'panel.state.cutText' : 'panel.state.otherText', [word])}</p>
    </EmptyState>
  );
}

function Waiting({ progress }: { readonly progress: number | null }) {
  return (
    <div class="panel-waiting">
      <Progress value={progress} label={i18n.t(progress === null ? 'panel.state.asking' : 'panel.state.reading')} />
    </div>
  );
}
