import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { PageSnapshot } from '../../lib/page/types';
import { countOurs } from '../../lib/units/ours';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import type { IconName } from '../ui/icons';
import { Progress } from '../ui/Progress';
import './popup.css';

export interface PopupProps {
  /** undefined until the page has answered; null when no page of ours does. */
  readonly snapshot: PageSnapshot | null | undefined;
  /** What went wrong with the last thing asked for, in words. */
  readonly problem: string | null;
  /** The site that could be read for good, where it is not yet; null where that makes no sense. */
  readonly site: string | null;
  /** The pill was told to stay away from this page or site. */
  readonly dismissed: boolean;
  /** The tab holds a file that the reader opens, or (perhaps) one of this machine that we may not read; null: a page. */
  readonly file: 'readable' | 'barred' | 'perhaps' | null;
  /** The tab is a page of ours: there is nothing to read in it but what it shows itself. */
  readonly own?: 'reader' | 'other' | null;
  readonly onOpenTabFile: () => void;
  /** Shows where the browser lets access to files be turned on. */
  readonly onFileAccess: () => void;
  readonly onRead: () => void;
  readonly onOpenPanel: () => void;
  readonly onGrant: () => void;
  readonly onRestorePill: () => void;
  readonly onOpenTasks: () => void;
  readonly onOpenFile: () => void;
  readonly onOpenOptions: () => void;
}

/** What was found in this tab, what can be done with it, and the ways to everything else. */
export function Popup(props: PopupProps) {
  return (
    <main class="popup">
      <h1 class="popup-name">{i18n.t('app.name')}</h1>
      <section class="popup-found" aria-live="polite">
        <Found {...props} />
        {props.problem && (
          <p class="popup-problem" role="alert">
            {props.problem}
          </p>
        )}
      </section>
      {props.file === 'perhaps' && (
        <section class="popup-site popup-hint">
          <p>{i18n.t('library.popup.perhaps')}</p>
          <Button variant="quiet" small onClick={props.onFileAccess}>
            {i18n.t('library.popup.access')}
          </Button>
        </section>
      )}
      {(props.site !== null || props.dismissed) && (
        <section class="popup-site">
          {props.site !== null && (
            <Button variant="quiet" small icon="shield" onClick={props.onGrant}>
              {i18n.t('popup.grant', [props.site])}
            </Button>
          )}
          {props.site !== null && <p class="popup-why">{i18n.t('popup.grantWhy')}</p>}
          {props.dismissed && (
            <Button variant="quiet" small icon="undo" onClick={props.onRestorePill}>
              {i18n.t('popup.restorePill')}
            </Button>
          )}
        </section>
      )}
      <nav class="popup-ways" aria-label={i18n.t('popup.ways')}>
        <Way icon="listTodo" onClick={props.onOpenTasks}>
          {i18n.t('popup.tasks')}
        </Way>
        <Way icon="folderOpen" onClick={props.onOpenFile}>
          {i18n.t('popup.file')}
        </Way>
        <Way icon="settings" onClick={props.onOpenOptions}>
          {i18n.t('popup.options')}
        </Way>
      </nav>
    </main>
  );
}

function Found({ snapshot, onRead, onOpenPanel, ...props }: PopupProps) {
  if (props.file === 'readable' || props.file === 'barred') {
    return <FileFound {...props} barred={props.file === 'barred'} />;
  }
  if (props.own) return <p>{i18n.t(props.own === 'reader' ? 'popup.inReader' : 'popup.ownPage')}</p>;
  if (snapshot === undefined) return <Progress value={null} label={i18n.t('popup.asking')} />;
  if (snapshot?.state === 'reading') return <Progress value={snapshot.progress} label={i18n.t('popup.reading')} />;
  const policy = snapshot?.state === 'ready' ? snapshot.policy : null;
  if (!policy || policy.class === 'other') {
    return (
      <>
        <p>{i18n.t(snapshot === null ? 'popup.notRead' : 'popup.notPolicy')}</p>
        <div class="popup-actions">
          <Button variant="primary" onClick={onRead}>
            {i18n.t(snapshot === null ? 'popup.read' : 'popup.readAgain')}
          </Button>
          {policy && <Button onClick={onOpenPanel}>{i18n.t('popup.openPanel')}</Button>}
        </div>
      </>
    );
  }
  const { mine, possible } = countOurs(snapshot?.duties ?? []);
  const counts = [
    i18n.t(policy.class === 'task-policy' ? 'popup.taskPolicy' : 'popup.policy'),
    policy.measures.length > 0 ? i18n.t('popup.measures', [`${policy.measures.length}`]) : '',
    mine > 0 ? i18n.t('popup.mine', [`${mine}`]) : '',
    possible > 0 ? i18n.t('popup.possible', [`${possible}`]) : '',
  ];
  return (
    <>
      <p class="popup-title">{policy.title ?? snapshot?.title}</p>
      <p class="popup-counts">{counts.filter(Boolean).join(' · ')}</p>
      <div class="popup-actions">
        <Button variant="primary" icon="panelRight" onClick={onOpenPanel}>
          {i18n.t('popup.openPanel')}
        </Button>
      </div>
    </>
  );
}

type FileFoundProps = Pick<PopupProps, 'onOpenTabFile' | 'onFileAccess' | 'onOpenFile'> & { readonly barred: boolean };

function FileFound({ barred, onOpenTabFile, onFileAccess, onOpenFile }: FileFoundProps) {
  return (
    <>
      <p>{i18n.t(barred ? 'library.popup.noAccess' : 'library.popup.file')}</p>
      <div class="popup-actions">
        <Button variant="primary" onClick={barred ? onFileAccess : onOpenTabFile}>
          {i18n.t(barred ? 'library.popup.access' : 'library.popup.open')}
        </Button>
        {barred && <Button onClick={onOpenFile}>{i18n.t('library.popup.reader')}</Button>}
      </div>
    </>
  );
}

function Way(props: { readonly icon: IconName; readonly onClick: () => void; readonly children: ComponentChildren }) {
  return (
    <button type="button" class="popup-way" onClick={props.onClick}>
      <Icon name={props.icon} />
      {props.children}
    </button>
  );
}
