import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button, IconButton } from '../ui/Button';
import './reader.css';

export interface ReaderFrameProps {
  /** Of the document; null while none is open. */
  readonly title: string | null;
  /** Buttons that open another document. */
  readonly opening: ComponentChildren;
  readonly paper: ComponentChildren;
  /** null while no document is open. */
  readonly panel: ComponentChildren | null;
  readonly onPrint: () => void;
  readonly onTasks: () => void;
  readonly onOptions: () => void;
}

/** The reader's page: a bar, the document, the panel beside it; on a narrow screen one of the two at a time. */
export function ReaderFrame({ title, opening, paper, panel, onPrint, onTasks, onOptions }: ReaderFrameProps) {
  const [shown, setShown] = useState<'paper' | 'panel'>('paper');
  return (
    <div class="reader" data-shown={panel === null ? 'paper' : shown} data-panel={panel === null ? undefined : ''}>
      <header class="reader-bar">
        <h1 class="reader-name" title={title ?? undefined}>
          <span class="reader-brand">{i18n.t('reader.title')}</span>
          {title && <span class="reader-document">{title}</span>}
        </h1>
        <div class="reader-actions">
          {opening}
          {panel !== null && <IconButton icon="printer" label={i18n.t('reader.print')} onClick={onPrint} />}
          <IconButton icon="listTodo" label={i18n.t('reader.tasks')} onClick={onTasks} />
          <IconButton icon="settings" label={i18n.t('reader.options')} onClick={onOptions} />
        </div>
        {panel !== null && (
          <fieldset class="reader-switch" aria-label={i18n.t('reader.views')}>
            <Button small variant="quiet" aria-pressed={shown === 'paper'} onClick={() => setShown('paper')}>
              {i18n.t('reader.showText')}
            </Button>
            <Button small variant="quiet" aria-pressed={shown === 'panel'} onClick={() => setShown('panel')}>
              {i18n.t('reader.showPanel')}
            </Button>
          </fieldset>
        )}
      </header>
      <main class="reader-paper" aria-label={i18n.t('reader.paper')}>
        {paper}
      </main>
      {panel !== null && <div class="reader-panel">{panel}</div>}
    </div>
  );
}
